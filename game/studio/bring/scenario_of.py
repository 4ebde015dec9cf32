"""A draft made into a scenario file: headings become ids, names and moves are those that are nearest.

What is not known for certain is told in words; a move that nobody knows stays as a comment above its option.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from game.author.schema import HEADER
from game.author.twee.names import Ids, slug
from game.did_you_mean import nearest
from game.errors import GameError
from game.locations import ASSETS
from game.rubric.model import Rubric
from game.rubric.translate import in_words
from game.scenario.document import Data
from game.scenario.model import NARRATION, THINKS, YOU, EndingKind, Expression, Frame
from game.scenario.spans import parts
from game.studio.bring.columns import plain
from game.studio.bring.story import BroughtLine, BroughtOption, BroughtScene, BroughtStory
from game.studio.edits import written
from game.studio.edits.meant import as_data
from game.studio.edits.place import dash, line_start, place
from game.words import _

_END = re.compile(r"(?:end|ending|fin|final)\b *(?P<kind>[a-z]+)? *[:.–-]? *(?P<title>.*)$", re.I)
_SAID = re.compile(r"(?P<who>[^:(\n]{1,30}?) *(?:\((?P<how>[^()]{1,20})\))? *: +(?P<words>.+)$", re.S)
_MOVE = re.compile(r"\s*(?P<move>[^:;,\n(“\"]+?)\s*(?:[:(]?\s*[“\"](?P<quote>[^”\"]+)[”\"]\)?)?\s*(?:[;,\n]|$)")
_COMMA = "\x1f"  # stands for a comma within the meaning of a move
_YOU = ("you", "me", "i", "tu", "yo", "player", "therapist")
_SEEN = ("", "narration", "narrator", "-", "–", "seen", "narracion")
_THOUGHT = ("thinks", "thought", "thinking", "piensa")


@dataclass(slots=True)
class _Maker:
    """One draft on its way to a file; `told` fills with what was not certain."""

    story: BroughtStory
    rubric: Rubric
    told: list[str] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)  # plain name → id
    cast: dict[str, Data] = field(default_factory=dict)
    ids: Ids = field(default_factory=lambda: Ids((YOU, NARRATION, THINKS)))
    node_ids: Ids = field(default_factory=Ids)
    option_ids: Ids = field(default_factory=Ids)
    scenes: list[str] = field(default_factory=list)  # the ids of the draft's scenes
    nodes: dict[str, Data] = field(default_factory=dict)
    endings: dict[str, Data] = field(default_factory=dict)
    nodes_after: dict[str, Data] = field(default_factory=dict)  # the scenes of the endings
    unknown: dict[tuple[str, int], list[str]] = field(default_factory=dict)

    def say(self, scene: BroughtScene | None, words: str) -> None:
        """Notes something that was not certain."""
        self.told.append(f"{scene.heading}: {words}" if scene else words)

    def person(self, name: str) -> str:
        """Returns the id of somebody by a name, who joins the cast when first met."""
        known = plain(name)
        if known in _SEEN:
            return NARRATION
        if known in _YOU:
            return YOU
        for there, id_ in self.people.items():
            if there == known or there.split()[0] == known or known.split()[0] == there:
                return id_
        id_ = self.ids.new(name.split()[0], "person")
        self.people[known] = id_
        self.cast[id_] = {"name": name.strip(), "pronouns": "they/them", "relation": _("someone you know")}
        return id_

    def line(self, scene: BroughtScene, line: BroughtLine) -> Data:
        """Returns a line as the file has it."""
        who = self.person(line.who)
        words = " ".join(line.words.split())
        if who == NARRATION:
            return {NARRATION: words} if _SAID.match(words) else words
        how = self.expression(scene, line.how)
        return {f"{who} ({how})" if how != Expression.NEUTRAL else who: words}

    def expression(self, scene: BroughtScene, how: str) -> str:
        """Returns the expression that is nearest to a word."""
        word = plain(how)
        if not word or word in [one.value for one in Expression]:
            return word or Expression.NEUTRAL.value
        if word in _THOUGHT:
            return THINKS
        near = nearest(word, [one.value for one in Expression if one is not Expression.THINKS])
        self.say(scene, _("no face is called “{how}”, so it is {face}.").format(how=how, face=(near or ["neutral"])[0]))
        return near[0] if near else Expression.NEUTRAL.value

    def answer(self, scene: BroughtScene, text: str, client: str) -> list[Data]:
        """Returns an answer's lines: `Name (how): words`, or words of the client."""
        found = []
        for row in filter(None, (row.strip() for row in text.split("\n"))):
            said = _SAID.match(row)
            if said and (plain(said["who"]) in (*self.people, *_YOU) or plain(said["who"]).split()[0] in self.short()):
                line = BroughtLine(said["who"], said["how"] or "", said["words"])
            else:
                line = BroughtLine(client, "", row)
            found.append(self.line(scene, line))
        return found

    def short(self) -> set[str]:
        """Returns the first names that are known."""
        return {name.split()[0] for name in self.people}

    def moves(self, scene: BroughtScene, option: BroughtOption, at: tuple[str, int]) -> Data | None:
        """Returns an option's moves, each with its words where any has some."""
        names = {in_words(code): code for code in self.rubric.moves} | {code: code for code in self.rubric.moves}
        names |= {plain(move.meaning): code for code, move in self.rubric.moves.items()}
        found: dict[str, str] = {}
        quotes = [quote.strip(' “”"') for quote in re.split(r"[;\n]", option.evidence) if quote.strip()]
        for number, match in enumerate(_MOVE.finditer(self._commas_kept(option.moves))):
            asked = match["move"].strip().replace(_COMMA, ",")
            word = plain(asked)
            holding = [name for name in names if word in name]
            near = [word] if word in names else holding if len(holding) == 1 else nearest(word, names)[:1]
            if not near:
                self.unknown.setdefault(at, []).append(asked)
                self.say(
                    scene, _("no move is called “{name}”; it stands as a note above its option.").format(name=asked)
                )
                continue
            if near[0] != word:
                self.say(scene, _("“{name}” was taken for “{move}”.").format(name=asked, move=near[0]))
            quote = match["quote"] or (quotes[min(number, len(quotes) - 1)] if quotes else "")
            found[names[near[0]]] = quote if quote and quote in option.words else ""
        if not any(found.values()):
            return as_data(list(found)) if found else None
        return as_data({code: quote or option.words for code, quote in found.items()})

    def _commas_kept(self, moves: str) -> str:
        """Returns the moves of an option with a sign in place of each comma that belongs to the meaning of one."""
        for move in self.rubric.moves.values():
            if "," in move.meaning:
                meaning = re.compile(re.escape(move.meaning), re.I)
                moves = meaning.sub(lambda found: found[0].replace(",", _COMMA), moves)
        return moves

    def onward(self, scene: BroughtScene, after: str | None) -> str:
        """Returns the scene that comes next; after the last an ending, which is made when something leads to it."""
        return after or self.ending(scene, "", _("The end"))

    def goes_to(self, scene: BroughtScene, words: str, after: str | None) -> str:
        """Returns the scene that an option leads to: by its heading, or an ending that is made for it."""
        asked = words.strip()
        headings = {plain(one.heading): id_ for one, id_ in zip(self.story.scenes, self.scenes, strict=True)}
        if not asked:
            return self.onward(scene, after)
        if plain(asked) in headings:
            return headings[plain(asked)]
        if end := _END.match(asked):
            return self.ending(scene, end["kind"] or "", end["title"].strip() or (end["kind"] or ""))
        near = nearest(plain(asked), headings)
        if near:
            self.say(scene, _("“{asked}” was taken for the scene “{near}”.").format(asked=asked, near=near[0]))
            return headings[near[0]]
        self.say(scene, _("no scene is called “{asked}”; the way leads on.").format(asked=asked))
        return self.onward(scene, after)

    def ending(self, scene: BroughtScene, kind: str, title: str) -> str:
        """Returns the id of an ending, made where it is new."""
        kinds = [one.value for one in EndingKind]
        if plain(kind) not in kinds:
            near = nearest(plain(kind), kinds) if kind else []
            title = title if near or not kind or title == kind else f"{kind} {title}".strip()
            kind = near[0] if near else EndingKind.MIXED.value
        title = title or _("The end")
        for id_, there in self.endings.items():
            if isinstance(there, dict) and there["title"] == title:
                return id_
        id_ = self.node_ids.new(title, "the-end", words=5)
        self.endings[id_] = {"kind": plain(kind), "title": title[:60], "text": title}
        self.nodes_after[id_] = {**self.where(scene), "ending": self.endings[id_]}
        return id_

    def where(self, scene: BroughtScene) -> dict[str, Data]:
        """Returns a scene's place and whose rules hold."""
        known = sorted({path.stem for path in (ASSETS / "places").rglob("*.webp")})
        wanted = slug(scene.place)
        near = [wanted] if wanted in known else nearest(wanted, known)[:1] if wanted else []
        if wanted and not near:
            self.say(scene, _("there is no picture of “{place}”.").format(place=scene.place))
        frames = [one.value for one in Frame]
        rules = plain(scene.rules)
        frame = next(iter([rules] if rules in frames else nearest(rules, frames) if rules else []), None)
        if rules and frame is None:
            self.say(scene, _("whose rules hold? “{rules}” is not known.").format(rules=scene.rules))
        return {"place": (near or [wanted or "treatment-room"])[0], "frame": frame or Frame.THERAPEUTIC.value}

    def scene(self, number: int, client: str) -> None:
        """Makes a scene of the draft."""
        scene, id_ = self.story.scenes[number], self.scenes[number]
        node: dict[str, Data] = {"title": scene.heading[:60], **self.where(scene)}
        if lines := [self.line(scene, line) for line in scene.lines]:
            node["lines"] = lines
        after = self.scenes[number + 1] if number + 1 < len(self.scenes) else None
        options = [
            self.option(scene, option, (id_, index), client, after) for index, option in enumerate(scene.options)
        ]
        if options:
            node["options"] = options
        else:
            node["goto"] = self.onward(scene, after)
        self.nodes[id_] = node

    def option(
        self, scene: BroughtScene, option: BroughtOption, at: tuple[str, int], client: str, after: str | None
    ) -> Data:
        """Makes an option of the draft."""
        words = " ".join(option.words.split()).strip('“”"')
        made: dict[str, Data] = {"id": self.option_ids.new(words, "option", words=4)}
        act = words.startswith(("(", "*", "["))
        made["do" if act else "say"] = words.strip("()*[]") if act else words
        option.words = str(made["do" if act else "say"])
        if (moves := self.moves(scene, option, at)) is not None:
            made["moves"] = moves
        if reply := self.answer(scene, option.answer, client):
            made["reply"] = reply
        if option.feedback:
            made["feedback"] = " ".join(option.feedback.split())
        if option.instead:
            made["instead"] = " ".join(option.instead.split()).strip('“”"')
        made["goto"] = self.goes_to(scene, option.goes_to, after)
        return as_data(made)


def scenario_of(story: BroughtStory, rubric: Rubric) -> tuple[str, list[str]]:
    """Returns the text of a scenario file, and what was not certain. Raises GameError for a draft without scenes."""
    if not story.scenes:
        raise GameError(
            _("No scenes were found. Give each a heading, and a table below it that begins with Who or You say.")
        )
    maker = _Maker(story, rubric)
    maker.scenes = [maker.node_ids.new(scene.heading, "scene", words=6) for scene in story.scenes]
    for scene in story.scenes:
        for line in scene.lines:
            maker.person(line.who)
    if not maker.cast:
        maker.person(_("Client"))
    client = next(iter(maker.cast))
    for number in range(len(story.scenes)):
        maker.scene(number, client)
    return _with_notes(_text(maker, client), maker.unknown), maker.told


def _text(maker: _Maker, client: str) -> str:
    story = maker.story
    head: dict[str, Data] = {
        "format": "2",
        "title": story.title.strip()[:80] or _("A new scenario"),
        "summary": _("What it is about, in one line."),
        "briefing": "\n\n".join(story.before) or _("Who you are, where you are, and what you know."),
        "question": _("What is the one question to hold on to?"),
        "cast": maker.cast,
        "client": client,
        "client_state": {"trust": "5", "ease": "5", "voice": "5"},
        "start": maker.scenes[0],
    }
    nodes = [written.entry(name, node, 2) for name, node in (maker.nodes | maker.nodes_after).items()]
    scenes = "\n\n".join(f"  {node}" for node in nodes)
    return f"{HEADER}\n{written.entries(_clean(head), 0)}\n\nnodes:\n{scenes}\n"


def _clean(head: dict[str, Data]) -> dict[str, Data]:
    found = as_data(head)
    assert isinstance(found, dict)
    return found


def _with_notes(text: str, unknown: dict[tuple[str, int], list[str]]) -> str:
    """Returns the text with what was not known as comments above the options."""
    assert parts(text) is not None
    for (node, number), names in reversed(unknown.items()):
        at = dash(text, place(text, ("nodes", node, "options", number)).child)
        start = line_start(text, at)
        notes = "".join(f"{text[start:at]}# not known as a move: {' '.join(name.split())}\n" for name in names)
        text = text[:start] + notes + text[start:]
    return text
