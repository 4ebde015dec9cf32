"""The debrief's planes: where the play came out on each axis, its scores, and five set ways of playing explained."""

from __future__ import annotations

from dataclasses import dataclass

from game.play.session import Session
from game.play.standing import came_out
from game.rubric.archetypes import profiles
from game.rubric.score import Score
from game.window.charts.comparison import Comparison, LayBeside
from game.window.charts.gauge import Gauge
from game.window.charts.planes import PlanePlot
from game.window.charts.trace import Plane, planes
from game.window.charts.ways import ways
from game.window.input.commands import Command
from game.window.toolkit.boxes import Column, Flow, Row
from game.window.toolkit.controls import Button
from game.window.toolkit.widgets import Sign, Text, Widget
from game.words import N_, _

HOW_TO_READ = N_(
    "The line is you, turn by turn; the hollow dot is where it starts. The diamond is where random choices would "
    "land. The small shapes are five set ways of playing this conversation, told under each plane."
)
SECOND = N_(
    "The score is where your choices lie between the worst and the best whole play. The second reading is how much you "
    "took of what the decisions that you met had to give."
)


@dataclass(frozen=True, slots=True)
class SecondReading(Command):
    """Show the second reading of each score, or hide it."""


class PlanesPart:
    """The planes of a play, with the path that is laid beside it."""

    def __init__(self, session: Session, beside: Comparison) -> None:
        exact = session.exact
        self.rubric, self.card, self.beside = exact.rubric, session.card(), beside
        self.planes: tuple[Plane, ...] = planes(self.card, exact.rubric, exact.extents, profiles(exact))
        self.second = False  # whether the second reading stands under each score

    def answer(self, command: Command) -> None:
        """Lays another path beside the play, or shows or hides the second reading."""
        match command:
            case LayBeside(number):
                self.beside.lay(number)
            case SecondReading():
                self.second = not self.second

    def parts(self) -> list[Widget]:
        """Returns how to read them, the planes, and the way to the second reading."""
        drawn = self.beside.planes(self.planes)
        columns = [self._plane(name, plane) for name, plane in zip(self.card.axes, drawn, strict=True)]
        word = _("Hide the second reading") if self.second else _("Show the second reading")
        asked: list[Widget] = [Text(_(SECOND), colour="muted")] if self.second else []
        asked.append(Flow([Button(word, SecondReading(), kind="quiet", sign="note", key="second-reading")]))
        mark = [Sign("note", self.card.estimate.in_words(), "warm")] if self.card.estimate else []
        return [Text(_(HOW_TO_READ), colour="muted"), *mark, Row(columns, gap=1.8, least=20), *asked]

    def _plane(self, name: str, plane: Plane) -> Widget:
        """Returns one axis: the name earned and the corner in words, the plane, the figures, the ways of playing."""
        axis = self.card.axes[name]
        laid = self.beside.laid
        other = (laid.name, laid.card.axes[name].path) if laid else None
        both = _("{title}, both together").format(title=plane.title)
        gauges: list[Widget] = [Gauge(both, axis.path, axis.chance, strong=True, other=other), *self._second(axis)]
        for part in self.rubric.axes[name].components:
            reading = self.card.components[part]
            other = (laid.name, laid.card.components[part].path) if laid else None
            gauge = Gauge(self.rubric.components[part].name, reading.path, reading.chance, other=other)
            gauges += [gauge, *self._second(reading)]
        head = Column([Text(plane.title, "heading", "accent"), Text(came_out(self.card, self.rubric, name))], 0.1)
        return Column([head, PlanePlot(plane), *gauges, ways(plane)], 0.4)

    def _second(self, reading: Score) -> list[Widget]:
        """Returns the second reading of a score, where it was asked for."""
        if not self.second or reading.moment is None:
            return []
        return [Text(_("of what was on offer: {moment}").format(moment=round(reading.moment)), colour="muted")]
