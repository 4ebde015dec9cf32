"""Defects of the layout: what YAML itself is broken by, or reads as something else without a word."""

from __future__ import annotations

import random
import re

from benchmarks.defects.original import Edit, Kind, Make, Original, kind, line_like

# what may be told of a line that stands where it should not, whichever way YAML then reads it
LAYOUT = "syntax unknown-key duplicate-key bad-line wrong-kind missing-key one-way-on say-or-do unknown-speaker bad-id"
_PROSE = r"(?<=: )(?P<a>[A-Z][^\"#{}\[\]:]{8,}? )(?P<b>[a-z][^\"#{}\[\]:]*)$"
_NARRATED = r"(?<=- )(?P<a>[A-Z][^\"#{}\[\]:]{8,}? )(?P<b>[a-z][^\"#{}\[\]:]*)$"
_QUOTED = r"(?<=: )\"(?P<text>[^\"]+)\"$"
_KEY = r"^(?P<lead> +(?:- )?)(?P<key>[a-z_]+): (?P<value>[A-Za-z\"].*)$"
_ITEM = r"^(?P<lead> +)- (?P<rest>.+)$"


def moved(original: Original, draw: random.Random) -> Edit:
    """A line further left or right than it should be."""
    number, match = draw.choice(list(original.matches(r"^ +(?=\S)")))
    left = len(match[0]) + draw.choice([n for n in (-2, -1, 1, 2) if len(match[0]) + n >= 0])
    return original.with_line(number, " " * left + original.lines[number].lstrip())


def moved_as_whole(original: Original, draw: random.Random) -> Edit:
    """An option with all that is in it one column off: its first line is where it goes wrong."""
    path, _ = draw.choice(original.options()[1:])
    begin, end, by = original.key(*path), original.end(*path), draw.choice([-1, 1])
    block = [line if not line.strip() else f" {line}" if by > 0 else line[1:] for line in original.lines[begin:end]]
    first_after = next((n for n in range(end, len(original.lines)) if original.lines[n].strip()), end)
    return Edit([*original.lines[:begin], *block, *original.lines[end:]], frozenset({begin + 1, first_after + 1}))


def tab(original: Original, draw: random.Random) -> Edit:
    """Spaces at the beginning of a line made a tab."""
    number, match = draw.choice(list(original.matches(r"^ +(?=\S)")))
    spaces = match[0]
    keep = draw.randrange(len(spaces))
    return original.with_line(number, spaces[:keep] + "\t" + original.lines[number].lstrip())


def lost_dash(keep_column: bool) -> Make:
    """An item without its dash."""
    return line_like(_ITEM, lambda m, _: m["lead"] + ("  " if keep_column else "") + m["rest"])


def _in_front(sign: str) -> Make:
    return line_like(r"(?<=: )(?P<text>[A-Z][^\"]{6,})$", lambda m, _: sign + m["text"])


def _bracketed(match: re.Match[str], draw: random.Random) -> str:
    first, _, rest = match["text"].partition(" ")
    return draw.choice([f"[{first}] {rest}", f"*{first}* {rest}", f"{{{first}}} {rest}"])


def _lost_comma(match: re.Match[str], _: random.Random) -> str:
    return match[0].replace(", ", " ", 1)


KINDS: dict[str, Kind] = {
    "indent, one line": kind(moved, LAYOUT),
    "indent, a whole option": kind(moved_as_whole, LAYOUT),
    "tab for spaces": kind(tab, "syntax"),
    "tab after the dash": kind(line_like(_ITEM, lambda m, _: f"{m['lead']}-\t{m['rest']}"), "syntax"),
    "tab and spaces mixed": kind(line_like(r"^ {2,}(?=\S)", lambda m, _: m[0][:-2] + "\t  "), "syntax"),
    "lost dash": kind(lost_dash(True), LAYOUT),
    "lost dash, pulled left": kind(lost_dash(False), LAYOUT),
    "dash without space": kind(line_like(_ITEM, lambda m, _: f"{m['lead']}-{m['rest']}"), LAYOUT),
    "lost colon": kind(line_like(_KEY, lambda m, _: f"{m['lead']}{m['key']} {m['value']}"), LAYOUT),
    "lost colon of a part": kind(line_like(r"^( +[a-z_-]+):$", lambda m, _: m[1]), LAYOUT),
    "colon without space": kind(line_like(_KEY, lambda m, _: f"{m['lead']}{m['key']}:{m['value']}"), LAYOUT),
    "colon in speech": kind(line_like(_PROSE, lambda m, _: f"{m['a'].rstrip()}: {m['b']}"), "syntax"),
    "colon in narration": kind(
        line_like(_NARRATED, lambda m, _: f"{m['a'].rstrip()}: {m['b']}"), "syntax bad-line unknown-speaker wrong-kind"
    ),
    "hash in prose": kind(line_like(_PROSE, lambda m, _: f"{m['a']}#1 {m['b']}"), "comment-in-text", "option-length"),
    "hash first": kind(_in_front("#"), "comment-in-text"),
    **{
        f"{sign} first": kind(_in_front(sign), "syntax anchor alias tag wrong-kind bad-line")
        for sign in ("*", "[", "{", "> ", "@", "&", "!", "%", "`", "| ", "? ")
    },
    "brackets or stars first": kind(line_like(r"(?<=: )(?P<text>[A-Z][^\"]{6,})$", _bracketed), "syntax alias"),
    "quote never closed": kind(line_like(_QUOTED, lambda m, _: f'"{m["text"]}'), "syntax"),
    "quote never opened": kind(line_like(_QUOTED, lambda m, _: f'{m["text"]}"'), "syntax unopened-quote"),
    "text after its quote": kind(line_like(_QUOTED, lambda m, _: f'"{m["text"]}" she says.'), "syntax"),
    "quote within quotes": kind(
        line_like(_QUOTED, lambda m, _: '"' + m["text"].replace(" ", ' "', 1).replace(" ", '" ', 2) + '"'), "syntax"
    ),
    "bracket never closed": kind(line_like(r"(?<=: )\[[^\]]+\]$", lambda m, _: m[0][:-1]), "syntax"),
    "bracket never opened": kind(
        line_like(r"(?<=: )\[([^\]]+)\]$", lambda m, _: m[0][1:]), "syntax unknown-move wrong-kind wrong-number"
    ),
    "brace never closed": kind(line_like(r"(?<=: )\{[^{}]+\}$", lambda m, _: m[0][:-1]), "syntax"),
    "brace never opened": kind(line_like(r"(?<=: )\{([^{}]+)\}$", lambda m, _: m[0][1:]), "syntax"),
    "lost comma in braces": kind(
        line_like(r"(?<=client: )\{[^{}]+, [^{}]+\}$", _lost_comma), "syntax wrong-number bad-condition"
    ),
}
