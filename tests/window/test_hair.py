"""Hair: strands stay between the guides that say how it lies, and a band crosses every guide."""

import re

from tools.art.hair import Guide, along, band, between, comb

LEFT: Guide = [(0, 0), (0, 50), (0, 100)]
RIGHT: Guide = [(40, 0), (40, 50), (40, 100)]


def test_a_guide_is_walked_from_its_root_to_its_tip() -> None:
    bent: Guide = [(0, 0), (10, 30), (40, 40)]
    assert [along(bent, t) for t in (0, 0.5, 1)] == bent


def test_halfway_through_two_guides_lies_the_one_between_them() -> None:
    assert between([LEFT, RIGHT], 0.5) == [(20, 0), (20, 50), (20, 100)]
    assert between([LEFT, RIGHT], 1) == RIGHT


def test_every_strand_stays_between_the_guides() -> None:
    body = comb([LEFT, RIGHT], 30, 1, ("#ffffff",), width=1.0)
    numbers = [
        (float(x), float(y))
        for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", " ".join(re.findall(r' d="([^"]*)"', body)))
    ]
    assert body.count("<path") == 30
    assert all(-2 <= x <= 42 and -2 <= y <= 102 for x, y in numbers)


def test_one_seed_combs_the_same_hair_twice() -> None:
    assert comb([LEFT, RIGHT], 5, 7, ("#ffffff", "#000000")) == comb([LEFT, RIGHT], 5, 7, ("#ffffff", "#000000"))


def test_a_band_runs_from_the_first_guide_to_the_last() -> None:
    path = band([LEFT, RIGHT], 0.5, "#ffffff", 3, 1)
    assert "M0 50C" in path
    assert '40 50"' in path
