"""How obvious the best option is, to a reader who has not seen the moves.

`python -m benchmarks.blind alone SCENARIO… > options.txt` prints the options of every decision, shuffled, and nothing
else; `python -m benchmarks.blind scene …` prints before them what was said there, as a player would have heard it.
Options that open only after something (`when`, `needs`) are left out, since most players never see them. The reader
writes a guess a line (`scenario<TAB>node<TAB>number`) into a file before looking at anything else, and
`python -m benchmarks.blind score GUESSES` holds it against the rubric: the best options of a decision are those with
the most points in all; where several share the most, each of them is a hit.

`python -m benchmarks.blind style [FOLDER]` asks two readers that know nothing but style: naive Bayes (Laplace
smoothing) over words, pairs of words and punctuation, and over runs of three and four letters, each trained on the
best and the other options of all scenarios but the one it guesses at. What they hit above chance is what tone alone
gives away; FOLDER holds other scenarios than ours. The lines were rewritten with the first reader's guesses at hand;
nobody wrote against the second.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from math import log
from pathlib import Path

from benchmarks.usage import given
from game import locations
from game.rubric.load import load_file as load_rubric
from game.rubric.load import usable
from game.rubric.points import weigh
from game.scenario.load import load_file, playable
from game.scenario.model import Node, Option, Scenario

RUBRIC = usable(load_rubric(locations.RUBRIC))


def decisions(scenario: Scenario) -> Iterator[tuple[str, Node, list[Option]]]:
    """Every node with two options or more, and its options in an order that is the same for every reader."""
    for name, node in scenario.nodes.items():
        options = list(node.options or ())
        if len(options) > 1:
            random.Random(name).shuffle(options)
            yield name, node, options


def shown(scenario: Scenario, scene: bool) -> str:
    """What the reader sees: the options that everybody is offered, with or without what was said before them."""
    rows = [f"##### {scenario.id}", *([scenario.briefing] if scene else [])]
    for name, node, options in decisions(scenario):
        rows.append(f"\n== {name}" + (f" ({node.frame})" if scene else ""))
        if scene:
            rows += [f"    {line.speaker}: {line.text}" for line in node.lines if not line.private]
        rows += [f"  {number}. {option.words}" for number, option in enumerate(options, 1) if for_everybody(option)]
    return "\n".join(rows)


def for_everybody(option: Option) -> bool:
    """Whether an option is offered whatever was done before."""
    return option.when is None and option.needs is None


def best(node: Node, options: Mapping[int, Option], short: int = 0) -> set[int]:
    """The numbers of the options with the most points, or at most `short` fewer."""
    points = {number: sum(weigh(RUBRIC, node, option).vector) for number, option in options.items()}
    return {number for number, one in points.items() if one >= max(points.values()) - short}


def scored(guesses: Path) -> str:
    """Hits beside chance, a row a scenario and one for all; close is an option with the most points, or one less.

    Only options that everybody is offered count; a decision where the reader picked none of them is left out.
    """
    picked: dict[str, dict[str, int]] = {}
    for line in guesses.read_text("utf-8").splitlines():
        name, node, number = line.split("\t")[:3]
        picked.setdefault(name, {})[node] = int(number)
    told, whole = [], (0, 0, 0, 0.0)
    for name, numbers in picked.items():
        hits, close, of, luck = 0, 0, 0, 0.0
        for node, at, options in decisions(the_scenario(name)):
            offered = {number: option for number, option in enumerate(options, 1) if for_everybody(option)}
            guess = numbers.get(node)
            if len(offered) < 2 or guess not in offered:
                continue
            good, near = (best(at, offered, short) for short in (0, 1))
            hits, close = hits + (guess in good), close + (guess in near)
            of, luck = of + 1, luck + len(good) / len(offered)
        told.append(_rate(name, hits, close, of, luck))
        whole = (whole[0] + hits, whole[1] + close, whole[2] + of, whole[3] + luck)
    return "\n".join([*told, _rate("all", *whole)])


def _rate(name: str, hits: int, close: int, of: int, luck: float) -> str:
    return f"{name}: {hits} of {of} hit ({hits / of:.0%}), {close} close ({close / of:.0%}), chance {luck / of:.0%}"


def words_in(option: str) -> Counter[str]:
    """The words of an option, pairs of them, and its punctuation."""
    found = re.findall(r"[\w']+|[^\w\s“”]", option.lower())
    return Counter([*found, *(f"{one} {two}" for one, two in pairwise(found))])


def letters_in(option: str) -> Counter[str]:
    """The runs of three and four letters of an option, spaces and punctuation among them."""
    line = f" {option.lower()} "
    return Counter(line[at : at + n] for n in (3, 4) for at in range(len(line) - n + 1))


def by_style(folder: Path, marks: Callable[[str], Counter[str]]) -> str:
    """Hits of a reader of style beside chance, a row a scenario and one for all."""
    files = sorted(path for path in folder.glob("*.yaml") if path.name != "rubric.yaml")
    sheets: dict[str, list[tuple[set[int], list[Counter[str]]]]] = {}
    for path in files:
        scenario = playable(load_file(path, RUBRIC.moves))
        found = decisions(scenario)
        sheets[scenario.id] = [
            (best(node, dict(enumerate(options, 1))), [marks(one.words) for one in options])
            for _, node, options in found
        ]
    rows, all_hits, all_chance, all_decisions = [], 0, 0.0, 0
    for name, sheet in sheets.items():
        weights = style_of([one for other, those in sheets.items() if other != name for one in those])
        hits, chance = 0, 0.0
        for good, options in sheet:
            told = [sum(weights.get(mark, 0.0) * n for mark, n in option.items()) for option in options]
            hits += told.index(max(told)) + 1 in good
            chance += len(good) / len(options)
        rows.append(f"{name}: {hits} of {len(sheet)} hit ({hits / len(sheet):.0%}), chance {chance / len(sheet):.0%}")
        all_hits, all_chance, all_decisions = all_hits + hits, all_chance + chance, all_decisions + len(sheet)
    whole = (
        f"{all_hits} of {all_decisions} hit ({all_hits / all_decisions:.0%}), chance {all_chance / all_decisions:.0%}"
    )
    return "\n".join([*rows, f"all: {whole}"])


def style_of(sheets: list[tuple[set[int], list[Counter[str]]]]) -> Mapping[str, float]:
    """How much each mark speaks for a best option: the logarithm of its odds there over elsewhere."""
    good, other = Counter[str](), Counter[str]()
    for numbers, options in sheets:
        for n, option in enumerate(options, 1):
            (good if n in numbers else other).update(option)
    seen = [mark for mark in good | other if good[mark] + other[mark] >= 3]
    many, most = good.total() + len(seen), other.total() + len(seen)
    return {mark: log((good[mark] + 1) / many) - log((other[mark] + 1) / most) for mark in seen}


def the_scenario(name: str) -> Scenario:
    """A scenario by its id or file."""
    return playable(load_file(locations.find(name), RUBRIC.moves))


if __name__ == "__main__":
    looks = ("scene", "alone", "score")
    command, *names = given(__doc__, lambda words: words[:1] == ["style"] or (len(words) > 1 and words[0] in looks))
    if command == "style":
        for marks in (words_in, letters_in):
            told = by_style(Path(names[0]) if names else locations.RUBRIC.parent, marks)
            print(f"{marks.__name__.removesuffix('_in')}:\n{told}\n")
    elif command == "score":
        print(scored(Path(names[0])))
    else:
        print("\n\n".join(shown(the_scenario(name), scene=command == "scene") for name in names))
