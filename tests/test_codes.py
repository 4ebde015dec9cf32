"""Every diagnostic code has a page, and every page is true: its examples are checked, what it says of `--fix` is tried.

An example in a page is a file of its own where its block is marked `whole-file`. Otherwise the good one stands in
`docs/codes/base.yaml`, or in the rubric, and the bad one takes its place there. Where a whole story is needed, the page
links to one among the tests. What no text shows (bytes, folders, budgets) is made by `tests/diagnostics`.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from game import locations
from game.author.check.fix import fix
from game.author.check.problems import check_scenario
from game.author.check.why import index
from game.diagnostics import CODES, Diagnostic
from game.rubric.load import load_text as load_rubric_text
from game.scenario.media import folder_beside
from game.testing import a_rubric
from tests.support.made_problems import MADE

PAGES = locations.PAGES
BASE = (PAGES / "base.yaml").read_text("utf-8")
RUBRIC = locations.RUBRIC.read_text("utf-8")
UNSEEN = {expect.split()[0] for expect, _ in MADE} - {"empty-file"} | {"too-many-positions"}


class Examples(NamedTuple):
    bad: str
    good: str
    of_rubric: bool = False
    media: Path | None = None  # what lies beside the bad one


def page(code: str) -> str:
    return (PAGES / f"{code}.md").read_text("utf-8")


def block(text: str, heading: str) -> tuple[str, bool]:
    """The example under a heading, and whether it is a whole file."""
    found = re.search(rf"^## {heading}\n+```yaml( whole-file)?\n(.*?)^```$", text, re.M | re.S)
    assert found, f"no example under {heading}"
    return found[2], bool(found[1])


def examples(code: str) -> Examples:
    text = page(code)
    if linked := re.search(r"^## Bad\n+.*\]\((\.\./.*\.yaml)\)", text, re.M):
        path = (PAGES / linked[1]).resolve()
        return Examples(path.read_text("utf-8"), BASE, media=folder_beside(path))
    (bad, bad_is_whole), (good, good_is_whole) = block(text, "Bad"), block(text, "Good")
    if good_is_whole:
        return Examples(bad, good)
    (holder,) = [text for text in (BASE, RUBRIC) if text.count(good) == 1]
    return Examples(bad if bad_is_whole else holder.replace(good, bad), holder, holder is RUBRIC)


def found(text: str, of_rubric: bool, folder: Path, media: Path | None = None) -> list[Diagnostic]:
    if of_rubric:
        return list(load_rubric_text(text).diagnostics)
    if media and media.is_dir():
        shutil.copytree(media, folder / "example.media", dirs_exist_ok=True)
    path = folder / "example.yaml"
    path.write_text(text, encoding="utf-8")
    return check_scenario(path, a_rubric())


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} - {"README"} == set(CODES)


@pytest.mark.parametrize("code", sorted(set(CODES) - UNSEEN))
def test_the_bad_example_of_a_page_yields_its_code_and_the_good_one_does_not(code: str, tmp_path: Path) -> None:
    bad, good, of_rubric, media = examples(code)
    told = [d for d in found(bad, of_rubric, tmp_path, media) if d.code == code]
    assert told
    (tmp_path / "good").mkdir()
    assert code not in {d.code for d in found(good, of_rubric, tmp_path / "good")}
    assert f"\n\n{told[0].severity.value.capitalize()}. " in page(code)


@pytest.mark.parametrize("code", sorted(set(CODES) - UNSEEN))
def test_a_page_says_truly_whether_fix_mends_its_bad_example(code: str, tmp_path: Path) -> None:
    bad, _, of_rubric, media = examples(code)
    assert ("`check --fix` mends it" in page(code)) != ("`check --fix` leaves it to you." in page(code))
    if not of_rubric:
        lines, _changes = fix(bad.split("\n"), a_rubric())
        left = {d.code for d in found("\n".join(lines), of_rubric, tmp_path, media)}
        assert (code not in left) == ("`check --fix` mends it" in page(code))


@pytest.mark.parametrize("code", sorted(UNSEEN))
def test_a_page_without_examples_says_what_fix_does(code: str) -> None:
    severity = "Warning" if code == "too-many-positions" else "Error"
    assert f"\n\n{severity}. `check --fix` leaves it to you.\n" in page(code)
    assert "```" not in page(code)


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_page_is_short_and_built_like_the_others(code: str) -> None:
    text = page(code)
    assert text.startswith(f"# {code}\n\n")
    assert "\n## How to mend\n" in text
    assert len(text.splitlines()) <= 60
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        assert (PAGES / link).exists(), link


def test_the_base_has_no_problems(tmp_path: Path) -> None:
    assert found(BASE, False, tmp_path) == []


def test_the_index_is_what_the_command_prints() -> None:
    written = (PAGES / "README.md").read_text("utf-8")
    assert written == index(PAGES) + "\n", "python main.py why > docs/codes/README.md"
