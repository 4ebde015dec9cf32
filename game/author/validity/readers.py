"""Readers who have learned from the rest of the library which words good options use, and go by nothing else."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from math import log

from game import locations
from game.rubric.chance import Odds
from game.rubric.model import Rubric
from game.rubric.points import weigh
from game.scenario.load import load_file
from game.scenario.model import Option

READERS, SEED = 25, 7
SELDOM = 3  # options that a word must stand in to be learned from
_WORD = re.compile(r"[a-z']+|\?")

Lesson = tuple[frozenset[str], bool]  # the words of an option, and whether none offered beside it was worth more


def words_of(option: Option) -> frozenset[str]:
    """Returns the words of an option, and whether it asks."""
    return frozenset(_WORD.findall(option.words.lower().replace("’", "'")))


def learned_odds(rubric: Rubric, without: str) -> Odds | None:
    """Returns one of several readers, each taught by scenarios drawn with a seed from the library's others of format
    2, who always takes the option whose words were best there; None where there is nothing to learn from."""
    others = [lessons for name, lessons in _lessons(rubric).items() if name != without]
    if not others:
        return None
    draw = random.Random(SEED)
    classes = [[draw.choice(others) for _ in others] for _ in range(READERS)]
    readers = [learned(chain.from_iterable(taught)) for taught in classes]

    def odds(options: Sequence[Option]) -> Sequence[int]:
        words = [words_of(option) for option in options]
        votes = [0] * len(options)
        for worth in readers:
            marks = [_mark(worth, found) for found in words]
            votes[marks.index(max(marks))] += 1
        return votes

    return odds


def learned(lessons: Iterable[Lesson]) -> dict[str, float]:
    """Returns for each word, the log-odds that it speaks for a good option (naive Bayes, one added to every count)."""
    good, other = Counter[str](), Counter[str]()
    total = [0, 0]
    for words, best in lessons:
        (good if best else other).update(words)
        total[not best] += 1
    return {
        word: log((good[word] + 1) / (total[0] + 2)) - log((other[word] + 1) / (total[1] + 2))
        for word in sorted(good | other)
        if good[word] + other[word] >= SELDOM
    }


def _mark(worth: dict[str, float], words: frozenset[str]) -> float:
    """Returns what an option's words speak for together, each as much as the next: long options gain nothing by
    length."""
    known = [worth[word] for word in sorted(words) if word in worth]
    return sum(known) / len(known) if known else 0.0


_read: dict[str, dict[str, list[Lesson]]] = {}


def _lessons(rubric: Rubric) -> dict[str, list[Lesson]]:
    """Returns what each scenario of the library teaches, by its id; read once for each rubric."""
    if rubric.fingerprint not in _read:
        _read[rubric.fingerprint] = dict(_taught(rubric))
    return _read[rubric.fingerprint]


def _taught(rubric: Rubric) -> Iterable[tuple[str, list[Lesson]]]:
    for name, path in locations.scenario_files().items():
        scenario = load_file(path, rubric.moves).scenario
        if scenario is None or scenario.format < 2:
            continue
        found = list[Lesson]()
        for node in scenario.nodes.values():
            sums = [sum(weigh(rubric, node, option).vector) for option in node.options or ()]
            found += [
                (words_of(option), points == max(sums))
                for option, points in zip(node.options or (), sums, strict=True)
                if len(set(sums)) > 1
            ]
        yield name, found
