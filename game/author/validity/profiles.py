"""How the five archetypes and the random player score in a scenario, as a Markdown table with a verdict."""

from __future__ import annotations

from dataclasses import dataclass

from game.rubric.archetypes import above_partner, profiles, unmet
from game.rubric.model import AXES, COMPONENTS, POLES
from game.rubric.score import Scorecard
from game.rubric.scoring_model import ScoringModel

EXPLANATION = """\
# How the bots score

Made by `python main.py profiles > docs/profiles.md`. R is role held, A relationship acknowledged, C the client's
power honoured, K clinical responsibility kept: path scores from 0 to 100, then the two axes (geometric means), then how
often a pole was chosen of the decisions that offered it. The random player's figures are exact, not sampled."""


@dataclass(frozen=True, slots=True)
class ProfileTable:
    """The table as text, and whether every archetype scores as the rubric expects."""

    text: str
    met: bool


def profile_table(exact: ScoringModel) -> ProfileTable:
    """Returns one row an archetype: path scores 0–100, axes, pole rates, ending, and what is not as expected."""
    cards = profiles(exact)
    scenario, rubric = exact.story.scenario, exact.rubric
    head = [
        "player",
        "R",
        "A",
        "C",
        "K",
        *(rubric.axes[a].name for a in AXES),
        *(rubric.poles[p].name for p in POLES),
        "choices",
        "ending",
    ]
    rows = [f"## {scenario.title}", "", _row(head), _row(["---"] * len(head))]
    problems = list(_not_best(exact, cards))
    for code, card in cards.items():
        rows.append(
            _row(
                [
                    rubric.archetypes[code].name,
                    *_figures(card),
                    *_rates(card),
                    str(len(card.choices)),
                    card.ending.title if card.ending else "–",
                ]
            )
        )
        if scenario.format > 1:  # a file of format 1 was written for other expectations
            problems += [f"{rubric.archetypes[code].name}: {what}" for what in unmet(rubric, code, card)]
    if scenario.format > 1:
        problems += above_partner(rubric, cards)
    levels, spreads = exact.chance_levels, exact.chance_spreads
    chance = [_percent(levels[name]) for name in (*COMPONENTS, *AXES)]
    rows.append(_row(["random (exact)", *chance, "", "", "", "", "", ""]))
    rows.append(_row(["random, spread", "", "", "", "", *(_percent(spreads[a]) for a in AXES), "", "", "", "", "", ""]))
    rows += ["", *(f"- not as expected: {p}" for p in problems)] if problems else ["", "All five score as expected."]
    return ProfileTable("\n".join(rows), not problems)


def _not_best(exact: ScoringModel, cards: dict[str, Scorecard]) -> list[str]:
    """Returns a sentence for each axis on which Partner is not best, or not a standard deviation above random play."""
    found: list[str] = []
    partner = cards.get("partner")
    if partner is None:
        return found
    for axis in AXES:
        mine = partner.axes[axis].path or 0.0
        others = [card.axes[axis].path or 0.0 for code, card in cards.items() if code != "partner"]
        level, spread = exact.chance_levels[axis], exact.chance_spreads[axis]
        if others and mine <= max(others):
            found.append(f"Partner is not best on {axis}")
        if level is not None and spread is not None and mine <= float(level + spread) * 100:
            found.append(f"Partner does not beat random play by a standard deviation on {axis}")
    return found


def _figures(card: Scorecard) -> list[str]:
    readings = [*(card.components[c] for c in COMPONENTS), *(card.axes[a] for a in AXES)]
    return ["–" if r.path is None else f"{r.path:.0f}" for r in readings]


def _rates(card: Scorecard) -> list[str]:
    return [f"{card.poles[p].chosen}/{card.poles[p].offered}" for p in POLES]


def _percent(share: object) -> str:
    return "–" if share is None else f"{float(share) * 100:.0f}"  # type: ignore[arg-type]


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
