"""Defects of the writing, which play goes on with: what gives the best away, what is missing or hard to read."""

from __future__ import annotations

import random

from benchmarks.defects.original import Edit, Kind, Original, kind, line_like
from game.rubric.points import weigh
from game.scenario.document import Path_
from game.scenario.model import Option

_LONG = "You went on and on and on about it, " * 6 + "and so it was."
_HARD = " Professional considerations necessitate organisational clarification of responsibilities." * 9


def _points(original: Original, path: Path_, option: Option) -> tuple[int, ...]:
    return weigh(original.rubric, original.scenario.nodes[str(path[1])], option).vector


def _said(original: Original, path: Path_) -> int:
    return original.key(*path, "say" if original.holds(*path, "say") else "do")


def _longer(line: str, more: str) -> str:
    return f'{line[:-1]}{more}"' if line.endswith('"') else line + more


def part_missing(original: Original, draw: random.Random, key: str, poor: bool) -> Edit:
    """One option without its feedback, or a poor one without another line to try."""
    found = [p for p, o in original.options() if original.holds(*p, key)]
    found = [p for p, o in original.options() if p in found and not (poor and min(_points(original, p, o)) >= 0)]
    path = draw.choice(found)
    number = original.key(*path, key)
    return original.with_line(number, None, number, original.key(*path))


def no_thoughts(original: Original, draw: random.Random) -> Edit:
    """A decision at which nobody thinks anything."""
    name = draw.choice([n for n, node in original.scenario.nodes.items() if node.options])
    begin, end = original.key("nodes", name), original.end("nodes", name)
    kept = [line.replace("(thinks)", "(neutral)") for line in original.lines[begin:end]]
    return Edit([*original.lines[:begin], *kept, *original.lines[end:]], frozenset({begin + 1}))


def textbook(original: Original, draw: random.Random) -> Edit:
    """A word from the textbook in what an option says; about as many letters of it are left out."""
    path, _ = draw.choice(original.options())
    number = _said(original, path)
    word = draw.choice(["boundaries", "autonomy", "informed consent", "rapport", "scope of practice", "empower you"])
    head, _, rest = original.lines[number].partition(": ")
    body = rest[1:] if rest.startswith('"') else rest
    quote = '"' if rest.startswith('"') else ""
    return original.with_line(number, f"{head}: {quote}Well, {word}. {body[len(word) + 8 :].lstrip(' :,')}", number)


def far_longer(original: Original, draw: random.Random) -> Edit:
    """One option half as long again as it was: told there or at its node."""
    path, option = draw.choice(original.options())
    number, words = _said(original, path), option.say or option.do or ""
    line = _longer(original.lines[number], (" And so on, and on, and on." * 9)[: len(words) // 2 + 20])
    return original.with_line(number, line, number, original.key("nodes", path[1]))


def best_longest(original: Original, _: random.Random) -> Edit:
    """The best option made the longest at every decision."""
    lines = list(original.lines)
    for name, node in original.scenario.nodes.items():
        paths = [(("nodes", name, "options", i), o) for i, o in enumerate(node.options or ())]
        if paths:
            path, best = max(paths, key=lambda pair: sum(_points(original, *pair)))
            most = max(len(o.say or o.do or "") for _, o in paths)
            number, short = _said(original, path), most + 3 - len(best.say or best.do or "")
            lines[number] = _longer(lines[number], " …" + "." * max(0, short - 2))
    return Edit(lines, frozenset({original.key("title") + 1}))


def two_options(original: Original, draw: random.Random) -> Edit:
    """A decision between two."""
    nodes = original.scenario.nodes
    name = draw.choice(
        [n for n, node in nodes.items() if len(node.options or ()) == 4 and not _conditional(node.options)]
    )
    count = len(nodes[name].options or ())
    lines = list(original.lines)
    for index in sorted(draw.sample(range(count), 2), reverse=True):
        path = ("nodes", name, "options", index)
        del lines[original.key(*path) : original.end(*path)]
    return Edit(lines, frozenset({original.key("nodes", name) + 1}))


def _conditional(options: tuple[Option, ...] | None) -> bool:
    return any(option.when or option.needs or option.sets or option.opens or option.repairs for option in options or ())


def one_sided(original: Original, draw: random.Random) -> Edit:
    """A decision at which every option makes the same move."""
    name = draw.choice([n for n, node in original.scenario.nodes.items() if len(node.options or ()) > 2])
    lines = list(original.lines)
    for index, _ in enumerate(original.scenario.nodes[name].options or ()):
        lines[original.key("nodes", name, "options", index, "moves")] = "        moves: [sets_frame]"
    return Edit(lines, frozenset({original.key("nodes", name) + 1}))


def hard_to_read(original: Original, _: random.Random) -> Edit:
    """Every feedback ends in office words."""
    lines = [_longer(line, _HARD) if line.startswith("        feedback: ") else line for line in original.lines]
    return Edit(lines, frozenset({original.key("title") + 1}))


def few_questions(original: Original, draw: random.Random) -> Edit:
    """Two questions for the class, or none for the player."""
    key = draw.choice(["discussion", "reflection"])
    begin, end = original.key(key), original.end(key)
    kept = original.lines[begin : begin + 3] if key == "discussion" else []
    return Edit(
        [*original.lines[:begin], *kept, *original.lines[end:]], frozenset({begin + 1, original.key("title") + 1})
    )


def no_repair(original: Original, _: random.Random) -> Edit | None:
    """A rupture that nothing repairs, and no condition that waits for it."""
    if not original.scenario.ruptures:
        return None
    lines = [line for line in original.lines if not line.startswith("        repairs: ")]
    opened = [n + 1 for n, line in enumerate(lines) if line.startswith("        opens: ")]
    asked = [n + 1 for n, line in enumerate(lines) if "-repaired" in line]
    return Edit(lines, frozenset({*opened, *asked}))


KINDS: dict[str, Kind] = {
    "option without feedback": kind(lambda o, d: part_missing(o, d, "feedback", poor=False), "missing-feedback"),
    "poor option without instead": kind(lambda o, d: part_missing(o, d, "instead", poor=True), "missing-instead"),
    "nobody thinks anything": kind(no_thoughts, "missing-thought"),
    "word from the textbook": kind(textbook, "textbook-word", "option-length"),
    "one option far longer": kind(far_longer, "option-length", "long-sentence best-stands-out"),
    "best option longest everywhere": kind(best_longest, "best-stands-out", "option-length"),
    "two options at a decision": kind(two_options, "option-count", "one-sided option-length"),
    "nothing at stake": kind(one_sided, "one-sided", "missing-instead same-effect unused-answer"),
    "sentence too long": kind(line_like(r"(?<=feedback: )\S.*$", lambda _m, _d: f'"{_LONG}"'), "long-sentence"),
    "hard to read": kind(hard_to_read, "reading-grade", "long-sentence"),
    "too few questions": kind(few_questions, "missing-questions"),
    "rupture never repaired": kind(no_repair, "unmended-rupture unknown-fact"),
}
