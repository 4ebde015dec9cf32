"""Exact figures are kept on disk to the last digit, and a file that does not fit is as good as none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from game.rubric import figure_cache
from game.rubric.figure_cache import Edge, FigureCache, Figures
from game.rubric.scoring_model import ScoringModel
from game.testing import a_rubric, a_scenario

FIGURES: Figures = {"one": Fraction(-2, 3), "long": Fraction(7**9000, 3**9001), "none": None}
EDGES: list[Edge] = [("here", "go", "there")]


def _worked_out() -> Figures:
    return FIGURES


def _never() -> Figures:
    raise AssertionError("these figures are kept")


def _kept(folder: Path) -> FigureCache:
    return FigureCache(folder, a_scenario(), a_rubric())


def _the_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_was_worked_out_once_is_read_to_the_last_digit(tmp_path: Path) -> None:
    _kept(tmp_path).figures("levels", _worked_out)
    assert _kept(tmp_path).figures("levels", _never) == FIGURES


def test_parts_are_kept_side_by_side(tmp_path: Path) -> None:
    _kept(tmp_path).figures("levels", _worked_out)
    _kept(tmp_path).figures("lowest", lambda: {"one": Fraction(1)})
    again = _kept(tmp_path)
    assert (again.figures("levels", _never), again.figures("lowest", _never)) == (FIGURES, {"one": Fraction(1)})


def test_without_a_folder_figures_are_only_worked_out() -> None:
    assert FigureCache(None, a_scenario(), a_rubric()).figures("levels", _worked_out) == FIGURES


def test_another_scenario_rubric_or_version_is_worked_out_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scenario, rubric = a_scenario(), a_rubric()
    anew: Figures = {"one": Fraction(5)}
    FigureCache(tmp_path, scenario, rubric).figures("levels", _worked_out)
    assert (
        FigureCache(tmp_path, replace(scenario, fingerprint="f" * 16), rubric).figures("levels", lambda: anew) == anew
    )
    assert (
        FigureCache(tmp_path, scenario, replace(rubric, fingerprint="f" * 16)).figures("levels", _worked_out) == FIGURES
    )
    assert FigureCache(tmp_path, scenario, rubric).figures("levels", lambda: anew) == anew
    monkeypatch.setattr(figure_cache, "VERSION", figure_cache.VERSION + 1)
    assert FigureCache(tmp_path, scenario, rubric).figures("levels", _worked_out) == FIGURES


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: b"",
        lambda data: data[:-3],
        lambda data: data.replace(b"-2", b"-1"),
        lambda data: b"\xff" * 200,
        lambda data: data + b" " * 2 * 1024 * 1024,
    ],
)
def test_a_broken_file_is_worked_out_anew_and_written_over(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    _kept(tmp_path).figures("levels", _worked_out)
    file = _the_file(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(harm(whole))
    assert _kept(tmp_path).figures("levels", _worked_out) == FIGURES
    assert _the_file(tmp_path).read_bytes() == whole


@pytest.mark.parametrize(
    "body",
    [b"[]", b"[1]", b"[" * 100_000, b'{"levels": 3}', b'{"levels": {"one": ["1", "0"]}}', b"{", b'{"edges": [3]}'],
)
def test_even_a_forged_file_raises_nothing(tmp_path: Path, body: bytes) -> None:
    ours = _kept(tmp_path)
    ours.figures("levels", _worked_out)
    _the_file(tmp_path).write_bytes(ours._head(body) + b"\n" + body)
    assert _kept(tmp_path).edges("edges", lambda: EDGES) == EDGES
    assert _kept(tmp_path).figures("levels", _worked_out) == FIGURES


def test_a_folder_that_cannot_be_written_to_is_no_error(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    assert _kept(in_the_way / "cache").figures("levels", _worked_out) == FIGURES


def test_a_second_run_needs_no_positions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = a_scenario()
    first = ScoringModel(story, a_rubric(), tmp_path)
    figures = first.extents, first.chance_levels, first.chance_spreads, first.edges
    monkeypatch.setattr("game.story.plays.all_plays", _never)
    second = ScoringModel(story, a_rubric(), tmp_path)
    assert (second.extents, second.chance_levels, second.chance_spreads, second.edges) == figures
