"""What a reader will miss: feedback, another line to try, private thoughts, an outcome, questions for the class."""

from __future__ import annotations

from collections.abc import Iterator

from game.author.smells.draft import ScenarioUnderTest, in_words
from game.author.smells.nodes import poor
from game.diagnostics import Diagnostic

QUESTIONS = 3  # for the class (domain brief, section 6)


def missing_feedback(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """Every option has feedback."""
    for decision in draft.decisions:
        bare = [option for option in decision.node.options or () if not option.feedback]
        if bare:
            message = f"At `{decision.name}` there is no `feedback` on {in_words([o.id for o in bare])}."
            hint = "Say what the player did and what the client felt; describe the act, never the person."
            yield draft.warning("missing-feedback", draft.at_option(bare[0], "feedback"), message, hint)


def missing_instead(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """Every option that costs something proposes another line to try."""
    for decision in draft.decisions:
        bare = [o for o in decision.node.options or () if poor(draft, o) and not o.instead]
        if bare:
            message = f"At `{decision.name}` there is no `instead` on {in_words([o.id for o in bare])}."
            hint = "Add `instead:` with a line that keeps this option's good motive and does without its cost."
            yield draft.warning("missing-instead", draft.at_option(bare[0], "instead"), message, hint)


def missing_thought(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """At every decision someone privately thinks something, before it or in reply to it."""
    for decision in draft.decisions:
        replies = (line for option in decision.node.options or () for line in option.reply)
        if not any(line.private for line in (*decision.node.lines, *replies)):
            message = f"At `{decision.name}` nobody `thinks` anything, before the choice or in reply to it."
            hint = f"Add a line such as `{draft.scenario.client} (thinks): …`; it is kept for the debrief."
            yield draft.warning("missing-thought", draft.at_node(decision.name), message, hint)


def missing_outcome(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """From format 2 on, every ending says in one sentence what it came to for the other person."""
    for name, node in draft.scenario.nodes.items():
        if draft.scenario.format > 1 and node.ending and not node.ending.outcome:
            message = f"The ending `{name}` has no `outcome`."
            hint = "Add one sentence on what it came to for the other person; it stands at the end of every play."
            place = draft.document.place(("nodes", name, "ending"), key=True)
            yield draft.warning("missing-outcome", place, message, hint)


def missing_questions(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """There are questions for the class, and one for the player alone."""
    for key, there, least, hint in (
        ("discussion", draft.scenario.discussion, QUESTIONS, "Ask about moments of the story that have two sides."),
        ("reflection", draft.scenario.reflection, 1, "Ask what the player takes from it: a line to change, a person."),
    ):
        if len(there) < least:
            place = draft.document.place((key,), key=True) if draft.document.holds((key,)) else draft.whole()
            count = f"{len(there)} question{'' if len(there) == 1 else 's'}" if there else "no question"
            message = f"`{key}` holds {count}; a whole scenario has {least} or more."
            yield draft.warning("missing-questions", place, message, hint)
