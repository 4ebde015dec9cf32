"""Whether two coders who have not seen the tags find the same moves in the same words.

`python -m benchmarks.coders sheet > sheet.txt` prints the options to code: every gated one, ten a scenario, and as many
as it takes for 18 of each move, in an order and under codes that tell nothing; options that the code book
(`docs/moves.md`) quotes are left out. Each coder writes `code<TAB>move, move` (or `none`) a line, by the instructions
in `benchmarks/codings/README.md`, which stood there before the first run. `python -m benchmarks.coders agree ONE TWO`
prints, for each move, Krippendorff's alpha (nominal, present or not) with a bootstrap interval, and how both coders
stand to the authors' tags; options that have other words by now are left out. It needs the extra `panel`.
`python -m benchmarks.coders against ONE TWO [SCENARIO…]` lists where both coders part from the authors: a move that
both see and no tag tells (`add`), and a tag that neither sees (`drop`), each with the answer that stands in
`benchmarks/codings/settled/SCENARIO.tsv` (option, change, move, verdict, reason, with tabs between), or `open`.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from game import locations
from game.app.library import Library

BOOK = Path(__file__).parents[1] / "docs" / "moves.md"
SETTLED = Path(__file__).parent / "codings" / "settled"
A_SCENARIO, A_MOVE = 10, 18
ENOUGH = 15  # options on which at least one coder sees the move
AIM, AIM_OF_GATES = 0.67, 0.80
DRAWS, SEED = 1_000, 12
MOST_LINES = 3

Coding = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Coded:
    """An option to code: what a coder sees of it, and the moves that its author gave it."""

    code: str
    scenario: str
    option: str
    frame: str
    before: tuple[str, ...]
    words: str
    moves: frozenset[str]


def every_option(library: Library) -> list[Coded]:
    """Returns every option of the library that the code book does not quote, in the authors' order."""
    book = BOOK.read_text(encoding="utf-8").replace("*", "")
    found = []
    for scenario in library.shelf()[0]:
        for node in scenario.nodes.values():
            heard = [line for line in node.lines if not line.private][-MOST_LINES:]
            before = tuple(f"{scenario.name_of(line.speaker) or 'Narration'}: {line.text}" for line in heard)
            for option in node.options or ():
                if option.words in book or (option.say or option.do or "") in book:
                    continue
                code = blake2b(f"{scenario.id}/{option.id}/{option.words}".encode(), digest_size=4).hexdigest()
                moves = frozenset(option.moves)
                found.append(Coded(code, scenario.id, option.id, node.frame, before, option.words, moves))
    return found


def sample(options: Sequence[Coded], gates: frozenset[str], draw: random.Random) -> list[Coded]:
    """Returns the options to code, shuffled."""
    order = list(options)
    draw.shuffle(order)
    picked = [option for option in order if option.moves & gates]
    count: dict[str, int] = defaultdict(int)
    in_scenario: dict[str, int] = defaultdict(int)

    def take(option: Coded) -> None:
        for move in option.moves:
            count[move] += 1
        in_scenario[option.scenario] += 1

    for option in picked:
        take(option)
    for option in order:
        rare = any(count[move] < A_MOVE for move in option.moves)
        if option not in picked and (rare or in_scenario[option.scenario] < A_SCENARIO):
            picked.append(option)
            take(option)
    draw.shuffle(picked)
    return picked


def sheet(picked: Sequence[Coded]) -> str:
    """Returns what a coder reads."""
    rows = []
    for option in picked:
        rows += [f"## {option.code} ({option.frame})", *(f"    {line}" for line in option.before), option.words, ""]
    return "\n".join(rows)


def read(path: Path, moves: frozenset[str]) -> Coding:
    """Returns a coder's file; raises ValueError for a line that names no known move."""
    coding = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        code, _, told = line.partition("\t")
        named = frozenset(word.strip() for word in told.split(",") if word.strip() not in ("", "none"))
        if named - moves:
            raise ValueError(f"{path}:{number}: no move is called {', '.join(sorted(named - moves))}.")
        coding[code.strip()] = named
    return coding


def alpha(one: Sequence[bool], other: Sequence[bool]) -> float | None:
    """Returns Krippendorff's alpha (nominal) of two codings; None where nothing varies."""
    from krippendorff import alpha as krippendorffs

    if len({*one, *other}) < 2:
        return None
    present = [[int(seen) for seen in coding] for coding in (one, other)]
    return float(krippendorffs(reliability_data=present, level_of_measurement="nominal"))


def interval(pairs: Sequence[tuple[bool, bool]], draw: random.Random) -> tuple[float, float] | None:
    """Returns the 95 % bootstrap interval of alpha over options."""
    found = []
    for _ in range(DRAWS):
        drawn = draw.choices(pairs, k=len(pairs))
        value = alpha([a for a, _ in drawn], [b for _, b in drawn])
        if value is not None:
            found.append(value)
    found.sort()
    return (found[len(found) * 25 // 1000], found[len(found) * 975 // 1000]) if found else None


def table(options: Sequence[Coded], one: Coding, other: Coding, moves: Sequence[str], gates: frozenset[str]) -> str:
    """Returns agreement a move, as Markdown."""
    coded = [option for option in options if option.code in one and option.code in other]
    rows = [
        f"{len(coded)} options coded by both.",
        "",
        "| move | codings | α (95 %) | reached | coder 1 and authors | coder 2 and authors |",
        "| --- | ---: | ---: | --- | ---: | ---: |",
    ]
    draw = random.Random(SEED)
    for move in moves:
        pairs = [(move in one[o.code], move in other[o.code]) for o in coded]
        tags = [move in o.moves for o in coded]
        seen = sum(a or b for a, b in pairs)
        value = alpha([a for a, _ in pairs], [b for _, b in pairs])
        aim = AIM_OF_GATES if move in gates else AIM
        reached = "not enough" if seen < ENOUGH else "yes" if value is not None and value >= aim else "no"
        low_high = interval(pairs, draw) if seen else None
        told = f"{value:.2f} ({low_high[0]:.2f} to {low_high[1]:.2f})" if value is not None and low_high else "–"
        with_authors = [alpha([pair[n] for pair in pairs], tags) for n in (0, 1)]
        shown = [f"{v:.2f}" if v is not None else "–" for v in with_authors]
        rows.append(f"| `{move}` | {seen} | {told} | {reached} | {shown[0]} | {shown[1]} |")
    return "\n".join(rows)


@dataclass(frozen=True, slots=True)
class Parting:
    """A move of one option on which both coders part from the author."""

    coded: Coded
    change: str  # "add" or "drop"
    move: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What names it in the file of answers."""
        return self.coded.scenario, self.coded.option, self.change, self.move


def partings(options: Sequence[Coded], one: Coding, other: Coding) -> list[Parting]:
    """Returns where both coders see a move that no tag tells, or neither sees one that a tag tells."""
    found = []
    for option in options:
        if option.code not in one or option.code not in other:
            continue
        both, either = one[option.code] & other[option.code], one[option.code] | other[option.code]
        found += [Parting(option, "add", move) for move in sorted(both - option.moves)]
        found += [Parting(option, "drop", move) for move in sorted(option.moves - either)]
    return found


def answers(folder: Path = SETTLED) -> dict[tuple[str, ...], str]:
    """Returns the answers that were given so far, a verdict and its reason for scenario, option, change and move."""
    found = {}
    for path in sorted(folder.glob("*.tsv")):
        for line in filter(None, path.read_text(encoding="utf-8").splitlines()):
            option, change, move, *answer = line.split("\t")
            found[path.stem, option, change, move] = ": ".join(answer)
    return found


def against(found: Sequence[Parting], given: Mapping[tuple[str, ...], str]) -> str:
    """Returns the list of partings with their answers."""
    rows = [f"{len(found)} partings, {sum(one.key not in given for one in found)} of them open", ""]
    for one in found:
        rows.append("\t".join([*one.key, given.get(one.key, "open"), one.coded.words]))
    return "\n".join(rows)


def main(command: str, *given: str) -> None:
    """Prints the sheet, the agreement of two coders, or where they part from the authors."""
    library = Library(cache=locations.cache())
    gates, moves = library.rubric.gate_moves, list(library.rubric.moves)
    options = every_option(library)
    if command == "sheet":
        print(sheet(sample(options, gates, random.Random(SEED))))
        return
    one, other = (read(Path(file), frozenset(moves)) for file in given[:2])
    if command == "agree":
        print(table(options, one, other, moves, gates))
    else:
        wanted = [option for option in options if not given[2:] or option.scenario in given[2:]]
        print(against(partings(wanted, one, other), answers()))


if __name__ == "__main__":
    main(*sys.argv[1:])
