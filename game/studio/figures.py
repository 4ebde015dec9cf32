"""What all plays of a scenario come to, for an author: each part with what to change where that is anything.

Advice is about words and routes, never about another move: a tag stands only where the words make it true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from game.author.check import ceilings
from game.author.smells.best_option import best_stands_out, best_without_cost
from game.author.smells.draft import ScenarioUnderTest
from game.author.smells.minutes import SLACK, minutes
from game.diagnostics import Diagnostic
from game.errors import GameError
from game.rubric.archetypes import PARTNER, above_partner, profiles
from game.rubric.model import COMPONENTS, Rubric
from game.rubric.score import as_points
from game.rubric.scoring_model import ScoringModel
from game.scenario.document import Document
from game.scenario.load import load_text, playable
from game.story.play_counts import lengths, number_of_plays
from game.story.reach import Reach, Verdict
from game.words import _

Part = dict[str, Any]


def figures(rubric: Rubric, text: str, stem: str) -> list[Part]:
    """Returns the parts, each with rows (name, value, note) and advice. Raises GameError where it cannot be played."""
    loaded = load_text(text, rubric.moves, stem)
    if loaded.scenario is None:
        raise GameError(_("This cannot be played yet. The list of problems says what is missing."))
    exact = ScoringModel(playable(loaded), rubric)
    reach = Reach(exact.story)
    if not reach.graph.complete or reach.graph.loop is not None:
        why = _("Plays can go on for ever, or are too many to follow. Mend what the list of problems says first.")
        return [_part("reach", _("What can be reached"), [], [why])]
    draft = ScenarioUnderTest(loaded.document, exact.plays, rubric)
    made: list[Callable[[], Part]] = [
        lambda: _reach(exact, reach),
        lambda: _lengths(exact),
        lambda: _endings(exact),
        lambda: _ceilings(exact, loaded.document),
        lambda: _ways_of_playing(exact),
        lambda: _giveaways(draft),
        lambda: _minutes(draft),
    ]
    return [make() for make in made]


def _part(name: str, title: str, rows: list[tuple[str, str, str]], advice: list[str]) -> Part:
    told = [{"name": row, "value": value} | ({"note": note} if note else {}) for row, value, note in rows]
    return {"id": name, "title": title, "rows": told, "advice": advice}


def _reach(exact: ScoringModel, reach: Reach) -> Part:
    scenario = exact.story.scenario
    lost = [scenario.title_of(name) for name, found in reach.nodes.items() if found.verdict is Verdict.IMPOSSIBLE]
    words = {option.id: option.words for node in scenario.nodes.values() for option in node.options or ()}
    never = [words[name] for name, found in reach.options.items() if found.verdict is Verdict.IMPOSSIBLE]
    rows = [
        (_("Scenes that a play can come to"), f"{len(reach.nodes) - len(lost)} / {len(reach.nodes)}", ", ".join(lost)),
        (_("Options that can be chosen"), f"{len(reach.options) - len(never)} / {len(reach.options)}", " ".join(never)),
    ]
    advice = []
    if lost:
        advice.append(
            _("Lead a choice to each of these scenes, or take them out: {names}.").format(names=", ".join(lost))
        )
    if never:
        advice.append(_("Some options are never on offer: look at the condition under which each is shown."))
    return _part("reach", _("What can be reached"), rows, advice)


def _lengths(exact: ScoringModel) -> Part:
    short, long = lengths(exact.plays)
    rows = [
        (_("Different plays"), f"{number_of_plays(exact.plays):,}", ""),
        (_("Choices in the shortest play"), str(short), ""),
        (_("Choices in the longest play"), str(long), ""),
    ]
    advice = []
    if long < ceilings.FULL:
        advice.append(_("A play is short. Let ways lead through more scenes before the ending."))
    if long > 2 * max(short, 1):
        advice.append(_("Some plays are over much sooner than others. Lead the short way through one more scene."))
    return _part("lengths", _("How long plays are"), rows, advice)


def _endings(exact: ScoringModel) -> Part:
    rows, rare = list[tuple[str, str, str]](), []
    nodes = exact.story.scenario.nodes
    for name, share in sorted(exact.chance.endings.items(), key=lambda pair: -pair[1]):
        ending = nodes[name].ending
        assert ending is not None
        rows.append((ending.title, _percent(share), _(ending.kind.value)))
        if 0 < share < Fraction(1, 50):
            rare.append(ending.title)
    advice = [_("Seldom come to: {names}. Let another way lead there.").format(names=", ".join(rare))] if rare else []
    return _part("endings", _("How plays end when every choice is left to chance"), rows, advice)


def _ceilings(exact: ScoringModel, document: Document) -> Part:
    rows = []
    for name in COMPONENTS:
        extent = exact.extents[name]
        value = _("not put to the test") if extent is None else f"{float(extent.low):+.1f} … {float(extent.high):+.1f}"
        rows.append((exact.rubric.components[name].name, value, ""))
    advice = [_without_moves(found) for found in ceilings.run(exact, document)]
    return _part("ceilings", _("What a play can show at all"), rows, advice)


def _without_moves(found: Diagnostic) -> str:
    """Returns what was found with what can be done by words and routes."""
    if found.code == "pole-missing":
        what = _("Find a line in your scenes that leans this way already and say it more plainly, or leave it so.")
    elif found.code == "seldom-tested":
        what = _("Let that way pass a scene where the options differ on it, or let their words differ more.")
    else:
        what = _("Where one can only be had at the price of another, let the words of one option keep both.")
    return f"{found.message} {what}"


def _ways_of_playing(exact: ScoringModel) -> Part:
    cards, rubric = profiles(exact), exact.rubric
    rows = []
    for code, card in cards.items():
        points = (card.components[name].path for name in COMPONENTS)
        value = " · ".join("–" if one is None else f"{one:.0f}" for one in points)
        rows.append((rubric.archetypes[code].name, value, ""))
    chance = (as_points(exact.chance_levels[name]) for name in COMPONENTS)
    rows.append((_("By chance"), " · ".join("–" if one is None else f"{one:.0f}" for one in chance), ""))
    advice = []
    if PARTNER in cards and (above := above_partner(rubric, cards)):
        advice = [f"{one}. " + _("Read the options of that way again: is their price told?") for one in above]
    names = " · ".join(rubric.components[name].name for name in COMPONENTS)
    return _part("bots", _("How set ways of playing fare: {names}").format(names=names), rows, advice)


def _giveaways(draft: ScenarioUnderTest) -> Part:
    advice = [f"{found.message} {found.hint}" for found in _told(draft)]
    return _part("giveaways", _("Whether the best option gives itself away"), [], advice)


def _told(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    yield from best_stands_out(draft)
    yield from best_without_cost(draft)


def _minutes(draft: ScenarioUnderTest) -> Part:
    needed, said = minutes(draft.plays.story), draft.scenario.minutes
    rows = [(_("An average play takes"), _("{number} minutes").format(number=f"{needed:.0f}"), "")]
    rows.append((_("The scenario says"), _("{number} minutes").format(number=said), ""))
    off = abs(needed - said) > SLACK
    advice = [_("Say {number} minutes, or shorten what is read.").format(number=f"{needed:.0f}")] if off else []
    return _part("minutes", _("How long it takes"), rows, advice)


def _percent(share: Fraction) -> str:
    return f"{float(share) * 100:.0f} %" if share >= Fraction(1, 100) or not share else "< 1 %"
