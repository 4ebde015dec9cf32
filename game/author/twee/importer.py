"""A Twine story as a draft of a scenario: passages as scenes, links as options, true-or-false variables as facts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from game.author.twee.collect_parts import (
    EVIDENCE,
    UNSAID,
    PassageContents,
    PassageLine,
    PassageOption,
    closed,
    ordered,
    unclosed,
)
from game.author.twee.draft import DraftEnding, DraftLine, DraftNode, DraftOption, DraftScenario, Ways
from game.author.twee.fit import LONGEST_TITLE
from game.author.twee.formats import READERS
from game.author.twee.header import TAG, Header, read, rupture_names
from game.author.twee.logic import ALWAYS, FALSE, TRUE, change
from game.author.twee.markup import bare
from game.author.twee.names import Ids, says_all, shown_name, slug, slug_of_variable
from game.author.twee.parts import SetVariable
from game.author.twee.speech import Paragraph, cast, paragraphs, said
from game.author.twee.story import Loss, Passage, Twee
from game.errors import GameError
from game.scenario.model import STATE_PARTS, YOU, Capacity, EndingKind, Frame, Hour, Lying, repaired

PROGRAMS = {
    "script": "a script", "stylesheet": "a stylesheet", "widget": "widgets", "Twine.image": "a picture",
    "Twine.audio": "a sound", "Twine.video": "a film", "Twine.vtt": "subtitles", "annotation": "a note",
}  # fmt: skip
SPECIAL = re.compile(r"Story(Banner|Caption|Interface|Menu|Share|Subtitle|Author|DisplayTitle|Includes|Settings)")
FRAMING = re.compile(r"Passage(Header|Footer|Ready|Done)")
BEGINNING = ("StoryInit",)
JUMP, TODO_END = "goes-on", "todo-ending"
MOST_LINES, MOST_LINKS = 400, 200  # of one passage
PLACE, FRAME = "clinic-desk", Frame.THERAPEUTIC.value
_QUOTES = re.compile(r'[“"„«‘](.*)[”"“»’]', re.S)
FIELDS = {"own words": "own_words", "hour": "time"}  # of a node, as a scenario file names them
_CONCEPTS = re.compile(r"\[\d+(, \d+)*\]")
_VALUE = re.compile(r"(?<![\w$&#])\$[A-Za-z_]\w*")


@dataclass(slots=True)
class _Read:
    """A passage read: what it holds, and its paragraphs."""

    passage: Passage
    holds: PassageContents
    text: list[Paragraph]


@dataclass(slots=True)
class Importer:
    """One story on its way in; `losses` fills as it goes."""

    story: Twee
    kind: str
    moves: Collection[str]
    losses: list[Loss] = field(default_factory=list)
    with_header: bool = True
    header: Header = field(default_factory=Header)
    opened: list[DraftNode] = field(default_factory=list)  # by links of the passage that is being made a scene
    ids: Ids = field(default_factory=Ids)
    option_ids: Ids = field(default_factory=Ids)
    nodes: dict[str, str] = field(default_factory=dict)  # id of each passage
    people: dict[str, str] = field(default_factory=dict)
    state: dict[str, int] = field(default_factory=dict)

    def draft(self) -> DraftScenario:
        """Returns the draft; dangling links get an ending to lead to."""
        kind = self.kind
        self._take_header()
        read = [self._read(passage, kind) for passage in self.story.passages if self._told(passage, kind)]
        replies = [paragraphs(reply, kind) for one in read for reply in _replies(one.holds)]
        self.people = {shown_name(str(one["name"])): id_ for id_, one in self.header.people.items()}
        found = cast(chain(*(one.text for one in read), *replies), kind, taken=self.header.people)
        self.people |= {name: id_ for name, id_ in found.items() if name not in self.people}
        for one in read:
            self.nodes[one.passage.name] = self.ids.new(one.passage.name, "node")
        scenes = list[DraftNode]()
        for one in read:
            scenes += [self._scene(one, kind), *self.opened]
            self.opened = []
        if "" in self.nodes:
            ending = DraftEnding("mixed", "TODO", "TODO: a link led to a passage that is not there.")
            scenes.append(DraftNode(self.nodes[""], "", PLACE, FRAME, ending=ending))
        if not scenes:
            raise GameError("The file holds no passage of a story, only scripts and the like. Is it the right one?")
        people = {id_: name for name, id_ in self.people.items() if id_ != YOU}
        people |= {id_: str(one["name"]) for id_, one in self.header.people.items()}
        people = people or {"client": "TODO the client's name"}
        beginning = self.story.start if self.story.start in self.nodes else "Start"
        start = self.nodes.get(beginning or "Start", scenes[0].id)
        if self.story.start and self.story.start not in self.nodes:
            self._lose(1, "StoryData", f"the beginning at `{self.story.start}`, which is not a passage")
        title = self.story.title or "TODO title"
        client = self.header.client or next(iter(people))
        return DraftScenario(title, start, people, client, self.state, tuple(scenes), self.header)

    def _lose(self, line: int, passage: str, what: str) -> None:
        self.losses.append(Loss(line, passage, what))

    def _take_header(self) -> None:
        """Takes the header that an exported scenario keeps in a passage, if there is one and it is wanted."""
        for passage in self.story.passages if self.with_header else ():
            if TAG in passage.tags:
                found = read(passage.text)
                if found is None:
                    self._lose(passage.line, passage.name, "the header, which is not as it was written")
                self.header = found or self.header

    def _told(self, passage: Passage, kind: str) -> bool:
        """Returns whether a passage is part of the story itself; what is not is told."""
        if passage.name in BEGINNING or "startup" in passage.tags:
            self._begin(READERS[kind](passage.text, passage.line).parts(), passage)
            return False
        if TAG in passage.tags:
            return False
        what = next((PROGRAMS[tag] for tag in passage.tags if tag in PROGRAMS), None)
        if SPECIAL.fullmatch(passage.name) or FRAMING.fullmatch(passage.name) or {"header", "footer"} & {*passage.tags}:
            what = "a part of the page round the story"
        if what is not None:
            self._lose(passage.line - 1, passage.name, what)
        return what is None

    def _begin(self, parts: Iterable[object], passage: Passage) -> None:
        """Takes what is set before the story begins: the client's state is kept, and false is what facts are anyway."""
        for part in parts:
            if not isinstance(part, SetVariable) or part.value.lower() == FALSE or not part.name:
                continue
            if part.name in STATE_PARTS and re.fullmatch(r"10|\d", part.value):
                self.state[part.name] = int(part.value)
            else:
                self._lose(part.line, passage.name, f"`{part.name}` is {part.value[:40]} from the beginning")

    def _read(self, passage: Passage, kind: str) -> _Read:
        reader = READERS[kind](passage.text, passage.line)
        holds = PassageContents().take(reader.parts())
        for line, what in sorted([*reader.lost, *holds.lost]):
            self._lose(line, passage.name, what)
        for spoken in chain(holds.spoken, *_replies(holds)):
            if value := _VALUE.search(spoken.text) if kind != "chapbook" else None:
                self._lose(spoken.line, passage.name, f"the value of `{value[0]}` in the text (left as it stands)")
        if kind == "harlowe":
            holds.spoken = [type(s)(re.sub(r"[{}]", "", s.text), s.when, s.line) for s in holds.spoken]
        return _Read(passage, holds, paragraphs(holds.spoken, kind))

    def _scene(self, read: _Read, kind: str) -> DraftNode:
        passage, holds = read.passage, read.holds
        place, frame = _where(passage)
        sets, changes = self._effects(holds.puts, passage.name)
        choices: tuple[DraftOption, ...] = ()
        goto: Ways = ()
        ending = None
        text = read.text
        if JUMP in passage.tags and holds.offered:
            goto = self._ways(closed(ordered(holds.offered)), passage, holds.offered[0].line)
            self._lose_each(unclosed(ordered(holds.offered)), passage)
        elif holds.offered:
            choices = tuple(self._choice(one, passage, kind, sets, changes) for one in holds.offered[:MOST_LINKS])
            self._lose_each((f"the way to `{to}` that is taken without a click" for _, to in holds.ways), passage)
            for one in holds.offered if len(choices) > 1 else ():
                if one.opened is not None:
                    self._lose(
                        one.line, passage.name, f"that other links stay beside what “{one.text.strip()[:40]}” opens"
                    )
        elif holds.ways:
            goto = self._ways(closed(holds.ways), passage, passage.line)
            self._lose_each(unclosed(holds.ways), passage)
        else:
            ending, text = self._ending(passage, read.text, kind, holds.notes)
        if len(holds.offered) > MOST_LINKS or len(text) > MOST_LINES:
            self._lose(passage.line, passage.name, f"all after {MOST_LINES} lines and {MOST_LINKS} links")
        if (sets or changes) and not choices and ending is None:
            self._lose(passage.line, passage.name, f"what is set in passing ({', '.join([*sets, *dict(changes)])})")
        return DraftNode(
            self.nodes[passage.name], passage.name, place, frame, self._lines(text, kind), choices, goto, ending,
            passage.line, self._node_notes(passage, holds.of_node, ending is None),
        )  # fmt: skip

    def _node_notes(self, passage: Passage, notes: Mapping[str, str], wants_title: bool) -> tuple[tuple[str, str], ...]:
        """Returns the fields of a node that stand in a comment; a name that no id can say becomes the title."""
        allowed: dict[str, set[str]] = {"hour": set(Hour), "lying": set(Lying), "capacity": set(Capacity)}
        found = {}
        for key, text in notes.items():
            if text not in allowed.get(key, {text}) or (key == "concepts" and not _CONCEPTS.fullmatch(text)):
                self._lose(passage.line, passage.name, f"the {key} `{text[:40]}`, which is none")
            else:
                found[FIELDS.get(key, key)] = text
        if wants_title and not says_all(self.nodes[passage.name], passage.name):
            found.setdefault("title", passage.name)
        return tuple(found.items())

    def _opened(self, one: PassageOption, holds: PassageContents, passage: Passage, kind: str) -> str:
        """Makes a node of what a link opens to choose from, and returns its id."""
        id_ = self.ids.new(passage.name, "node")
        made, at = DraftNode(id_, passage.name, *_where(passage), line=one.line), len(self.opened)
        choices = tuple(self._choice(inner, passage, kind, (), {}) for inner in holds.offered[:MOST_LINKS])
        if len(holds.offered) > MOST_LINKS:
            self._lose(one.line, passage.name, f"all after {MOST_LINKS} links that “{one.text.strip()[:40]}” opens")
        self.opened.insert(at, replace(made, choices=choices))
        return id_

    def _lose_each(self, what: Iterable[str], passage: Passage) -> None:
        for one in what:
            self._lose(passage.line, passage.name, one)

    def _lines(self, text: Iterable[Paragraph], kind: str) -> tuple[DraftLine, ...]:
        found = (said(paragraph, self.people, kind) for paragraph in text)
        return tuple(islice((line for line in found if line is not None), MOST_LINES))

    def _ending(
        self, passage: Passage, text: list[Paragraph], kind: str, notes: Mapping[str, str]
    ) -> tuple[DraftEnding, list[Paragraph]]:
        """Returns the ending that a passage without links is, and the text that stands before it."""
        how = next((tag[7:] for tag in passage.tags if tag.startswith("ending-")), "")
        how = how if how in set(EndingKind) else EndingKind.MIXED.value
        last, title = "", passage.name
        if text and text[-1].when == ALWAYS and bare(text[-1].who, kind) not in self.people:
            line = said(text[-1], {}, kind)
            last, text = line.text if line else "", text[:-1]
            if text and text[-1].heading and text[-1].when == ALWAYS and len(text[-1].text) <= LONGEST_TITLE:
                title, text = bare(text[-1].text, kind), text[:-1]
        last = last or "TODO: what it came to, in two or three sentences."
        mended, unmended = (self.nodes.get(notes.get(key, ""), "") for key in ("mended", "unmended"))
        return DraftEnding(how, title, last, notes.get("outcome", ""), mended, unmended), text

    def _choice(
        self, one: PassageOption, passage: Passage, kind: str, sets: tuple[str, ...], changes: dict[str, int]
    ) -> DraftOption:
        if not one.said:
            self._lose(one.line, passage.name, UNSAID)
        words = bare(one.text, kind) or "TODO"
        quoted = _QUOTES.fullmatch(words)
        notes = dict(one.notes)
        own_sets, own_changes = self._effects(one.puts, passage.name)
        for part, by in changes.items():
            own_changes[part] = max(-3, min(3, own_changes.get(part, 0) + by))
        id_ = self.option_ids.new(notes.get("option", words), "option", words=0 if "option" in notes else 6)
        sets = tuple(dict.fromkeys((*own_sets, *sets)))
        ways = self._ways(one.ways, passage, one.line)
        if one.opened is not None:
            ways = ((ALWAYS, self._opened(one, one.opened, passage, kind)),)
        return DraftOption(
            id_, quoted[1] if quoted and quoted[1].strip() else words, quoted is not None and bool(quoted[1].strip()),
            ways, one.line, one.when, one.needs, bare(one.locked, kind),
            sets, tuple(own_changes.items()), opens=self._rupture("opens", notes, sets, one.line, passage),
            repairs=self._rupture("repairs", notes, sets, one.line, passage),
            moves=self._moves(notes.get("moves", ""), passage, one.line), evidence=_evidence(notes),
            reply=self._lines(paragraphs(one.reply, kind), kind),
            feedback=notes.get("feedback", ""), instead=notes.get("instead", ""),
        )  # fmt: skip

    def _rupture(self, key: str, notes: Mapping[str, str], sets: tuple[str, ...], line: int, passage: Passage) -> str:
        """Returns the rupture that a comment says an option opens or repairs, where its fact is set as well."""
        name = notes.get(key, "")
        fact = repaired(name) if key == "repairs" else name
        if name in rupture_names(self.header) and fact in map(slug_of_variable, sets):
            return name
        if name:
            self._lose(line, passage.name, f"that it {key} the rupture `{name[:40]}`")
        return ""

    def _moves(self, text: str, passage: Passage, line: int) -> tuple[str, ...]:
        named = re.findall(r"[a-z0-9_]+", text)
        for name in named:
            if name not in self.moves:
                self._lose(line, passage.name, f"the move `{name}`, which the rubric does not know")
        return tuple(name for name in named if name in self.moves)

    def _ways(self, ways: Ways, passage: Passage, line: int) -> Ways:
        """Returns the ways with nodes in place of passages; one that leads nowhere goes to an ending of its own."""
        found = []
        for asks, target in ways:
            if target not in self.nodes:
                self._lose(
                    line, passage.name, f"the link to `{target[:80]}`, which is not a passage (leads to an ending)"
                )
                if "" not in self.nodes:
                    self.nodes[""] = self.ids.new(TODO_END, TODO_END)
            found.append((asks, self.nodes.get(target) or self.nodes[""]))
        return tuple(found)

    def _effects(self, puts: Iterable[SetVariable], passage: str) -> tuple[tuple[str, ...], dict[str, int]]:
        """Returns the variables made true and the changes of the client's state; other settings are told."""
        sets: dict[str, None] = {}
        changes: dict[str, int] = {}
        for put in puts:
            if put.value.lower() == TRUE:
                sets[put.name] = None
            elif changed := change(put):
                changes[changed[0]] = max(-3, min(3, changes.get(changed[0], 0) + changed[1]))
            elif put.value.lower() != FALSE or passage != self.story.start:
                self._lose(put.line, passage, f"the setting of `{put.name}` to {put.value[:40]}")
        return tuple(sets), changes


def _where(passage: Passage) -> tuple[str, str]:
    """Returns place and frame as the passage's tags say, or as every draft begins."""
    place = next((slug(tag[6:]) for tag in passage.tags if tag.startswith("place-") and slug(tag[6:])), PLACE)
    frame = next((tag[6:] for tag in passage.tags if tag[6:] in set(Frame) and tag.startswith("frame-")), FRAME)
    return place, frame


def _replies(holds: PassageContents) -> Iterator[tuple[PassageLine, ...]]:
    """Yields what is said when each link is clicked, and those that it opens."""
    for one in holds.offered:
        yield one.reply
        if one.opened is not None:
            yield from _replies(one.opened)


def _evidence(notes: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Returns the words that stood in comments for moves, each with its move."""
    return tuple((key[len(EVIDENCE) :], text) for key, text in notes.items() if key.startswith(EVIDENCE))
