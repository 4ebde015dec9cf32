"""What a chart is to who listens: a picture told in sentences, or a sample with its words."""

from __future__ import annotations

from game.window.charts.comparison import Sample
from game.window.charts.gauge import Gauge
from game.window.charts.pair_strip import PairStrip
from game.window.charts.planes import PlanePlot
from game.window.charts.strip import TurnStrip
from game.window.charts.ways import Way
from game.window.toolkit.widgets import Widget
from game.window.voice import plots


def in_words(widget: Widget) -> tuple[str, str]:
    """Returns `plot` or `text`, and the words; no words for a part that says nothing of its own."""
    match widget:
        case Sample() | Way():
            return "text", widget.words
        case Gauge():
            return "plot", plots.gauge(widget.name, widget.score, widget.chance, widget.other)
        case PlanePlot():
            return "plot", " ".join(plots.plane(widget.plane))
        case PairStrip():
            return "plot", " ".join(plots.pair(widget))
        case TurnStrip():
            return "plot", " ".join(plots.strip(widget.tracks, widget.flags))
    return "text", ""
