"""Defects of shape: another kind of value, a number out of range, a part that is missing, YAML that is refused."""

from __future__ import annotations

import random

from benchmarks.defects.original import Edit, Kind, Make, Original, kind, line_like
from game.scenario.document import Path_


def without(*keys: str) -> Make:
    """One part of an option, a node or an ending taken out: told where it stood, or where its holder begins."""

    def make(original: Original, draw: random.Random) -> Edit | None:
        nodes, found = original.scenario.nodes, []
        holders: list[Path_] = [("nodes", n, "ending") for n in nodes if nodes[n].ending]
        holders += [path for path, _ in original.options()]
        if not {"kind", "goto"} & {*keys}:  # a node's own title is not needed, nor a `goto` where there are options
            holders += [("nodes", n) for n in nodes]
        for holder in holders:
            found += [(holder, key) for key in keys if original.holds(*holder, key)]
        if not found:
            return None
        holder, key = draw.choice(found)
        begin, end = original.key(*holder, key), original.end(*holder, key)
        if begin == original.key(*holder):
            return None
        return Edit(
            [*original.lines[:begin], *original.lines[end:]], frozenset({begin, begin + 1, original.key(*holder) + 1})
        )

    return make


def option_without_id(original: Original, draw: random.Random) -> Edit:
    """An option whose first line is lost, and whose dash stands before the next."""
    path, _ = draw.choice(original.options())
    number = original.key(*path)
    edit = original.with_line(number, None)
    edit.lines[number] = "      - " + edit.lines[number].lstrip()
    return edit


def top_without(*keys: str) -> Make:
    """A part of the whole file taken out."""

    def make(original: Original, draw: random.Random) -> Edit:
        key = draw.choice(keys)
        begin, end = original.key(key), original.end(key)
        first = original.document.marks.line + 1
        return Edit([*original.lines[:begin], *original.lines[end:]], frozenset({first, begin, begin + 1}))

    return make


def ending_beside_options(original: Original, draw: random.Random) -> Edit:
    """A node that both ends and goes on: told at either."""
    number, _ = draw.choice(list(original.matches(r"^    options:$")))
    ending = "    ending: {kind: good, title: So, text: So it was.}"
    return original.with_new(number, ending, true=(number, number + 1))


def before(pattern: str, *lines: str) -> Make:
    """Lines put in before a line like this."""

    def make(original: Original, draw: random.Random) -> Edit:
        number, _ = draw.choice(list(original.matches(pattern)))
        return original.with_new(number, *lines)

    return make


def swapped(pattern: str, *instead: str) -> Make:
    """Something else in place of what matches."""
    return line_like(pattern, lambda _, draw: draw.choice(instead))


def latin_1(original: Original, draw: random.Random) -> bytes:
    """The file saved in the encoding of an old program; the checker is given the bytes."""
    number, _ = draw.choice(list(original.matches(r"[a-z]{4}$")))
    lines = [line.encode() for line in original.lines]
    lines[number] += " caf\u00e9".encode("latin-1")
    return b"\n".join(lines)


def utf_16(original: Original, draw: random.Random) -> bytes:
    """The file saved with two bytes a letter, with its mark or without."""
    return original.text.encode(draw.choice(["utf-16", "utf-16-le", "utf-16-be"]))


_WORDS = r"(?<= say: )\S.*$"
KINDS: dict[str, Kind] = {
    "list for text": kind(swapped(r"(?<=feedback: )\S.*$", "[One, Two]", "[]"), "wrong-kind"),
    "list for what is said": kind(swapped(_WORDS, "[One, Two]"), "wrong-kind", also="say-or-do"),
    "mapping for text": kind(swapped(r"(?<=feedback: )\S.*$|(?<=instead: )\S.*$", "{one: two}"), "wrong-kind"),
    "nothing for text": kind(
        swapped(r"(?<=feedback:) \S.*$|(?<=say:) \S.*$", ""), "wrong-kind say-or-do missing-feedback"
    ),
    "text for a mapping": kind(swapped(r"(?<= client: )\{.*\}$", "better", "+1"), "wrong-kind"),
    "text for a list of nodes": kind(swapped(r"(?<=^    lines:)$", " She waits."), "wrong-kind syntax"),
    "evidence that is not there": kind(
        swapped(r"(?<= moves: )\{.*\}$", '{takes_over: "Words of nobody"}'),
        "evidence-not-found",
        also="missing-instead",
    ),
    "word for a number": kind(swapped(r"(?<=: )[+-]?\d(?=[,}])", "two", "1.5", "++1", "high"), "wrong-number"),
    "number out of range": kind(swapped(r"(?<=: )[+-]\d(?=[,}])", "+9", "-4", "+100"), "wrong-number"),
    "state out of range": kind(swapped(r"(?<=trust: )\d(?=,.*voice)", "11", "-1"), "wrong-number"),
    "concept out of range": kind(swapped(r"(?<=concepts: \[)\d+", "0", "28", "four"), "wrong-number"),
    "truth misspelt": kind(before(r"^        feedback: ", "        once: yes"), "wrong-value"),
    "bound out of range": kind(
        swapped(r"(?<=: )\"[<>]= \d+\"", '">= 11"', '"<= -1"', '"> 10"', '"< 0"'), "bad-condition"
    ),
    "bound that always holds": kind(swapped(r"(?<=: )\"[<>]= \d+\"", '">= 0"', '"<= 10"'), "bad-condition"),
    "comparison misspelt": kind(
        swapped(r"(?<=: )\"[<>]= \d+\"", '"=> 3"', '"3"', '"= 3"', '"at least 3"'), "bad-condition"
    ),
    "condition of a word": kind(
        swapped(r"(?<=when: )\{(has|not): \[[a-z-]+\]\}", "gossip", "[gossip]"), "bad-condition"
    ),
    "text far too long": kind(swapped(r"(?<=feedback: )\S.*$", "so it went on and on " * 100), "too-long"),
    "option without its say": kind(without("say", "do"), "say-or-do"),
    "option without its goto": kind(without("goto"), "missing-key one-way-on"),
    "option without its id": kind(option_without_id, "missing-key"),
    "node without place or frame": kind(without("place", "frame"), "missing-key"),
    "node without its way on": kind(without("options", "ending"), "one-way-on"),
    "ending without a part": kind(without("kind", "title", "text"), "missing-key"),
    "file without a part": kind(
        top_without("title", "summary", "cast", "client", "client_state", "start", "format"), "missing-key"
    ),
    "say and do both": kind(before(r"^        moves: ", "        do: You wait."), "say-or-do duplicate-key"),
    "needs without locked": kind(before(r"^        feedback: ", "        needs: {ease: '>= 4'}"), "lock-reason"),
    "locked without needs": kind(before(r"^        feedback: ", "        locked: Not now."), "lock-reason"),
    "ending beside options": kind(ending_beside_options, "one-way-on"),
    "anchor": kind(line_like(r"(?<= feedback: )(?=[A-Z])", lambda _m, _d: "&it "), "anchor", by_meaning=False),
    "alias": kind(swapped(r"(?<= feedback: )[A-Z].*$", "*it"), "alias syntax", by_meaning=False),
    "tag": kind(line_like(r"(?<= feedback: )(?=[A-Z])", lambda _m, _d: "!!str "), "tag", by_meaning=False),
    "merge key": kind(before(r"^        feedback: ", "        <<: {once: true}"), "merge-key", by_meaning=False),
    "second document": kind(before(r"^  [a-z-]+:$", "---"), "second-document", by_meaning=False),
    "document ended early": kind(before(r"^  [a-z-]+:$", "..."), "second-document", by_meaning=False),
    "directive": kind(lambda o, _: Edit(["%YAML 1.1", *o.lines], frozenset({1})), "directive", by_meaning=False),
    "invisible character": kind(
        line_like(r"(?<=[a-z])$", lambda _m, d: d.choice("\0\x07\u2028\ufeff")), "control-character"
    ),
    "saved as latin-1": kind(latin_1, "not-utf8", by_meaning=False),
    "saved as utf-16": kind(utf_16, "not-utf8 control-character", by_meaning=False),
}
