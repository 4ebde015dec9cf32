"""The whole script of a scenario as a Word file for colleagues: every line numbered, so that it can be talked about."""

from __future__ import annotations

import io
from collections.abc import Iterable

from docx import Document
from docx.document import Document as DocxDocument
from docx.shared import Pt, RGBColor

from game.rubric.model import Rubric
from game.rubric.translate import in_words
from game.scenario.model import Branch, Condition, Line, Node, Option, Scenario
from game.words import _

_QUIET = RGBColor(0x55, 0x55, 0x55)


class _Script:
    """A script while it is being written; `number` is that of the last line."""

    def __init__(self, scenario: Scenario, rubric: Rubric) -> None:
        self.scenario, self.rubric, self.number = scenario, rubric, 0
        self.document: DocxDocument = Document()
        style = self.document.styles["Normal"]
        style.font.size = Pt(11)

    def row(self, words: str, who: str = "", quiet: bool = False) -> None:
        """Writes one numbered line."""
        self.number += 1
        paragraph = self.document.add_paragraph()
        number = paragraph.add_run(f"{self.number}\t")
        number.font.color.rgb = _QUIET
        if who:
            paragraph.add_run(f"{who}: ").bold = True
        said = paragraph.add_run(_writable(words))
        if quiet:
            said.italic = True

    def lines(self, lines: Iterable[Line]) -> None:
        """Writes what is said and seen."""
        for line in lines:
            name = self.scenario.name_of(line.speaker)
            how = f" ({_(line.expression.value)})" if name and line.expression.value != "neutral" else ""
            when = f" [{self.condition(line.when)}]" if line.when else ""
            self.row(line.text + when, name + how, quiet=not name or line.private)

    def condition(self, when: Condition) -> str:
        """Returns a condition in words."""
        parts = [name.replace("-", " ") for name in when.has]
        parts += [_("not {fact}").format(fact=name.replace("-", " ")) for name in when.lacks]
        parts += [f"{_(bound.part)} {bound.low}–{bound.high}" for bound in when.bounds]
        return _("only if: {what}").format(what=", ".join(parts))

    def ways(self, goto: Iterable[Branch]) -> str:
        """Returns where something leads, in words."""
        return "; ".join(
            self.scenario.title_of(way.to) + (f" ({self.condition(way.when)})" if way.when else "") for way in goto
        )

    def option(self, letter: str, option: Option) -> None:
        """Writes an option with all that follows from it."""
        self.row(f"{letter}  {option.words}", _("You can"))
        if option.moves:
            quotes = dict(option.evidence)
            moves = (
                f"{in_words(move)} (“{quotes[move]}”)" if move in quotes else in_words(move) for move in option.moves
            )
            self.row(_("Moves: {moves}").format(moves=", ".join(moves)), quiet=True)
        for asked in (option.when, option.needs):
            if asked:
                self.row(self.condition(asked), quiet=True)
        self.lines(option.reply)
        if option.feedback:
            self.row(option.feedback, _("Feedback"))
        if option.instead:
            self.row(option.instead, _("Something else to try"))
        self.row("→ " + self.ways(option.goto), quiet=True)

    def scene(self, name: str, node: Node) -> None:
        """Writes a scene."""
        self.document.add_heading(_writable(self.scenario.title_of(name)), 2)
        self.row(f"{_(node.place.replace('-', ' '))} · {_(node.time.value)} · {_(node.frame.value)}", quiet=True)
        self.lines(node.lines)
        for number, option in enumerate(node.options or ()):
            self.option(f"{number + 1}.", option)
        if node.goto:
            self.row("→ " + self.ways(node.goto), quiet=True)
        if node.ending:
            self.row(f"{node.ending.title} ({_(node.ending.kind.value)})", _("Ending"))
            self.row(node.ending.text)
            if node.ending.outcome:
                self.row(node.ending.outcome, quiet=True)


def _writable(words: str) -> str:
    """Returns words as a Word file can hold them."""
    return "".join(c for c in words if c in "\t\n" or c >= " ")


def script(scenario: Scenario, rubric: Rubric) -> bytes:
    """Returns the script as a Word file."""
    written = scenario.written or scenario
    made = _Script(written, rubric)
    made.document.core_properties.title = written.title
    made.document.add_heading(_writable(written.title), 1)
    for part in (written.summary, *written.briefing.split("\n\n"), written.question):
        made.row(part)
    for person in written.cast.values():
        made.row(f"{person.relation} ({person.pronouns})", person.name)
    order = sorted(written.nodes, key=lambda name: name != written.start)
    for name in order:
        made.scene(name, written.nodes[name])
    out = io.BytesIO()
    made.document.save(out)
    return out.getvalue()
