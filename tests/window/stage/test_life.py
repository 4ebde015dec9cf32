"""Breath and blinks: each at its own pace, uneven, and the same whenever the window is opened."""

from itertools import pairwise

from game.window.stage.life import Life


def moments(seconds: float, step: float = 0.01) -> list[tuple[str, float]]:
    """How lids and breath are, step by step."""
    life, seen = Life(), []
    for _ in range(round(seconds / step)):
        life.pass_time(step)
        seen.append((life.lids, life.breath))
    return seen


def begun(flags: list[bool]) -> list[int]:
    """Where a run of True begins."""
    return [at for at, (before, now) in enumerate(pairwise(flags), 1) if now and not before]


def test_a_blink_comes_every_three_to_seven_seconds_and_never_twice_after_the_same_while() -> None:
    blinks = begun([bool(lids) for lids, _ in moments(300)])
    waits = [(after - before) / 100 for before, after in pairwise(blinks)]
    assert 45 < len(waits) < 90
    assert 3 <= min(waits) < 4
    assert 6 < max(waits) <= 7.3
    assert len({round(wait, 1) for wait in waits}) > 20


def test_lids_fall_shut_and_open_again_within_a_quarter_of_a_second() -> None:
    looks = [lids for lids, _ in moments(8)]
    first = looks.index("lowered")
    assert looks[first : first + 20] == ["lowered"] * 4 + ["shut"] * 10 + ["lowered"] * 6
    assert looks[first + 20] == ""


def test_a_breath_is_drawn_and_let_go_without_a_jump() -> None:
    breaths = [breath for _, breath in moments(60)]
    assert (min(breaths), round(max(breaths), 2)) == (0, 1)
    assert max(abs(after - before) for before, after in pairwise(breaths)) < 0.02
    assert 10 <= len(begun([breath > 0.5 for breath in breaths])) <= 15


def test_blinks_and_breaths_do_not_keep_step() -> None:
    seen = moments(300)
    at = begun([bool(lids) for lids, _ in seen])
    assert len({round(seen[blink][1], 1) for blink in at}) > 6


def test_a_long_while_away_is_over_at_once() -> None:
    life = Life()
    life.pass_time(3600.0)
    life.pass_time(0.1)
    assert life.lids == ""
    assert 0 <= life.breath <= 1
