"""A scenario as frozen data: what an author wrote, checked for shape and nothing else.

The same classes are what pydantic validates against: a field's type is named after what it may hold, and what that is
stands in `game.scenario.fields`. To play a scenario that was checked before, neither is needed.
"""

# Long: a class for each part of the format, in the order of the file; they name one another, and all are short.

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from game.records import record
from game.words import in_quotes

if TYPE_CHECKING:  # only reading a file needs what pydantic checks: `game.scenario.fields` binds these names here then
    from pydantic import ConfigDict

    from game.scenario.fields import (
        Concept,
        Delta,
        Difficulty,
        Evidence,
        Format,
        Goto,
        Id,
        Ids,
        LanguageCode,
        Level,
        Lines,
        Minutes,
        Moves,
        Names,
        OptionalShort,
        OptionalText,
        Options,
        Short,
        Text,
        Truth,
        Unwritten,
        UnwrittenScenario,
        Variants,
        When,
    )

FORMAT = 2  # of the files that are written now; format 1 is read as it stands
YOU = "you"
THINKS = "thinks"
STATE_PARTS = ("trust", "ease", "voice")
NARRATION = "narration"


class Frame(StrEnum):
    """Whose rules the present setting calls for."""

    THERAPEUTIC = "therapeutic"
    SOCIAL = "social"
    WORKPLACE = "workplace"
    SCHOOL = "school"


class Capacity(StrEnum):
    """Whether both parties can decide now; presumed full."""

    FULL = "full"
    IMPAIRED = "impaired"


class Hour(StrEnum):
    """The hour that the picture of a place shows."""

    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


class Lying(StrEnum):
    """How the client lies on the table, draped."""

    FACE_DOWN = "face_down"
    FACE_UP = "face_up"
    ON_SIDE = "on_side"


class Expression(StrEnum):
    """What a face shows; `thinks` marks a private thought that play never shows."""

    NEUTRAL = "neutral"
    WARM = "warm"
    BRIGHT = "bright"
    AMUSED = "amused"
    RELIEVED = "relieved"
    WORRIED = "worried"
    HURT = "hurt"
    GUARDED = "guarded"
    PAINED = "pained"
    THOUGHTFUL = "thoughtful"
    THINKS = THINKS


class EndingKind(StrEnum):
    """How a conversation came out, for the people in it."""

    BEST = "best"
    GOOD = "good"
    MIXED = "mixed"
    POOR = "poor"


class Role(StrEnum):
    """Who someone in the cast is in the story."""

    CLIENT = "client"
    COMPANION = "companion"
    COLLEAGUE = "colleague"
    EMPLOYER = "employer"
    BYSTANDER = "bystander"


class RuptureKind(StrEnum):
    """How a client shows a break in the bond: by going quiet or by going against you (Eubanks)."""

    WITHDRAWAL = "withdrawal"
    CONFRONTATION = "confrontation"


_SHAPE: ConfigDict = {"extra": "forbid", "str_max_length": 4000, "str_strip_whitespace": True}


@record(frozen=True, slots=True)
class Bound:
    """A closed range that one part of the client state must lie in."""

    part: str
    low: int = 0
    high: int = 10


@record(frozen=True, slots=True)
class Condition:
    """What an option or line needs: facts that have happened, facts that have not, client state."""

    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    bounds: tuple[Bound, ...] = ()


@record(frozen=True, slots=True)
class Line:
    """One utterance or stage direction; the speaker is a cast id, `you` or `narration`."""

    __pydantic_config__ = _SHAPE

    speaker: str
    text: Text
    expression: Expression = Expression.NEUTRAL
    when: When = None

    @property
    def private(self) -> bool:
        """Returns True for a thought: kept for the debrief, never shown in play."""
        return self.expression is Expression.THINKS


@record(frozen=True, slots=True)
class Branch:
    """One way on: the node to go to, and when.

    to: the node to go to
    when: take this way only then; the last way of a list goes without
    """

    __pydantic_config__ = _SHAPE

    to: Id
    when: When = None


@record(frozen=True, slots=True)
class ClientState:
    """Trust (bond), ease (awkwardness gone) and voice (says what they feel), 0–10 each.

    trust: how safe the bond feels
    ease: how little awkwardness is left
    voice: how freely they say what they feel
    """

    __pydantic_config__ = _SHAPE

    trust: Level
    ease: Level
    voice: Level


@record(frozen=True, slots=True)
class StateChange:
    """What a choice does to the client state, −3…+3 each; the state itself clamps to 0–10.

    trust: what it does to the bond
    ease: what it does to the awkwardness, less being more
    voice: what it does to their saying what they feel
    """

    __pydantic_config__ = _SHAPE

    trust: Delta = 0
    ease: Delta = 0
    voice: Delta = 0


@record(frozen=True, slots=True)
class Option:
    """What is authored and offered: words or an act, the moves it makes, and what follows.

    id: its name, unique in the whole file; journals keep it, so do not change it once people have played
    goto: the node that follows, or a list of ways tried from the top, the last without `when`
    say: what you say; an option has either `say` or `do`
    do: an act or a silence; an option has either `say` or `do`
    moves: the behaviours that this makes, each with the words of `say` or `do` that make it true; they carry the points
    client: what it does to the client's state
    sets: facts that have happened from now on
    opens: the rupture that this opens; its name becomes a fact
    repairs: the rupture that this repairs; its name with `-repaired` becomes a fact
    when: offered only then, and not shown otherwise
    needs: shown locked unless this holds; goes with `locked`
    locked: why it is locked, in words of the story
    once: true when it can be chosen only once in a play
    reply: the lines that answer it
    feedback: what you did and what it did to the person; never about your character
    instead: something else to try, for weaker options; an act stands in parentheses
    """

    __pydantic_config__ = _SHAPE

    id: Id
    goto: Goto
    say: OptionalText = None
    do: OptionalText = None
    moves: Moves = ()
    client: StateChange = StateChange()
    sets: Ids = ()
    opens: Id | None = None
    repairs: Id | None = None
    when: When = None
    needs: When = None
    locked: OptionalText = None
    once: Truth = False
    reply: Lines = ()
    feedback: OptionalText = None
    instead: OptionalText = None
    evidence: Evidence = ()  # written under `moves`

    @property
    def words(self) -> str:
        """Returns what a player reads: speech in quotes, with what it quotes in single ones, and an act as it
        stands."""
        return in_quotes(self.say) if self.say else (self.do or "")


@record(frozen=True, slots=True)
class Ending:
    """Where a conversation comes to rest.

    kind: how it came out for the people in it
    title: its name, a few words
    text: what it came to, in two or three sentences
    outcome: what it came to for the other person, in one sentence
    mended: the ending that a play comes to instead which crossed a hard limit and mended every harm it did
    unmended: the ending that a play comes to instead which crossed a hard limit and left harm unmended
    """

    __pydantic_config__ = _SHAPE

    kind: EndingKind
    title: Short
    text: Text
    outcome: OptionalText = None
    mended: Id | None = None
    unmended: Id | None = None


@record(frozen=True, slots=True)
class Node:
    """A unit of dialogue that ends in options, a jump or an ending (exactly one of them).

    place: where it happens, which picks the picture
    frame: whose rules the setting calls for now
    title: its name for a person, on maps and in the debrief; without one, its id as words
    lines: what is said and seen before you choose
    own_words: a question that asks for the player's own line before the options show; kept, never scored
    options: what you can say or do; a node has either `options`, `goto` or `ending`
    goto: the node that follows without a choice, or a list of ways tried from the top
    ending: the conversation comes to rest here
    capacity: whether both can decide now
    concepts: the numbers of the concepts that this node plays
    time: the hour that the picture shows
    lying: the client lies draped on the table, this way
    """

    __pydantic_config__ = _SHAPE

    place: Id
    frame: Frame
    title: OptionalShort = None
    lines: Lines = ()
    own_words: OptionalText = None
    options: Options | None = None
    goto: Goto = ()
    ending: Ending | None = None
    capacity: Capacity = Capacity.FULL
    concepts: tuple[Concept, ...] = ()
    time: Hour = Hour.DAY
    lying: Lying | None = None


@record(frozen=True, slots=True)
class Casting:
    """Who someone is, for the table that shows how the whole library is cast; no play reads it.

    role: who they are in the story
    gender: in a word or two
    age: in a word or two
    culture: in a word or two
    body: in a word or two
    disability: in a word or two
    status: what they do, or what they are looked up to or down on for
    problem: true for the one whose wish or habit makes the dilemma
    """

    __pydantic_config__ = _SHAPE

    role: Role
    gender: Short
    age: Short
    culture: Short
    body: Short
    disability: Short
    status: Short
    problem: Truth = False


@record(frozen=True, slots=True)
class Person:
    """Someone in the cast.

    name: what they are called
    pronouns: such as she/her
    relation: who they are to you
    portrait: the picture to show; without one, a silhouette with their name
    casting: who they are, for the table of the whole library's cast; no play reads it
    """

    __pydantic_config__ = _SHAPE

    name: Short
    pronouns: Short
    relation: Short
    portrait: Id | None = None
    casting: Casting | None = None


@record(frozen=True, slots=True)
class Teaching:
    """A teacher's notes.

    dilemma: the two goods that pull apart
    trap: what makes the weaker line tempting
    forks: the nodes that are worth discussing
    standards: the professional standards that it touches
    limits: what it leaves out or simplifies
    """

    __pydantic_config__ = _SHAPE

    dilemma: Text
    trap: Text
    forks: tuple[Id, ...] = ()
    standards: tuple[Text, ...] = ()
    limits: tuple[Text, ...] = ()


@record(frozen=True, slots=True)
class Rupture:
    """A break in the bond that an option may open and another repair.

    kind: how the client shows it: by going quiet or by going against you
    what: what happened between you, in one sentence
    harm: the hard limits whose harm this is, by their moves; only a repair of this rupture mends that harm
    """

    __pydantic_config__ = _SHAPE

    kind: RuptureKind
    what: Text
    harm: Names = ()


@record(frozen=True, slots=True)
class Scenario:
    """One YAML file: cast, nodes, endings. `id` is the file's name, `fingerprint` its meaning, `media` its folder.

    Where words vary from play to play, `written` is the scenario with the places for them still open.

    format: the version of this format: 2
    title: the name on the library's card
    summary: one line for the library's card
    briefing: who, where and what you know, shown before play
    question: the one question to hold while playing
    cast: everyone who speaks, each under a short name
    client: the short name of the person whose trust, ease and voice count
    client_state: trust, ease and voice at the start, 0 to 10; players never see the numbers
    start: the node that opens the conversation
    nodes: the scenes, each under a short name
    concepts: the numbers of the concepts that the scenario plays
    content_notes: what a player should know before going in
    minutes: how long a play takes
    level: how hard it is, 1 to 3
    varies: words that vary from play to play; `{name}` in a text stands for one of the words under that name
    ruptures: breaks in the bond that options may open and repair
    discussion: three to five questions for the class
    reflection: one or two open questions after the play; what is typed is kept and never scored
    teaching: a teacher's notes
    language: the language that it is written in, as a code such as `en` or `pt-BR`
    pictures: what your own pictures show, by their names, for whoever does not see them
    """

    __pydantic_config__ = _SHAPE

    format: Format
    title: Short
    summary: Text
    briefing: Text
    question: Text
    cast: Mapping[Id, Person]
    client: str
    client_state: ClientState
    start: str
    nodes: Mapping[Id, Node]
    concepts: tuple[Concept, ...] = ()
    content_notes: tuple[Text, ...] = ()
    minutes: Minutes = 10
    level: Difficulty = 2
    varies: Mapping[Id, Variants] = field(default_factory=dict)
    ruptures: Mapping[Id, Rupture] = field(default_factory=dict)
    discussion: tuple[Text, ...] = ()
    reflection: tuple[Text, ...] = ()
    teaching: Teaching | None = None
    language: LanguageCode = "en"
    pictures: Mapping[Id, Text] = field(default_factory=dict)
    id: Unwritten = ""
    fingerprint: Unwritten = ""
    written: UnwrittenScenario = None
    media: Unwritten = ""

    def name_of(self, speaker: str) -> str:
        """Returns the name to show for a speaker: a cast name, `You`, or nothing for narration."""
        if speaker in self.cast:
            return self.cast[speaker].name
        return "You" if speaker == YOU else ""

    def title_of(self, node: str) -> str:
        """Returns a node's name for a person: its title, or its id as words (`how-it-works`: How it works)."""
        known = self.nodes.get(node)
        return (known.title if known else None) or node.replace("-", " ").capitalize()


def repaired(rupture: str) -> str:
    """Returns the fact that says a rupture has been repaired."""
    return f"{rupture}-repaired"
