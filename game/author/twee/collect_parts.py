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
KEYS = (
    "option",
    "moves",
    "opens",
    "repairs",
    "feedback",
    "instead",
    rf"{EVIDENCE}\w+",
    "outcome",
    "mended",
    "unmended",
)
OF_NODE = ("title", "own words", "hour", "lying", "capacity", "concepts")
GO_ON = "Go on"
UNSAID = "a condition that is more than facts (what hangs on it is always there)"
_KEYED = re.compile(rf"({'|'.join((*KEYS, *OF_NODE))}): (.+)")
_WORKING_TAG = re.compile(
    r"<(?:a|audio|video|iframe|input|button|select|textarea|form|canvas|svg|object|embed)\b[^<>]{0,400}>|"
    r"<\w+[^<>]{0,400}\bdata-passage\b[^<>]{0,400}>", re.I
)  # fmt: skip
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
    way_said: bool = True  # as of `CaseContext`
    puts: tuple[SetVariable, ...] = ()
    reply: tuple[PassageLine, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    needs: VariableCondition = ALWAYS
    locked: str = ""
    opened: PassageContents | None = None  # what there is to choose then, in place of `ways`


@dataclass(slots=True)
class PassageContents:
    """Everything a passage holds; `ways` are those that it takes by itself."""

    spoken: list[PassageLine] = field(default_factory=list)
    offered: list[PassageOption] = field(default_factory=list)
    puts: list[SetVariable] = field(default_factory=list)
    ways: list[tuple[VariableCondition, str]] = field(default_factory=list)
    lost: list[tuple[int, str]] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)  # that wait for a link
    of_node: dict[str, str] = field(default_factory=dict)  # notes on the passage itself

    def take(self, parts: Iterable[Part], under: CaseContext = CaseContext()) -> PassageContents:
        """Takes in these parts, and is itself."""
        for part in parts:
            match part:
                case Markup():
                    self._tell_tags(part)
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

    def _tell_tags(self, part: Markup) -> None:
        """Tells of tags that do more than look like something; the text in them stays."""
        for tag in _WORKING_TAG.finditer(part.text) if not part.bare else ():
            self.lost.append((part.line + part.text.count("\n", 0, tag.start()), " ".join(tag[0].split())[:80]))

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
        for match in keyed:
            (self.of_node if match[1] in OF_NODE else self.notes)[match[1]] = from_note(match[2])
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
        if link.target is None and not _leads(link.body):  # looked at first: taking each body twice doubles with depth
            self._keep_open(link, under)
            return
        inside = PassageContents().take(link.body)
        if link.target is not None:
            inside.ways.append((ALWAYS, link.target))
        if not inside.ways and not inside.offered:  # its way hangs on more than facts
            self._keep_open(link, under)
            return
        self.lost += inside.lost
        opened = inside if inside.offered and not _goes_on(inside.offered) else None
        if opened is not None and inside.ways:
            self.lost += [
                (one.line, f"the link “{one.text.strip()}” inside one that leads away") for one in opened.offered
            ]
            opened, inside.offered = None, []
        ways = inside.ways + ordered(inside.offered) if opened is None else []
        self.lost += [(one.line, UNSAID) for one in inside.offered if opened is None and not one.way_said]
        self.lost += [(link.line, what) for what in unclosed(ways)]
        self._say(f"{LINKED}{link.text}{END}", under, link.line)
        when = under.when if under.said else ALWAYS
        reply = tuple(replace(spoken, text=_without_links(spoken.text)) for spoken in inside.spoken)
        way = under.way if under.way_said else ALWAYS
        notes = tuple(self.notes.items())
        self.offered.append(
            PassageOption(
                link.text,
                closed(ways),
                when,
                way,
                link.line,
                under.said,
                under.way_said,
                tuple(inside.puts),
                reply,
                notes,
                opened=opened,
            )
        )
        self.notes = {}

    def _keep_open(self, link: Link, under: CaseContext) -> None:
        """Takes what a link opens that leads nowhere as if it had been clicked, and tells so."""
        words = link.text.strip()
        self.lost.append((link.line, f"the link “{words}”, which opens a part of the page (kept open)"))
        self.lost += [
            (put.line, f"that `{put.name}` is set by clicking “{words}” (set in any case)")
            for put in link.body
            if isinstance(put, SetVariable)
        ]
        self.take(link.body, under)

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
    """Returns the ways that these links lead, in place of one another."""
    found = [(_both(one.way, asks), to) for one in offered for asks, to in one.ways]
    return [(asks, to) for asks, to in found if asks is not None]


def _leads(parts: Iterable[Part]) -> bool:
    """Returns whether anything in these parts leads to a passage."""
    for part in parts:
        if isinstance(part, GoTo) or (isinstance(part, Link) and (part.target is not None or _leads(part.body))):
            return True
        if isinstance(part, Test) and any(_leads(case.body) for case in part.cases):
            return True
    return False


def _goes_on(offered: Iterable[PassageOption]) -> bool:
    """Returns whether these links are one way on, of no words of its own, that may lead to several places."""
    links = list(offered)
    mere = all(not (one.puts or one.reply or one.notes or one.locked or one.opened) for one in links)
    words = links[0].text.strip()
    alike = all(one.text.strip() == words for one in links)
    return mere and alike and (words == GO_ON or not any(map(str.isalnum, words)))


def _both(one: VariableCondition | None, other: VariableCondition | None) -> VariableCondition | None:
    return one.and_(other) if one is not None and other is not None else None


def closed(ways: list[tuple[VariableCondition, str]]) -> tuple[tuple[VariableCondition, str], ...]:
    """Returns the ways up to the first that is always open; the last is made so."""
    found: list[tuple[VariableCondition, str]] = []
    for way in ways:
        found.append(way)
        if way[0] == ALWAYS:
            break
    return (*found[:-1], (ALWAYS, found[-1][1])) if found else ()


def unclosed(ways: list[tuple[VariableCondition, str]]) -> list[str]:
    """Returns what is told where `closed` opens a way: nothing where one is always open."""
    if not ways or any(asks == ALWAYS for asks, _ in ways):
        return []
    return [f"what the way to `{ways[-1][1]}` hangs on (without another, it is always open)"]


def _locked(test: Test) -> str | None:
    """Returns the reason in `<<if>>link<<else>><span class="locked">reason</span><</if>>`."""
    if len(test.cases) != 2 or test.cases[1].test is not None:
        return None
    said = "".join(part.text for part in test.cases[1].body if isinstance(part, Markup))
    match = _LOCKED.fullmatch(said)
    return match[1] if match and len(said) > 0 else None


def _without_links(text: str) -> str:
    return re.sub(f"{LINKED}[^{END}]*{END}", "", text)
