"""What was asked, for other programs: the lines before a decision, its options in their own words, open questions.

A question says the same in all plays, whoever was offered which option: what a player saw of it stands with the answer.
"""

from __future__ import annotations

from game.debrief.export.statement import Definition, InteractionChoice
from game.pages.svg import plain
from game.scenario.model import Line, Scenario

DECISION = "http://adlnet.gov/expapi/activities/cmi.interaction"
MOST_WORDS = 2000


class Questions:
    """The questions of a scenario, each put into words once."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._made: dict[str, Definition] = {}

    def decision(self, node: str) -> Definition:
        """Returns what is asked at a node: its name, the lines that always stand there, and every option."""
        if node not in self._made:
            self._made[node] = self._decision(node)
        return self._made[node]

    def open(self, question: str) -> Definition:
        """Returns an open question in its own words."""
        words = plain(question, MOST_WORDS).strip()
        return Definition(
            type=DECISION,
            description={self._scenario.language: words} if words else None,
            interactionType="long-fill-in",
        )

    def own_words(self, node: str) -> Definition:
        """Returns the question for a player's own line at a node; without words where there is none any more."""
        found = self._scenario.nodes.get(node)
        return self.open((found.own_words if found else None) or "")

    def _decision(self, node: str) -> Definition:
        found, language = self._scenario.nodes.get(node), self._scenario.language
        if found is None or not found.options:
            return Definition(type=DECISION, interactionType="choice")
        lines = [self._said(line) for line in found.lines if not line.private and line.when is None]
        return Definition(
            type=DECISION,
            name={language: self._scenario.title_of(node)},
            description={language: plain("\n".join(lines), MOST_WORDS)} if lines else None,
            interactionType="choice",
            choices=tuple(
                InteractionChoice(id=option.id, description={language: option.say or option.do or option.id})
                for option in found.options
            ),
        )

    def _said(self, line: Line) -> str:
        """Returns a line as in a script, with who says it."""
        person = self._scenario.cast.get(line.speaker)
        who = person.name if person else "You" if line.speaker == "you" else ""
        return f"{who}: {line.text}" if who else line.text
