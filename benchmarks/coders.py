"""Whether two coders who have not seen the tags find the same moves in the same words.

`python -m benchmarks.coders sheet > sheet.txt` prints the options to code: every gated one, ten a scenario, and as many
as it takes for 18 of each move, in an order and under codes that tell nothing; options that the code book
(`docs/moves.md`) quotes are left out. Mixed among them are the lines of `benchmarks/codings/trial.tsv` (frame, what was
said before, words and moves, with tabs between). Some moves, most of them harms, have too few options in the library
to tell whether coders agree on them; these lines were written for this trial alone, by a language model as the coders
are, and nobody plays them. Each coder writes `code<TAB>move, move` (or `none`) a line, by the instructions in
`benchmarks/codings/README.md`, which stood there before the first run.

`python -m benchmarks.coders agree ONE TWO` prints, for each move, on how many options of the library and on how many
trial lines a coder sees it, Krippendorff's alpha over both (nominal, present or not) with a bootstrap interval, and how
both coders stand to the authors' tags; options that have other words by now are left out. It needs the extra `panel`.

`python -m benchmarks.coders against ONE TWO [SCENARIO…]` lists where both coders part from the authors: a move that
both see and no tag tells (`add`), and a tag that neither sees (`drop`), each with the answer that stands in
`benchmarks/codings/settled/SCENARIO.tsv` (option, change, move, verdict, reason, with tabs between), or `open`. The
trial lines go by the name `trial` and their codes.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from benchmarks.usage import given
from game import locations
from game.app.library import Library

BOOK = Path(__file__).parents[1] / "docs" / "moves.md"
CODINGS = Path(__file__).parent / "codings"
SETTLED = CODINGS / "settled"
TRIAL = "trial"  # stands in the place of a scenario where a line was written for the coders alone
A_SCENARIO, A_MOVE = 10, 18
ENOUGH = 15  # options on which at least one coder sees the move
AIM, AIM_OF_GATES = 0.67, 0.80
DRAWS, SEED = 1_000, 12
MOST_LINES = 3

Coding = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Coded:
    """An option or a trial line to code: what a coder sees of it, and the moves that its author gave it."""

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
                code = _code(scenario.id, option.id, option.words)
                moves = frozenset(option.moves)
                found.append(Coded(code, scenario.id, option.id, node.frame, before, option.words, moves))
    return found


def _code(*parts: str) -> str:
    """Returns a code that tells nothing; it stays as long as the words do."""
    return blake2b("/".join(parts).encode(), digest_size=4).hexdigest()


def trial_lines(moves: frozenset[str], path: Path = CODINGS / "trial.tsv") -> list[Coded]:
    """Returns the lines that were written for the coders alone; raises ValueError for one that cannot be read."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        columns = line.split("\t")
        if len(columns) != 4:
            raise ValueError(f"{path}:{number}: four columns are needed, frame, before, words and moves.")
        frame, before, words, told = columns
        code = _code(TRIAL, words)
        named = _named(told, moves, path, number)
        found.append(Coded(code, TRIAL, code, frame, tuple(before.split(" | ")), words, named))
    return found


def _named(told: str, moves: frozenset[str], path: Path, number: int) -> frozenset[str]:
    """Returns the moves that a cell names; raises ValueError where one is not known."""
    named = frozenset(word.strip() for word in told.split(",") if word.strip() not in ("", "none"))
    if named - moves:
        raise ValueError(f"{path}:{number}: no move is called {', '.join(sorted(named - moves))}.")
    return named


def mixed(options: Sequence[Coded], lines: Sequence[Coded], gates: frozenset[str]) -> list[Coded]:
    """Returns what there is to code: a sample of the library's options, and every trial line among them."""
    draw = random.Random(SEED)
    picked = [*sample(options, gates, draw), *lines]
    draw.shuffle(picked)
    return picked


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
        coding[code.strip()] = _named(told, moves, path, number)
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
    on_trial = {option.code for option in coded if option.scenario == TRIAL}
    rows = [
        f"{len(coded)} coded by both, {len(on_trial)} of them trial lines.",
        "",
        "| move | codings: library | trial | α (95 %) | reached | coder 1 and authors | coder 2 and authors |",
        "| --- | ---: | ---: | ---: | --- | ---: | ---: |",
    ]
    draw = random.Random(SEED)
    for move in moves:
        pairs = [(move in one[o.code], move in other[o.code]) for o in coded]
        tags = [move in o.moves for o in coded]
        seen_in = [o.code in on_trial for o, (a, b) in zip(coded, pairs, strict=True) if a or b]
        seen, tried = len(seen_in), sum(seen_in)
        value = alpha([a for a, _ in pairs], [b for _, b in pairs])
        aim = AIM_OF_GATES if move in gates else AIM
        reached = "not enough" if seen < ENOUGH else "yes" if value is not None and value >= aim else "no"
        low_high = interval(pairs, draw) if seen else None
        told = f"{value:.2f} ({low_high[0]:.2f} to {low_high[1]:.2f})" if value is not None and low_high else "–"
        with_authors = [alpha([pair[n] for pair in pairs], tags) for n in (0, 1)]
        shown = [f"{v:.2f}" if v is not None else "–" for v in with_authors]
        rows.append(f"| `{move}` | {seen - tried} | {tried} | {told} | {reached} | {shown[0]} | {shown[1]} |")
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
    found: dict[tuple[str, ...], str] = {}
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


def main(command: str, *files: str) -> None:
    """Prints the sheet, the agreement of two coders, or where they part from the authors."""
    library = Library(cache=locations.cache())
    gates, moves = library.rubric.gate_moves, list(library.rubric.moves)
    options, lines = every_option(library), trial_lines(frozenset(moves))
    if command == "sheet":
        print(sheet(mixed(options, lines, gates)))
        return
    everything = [*options, *lines]
    one, other = (read(Path(file), frozenset(moves)) for file in files[:2])
    if command == "agree":
        print(table(everything, one, other, moves, gates))
        return
    if unknown := set(files[2:]) - {option.scenario for option in everything}:
        raise ValueError(f"No scenario is called {', '.join(sorted(unknown))}.")
    wanted = [option for option in everything if not files[2:] or option.scenario in files[2:]]
    print(against(partings(wanted, one, other), answers()))


def usable(words: Sequence[str]) -> bool:
    """Returns whether these words ask for something that there is."""
    return (
        words == ["sheet"]
        or (words[:1] == ["agree"] and len(words) == 3)
        or (words[:1] == ["against"] and len(words) > 2)
    )


if __name__ == "__main__":
    words = given(__doc__, usable)
    try:
        main(*words)
    except (OSError, ValueError) as problem:
        sys.exit(str(problem))
