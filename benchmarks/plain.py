"""How many words of the options are rare, scenario by scenario, in 0.1 and today.

`python -m benchmarks.plain` prints for each scenario the share of words that a reader at B1 may not know, in the lines
that a player chooses among, and the words themselves (`-v`). Rare is what is not on the kept list
`benchmarks/words/common.txt` (Zipf frequency 4.0 or more in wordfreq, about 7,200 forms), by itself or by its stem, and
neither a name nor a word of the trade or of these stories (`benchmarks/words/trade.txt`), which the scene explains.
Frequency is not difficulty, and the list is no list of B1; it is public, and the same for both versions.

`python -m benchmarks.plain list` makes the kept list anew; it needs `wordfreq` 3.1.1.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from benchmarks.usage import given
from game import locations
from game.rubric.load import load_file as load_rubric
from game.rubric.load import usable
from game.scenario.load import load_file, playable
from game.scenario.model import Scenario
from game.scenario.texts import texts

WORDS = Path(__file__).parent / "words"
OLD = Path(__file__).parents[1] / "tests" / "fixtures" / "0.1" / "scenarios"
COMMON_FROM = 4.0  # Zipf: so many words in a thousand million, as a power of ten; 4 is ten in a million
HEAD = """\
# English words of Zipf frequency 4.0 or more (at least ten in a million), from wordfreq 3.1.1 by Robyn Speer.
# The data of wordfreq are under CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/), and so is this list.
# Made by `python -m benchmarks.plain list`.
"""

_SENTENCE = re.compile(r"[^.!?:]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CLITIC = re.compile(r"(n't|'(?:s|d|m|ll|ve|re))$")
_ENDINGS = (
    *(("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("d", "")),
    *(("ing", ""), ("ing", "e"), ("er", ""), ("est", ""), ("ly", "")),
)


@cache
def kept(name: str) -> frozenset[str]:
    """Returns the words of a kept list."""
    rows = (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(row.strip() for row in rows if row.strip() and not row.startswith("#"))


def option_words(scenario: Scenario) -> Iterator[str]:
    """Yields every word of every option in small letters, without names and numbers."""
    names = names_in(scenario)
    for node in scenario.nodes.values():
        for option in node.options or ():
            for word in _WORD.findall(option.say or option.do or ""):
                plain = word.replace("’", "'").casefold()
                if _CLITIC.sub("", plain) not in names:
                    yield plain


def names_in(scenario: Scenario) -> frozenset[str]:
    """Returns the names of a scenario: its cast, and what has a capital within a sentence and is never small."""
    found = {part for person in scenario.cast.values() for part in person.name.casefold().split()}
    capital, small = set[str](), set[str]()
    for _where, text in texts(scenario):
        for sentence in _SENTENCE.findall(text):
            for word in _WORD.findall(sentence)[1:]:
                (capital if word[0].isupper() else small).add(_CLITIC.sub("", word.replace("’", "'").casefold()))
    return frozenset(found | (capital - small))


def is_rare(word: str) -> bool:
    """Returns True for a word that stands on neither list, by itself or by its stem."""
    return not any(form in kept("common") or form in kept("trade") for form in _forms(word))


def _forms(word: str) -> set[str]:
    """Returns a word, and what it may be a form of: `bookings`, `booking`, `book`."""
    found = {word, _CLITIC.sub("", word)}
    for _ in range(2):
        found |= {stem for form in found for stem in _stems(form)}
    return found


def _stems(word: str) -> Iterator[str]:
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending) + instead
            yield stem
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]  # running, stopped


def rare(scenario: Scenario) -> tuple[Counter[str], int]:
    """Returns the rare words of a scenario's options, and how many words there are."""
    words = list(option_words(scenario))
    return Counter(word for word in words if is_rare(word)), len(words)


def share(scenario: Scenario) -> float:
    """Returns the share of rare words, 0 to 1."""
    found, whole = rare(scenario)
    return found.total() / whole if whole else 0.0


def scenarios_in(folder: Path) -> dict[str, Scenario]:
    """Returns the scenarios of a folder by id, as they stand there."""
    moves = usable(load_rubric(folder / "rubric.yaml")).moves
    files = sorted(path for path in folder.glob("*.yaml") if path.name != "rubric.yaml")
    return {path.stem: playable(load_file(path, moves)) for path in files}


def make_list() -> str:
    """Returns the kept list; needs wordfreq."""
    from wordfreq import top_n_list, zipf_frequency  # type: ignore[import-not-found,unused-ignore]

    often = (word for word in top_n_list("en", 20_000) if zipf_frequency(word, "en") >= COMMON_FROM)
    return HEAD + "\n".join(sorted(word for word in often if re.fullmatch(r"[a-z]+('[a-z]+)?", word))) + "\n"


def main(*arguments: str) -> None:
    """Prints the table, or makes the list."""
    if arguments == ("list",):
        (WORDS / "common.txt").write_text(make_list(), encoding="utf-8")
        return
    before, after = scenarios_in(OLD), scenarios_in(locations.SCENARIOS)
    print("| scenario | words of options, 0.1 | rare | words of options, today | rare |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, scenario in after.items():
        was = before.get(name)
        old = f"{rare(was)[1]:,} | {share(was):.1%}" if was else "– | –"
        print(f"| {scenario.title} | {old} | {rare(scenario)[1]:,} | {share(scenario):.1%} |")
    for told, those in (("0.1", before), ("today", after)):
        counts = [rare(one) for one in those.values()]
        found, whole = sum(c.total() for c, _ in counts), sum(n for _, n in counts)
        options = sum(len(node.options or ()) for one in those.values() for node in one.nodes.values())
        print(f"\n{told}: {found / whole:.2%} of all words, {found / options:.2f} an option")
    if "-v" in arguments:
        print("\n".join(f"{name}: {', '.join(sorted(rare(one)[0]))}" for name, one in after.items()))


if __name__ == "__main__":
    main(*given(__doc__, lambda words: words in ([], ["-v"], ["list"])))
