"""What an option is worth where it stands."""

from __future__ import annotations

import pytest

from game.rubric.points import Weight, weigh
from game.scenario.model import Branch, Capacity, Frame, Node, Option
from game.testing import a_rubric


def weight(*moves: str, frame: Frame = Frame.THERAPEUTIC, capacity: Capacity = Capacity.FULL) -> Weight:
    node = Node(place="cafe", frame=frame, capacity=capacity)
    return weigh(a_rubric(), node, Option(id="it", goto=(Branch("next"),), say="It.", moves=moves))


def test_an_option_without_moves_is_worth_nothing() -> None:
    assert weight() == Weight((0, 0, 0, 0), frozenset(), ())


def test_moves_add_up() -> None:
    # names_dual_role [1 2 0 0] and affirms_hire_fire [0 1 2 0] would be 3 for the relationship
    assert weight("sets_frame", "recommends_with_reason").vector == (2, 0, 1, 2)


def test_the_sum_is_clamped_at_both_ends() -> None:
    assert weight("names_dual_role", "affirms_hire_fire").vector == (1, 2, 2, 0)
    assert weight("takes_over", "overrides_report", "pressures_to_stay").vector == (-1, -1, -2, -1)
    assert weight("friend_leak", "skips_frame").vector == (-2, 0, -1, 0)


def test_a_paternalist_option_earns_little_for_responsibility_whatever_its_reasons() -> None:
    assert weight("recommends_with_reason", "refers_for_safety").vector[3] == 2
    assert weight("takes_over", "recommends_with_reason", "refers_for_safety").vector[3] == 1


def test_good_and_bad_moves_are_summed_before_they_are_clamped() -> None:
    # role 2 + 2 - 2: clamping each step would give 0
    assert weight("sets_frame", "warm_limit", "skips_frame").vector == (2, 1, 0, 0)


def test_a_clinical_move_in_a_social_frame_costs_the_role_and_earns_no_responsibility() -> None:
    assert weight("recommends_with_reason").vector == (0, 0, 1, 2)
    assert weight("recommends_with_reason", frame=Frame.SOCIAL).vector == (-2, 0, 1, 0)


def test_a_clinical_fault_in_a_social_frame_keeps_its_loss_of_responsibility() -> None:
    assert weight("menu_dump", frame=Frame.SOCIAL).vector == (-2, 0, -1, -2)


@pytest.mark.parametrize("move", ["refers_for_safety", "redirects_to_setting", "sets_frame", "names_dual_role"])
def test_the_way_to_the_proper_place_is_right_in_any_frame(move: str) -> None:
    assert weight(move, frame=Frame.SOCIAL) == weight(move)


@pytest.mark.parametrize("frame", [Frame.WORKPLACE, Frame.SCHOOL, Frame.THERAPEUTIC])
def test_only_the_social_frame_takes_clinical_credit(frame: Frame) -> None:
    assert weight("elicits_goal", frame=frame).vector == (0, 0, 2, 1)


def test_impaired_capacity_raises_the_ceiling_of_responsibility_to_three() -> None:
    assert weight("checks_capacity_now").vector == (0, 0, 1, 2)
    assert weight("checks_capacity_now", capacity=Capacity.IMPAIRED).vector == (0, 0, 1, 3)
    assert weight("checks_capacity_now", "refers_for_safety", capacity=Capacity.IMPAIRED).vector == (1, 0, 1, 3)
    assert weight("recommends_with_reason", "splits_the_work", capacity=Capacity.IMPAIRED).vector[3] == 3


def test_impaired_capacity_raises_no_other_ceiling() -> None:
    assert weight("supports_choice", "invites_correction", capacity=Capacity.IMPAIRED).vector == (0, 2, 2, 2)


def test_impaired_capacity_gives_moves_the_worth_that_the_rubric_says() -> None:
    assert weight("takes_over", capacity=Capacity.IMPAIRED).vector == (0, 0, -2, 0)
    assert weight("returns_authority", capacity=Capacity.IMPAIRED).vector == (0, 1, 0, 0)


def test_impaired_capacity_in_a_social_frame_still_takes_clinical_credit() -> None:
    both = weight("takes_over", frame=Frame.SOCIAL, capacity=Capacity.IMPAIRED)
    assert both.vector == (-2, 0, -2, 0)


def test_poles_and_gates_come_from_the_moves_and_not_from_the_points() -> None:
    found = weight("discloses_client", "takes_over", "names_dual_role")
    assert found.poles == {"blurred", "paternalism"}
    assert found.gates == ("discloses_client",)


def test_a_good_move_does_not_wipe_out_a_pole() -> None:
    assert weight("skips_frame", "sets_frame").vector[0] == 0
    assert weight("skips_frame", "sets_frame").poles == {"blurred"}
