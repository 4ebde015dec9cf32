"""Harlowe's passages as parts: links, `(link-goto:)`, `(link:)[…]`, `(set:)`, `(if:)[…]`; the rest is lost and told."""

from __future__ import annotations

import re

from game.author.twee.links import bracketed, quoted_texts
from game.author.twee.logic import puts
from game.author.twee.parts import Case, GoTo, Link, Markup, Note, Part, Test

MOST_DEPTH = 20
MOST_UNCLOSED = 20  # brackets; the rest of such a passage is taken for text
_OPENS = re.compile(
    r"<!--|<script\b|<style\b|<img\b|\[\[|\|[\w-]+[>)]\[|\((?=[A-Za-z][\w-]*:)|(?<![\w\]])\[(?=[^\[\]]*\]<\w+\|)", re.I
)
_CLOSES = {"<!--": "-->", "<script": "</script>", "<style": "</style>", "<img": ">"}
_HOOK = re.compile(r"\s*(?:\|[\w-]+[>)])?\[(?!\[)")
_NAMED_BEHIND = re.compile(r"<[\w-]+\|")
_ALIGNED = re.compile(r"^[ \t]*(?:=+><=+|=+>|<=+|<=+>|\|=+|=+\||\|=+\||=+\|=+)[ \t]*(?:\n|\Z)", re.M)  # and columns
_ELSE = ("elseif", "else")
_SILENT = ("transition", "t8n", "textstyle", "css", "align", "background", "textcolour", "textcolor", "color", "colour")
_REVEALING = ("link", "linkreplace", "linkrepeat", "linkreveal", "linkrevealgoto", "linkrerun", "click")


class HarloweReader:
    """Reads one passage; `lost` collects (line, what) of all that is no part."""

    def __init__(self, text: str, line: int, depth: int = 0) -> None:
        self.text, self.line, self.at, self.depth = text, line, 0, depth
        self.lost: list[tuple[int, str]] = []
        self.found: list[Part] = []
        self.asking: list[Case] | None = None  # the cases of an `(if:)` that an `(else:)` may follow
        self.unclosed = 0

    def parts(self) -> tuple[Part, ...]:
        """Returns all parts of the passage."""
        while match := _OPENS.search(self.text, self.at):
            self._words(self.text[self.at : match.start()])
            self.at = match.start()
            self._opened(match[0].lower())
        self._words(self.text[self.at :])
        return tuple(self.found)

    def _words(self, text: str) -> None:
        if text:
            if text.strip():
                self.asking = None
            end = 0
            for mark in _ALIGNED.finditer(text):
                self._plain(text[end : mark.start()])
                self.lost.append((self.line, f"the looks of the rows from `{mark[0].strip()}` on"))
                self._plain("\n\n" * ("\n" in mark[0]), mark[0].count("\n"))
                end = mark.end()
            self._plain(text[end:])

    def _plain(self, text: str, rows: int | None = None) -> None:
        if text:
            self.found.append(Markup(text, self.line))
        self.line += text.count("\n") if rows is None else rows

    def _opened(self, sign: str) -> None:
        if sign != "(":
            self.asking = None
        if sign == "[[":
            found = bracketed(self.text, self.at, self.line, setters=False)
            if found is not None:
                self.found.append(found.link)
                self.at = found.end
                return
        elif sign in _CLOSES:
            if (end := self.text.find(_CLOSES[sign], self.at)) >= 0:
                self._outside(sign, self.text[self.at + len(sign) : end])
                self.at = end + len(_CLOSES[sign])
                return
        elif sign == "(" and self.unclosed < MOST_UNCLOSED:
            if (end := closing(self.text, self.at)) >= 0:
                self._macro(end)
                return
            self.unclosed += 1
        elif (hook := self._hook()) is not None:
            self.found += hook
            return
        self._words(self.text[self.at : self.at + len(sign)])
        self.at += len(sign)

    def _outside(self, sign: str, inside: str) -> None:
        if sign == "<!--":
            self.found.append(Note(inside.strip(), self.line))
        else:
            self.lost.append((self.line, {"<script": "a script", "<style": "a stylesheet"}.get(sign, "a picture")))
        self.line += inside.count("\n")

    def _hook(self) -> tuple[Part, ...] | None:
        """Returns the parts of the hook that begins here, if one does; its name is of no use."""
        match = _HOOK.match(self.text, self.at)
        if match is None or self.depth >= MOST_DEPTH or self.unclosed >= MOST_UNCLOSED:
            return None
        end = closing(self.text, match.end() - 1)
        if end < 0:
            self.unclosed += 1
            return None
        if match[0].strip().startswith("|") and ")" in match[0]:
            self.lost.append(
                (self.line, f"that `{match[0].strip()[1:-2]}` is hidden at first (shown from the beginning)")
            )
        inner = HarloweReader(
            self.text[match.end() : end], self.line + self.text.count("\n", self.at, match.end()), self.depth + 1
        )
        found = inner.parts()
        self.lost += inner.lost
        self.line += self.text.count("\n", self.at, end)
        behind = _NAMED_BEHIND.match(self.text, end + 1)
        self.at = behind.end() if behind else end + 1
        return found

    def _macro(self, end: int) -> None:
        name, _, args = self.text[self.at + 1 : end].partition(":")
        name, args, line = re.sub("[-_]", "", name.lower()), args.strip(), self.line  # `link-goto` is `linkgoto`
        self.line += self.text.count("\n", self.at, end)
        self.at = end + 1
        if name in ("if", "unless") or (name in _ELSE and self.asking is not None):
            self._test(name, args, line)
            return
        self.asking = None
        texts = quoted_texts(args)
        if name == "set":
            made = puts(args, line)
            self.found += made
            self.lost += [(line, f"the setting `{_short(put.value)}`") for put in made if not put.name]
        elif name == "goto" and texts:
            self.found.append(GoTo(texts[0], line))
        elif name == "linkgoto" and texts:
            self.found.append(Link(texts[0], texts[-1], line))
        elif name in _REVEALING and texts:
            target = texts[-1] if name == "linkrevealgoto" else None
            self.found.append(Link(texts[0], target, line, self._hook() or ()))
        else:
            if name not in _SILENT:
                self.lost.append((line, f"({_short(f'{name}: {args}')})"))
            self.found += self._hook() or ()

    def _test(self, name: str, args: str, line: int) -> None:
        body = self._hook()
        if body is None:
            self.lost.append((line, f"({name}:) without a hook behind it"))
            return
        if name in ("if", "unless"):
            several = " and " in args or " or " in args
            self.asking = [Case(args if name == "if" else f"not ({args})" if several else f"not {args}", body)]
            self.found.append(Test(tuple(self.asking), line))
        elif self.asking is not None:
            self.asking.append(Case(None if name == "else" else args, body))
            while not isinstance(self.found[-1], Test):  # only blanks stand between
                self.found.pop()
            self.found[-1] = Test(tuple(self.asking), self.found[-1].line)
            self.asking = None if name == "else" else self.asking


def closing(text: str, at: int) -> int:
    """Returns where the bracket that opens at `at` closes again; -1 when it does not. Quotes in round brackets may
    hold any."""
    opening, shut = text[at], {"(": ")", "[": "]"}[text[at]]
    depth, quote, macros = 0, "", opening == "("
    for n in range(at, min(len(text), at + 20_000)):
        sign = text[n]
        if quote:
            quote = "" if sign == quote and text[n - 1] != "\\" else quote
        elif macros and sign == '"':
            quote = sign
        elif sign == opening:
            depth += 1
        elif sign == shut:
            depth -= 1
            if depth == 0:
                return n
    return -1


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57]}…"
