"""Which known word was meant by a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Returns a sentence that proposes the nearest known words, or lists them when they are few."""
    choices = sorted(known)
    near = nearest(word, choices)
    if near:
        return "Did you mean " + " or ".join(f"`{n}`" for n in near) + "?"
    if 0 < len(choices) <= 12:
        return "Possible here: " + ", ".join(f"`{c}`" for c in choices) + "."
    return "Look for a spelling mistake, or add what is missing."


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Returns at most two known words that the word could be a slip for, the nearest first; capitals do not count."""
    return list(_nearest(word, tuple(known)))


@lru_cache(maxsize=4096)  # a file that is mended is read many times, with many of the same slips
def _nearest(word: str, known: tuple[str, ...]) -> tuple[str, ...]:
    import difflib  # only a slip needs it

    choices = {choice.lower(): choice for choice in known}
    if len(choices) > 300:  # comparing is slow, and a slip rarely lies in the first letter
        choices = {c: choice for c, choice in choices.items() if c[:1] == word[:1].lower()}
        choices = dict(list(choices.items())[:300])
    return tuple(choices[near] for near in difflib.get_close_matches(word[:64].lower(), choices, n=2, cutoff=0.6))
