"""A debrief's page as a test reads it, and words that would harm it."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from game.debrief.figures.model import ScoredPlay
from game.debrief.figures.sums import Sums, merge
from game.debrief.read.left_out import LeftOut, gone
from game.play.journal import Journal
from tests.debrief.a_class import a_class

HOSTILE = '"><script>window.hurt=1</script><img src=x onerror="window.hurt=1">\'`{{7*7}}\x00\x1b[31m\u202e=cmd|calc'


class Reading(HTMLParser):
    """What a browser would find: every start tag with its attributes, the text, and what was never closed."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def in_group_view(page: str) -> str:
    return page[: page.index('<section id="own"')]


def long_gone(plays: int) -> list[ScoredPlay]:
    """The plays of a class under the id of a scenario that nobody has."""
    found = []
    for play in a_class()[:plays]:
        begun = replace(play.journal.begun, scenario="long-gone", title=HOSTILE)
        journal = Journal(play.journal.path, begun, (begun, *play.journal.events[1:]), ())
        found.append(
            replace(play, scenario="long-gone", title=HOSTILE, card=None, journal=journal, notes=("It is gone.",))
        )
    return found


def beside(plays: list[ScoredPlay]) -> LeftOut:
    return LeftOut(gone(merge(Sums.of(play.journal, None) for play in plays), (), plays))
