"""What stands on a screen in words, part by part in reading order; the voice and screen readers both tell this."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from game.window.stage.bubble import Bubble
from game.window.toolkit.controls import Button, Card, OptionButton
from game.window.toolkit.field import TextField
from game.window.toolkit.more import MoreOptions
from game.window.toolkit.page import Page, Pane
from game.window.toolkit.widgets import Sign, Space, Text, Widget
from game.words import _


class SentenceKind(Enum):
    """What a part of a screen is to somebody who does not see it."""

    TITLE = "title"
    TEXT = "text"
    LINE = "line"
    PLOT = "plot"
    BUTTON = "button"
    CHIP = "chip"
    CARD = "card"
    OPTION = "option"
    FIELD = "field"
    MORE = "more"


READ = (
    SentenceKind.TITLE,
    SentenceKind.TEXT,
    SentenceKind.LINE,
    SentenceKind.PLOT,
    SentenceKind.OPTION,
    SentenceKind.FIELD,
    SentenceKind.MORE,
)  # the rest is said when it is come to
CHARTS = "game.window.charts."
TITLES = ("title", "display", "heading")


@dataclass(frozen=True, slots=True)
class SpokenPart:
    """One part: what it is, its name, what it holds, whether it is chosen (None where nothing can be), why it is
    closed, its key, a word about it, and of options its number and how many there are."""

    kind: SentenceKind
    name: str
    value: str = ""
    chosen: bool | None = None
    closed: str = ""
    key: str = ""
    about: str = ""
    number: int = 0
    count: int = 0


def parts(page: Page) -> list[tuple[Pane, Widget, SpokenPart]]:
    """Returns every part of a page that says something, in reading order."""
    found = [(pane, widget) for pane in page.panes for widget in _leaves(pane.root)]
    count = sum(isinstance(widget, OptionButton) for _pane, widget in found)
    described = ((pane, widget, spoken(widget, count)) for pane, widget in found)
    return [(pane, widget, part) for pane, widget, part in described if part is not None]


def _leaves(widget: Widget) -> Iterator[Widget]:
    """Returns a widget and those inside it; a card is told as one."""
    yield widget
    if not isinstance(widget, Card):
        for part in widget.parts:
            yield from _leaves(part)


def spoken(widget: Widget, count: int = 0) -> SpokenPart | None:  # noqa: C901 (a table, a few lines a widget)
    """Returns what a widget is to who listens, or None where it says nothing of its own; `count` options stand
    there."""
    if widget.told == "":
        return None
    match widget:
        case Button(command=None):
            return None
        case Button(kind="chip"):
            name = f"{widget.group}: {widget.label}" if widget.group else widget.label
            return SpokenPart(SentenceKind.CHIP, name, chosen=widget.chosen, key=widget.key, about=widget.about)
        case Button(kind="turn"):
            name = widget.told or _("Turn {turn}").format(turn=widget.label)
            return SpokenPart(SentenceKind.CHIP, name, chosen=widget.chosen, key=widget.key)
        case MoreOptions():
            return SpokenPart(SentenceKind.MORE, widget.label, key=widget.key)
        case Button():
            return SpokenPart(SentenceKind.BUTTON, widget.told or widget.label, key=widget.key, about=widget.about)
        case OptionButton():
            closed = widget.locked or ""
            return SpokenPart(
                SentenceKind.OPTION, widget.words, closed=closed, key=widget.key, number=widget.number, count=count
            )
        case Card():
            return SpokenPart(SentenceKind.CARD, " ".join(_inside(widget)), key=widget.key)
        case TextField():
            return SpokenPart(
                SentenceKind.FIELD, widget.label, value=widget.draft.words, key=widget.key, about=widget.hint
            )
        case Text() | Bubble() if widget.says is not None and widget.shown is not None:
            return None  # a line is told when all of it stands there
        case Text() | Bubble() if widget.says is not None:
            return SpokenPart(SentenceKind.LINE, f"{widget.says}: {widget.words}" if widget.says else widget.words)
        case Text(role=role) | Sign(role=role) if role in TITLES:
            return SpokenPart(SentenceKind.TITLE, widget.told or widget.words)
        case Space() if widget.told:
            return SpokenPart(SentenceKind.TEXT, widget.told)
        case Text() | Sign():
            return SpokenPart(SentenceKind.TEXT, widget.told or widget.words) if widget.told or widget.words else None
    return _of_chart(widget) if type(widget).__module__.startswith(CHARTS) else None


def _of_chart(widget: Widget) -> SpokenPart | None:
    """Returns what a chart says; charts are imported by the screens that have some."""
    from game.window.voice.charts import in_words

    kind, words = in_words(widget)
    return SpokenPart(SentenceKind.PLOT if kind == "plot" else SentenceKind.TEXT, words) if words else None


def _inside(card: Card) -> Iterator[str]:
    """Returns the sentences that a card holds."""
    for widget in card.column.walk():
        part = spoken(widget)
        if part is not None:
            yield ended(part.name)


def ended(words: str) -> str:
    """Returns the words with a full stop, unless they end with a mark of their own."""
    bare = words.strip()
    return bare if not bare or bare.rstrip("”’»\"')")[-1:] in (*".!?…:;,",) else f"{bare}."


def label(part: SpokenPart) -> str:
    """Returns the name of a part for a screen reader, which says by itself what it is and how it stands."""
    return f"{part.number}: {part.name}" if part.kind is SentenceKind.OPTION else part.name


def reading(part: SpokenPart) -> str:
    """Returns what is said of a part when it is read in its place."""
    match part.kind:
        case SentenceKind.OPTION:
            words = ended(label(part))
            return words + " " + _("Closed: {reason}").format(reason=ended(part.closed)) if part.closed else words
        case SentenceKind.FIELD:
            return _("{name} Text field.").format(name=ended(part.name))
    return ended(part.name)


def focused(part: SpokenPart) -> str:
    """Returns what is said of a part that the focus comes to: what it is, and how it stands."""
    match part.kind:
        case SentenceKind.OPTION:
            told = _("{number} of {count}: {words}").format(
                number=part.number, count=part.count, words=ended(part.name)
            )
            return told + " " + _("Closed: {reason}").format(reason=ended(part.closed)) if part.closed else told
        case SentenceKind.FIELD:
            return _("{name} Text field, {words}.").format(name=ended(part.name), words=part.value or _("empty"))
        case SentenceKind.CHIP:
            return (_("{name}, chosen.") if part.chosen else _("{name}, not chosen.")).format(name=part.name)
        case SentenceKind.BUTTON | SentenceKind.CARD | SentenceKind.MORE:
            return _("{name}, button.").format(name=part.name.rstrip("."))
    return reading(part)


def announced(found: Sequence[SpokenPart]) -> list[str]:
    """Returns what is said of parts that have just come: each in turn, and before options how many there are."""
    said: list[str] = []
    for n, part in enumerate(found):
        if part.kind is SentenceKind.OPTION and not (n and found[n - 1].kind is SentenceKind.OPTION):
            said.append(
                _("{count} things you could say or do.").format(count=part.count)
                if part.count > 1
                else _("One thing you could say or do.")
            )
        said.append(reading(part))
    return said
