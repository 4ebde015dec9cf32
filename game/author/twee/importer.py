"""A Twine story as a draft of a scenario: passages as scenes, links as options, true-or-false variables as facts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice

from game.author.twee import chapbook, harlowe, sugarcube
from game.author.twee.collect_parts import EVIDENCE, UNSAID, PassageContents, PassageOption, closed, ordered
from game.author.twee.draft import DraftEnding, DraftLine, DraftNode, DraftOption, DraftScenario, Ways
from game.author.twee.logic import ALWAYS, FALSE, TRUE, change
from game.author.twee.markup import bare
from game.author.twee.names import Ids, slug
from game.author.twee.parts import SetVariable
from game.author.twee.speech import Paragraph, cast, paragraphs, said
from game.author.twee.story import Loss, Passage, Twee
from game.errors import GameError
from game.scenario.model import YOU, EndingKind, Frame
from game.scenario.shorthand import STATE_PARTS

READERS = {
    "sugarcube": sugarcube.SugarCubeReader,
    "harlowe": harlowe.HarloweReader,
    "chapbook": chapbook.ChapbookReader,
}
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
    moves: Collection[str]
    losses: list[Loss] = field(default_factory=list)
    ids: Ids = field(default_factory=Ids)
    option_ids: Ids = field(default_factory=Ids)
    nodes: dict[str, str] = field(default_factory=dict)  # id of each passage
    people: dict[str, str] = field(default_factory=dict)
    state: dict[str, int] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The story format, by what the story says or by what its passages look like."""
        if self.story.format in READERS:
            return self.story.format
        text = "\n".join(passage.text for passage in self.story.passages)
        if "<<" not in text and re.search(r"\((?:link|link-goto|if|set|go-to):", text):
            return "harlowe"
        if "<<" not in text and re.search(r"^--$|^\[(?:if|continued|cont)\b[^\n]*\]$|\{link to:", text, re.M):
            return "chapbook"
        return "sugarcube"

    def draft(self) -> DraftScenario:
        """The draft; dangling links get an ending to lead to."""
        kind = self.kind
        read = [self._read(passage, kind) for passage in self.story.passages if self._told(passage, kind)]
        replies = [paragraphs(offered.reply) for one in read for offered in one.holds.offered]
        self.people = cast(chain(*(one.text for one in read), *replies), kind)
        for one in read:
            self.nodes[one.passage.name] = self.ids.new(one.passage.name, "node")
        scenes = [self._scene(one, kind) for one in read]
        if "" in self.nodes:
            ending = DraftEnding("mixed", "TODO", "TODO: a link led to a passage that is not there.")
            scenes.append(DraftNode(self.nodes[""], "", PLACE, FRAME, ending=ending))
        if not scenes:
            raise GameError("The file holds no passage of a story, only scripts and the like. Is it the right one?")
        people = {id_: name for name, id_ in self.people.items() if id_ != YOU}
        people = people or {"client": "TODO the client's name"}
        beginning = self.story.start if self.story.start in self.nodes else "Start"
        start = self.nodes.get(beginning or "Start", scenes[0].id)
        if self.story.start and self.story.start not in self.nodes:
            self._lose(1, "StoryData", f"the beginning at `{self.story.start}`, which is not a passage")
        title = self.story.title or "TODO title"
        return DraftScenario(title, start, people, next(iter(people)), self.state, tuple(scenes))

    def _lose(self, line: int, passage: str, what: str) -> None:
        self.losses.append(Loss(line, passage, what))

    def _told(self, passage: Passage, kind: str) -> bool:
        """Whether a passage is part of the story itself; what is not is told."""
        if passage.name in BEGINNING or "startup" in passage.tags:
            self._begin(READERS[kind](passage.text, passage.line).parts(), passage)
            return False
        what = next((PROGRAMS[tag] for tag in passage.tags if tag in PROGRAMS), None)
        if SPECIAL.fullmatch(passage.name) or FRAMING.fullmatch(passage.name) or {"header", "footer"} & {*passage.tags}:
            what = "a part of the page round the story"
        if what is not None:
            self._lose(passage.line - 1, passage.name, what)
        return what is None

    def _begin(self, parts: Iterable[object], passage: Passage) -> None:
        """What is set before the story begins: the client's state is kept, and false is what facts are anyway."""
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
        for spoken in holds.spoken:
            if value := _VALUE.search(spoken.text) if kind != "chapbook" else None:
                self._lose(spoken.line, passage.name, f"the value of `{value[0]}` in the text (left as it stands)")
        if kind == "harlowe":
            holds.spoken = [type(s)(re.sub(r"[{}]", "", s.text), s.when, s.line) for s in holds.spoken]
        return _Read(passage, holds, paragraphs(holds.spoken))

    def _scene(self, read: _Read, kind: str) -> DraftNode:
        passage, holds = read.passage, read.holds
        place = next((slug(tag[6:]) for tag in passage.tags if tag.startswith("place-") and slug(tag[6:])), PLACE)
        frame = next((tag[6:] for tag in passage.tags if tag[6:] in set(Frame) and tag.startswith("frame-")), FRAME)
        sets, changes = self._effects(holds.puts, passage.name)
        choices: tuple[DraftOption, ...] = ()
        goto: Ways = ()
        ending = None
        text = read.text
        if JUMP in passage.tags and holds.offered:
            goto = self._ways(closed(ordered(holds.offered)), passage, holds.offered[0].line)
        elif holds.offered:
            choices = tuple(self._choice(one, passage, kind, sets, changes) for one in holds.offered[:MOST_LINKS])
            for _, target in holds.ways:
                self._lose(passage.line, passage.name, f"the way to `{target}` that is taken without a click")
        elif holds.ways:
            goto = self._ways(closed(holds.ways), passage, passage.line)
        else:
            ending, text = self._ending(passage, read.text, kind, holds.notes)
        if len(holds.offered) > MOST_LINKS or len(text) > MOST_LINES:
            self._lose(passage.line, passage.name, f"all after {MOST_LINES} lines and {MOST_LINKS} links")
        if (sets or changes) and not choices and ending is None:
            self._lose(passage.line, passage.name, f"what is set in passing ({', '.join([*sets, *dict(changes)])})")
        return DraftNode(
            self.nodes[passage.name], passage.name, place, frame, self._lines(text, kind), choices, goto, ending,
            passage.line,
        )  # fmt: skip

    def _lines(self, text: Iterable[Paragraph], kind: str) -> tuple[DraftLine, ...]:
        found = (said(paragraph, self.people, kind) for paragraph in text)
        return tuple(islice((line for line in found if line is not None), MOST_LINES))

    def _ending(
        self, passage: Passage, text: list[Paragraph], kind: str, notes: Mapping[str, str]
    ) -> tuple[DraftEnding, list[Paragraph]]:
        """The ending that a passage without links is, and the text that stands before it."""
        how = next((tag[7:] for tag in passage.tags if tag.startswith("ending-")), "")
        how = how if how in set(EndingKind) else EndingKind.MIXED.value
        last, title = "", passage.name
        if text and text[-1].when == ALWAYS and bare(text[-1].who, kind) not in self.people:
            line = said(text[-1], {}, kind)
            last, text = line.text if line else "", text[:-1]
            if text and text[-1].heading:
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
        return DraftOption(
            id_, quoted[1] if quoted and quoted[1].strip() else words, quoted is not None and bool(quoted[1].strip()),
            self._ways(one.ways, passage, one.line), one.line, one.when, one.needs, bare(one.locked, kind),
            tuple(dict.fromkeys((*own_sets, *sets))), tuple(own_changes.items()),
            moves=self._moves(notes.get("moves", ""), passage, one.line), evidence=_evidence(notes),
            reply=self._lines(paragraphs(one.reply), kind),
            feedback=notes.get("feedback", ""), instead=notes.get("instead", ""),
        )  # fmt: skip

    def _moves(self, text: str, passage: Passage, line: int) -> tuple[str, ...]:
        named = re.findall(r"[a-z0-9_]+", text)
        for name in named:
            if name not in self.moves:
                self._lose(line, passage.name, f"the move `{name}`, which the rubric does not know")
        return tuple(name for name in named if name in self.moves)

    def _ways(self, ways: Ways, passage: Passage, line: int) -> Ways:
        """The ways with nodes in place of passages; one that leads nowhere goes to an ending of its own."""
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
        """The variables made true and the changes of the client's state; other settings are told."""
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


def _evidence(notes: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The words that stood in comments for moves, each with its move."""
    return tuple((key[len(EVIDENCE) :], text) for key, text in notes.items() if key.startswith(EVIDENCE))
