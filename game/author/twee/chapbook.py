"""Chapbook's passages as parts: vars section, `[if x]`, `[continued]`, `{link to: …}`; the rest is lost and told."""

from __future__ import annotations

import re
from itertools import pairwise

from game.author.twee.links import bracketed, quoted_texts
from game.author.twee.logic import TRUE
from game.author.twee.parts import Case, Link, Markup, Part, SetVariable, Test

_RULE = re.compile(r"^--[ \t]*$", re.M)
_SETTING = re.compile(r"([A-Za-z_]\w*)\s*:\s*(.+)")
_MODIFIER = re.compile(r"^\[(?!\[)([^\[\]\n]+)\][ \t]*$", re.M)
_CONTINUED = ("continued", "continue", "cont", "cont'd")
_UNSEEN = ("note", "note to myself", "todo", "fixme", "n.b.")
_PROGRAMS = ("javascript", "css")
_OPENS = re.compile(r"\[\[|\{(?=[A-Za-z_][^{}\n]*\})|<script\b|<style\b|<img\b", re.I)
_CLOSES = {"<script": "</script>", "<style": "</style>", "<img": ">"}
_TO = re.compile(r"\b(?:to|passage)\s*:\s*('(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")")
_REVEAL = re.compile(r"reveal link\s*:\s*('(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")")
_TEXT = re.compile(r"\btext\s*:\s*('(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")")
_LABEL = re.compile(r"\blabel\s*:\s*('(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")")


class ChapbookReader:
    """Reads one passage; `lost` collects (line, what) of all that is no part."""

    def __init__(self, text: str, line: int) -> None:
        self.text, self.line = text, line
        self.lost: list[tuple[int, str]] = []

    def parts(self) -> tuple[Part, ...]:
        """Returns all parts of the passage: the vars section first, then block after block."""
        text, line, found = self.text, self.line, list[Part]()
        if rule := _RULE.search(text):
            found += self._vars(text[: rule.start()])
            line += text.count("\n", 0, rule.end())
            text = text[rule.end() :]
        cuts = [(0, 0, ""), *((m.start(), m.end(), m[1]) for m in _MODIFIER.finditer(text)), (len(text), 0, "")]
        for (_, begins, modifier), (ends, _, _) in pairwise(cuts):
            self._block(modifier, text[begins:ends], line + text.count("\n", 0, begins), found)
        return tuple(found)

    def _vars(self, section: str) -> list[Part]:
        made: list[Part] = []
        for number, row in enumerate(section.split("\n"), self.line):
            if match := _SETTING.fullmatch(row.strip()):
                made.append(SetVariable(match[1], match[2].strip(), number))
            elif row.strip():
                self.lost.append((number, f"the setting `{_short(row)}`"))
        return made

    def _block(self, modifier: str, text: str, line: int, found: list[Part]) -> None:
        """Puts one block under its modifier, behind what was found before."""
        kind, _, args = modifier.strip().partition(" ")
        kind = kind.lower()
        body = () if modifier.strip().lower() in (*_UNSEEN, *_PROGRAMS) else tuple(self._inside(text, line))
        before = found[-1] if found else None
        if not kind or modifier.strip().lower() in _CONTINUED:
            found += body
        elif kind in ("if", "ifalways", "unless"):
            several = " && " in args or " || " in args
            test = args if kind != "unless" else f"not ({args})" if several else f"not {args}"
            found.append(Test((Case(test, body),), line))
        elif kind == "ifnever":
            return
        elif kind == "else" and isinstance(before, Test):
            found[-1] = Test((*before.cases, Case(None, body)), before.line)
        elif modifier.strip().lower() not in _UNSEEN:
            what = f"[{_short(modifier)}]"
            self.lost.append((line, what if kind in _PROGRAMS else f"{what} (what it holds was kept)"))
            found += body

    def _inside(self, text: str, line: int) -> list[Part]:
        """Words, links and inserts of a block."""
        found: list[Part] = []
        at = 0
        while match := _OPENS.search(text, at):
            if match.start() > at:
                found.append(Markup(text[at : match.start()], line))
            line += text.count("\n", at, match.start())
            at = match.start()
            end = self._opened(text, at, line, match[0].lower(), found)
            line += text.count("\n", at, end)
            at = end
        return [*found, Markup(text[at:], line)]

    def _opened(self, text: str, at: int, line: int, sign: str, found: list[Part]) -> int:
        """Takes what begins at `at`; gives where the text goes on."""
        if sign == "[[":
            link = bracketed(text, at, line, setters=False)
            if link is None:
                found.append(Markup("[[", line, bare=True))
                return at + 2
            found.append(link.link)
            return link.end
        if sign == "{":
            end = text.index("}", at) + 1
            insert = text[at + 1 : end - 1]
            to, label = _TO.search(insert), _LABEL.search(insert) or _REVEAL.match(insert)
            text_in = _TEXT.search(insert)
            if to and insert.split()[0] in ("link", "reveal"):
                target = quoted_texts(to[1])[0]
                found.append(Link(quoted_texts(label[1])[0] if label else target, target, line))
            elif label and text_in and _REVEAL.match(insert):
                inside = Markup(f" {quoted_texts(text_in[1])[0]} ", line)
                found.append(Link(quoted_texts(label[1])[0], None, line, (inside,)))
            else:
                self.lost.append((line, f"{{{_short(insert)}}}"))
            return end
        end = text.find(_CLOSES[sign], at)
        self.lost.append((line, {"<script": "a script", "<style": "a stylesheet"}.get(sign, "a picture")))
        return len(text) if end < 0 else end + len(_CLOSES[sign])


def is_true(value: str) -> bool:
    """Returns whether a variable's value is true, as its author wrote it."""
    return value.strip().lower() == TRUE


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57]}…"
