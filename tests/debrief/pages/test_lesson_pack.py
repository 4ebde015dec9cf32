"""A lesson to teach from: the author's notes, forks in a small class, options in their own words, the group's part."""

from __future__ import annotations

from game.debrief.figures.forks import fork_views
from game.debrief.figures.model import ForkKind
from game.debrief.pages.flow_chart import legends
from game.debrief.pages.page import report
from game.debrief.pages.slides import slides
from game.debrief.pages.wording import quoted
from game.testing import a_rubric
from tests.debrief.a_class import a_class, class_figures, the_exact


def test_what_the_author_wrote_for_teachers_stands_at_the_front_of_page_and_slides() -> None:
    exact, figures = the_exact(), class_figures()
    notes = exact.story.scenario.teaching
    assert notes is not None
    for page in (report(figures, (), exact, names=False), slides(figures, exact)):
        assert page.index(notes.dilemma) < page.index('id="s-map-1"' if "s-map-1" in page else 'id="map"')
        assert notes.trap in page


def test_a_small_class_talks_about_the_authors_forks() -> None:
    exact = the_exact()
    figures = class_figures(4)
    assert [fork.kind for fork in figures.forks] == [ForkKind.AUTHOR] * 2
    one, two = fork_views(figures, exact.story.scenario, a_rubric())
    assert one.why == two.why == "The author would talk about this one."
    assert exact.story.scenario.teaching
    assert [fork.node for fork in figures.forks] == list(exact.story.scenario.teaching.forks[:2])


def test_the_letters_of_the_map_have_the_words_of_every_option() -> None:
    exact, figures = the_exact(), class_figures()
    found = legends(quoted(figures, exact.story.scenario), exact.story.scenario)
    words = {say for legend in found for _, say in legend.options}
    options = [option for node in exact.story.scenario.nodes.values() for option in node.options or ()]
    assert {option.words for option in options} == words
    page = slides(figures, exact).replace("&#34;", '"')
    assert "What the letters stand for" in page


def test_the_groups_part_has_no_sheet_and_no_table_of_options() -> None:
    page = report(class_figures(), a_class(30), the_exact(), names=False, group_only=True)
    assert '<body class="group">' in page
    for part in ('id="run"', 'id="author"', 'id="map"', 'id="fork-1"', 'id="fork-2"', 'id="commit"'):
        assert part in page
    for part in ('id="own"', 'id="items"', 'id="planes"', 'class="answers"'):
        assert part not in page
