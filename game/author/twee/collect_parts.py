"""What a passage shows and where it leads, out of its parts: words and links, each under what it hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from game.author.twee.logic import ALWAYS, VariableCondition, asked
from game.author.twee.markup import as_entities, from_note
from game.author.twee.parts import GoTo, Link, Markup, Note, Part, SetVariable, Test

LINKED, END = "\x02", "\x03"  # round the words of a link, inside the text
EVIDENCE = "evidence "  # with the move behind it
KEYS = ("option", "moves", "feedback", "instead", rf"{EVIDENCE}\w+", "outcome", "mended", "unmended")
UNSAID = "a condition that is more than facts (what hangs on it is always there)"
_KEYED = re.compile(rf"({'|'.join(KEYS)}): (.+)")
_THOUGHT = re.compile(r"([^:\n()]{1,80}) \(thinks\): (.+)", re.S)
_LOCKED = re.compile(r'\s*<span class="locked">(.*?)</span>\s*', re.S)


@dataclass(frozen=True, slots=True)
class CaseContext:
    """What something hangs on: all that must hold (`when`), and what its case asks, the cases above it having failed
    (`way`); `said` is false where a scenario cannot say it."""

    when: VariableCondition = ALWAYS
    way: VariableCondition = ALWAYS
    said: bool = True
    way_said: bool = True


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A stretch of text with its markup, under one condition."""

    text: str
    when: VariableCondition
    line: int


@dataclass(frozen=True, slots=True)
class PassageOption:
    """A link as an option: its words, the ways it leads, what it sets, what is said then."""

    text: str
    ways: tuple[tuple[VariableCondition, str], ...]
    when: VariableCondition
    way: VariableCondition  # as of `CaseContext`
    line: int
    said: bool = True  # as of `CaseContext`
    puts: tuple[SetVariable, ...] = ()
    reply: tuple[PassageLine, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    needs: VariableCondition = ALWAYS
    locked: str = ""


@dataclass(slots=True)
class PassageContents:
    """Everything a passage holds; `ways` are those that it takes by itself."""

    spoken: list[PassageLine] = field(default_factory=list)
    offered: list[PassageOption] = field(default_factory=list)
    puts: list[SetVariable] = field(default_factory=list)
    ways: list[tuple[VariableCondition, str]] = field(default_factory=list)
    lost: list[tuple[int, str]] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)  # that wait for a link

    def take(self, parts: Iterable[Part], under: CaseContext = CaseContext()) -> PassageContents:
        """Takes in these parts, and is itself."""
        for part in parts:
            match part:
                case Markup():
                    self._say(as_entities(part.text) if part.bare else part.text, under, part.line)
                case Note():
                    self._note(part, under)
                case SetVariable():
                    self._put(part, under)
                case GoTo():
                    self._way(part.target, under, part.line)
                case Link():
                    self._link(part, under)
                case Test():
                    self._test(part, under)
        return self

    def _say(self, text: str, under: CaseContext, line: int) -> None:
        if not under.said and text.strip(f"{LINKED}{END} \n") and not text.startswith(LINKED):
            self.lost.append((line, UNSAID))
            text = f"\n\n{text}\n\n"
        when = under.when if under.said else ALWAYS
        last = self.spoken[-1] if self.spoken else None
        if last is not None and (last.when == when or not text.strip()):
            self.spoken[-1] = replace(last, text=last.text + text)
        else:
            self.spoken.append(PassageLine(text, when, line))

    def _note(self, note: Note, under: CaseContext) -> None:
        keyed = [match for row in note.text.split("\n") if (match := _KEYED.fullmatch(row.strip()))]
        self.notes |= {match[1]: from_note(match[2]) for match in keyed}
        if thought := _THOUGHT.fullmatch(note.text):
            said = as_entities(from_note(thought[2])).replace("\n", "<br>")
            self._say(f"\n\n{thought[1]} (thinks): {said}\n\n", under, note.line)

    def _put(self, put: SetVariable, under: CaseContext) -> None:
        if under.when != ALWAYS or not under.said:
            self.lost.append((put.line, f"the setting of `{put.name}`, which hangs on a condition"))
        elif put.name:
            self.puts.append(put)

    def _way(self, target: str, under: CaseContext, line: int) -> None:
        if under.way_said:
            self.ways.append((under.way, target))
        else:
            self.lost.append((line, f"a condition that is more than facts (the way to `{target}` is not taken)"))

    def _link(self, link: Link, under: CaseContext) -> None:
        inside = PassageContents().take(link.body)
        words = {offered.text for offered in inside.offered}
        ways = inside.ways + ordered(inside.offered)
        if link.target is not None:
            ways.append((ALWAYS, link.target))
        if not ways or len(words) > 1:
            self.lost.append((link.line, f"the link “{link.text.strip()}”, which opens a part of the page (kept open)"))
            self.take(link.body, under)
            return
        self.lost += inside.lost
        self._say(f"{LINKED}{link.text}{END}", under, link.line)
        when = under.when if under.said else ALWAYS
        reply = tuple(replace(spoken, text=_without_links(spoken.text)) for spoken in inside.spoken)
        way = under.way if under.way_said else ALWAYS
        notes = tuple(self.notes.items())
        self.offered.append(
            PassageOption(link.text, closed(ways), when, way, link.line, under.said, tuple(inside.puts), reply, notes)
        )
        self.notes = {}

    def _test(self, test: Test, under: CaseContext) -> None:
        reason = _locked(test)
        before: list[VariableCondition] | None = []  # what the cases above ask
        for case in test.cases[:1] if reason is not None else test.cases:
            own = ALWAYS if case.test is None else asked(case.test)
            both = _both(under.when, own)
            when = both.but_not(before) if both is not None and before is not None else None
            way = _both(under.way, own)
            first = len(self.offered)
            inner = CaseContext(
                when or ALWAYS, way or ALWAYS, under.said and when is not None, under.way_said and way is not None
            )
            self.take(case.body, inner)
            if reason is not None and own is not None and when is not None:
                for n in range(first, len(self.offered)):
                    self.offered[n] = replace(self.offered[n], when=under.when, needs=own, locked=reason)
            before = [*before, own] if before is not None and own is not None else None


def ordered(offered: Iterable[PassageOption]) -> list[tuple[VariableCondition, str]]:
    """The ways that these links lead, in place of one another."""
    found = [(_both(one.way, asks), to) for one in offered for asks, to in one.ways]
    return [(asks, to) for asks, to in found if asks is not None]


def _both(one: VariableCondition | None, other: VariableCondition | None) -> VariableCondition | None:
    return one.and_(other) if one is not None and other is not None else None


def closed(ways: list[tuple[VariableCondition, str]]) -> tuple[tuple[VariableCondition, str], ...]:
    """The ways up to the first that is always open; the last is made so."""
    found: list[tuple[VariableCondition, str]] = []
    for way in ways:
        found.append(way)
        if way[0] == ALWAYS:
            break
    return (*found[:-1], (ALWAYS, found[-1][1]))


def _locked(test: Test) -> str | None:
    """The reason in `<<if>>link<<else>><span class="locked">reason</span><</if>>`."""
    if len(test.cases) != 2 or test.cases[1].test is not None:
        return None
    said = "".join(part.text for part in test.cases[1].body if isinstance(part, Markup))
    match = _LOCKED.fullmatch(said)
    return match[1] if match and len(said) > 0 else None


def _without_links(text: str) -> str:
    return re.sub(f"{LINKED}[^{END}]*{END}", "", text)
