"""The map as a drawing: boxes of three kinds, arrows between them, and, where it stands alone, a legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from game.author.map.graph import Arrow, Graph, NodeBox
from game.author.map.layers import HIGH, WIDE
from game.author.map.layout import Layout, Route
from game.author.map.measures import LETTERS, Measure
from game.pages.svg import mark, plain, tag, words, wrapped

SHAPES = {"best": "star", "good": "disc", "mixed": "diamond", "poor": "down"}
HEAD = Markup(
    '<defs><marker id="head" viewBox="0 0 10 10" refX="2" refY="5" markerWidth="9" markerHeight="9" '
    'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.5L10 5L0 9.5z" class="head"/></marker></defs>'
)


def describe(graph: Graph) -> str:
    """Returns the whole drawing in a sentence, for who does not see it."""
    kinds = [box.kind for box in graph.boxes]
    return (
        f"{len(kinds)} boxes from top to bottom: {kinds.count('decision')} with options, "
        f"{kinds.count('passage')} that go on by themselves, {kinds.count('ending')} endings; "
        f"{len(graph.arrows)} arrows between them."
    )


def body(graph: Graph, layout: Layout, measures: Sequence[Measure], shown: Measure) -> Markup:
    """Arrows below, boxes above; the boxes carry every measure, and show one."""
    titles = {box.id: box.title for box in graph.boxes}
    large = all(len(box.title) <= 7 for box in graph.boxes if not box.ending)
    arrows = (_arrow(a, r, titles) for a, r in zip(graph.arrows, layout.routes, strict=True))
    boxes = (_box(box, layout.boxes[box.id], measures, shown, large) for box in graph.boxes)
    return HEAD + tag("g", *arrows, cls="arrows") + tag("g", *boxes, cls="boxes")


def _arrow(arrow: Arrow, route: Route, titles: dict[str, str]) -> Markup:
    many = len(arrow.options)
    said = ", ".join(arrow.options) or arrow.harm or "goes on by itself"
    asks = " (on a condition)" if arrow.conditional and not arrow.harm else ""
    told = f"{titles[arrow.source]} → {titles[arrow.target]}: {said}{asks}"
    inside = [tag("title", plain(told, 300)), tag("path", d=route.path, marker_end="url(#head)")]
    if many > 1:
        x, y = route.middle
        inside += [tag("circle", cx=x, cy=y, r=10), words(str(many), x, y + 4, "count", "middle")]
    short = ", ".join(arrow.options[:2]) + (f" +{many - 2}" if many > 2 else "") or arrow.harm
    if short:
        inside.append(words(short, route.label[0], route.label[1], "label", "middle"))
    return tag(
        "g", *inside, cls="arrow if" if arrow.conditional else "arrow", data_from=arrow.source, data_to=arrow.target
    )


def _box(box: NodeBox, at: tuple[float, float], measures: Sequence[Measure], shown: Measure, large: bool) -> Markup:
    """Returns a link to the box's words, so that it can be followed without scripts."""
    (x, y), left, top = at, -WIDE / 2, -HIGH / 2
    level = shown.levels.get(box.id)
    inside = [*_outline(box, left, top), tag("g", *_near(box, left, top, shown), cls="near")]
    inside.append(tag("g", *_far(box, large), cls="far", aria_hidden="true"))
    data = {f"data_{m.key}": f"{m.levels[box.id]}|{m.words[box.id]}" for m in measures if box.id in m.levels}
    return tag(
        "a",
        *inside,
        href=f"#n-{box.id}",
        id=f"b-{box.id}",
        cls=f"box {box.kind} l{'n' if level is None else level}",
        transform=f"translate({x:.1f} {y:.1f})",
        aria_label=_named(box),
        **data,
    )


def _named(box: NodeBox) -> str:
    if box.ending:
        return f"{box.title}: {box.ending} ending"
    at_stake = [letter for letter, stake in zip(LETTERS, box.stakes, strict=True) if stake]
    told = (
        f"{box.options} options, at stake: {', '.join(at_stake) or 'nothing'}" if box.options else "goes on by itself"
    )
    return f"{box.title}{' (start)' if box.start else ''}: {box.place}, {told}"


def _outline(box: NodeBox, left: float, top: float) -> Iterator[Markup]:
    rx = {"decision": 8, "passage": 0, "ending": HIGH / 2}[box.kind]
    if box.start:
        yield tag("rect", x=left, y=top - 19, width=58, height=26, rx=6, cls="flag")
        yield words("START", left + 29, top - 6, "flagged", "middle")
    yield tag("rect", x=left, y=top, width=WIDE, height=HIGH, rx=rx, cls="edge")
    if box.ending == "best":
        yield tag("rect", x=left + 5, y=top + 5, width=WIDE - 10, height=HIGH - 10, rx=rx - 5, cls="inner")


def _near(box: NodeBox, left: float, top: float, shown: Measure) -> Iterator[Markup]:
    """Returns what is read up close."""
    told = shown.words.get(box.id, "")
    if box.ending:
        yield mark(SHAPES[box.ending], 0, top + 15, 6.5, "mark")
        rows = wrapped(box.title, 18, 2)
        for n, row in enumerate(rows):
            yield words(row, 0, top + 38 + 17 * n + (0 if len(rows) > 1 else 7), "title", "middle")
        yield words(f"{box.ending} ending", 0, top + HIGH - 25, "small", "middle")
        yield words(told, 0, top + HIGH - 10, "small badge", "middle")
        return
    for n, row in enumerate(wrapped(box.title, 24, 2)):
        yield words(row, left + 12, top + 23 + 17 * n, "title")
    options = f"{box.options} options" if box.options > 1 else "1 option" if box.options else "goes on by itself"
    yield words(plain(f"{box.place} · {options}", 34), left + 12, top + 61, "small")
    for n, (letter, stake) in enumerate(zip(LETTERS, box.stakes, strict=True)):
        if box.options:
            x = left + 12 + 20 * n
            yield tag("rect", x=x, y=top + HIGH - 25, width=17, height=17, rx=3, cls="chip on" if stake else "chip")
            yield words(
                letter if stake else "·", x + 8.5, top + HIGH - 12, "letter on" if stake else "letter", "middle"
            )
    yield words(told, -left - 12, top + HIGH - 12, "small badge", "end")


def _far(box: NodeBox, large: bool) -> Iterator[Markup]:
    """Returns what is read from afar: the title alone, larger."""
    rows = wrapped(box.title, 12, 3)
    if large and not box.ending:
        yield words(box.title, 0, 15, "big", "middle")
        return
    for n, row in enumerate(rows):
        yield words(row, 0, 9 + 29 * (n - (len(rows) - 1) / 2), "", "middle")
