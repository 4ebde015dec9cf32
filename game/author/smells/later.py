"""What must come back later: a rupture that can be mended in time, an answer that somebody can act on."""

from __future__ import annotations

from collections.abc import Iterator

from game.author.smells.draft import ScenarioUnderTest, in_words
from game.author.smells.nodes import poor
from game.diagnostics import Diagnostic
from game.scenario.model import Option

# Moves that ask the client something, and moves that show what became of the answer, well or badly.
ASKING = frozenset({"elicits_goal", "invites_experience", "gives_graded_signal", "checks_capacity_now"})
ANSWERING = frozenset(
    {
        "acts_on_report", "recommends_with_reason", "splits_the_work", "supports_choice", "postpones_warmly",
        "refers_for_safety", "drops_answer", "overrides_report", "takes_over", "accepts_fine",
        "proceeds_despite_impairment",
    }
)  # fmt: skip


def unmended_rupture(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """After an option that opens a rupture, some play comes to one that repairs it."""
    for option in draft.options.values():
        if option.opens is None:
            continue
        mending = draft.bits(other.id for other in draft.options.values() if other.repairs == option.opens)
        if not mending & draft.later[option.id]:
            message = f"`{option.id}` opens the rupture `{option.opens}`, and no play can repair it from there on."
            hint = f"Offer an option with `repairs: {option.opens}` at a later decision that this one leads to."
            yield draft.warning("unmended-rupture", draft.at_option(option, "opens"), message, hint)


def late_repair(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """A repair is not always the last choice of the play, so that its effect can be seen."""
    repairs: dict[str, dict[str, Option]] = {}
    in_time: set[str] = set()
    for steps in draft.plays.steps:
        for step in steps:
            if rupture := step.option.repairs:
                repairs.setdefault(rupture, {})[step.option.id] = step.option
                if draft.plays.steps[step.to]:
                    in_time.add(rupture)
    for rupture, options in repairs.items():
        if rupture not in in_time:
            message = f"`{rupture}` can only be repaired by the last choice of a play: {in_words(list(options))}."
            hint = "Offer the repair a decision earlier too, so that player and client can live with it for a while."
            yield draft.warning("late-repair", draft.at_option(next(iter(options.values())), "repairs"), message, hint)


def unused_answer(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """After an option that asks something, some play comes to one that acts on the answer, or fails to.

    A weaker option that asks may be the last word: that its question leads nowhere is then the point.
    """
    answering = {option.id for option in draft.options.values() if ANSWERING & {*option.moves}}
    answers = draft.bits(answering)
    for option in draft.options.values():
        asked = [move for move in option.moves if move in ASKING]
        if asked and option.id not in answering and not poor(draft, option) and not answers & draft.later[option.id]:
            message = f"`{option.id}` asks (`{asked[0]}`), and no later option can act on the answer."
            hint = (
                "Add a later decision where the answer counts: one option that acts on it (`acts_on_report`, "
                "`recommends_with_reason`), one that lets it drop (`drops_answer`)."
            )
            yield draft.warning("unused-answer", draft.at_option(option, "moves"), message, hint)
