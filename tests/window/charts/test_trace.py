"""The path on a plane ends where the score says, and every archetype has a place and a shape of its own."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pygame
import pytest

from game.rubric.archetypes import played, player, profiles
from game.rubric.model import COMPONENTS
from game.rubric.score import score
from game.rubric.scoring_model import ScoringModel
from game.window.charts.planes import arrange
from game.window.charts.trace import planes, running
from game.window.toolkit.look import Look
from game.window.toolkit.theme import CALM
from tests.window.drive import the_rubric, the_sample


@pytest.fixture(scope="module")
def exact() -> ScoringModel:
    return ScoringModel(the_sample(), the_rubric())


@pytest.mark.parametrize("name", ["partner", "authority", "menu", "pal", "wall"])
def test_the_running_mean_ends_at_the_path_score(exact: ScoringModel, name: str) -> None:
    card = score(exact, played(exact, player(exact.rubric, name)))
    for index, component in enumerate(COMPONENTS):
        path = card.components[component].path
        track = running(card.choices, index, exact.extents[component])
        assert (track[-1] is None) == (path is None)
        if path is not None:
            assert track[-1] == pytest.approx(path, abs=0.06)


def test_nothing_is_drawn_before_a_component_was_at_stake(exact: ScoringModel) -> None:
    card = score(exact, played(exact, player(exact.rubric, "partner")))
    for index, component in enumerate(COMPONENTS):
        first = next(n for n, record in enumerate(card.choices) if record.at_stake[index])
        track = running(card.choices, index, exact.extents[component])
        assert track[:first] == [None] * first


def test_each_way_of_playing_has_its_own_shape_and_corners_say_what_is_high(exact: ScoringModel) -> None:
    card = score(exact, played(exact, player(exact.rubric, "partner")))
    roles, power = planes(card, exact.rubric, exact.extents, profiles(exact))
    assert (roles.both, roles.first_only, roles.second_only) == (
        "both high",
        "only role high",
        "only relationship high",
    )
    assert (power.both, power.first_only, power.second_only) == (
        "both high",
        "only power high",
        "only responsibility high",
    )
    for plane in (roles, power):
        assert len({mark.shape for mark in plane.marks}) == len(plane.marks) == 5
        assert all(0 <= mark.x <= 100 and 0 <= mark.y <= 100 for mark in plane.marks)
        assert plane.end == pytest.approx(plane.path[-1], abs=0.06)
        assert plane.chance is not None


def test_names_in_one_row_of_a_plane_stand_apart(exact: ScoringModel) -> None:
    card = score(exact, played(exact, player(exact.rubric, "partner")))
    plane = planes(card, exact.rubric, exact.extents, profiles(exact))[0]
    pygame.font.init()
    look = Look(CALM, 1280, 720)
    for across, up in product(range(0, 101, 2), range(40, 61, 2)):
        mark = replace(plane.marks[0], x=across, y=up)
        near = replace(plane, path=(), end=(50.0, 50.0), chance=None, marks=(mark, mark))
        you, *names = (label.spot for label in arrange(near, (560, 300), look)[:3])
        assert you.inflate(look.em(0.4), 0).collidelist(names) == -1, (across, up)
