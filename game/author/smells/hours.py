"""The hour that narration states against the light of its node: ten past one at night under a golden sky.

Only the beginning of a line of narration can state the present hour, where it is nothing but a day and a time:
"Thursday, 22:41.", "Ten to eight.", "That night, at ten.", "It is half past six in the evening." Whatever is said of
another time ("at six tomorrow", "since ten", "the ten-past-six bus") stands in a sentence that does more than that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.author.smells.draft import ScenarioUnderTest
from game.diagnostics import Diagnostic
from game.scenario.model import NARRATION, Hour

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PART = "morning|midday|noon|afternoon|evening|dusk|night|midnight|dawn"
_WHEN = re.compile(
    rf"(?:(?:it is|it's|now it is|now it's)\s+)?(?:still\s+)?"
    rf"(?P<date>(?:on\s+)?(?:the\s+(?:same|next|following)\s+|that\s+(?:same\s+)?|next\s+)?{_DAY}(?:\s+of\s+the\s+next\s+week)?"
    rf"|(?:the\s+(?:same|next)|that|next)(?=\s+(?:{_PART})))?\s*"
    rf"(?:(?:early|late)\s+)?(?P<part>{_PART})?\s*"
    rf"(?:(?P<at>at\s+)?(?:(?P<digits>\d{{1,2}})[:.](?P<past>\d\d)"
    rf"|(?P<minutes>(?:(?:five|ten|(?:a\s+)?quarter|twenty|twenty-five|half|just)\s+(?:past|to|after|before))\s+)?"
    rf"(?P<number>{_NUMBER}|\d{{1,2}})(?P<clock>\s+o['’]clock)?))?"
    rf"\s*(?P<half>a\.?m\.?|p\.?m\.?|at\s+night|in\s+the\s+(?:morning|afternoon|evening))?",
    re.I,
)
_ELSEWHEN = re.compile(
    r"\b(tomorrow|yesterday|since|until|till|by|before|after\s+that|ago|last|used to|would|will|said|says|every|each)\b"
    r"|\w-(?:past|to)-\w",
    re.I,
)
_HALF = re.compile(r"\b([ap])\.m(?=\.\s+[A-Z])|\b([ap])\.m\.")
_PARTS: dict[str, range] = {
    "dawn": range(4, 8), "morning": range(5, 12), "midday": range(11, 15), "noon": range(12, 13),
    "afternoon": range(12, 19), "evening": range(17, 24), "dusk": range(16, 23), "midnight": range(1),
}  # fmt: skip
_NIGHT = frozenset((*range(18, 24), *range(6)))
_LIGHTS: dict[Hour, frozenset[int]] = {
    Hour.DAY: frozenset(range(5, 21)),
    Hour.EVENING: frozenset((*range(16, 24),)),
    Hour.NIGHT: frozenset((*range(18, 24), *range(8))),
}
"""The hours of the clock at which each light can be, in summer or in winter."""


def hour_against_light(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """Narration that states the present hour agrees with the light that its node sets."""
    for name, node in draft.scenario.nodes.items():
        for index, line in enumerate(node.lines):
            hours = stated(line.text) if line.speaker == NARRATION else frozenset()
            if hours and not hours & _LIGHTS[node.time]:
                place = draft.document.place(("nodes", name, "lines", index))
                fits = [f"`{light}`" for light, of in _LIGHTS.items() if hours & of]
                message = f"The line states an hour that is not in the light of `{name}`, which is `{node.time}`."
                yield draft.warning(
                    "hour-against-light", place, message, f"Write `time: {fits[0].strip('`')}`, or another hour."
                )


def stated(text: str) -> frozenset[int]:
    """Returns the hours of the day that a line of narration may state as the present one; none where it states none."""
    sentence = re.split(
        r"\.(?=\s|$)|[!?;…]", _HALF.sub(lambda found: (found[1] or found[2]) + "m", text.strip()), maxsplit=1
    )[0]
    if _ELSEWHEN.search(sentence):
        return frozenset()
    hours: frozenset[int] = frozenset()
    dated = False
    segments = [segment.strip() for segment in sentence.split(",")]
    for number, segment in enumerate(segments):
        found = _WHEN.fullmatch(segment)
        if not found or not segment:
            break
        bare = bool(found["number"]) and not (found["minutes"] or found["clock"] or found["half"])
        if bare and not ((dated or found["date"] or found["part"]) and number == len(segments) - 1):
            break
        hours = _both(hours, _hours(found))
        dated = True
    return hours


def _both(one: frozenset[int], other: frozenset[int]) -> frozenset[int]:
    """Returns what two statements of an hour leave, where each leaves something."""
    return one & other or other or one


def _hours(found: re.Match[str]) -> frozenset[int]:
    """Returns the hours that a piece of a sentence states: two where it may be before noon or after it."""
    part = _of_part((found["part"] or "").lower())
    half = re.sub(r"[.\s]", "", (found["half"] or "").lower())
    clock: frozenset[int] = frozenset()
    if found["digits"]:
        clock = _twice(int(found["digits"]), spelt=len(found["digits"]) == 2)
    elif found["number"]:
        told = found["number"].lower()
        hour = _NUMBERS.index(told) + 1 if told in _NUMBERS else int(told)
        clock = _twice(hour - 1 if "to" in (found["minutes"] or "").lower().split()[-1:] else hour, spelt=False)
    if half in ("am", "pm"):
        clock = frozenset(hour for hour in clock if (hour >= 12) == (half == "pm"))
    elif half:
        clock = _both(_of_part(half.removeprefix("inthe").removeprefix("at")), clock)
    return _both(part, clock)


def _of_part(word: str) -> frozenset[int]:
    return _NIGHT if word == "night" else frozenset(_PARTS.get(word, ()))


def _twice(hour: int, *, spelt: bool) -> frozenset[int]:
    """Returns an hour of the clock as hours of the day; digits as on a railway clock mean one alone."""
    if not 0 <= hour <= 24:
        return frozenset()
    if hour > 12 or hour == 0 or (spelt and hour < 10):
        return frozenset({hour % 24})
    return frozenset({hour % 12, hour % 12 + 12})
