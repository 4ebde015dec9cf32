"""The page of `explore`: readable without scripts, every chart with its numbers, the file with its gutter."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner

from game.author.explore.charts import histogram
from game.author.explore.figures import explore
from game.author.explore.page import as_page
from game.cli.main import commands
from game.errors import GameError, UsageError
from game.rubric.chance import Spread
from game.testing import SMALL
from tests.author.benches import CLOSED, a_bench
from tests.support.stories import LOOP


def a_page(text: str = SMALL) -> str:
    return as_page(explore(a_bench(text), lines=True))


def test_the_page_has_no_script_and_asks_for_nothing() -> None:
    page = re.sub(r"base64,[A-Za-z0-9+/=]+", "", a_page())
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    assert "default-src 'none'" in page


def test_every_chart_stands_beside_a_table_of_its_numbers() -> None:
    page = a_page()
    pictures = page.count('role="img"')
    assert pictures == page.count("The same as a table</summary>") == 9 - page.count("No play puts it to the test.")
    cells = re.split(r"</?t[rdh][^>]*>|\n", page)
    row = cells.index("Clear and close")
    assert [cell for cell in cells[row:] if cell.strip()][:4] == ["Clear and close", "best", "clear", "50.0 %"]


def test_the_gutter_gives_each_line_its_share_and_says_never_in_words() -> None:
    page = a_page(CLOSED)
    assert re.search(r'<tr id="L\d+" class="v0"><td>\d+</td><td>never</td><td><code>  never: ', page)
    assert re.search(r'class="v4"><td>\d+</td><td>100 %</td><td><code>  first:', page)


def test_the_plan_of_fewest_plays_says_whether_it_is_proved() -> None:
    assert "plays, proved fewest:" in a_page()


def test_what_no_play_comes_to_is_listed_with_its_line() -> None:
    assert re.search(
        r"<li>Line \d+: <code>too-eager</code>: proven impossible\. Its `when` asks for trust", a_page(CLOSED)
    )
    assert "Every node and every option is reached by some play." in a_page()


def test_a_story_without_end_has_a_page_that_says_so() -> None:
    page = a_page(LOOP)
    assert "A play can come back to `first` for ever" in page
    assert "proved fewest" not in page


def test_words_of_the_file_cannot_become_markup() -> None:
    assert "<b>bold" not in a_page(SMALL.replace("how is the dog?", "how <b>bold</b> is the dog?"))


def test_a_histogram_holds_all_plays_the_highest_score_in_its_last_step() -> None:
    shares = histogram(Spread([Fraction(0), Fraction(1, 4), Fraction(1)], [1, 2, 1]), 4)
    assert shares == [Fraction(1, 4), Fraction(1, 2), 0, Fraction(1, 4)]
    assert histogram(Spread([], []), 2) == [0, 0]


def test_the_command_keeps_the_page_and_refuses_another_form(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(SMALL, encoding="utf-8")
    result = CliRunner().invoke(commands, ["explore", str(file), "-o", str(tmp_path / "page.html")])
    assert result.output == f"Kept as {tmp_path / 'page.html'}.\n"
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    for name, error, told in (
        ("page.pdf", UsageError, "ends in .html"),
        ("mine.yaml/x.html", GameError, "Cannot write"),
    ):
        with pytest.raises(error, match=told):
            raise (
                CliRunner().invoke(commands, ["explore", str(file), "-o", str(tmp_path / name)]).exception
                or AssertionError
            )
