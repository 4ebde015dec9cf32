"""SugarCube's passages as parts: links, `<<link>>`, `<<goto>>`, `<<set>>`, `<<if>>`; the rest is lost and told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from game.author.twee.links import bracketed, quoted_texts
from game.author.twee.logic import puts
from game.author.twee.parts import Case, GoTo, Link, Markup, Note, Part, SetVariable, Test

MOST_DEPTH = 20
_OPENS = re.compile(r'/\*|/%|<!--|"""|<nowiki>|\{\{\{|<script\b|<style\b|\[img\[|<img\b|\[\[|<<', re.I)
_CLOSES = {
    "/*": "*/",
    "/%": "%/",
    "<!--": "-->",
    '"""': '"""',
    "<nowiki>": "</nowiki>",
    "{{{": "}}}",
    "<script": "</script>",
    "<style": "</style>",
    "[img[": "]]",
    "<img": ">",
    "<<": ">>",
}
_MACRO = re.compile(r"(/?[A-Za-z][\w-]*|=|-)\s*(.*)", re.S)
_RAW = ("script", "widget")  # what stands between them is no text
_SILENT = ("nobr", "silently", "replace", "silent", "do", "capture")  # what stands between them is
_HOLDING = ("link", "button", "click", "if", "switch", "append", "prepend", "timed", "type", "repeat", "for", "cont")
_REVEALING = ("linkreplace", "linkappend", "linkprepend")


@dataclass(slots=True)
class _Open:
    """A macro that is not closed yet: its parts until now, and of `<<if>>` the cases before."""

    name: str
    args: str
    line: int
    parts: list[Part] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    test: str | None = None


class SugarCubeReader:
    """Reads one passage; `lost` collects (line, what) of all that is no part."""

    def __init__(self, text: str, line: int) -> None:
        self.text, self.line, self.at = text, line, 0
        self.lost: list[tuple[int, str]] = []
        self.open = [_Open("", "", line)]
        self.absent: set[str] = set()  # closing signs that do not come any more

    def parts(self) -> tuple[Part, ...]:
        """Returns all parts of the passage."""
        while match := _OPENS.search(self.text, self.at):
            self._words(self.text[self.at : match.start()])
            self.at = match.start()
            self._opened(match[0].lower())
        self._words(self.text[self.at :])
        while len(self.open) > 1:
            self.lost.append((self.open[-1].line, f"<<{self.open[-1].name}>> is never closed"))
            self._close(self.open[-1].name)
        return tuple(self.open[0].parts)

    def _words(self, text: str, bare: bool = False) -> None:
        if text:
            self.open[-1].parts.append(Markup(text, self.line, bare))
            self.line += text.count("\n")

    def _opened(self, sign: str) -> None:
        """Reads what begins at the present place with this sign."""
        if sign == "[[":
            found = bracketed(self.text, self.at, self.line)
            if found is None:
                self._skip(2)
                self._words("[[", bare=True)
            else:
                self.open[-1].parts.append(found.link)
                self._told_puts(found.link.body)
                self.at = found.end
            return
        end = self._closing(sign)
        if end < 0:
            self._words(self.text[self.at : self.at + len(sign)], bare=True)
            self._skip(len(sign))
            return
        inside, line = self.text[self.at + len(sign) : end], self.line
        self.at = end + len(_CLOSES[sign])
        if sign == "<<":
            self._macro(inside)
        elif sign in ("/*", "/%", "<!--"):
            self.open[-1].parts.append(Note(inside.strip(), line))
        elif sign in ('"""', "<nowiki>", "{{{"):
            self._words(inside, bare=True)
            return
        else:
            self.lost.append((line, {"<script": "a script", "<style": "a stylesheet"}.get(sign, "a picture")))
        self.line += inside.count("\n")

    def _skip(self, signs: int) -> None:
        self.at += signs

    def _closing(self, sign: str) -> int:
        """Returns where the closing sign stands, or -1; quotes in a macro may hold its sign."""
        close = _CLOSES[sign]
        if close in self.absent:
            return -1
        end = self.text.find(close, self.at + len(sign))
        for _ in range(4):
            if sign != "<<" or end < 0 or _quotes(self.text, self.at, end) % 2 == 0:
                break
            further = self.text.find(close, end + 2, end + 2000)
            if further < 0:
                break
            end = further
        if end < 0:
            self.absent.add(close)
        return end

    def _macro(self, inside: str) -> None:
        match = _MACRO.fullmatch(inside.strip())
        if match is None:
            self.lost.append((self.line, f"<<{_short(inside)}>>"))
            return
        name, args = match[1].lower(), match[2].strip()
        top = self.open[-1]
        if name.startswith("/"):
            if any(o.name == name[1:] for o in self.open):
                while self.open[-1].name != name[1:]:
                    self._close(self.open[-1].name)
                self._close(name[1:])
        elif name in ("else", "elseif") and top.name == "if":
            top.cases.append(Case(top.test, tuple(top.parts)))
            top.parts, top.test = [], args.removeprefix("if ").strip() if name == "elseif" or args else None
        elif name in _RAW:
            self._raw(name)
        elif name in (*_HOLDING, *_REVEALING, *_SILENT):
            if len(self.open) > MOST_DEPTH:
                self.lost.append((self.line, f"<<{name}>>, nested too deeply"))
            else:
                self.open.append(_Open(name, args, self.line, test=args))
        else:
            self._simple(name, args)

    def _raw(self, name: str) -> None:
        """Skips a macro whose inside is a program."""
        end = self.text.lower().find(f"<</{name}>>", self.at)
        self.lost.append((self.line, f"<<{name}>>"))
        if end >= 0:
            self.line += self.text.count("\n", self.at, end)
            self.at = end + len(name) + 5

    def _simple(self, name: str, args: str) -> None:
        add = self.open[-1].parts.append
        if name == "set":
            made = puts(args, self.line)
            self._told_puts(made)
            self.open[-1].parts.extend(made)
        elif name == "goto" and (target := _target(args)):
            add(GoTo(target, self.line))
        elif name in ("return", "back"):
            self.lost.append((self.line, f"<<{name}>>: a way back to wherever the reader came from"))
        elif name not in ("stop", "break", "continue"):
            self.lost.append((self.line, f"<<{_short(f'{name} {args}')}>>"))

    def _told_puts(self, made: tuple[Part, ...]) -> None:
        self.lost += [
            (p.line, f"the setting `{_short(p.value)}`") for p in made if isinstance(p, SetVariable) and not p.name
        ]

    def _close(self, name: str) -> None:
        """Puts what was open into what holds it."""
        made = self.open.pop()
        into = self.open[-1].parts
        if name == "if":
            made.cases.append(Case(made.test, tuple(made.parts)))
            into.append(Test(tuple(made.cases), made.line))
        elif name in ("link", "button", "click", *_REVEALING):
            words, target = _link(made.args)
            into.append(Link(words, target, made.line, tuple(made.parts)))
        else:
            if name not in _SILENT:
                self.lost.append((made.line, f"<<{_short(f'{name} {made.args}')}>> (what it holds was kept)"))
            into += made.parts


def _link(args: str) -> tuple[str, str | None]:
    """Returns the words and the target of a `<<link>>`: in quotes, or a link in double brackets."""
    if args.startswith("[[") and (found := bracketed(args, 0, 0)):
        return found.link.text, found.link.target
    texts = quoted_texts(args)
    return (texts[0] if texts else args), (texts[1] if len(texts) > 1 else None)


def _target(args: str) -> str | None:
    """Returns the passage that `<<goto>>` names."""
    if args.startswith("[[") and (found := bracketed(args, 0, 0)):
        return found.link.target
    texts = quoted_texts(args)
    return texts[0] if texts else None


def _quotes(text: str, start: int, end: int) -> int:
    return text.count('"', start, end) - text.count('\\"', start, end)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57]}…"
