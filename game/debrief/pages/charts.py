"""The pictures of a class: each from figures that may be shown, with its words and its table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from game.debrief.figures.model import (
    EndingFigures,
    NodeFigures,
    OptionFigures,
    PoleFigures,
    RuptureFigures,
    TracePoint,
)
from game.pages.svg import PATTERNS, POOLED, Chart, drawing, group, paragraph, percent, plain, tag, words, wrapped
from game.rubric.model import Rubric
from game.words import N_, _

HIDDEN = N_("not shown")  # small, or it would give a small one away
WIDE = 720
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def count_or_few(count: int | None) -> str:
    """Returns a count, or the words for one that is hidden."""
    return _(HIDDEN) if count is None else str(count)


def reached(node: NodeFigures) -> str:
    """Returns how many choices were made at a decision, as far as that is shown."""
    return _("about {n}").format(n=node.about) if node.about is not None else count_or_few(node.n)


def why_hidden(node: NodeFigures) -> str:
    """Returns why a decision shows no exact n; empty where it does."""
    if node.about is not None:
        return _("in steps of three, since fewer than 3 were on a branch nearby")
    return _("fewer than 3 here or on a branch nearby, so n is hidden") if node.hidden else ""


def choices_told(node: NodeFigures) -> str:
    """Returns in a sentence how many choices were made at a decision, and why that is not told exactly."""
    hidden = why_hidden(node)
    told = _("{n} choices by those who reached this decision{why}.")
    return capitalised(told.format(n=reached(node), why=f" ({hidden})" if hidden else ""))


def capitalised(text: str) -> str:
    """Returns the text with its first letter as at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def chosen(option: OptionFigures, node: NodeFigures) -> str:
    """Returns how many chose an option, of how many; only about how many where an exact number would tell too much."""
    if option.count is not None and node.n is not None:
        return _("{count} of {n}").format(count=option.count, n=node.n)
    return about_share(option.share)


def about_share(share: float | None) -> str:
    """Returns a share that is only told about, or the words for one that is hidden."""
    return _(HIDDEN) if share is None else _("about {share} %").format(share=f"{share:.0f}")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is of, its count of a whole, and the figure that stands before it."""

    label: str
    count: int | None
    whole: int | None
    ends: str = ""
    pattern: str = PATTERNS[0]
    letter: str = ""
    bare: bool = False  # words only: it is counted with others below

    @property
    def share(self) -> float:
        """Returns how far it reaches, 0–1."""
        return self.count / self.whole if self.count and self.whole else 0.0


def bars(
    key: str, title: str, says: str, rows: Sequence[Bar], head: tuple[str, ...], table: Sequence[tuple[str, ...]]
) -> Chart:
    """Bars below each other, the words above each, the figure before it."""
    parts: list[Markup] = []
    y = 4.0
    left = 160  # the figure stands first, so that a narrow screen shows it without scrolling
    reach = WIDE - left - 1
    for row in rows:
        indent = 24 if row.letter else 0
        lines = wrapped(row.label, 98)
        parts += [words(row.letter, 0, y + 13, "num")] if row.letter else []
        parts.append(paragraph(lines, indent, y + 13, 18))
        y += 18 * len(lines) + 5
        if row.bare:
            y += 6
            continue
        parts.append(tag("rect", x=left, y=y, width=reach, height=18, rx=3, cls=_ground(row)))
        if row.share:
            parts.append(tag("rect", x=left, y=y, width=max(3, reach * row.share), height=18, rx=3, cls=row.pattern))
        parts.append(words(row.ends, indent, y + 14, "num"))
        y += 18 + 16
    return Chart(key, title, says, drawing(key, title, says, WIDE, y, parts), head, tuple(table))


def _ground(row: Bar) -> str:
    """Returns how the way of a bar is drawn: dashed where its count is not shown, so as not to look like none."""
    return "unseen" if row.count is None else "rail"


def option_split(key: str, title: str, node: NodeFigures) -> Chart:
    """Returns how the choices at one decision fell; small cells stand together in one row."""
    head = (_("Option"), _("Chosen"))
    if node.hidden:
        return bars(key, title, _("There are no figures: {why}.").format(why=why_hidden(node)), (), head, ())
    rows: list[Bar] = []
    table: list[tuple[str, ...]] = []
    for number, option in enumerate(node.options):
        letter, text = LETTERS[number % 26], plain(option.say, 400)
        if option.pooled:
            rows.append(Bar(text, None, None, letter=letter, bare=True))
            table.append((f"{letter} {text}", _("in “others together”")))
            continue
        ends = _with_share(chosen(option, node), option.count, node.n)
        rows.append(_bar(text, option.count, option.share, node, ends, PATTERNS[number % 6], letter))
        table.append((f"{letter} {text}", ends))
    if pooled := ", ".join(LETTERS[i % 26] for i, o in enumerate(node.options) if o.pooled):
        label = _("{letters} together (kept together so that no one stands out)").format(letters=pooled)
        many = _("{count} of {n}").format(count=node.others, n=node.n)
        ends = about_share(node.others_share) if node.others is None else _with_share(many, node.others, node.n)
        rows.append(_bar(label, node.others, node.others_share, node, ends, POOLED))
        table.append((label, ends))
    others = _("others")
    said = "; ".join(f"{bar.letter or others}: {bar.ends}" for bar in rows[:8] if not bar.bare)
    return bars(key, title, f"{choices_told(node)} {said}.", rows, head, table)


def _bar(
    label: str,
    count: int | None,
    share: float | None,
    node: NodeFigures,
    ends: str,
    pattern: str,
    letter: str = "",
) -> Bar:
    if count is None and share is not None:
        return Bar(label, round(share), 100, ends, pattern, letter)
    return Bar(label, count, node.n, ends, pattern, letter)


def _with_share(text: str, count: int | None, whole: int | None) -> str:
    return text if count is None or whole is None else f"{text} ({percent(count, whole)})"


def trace(key: str, points: Sequence[TracePoint]) -> Chart:
    """Returns trust, ease and voice over the turns, as the class's mean."""
    title, names = _("Trust, ease and voice, turn by turn"), (_("Trust"), _("Ease"), _("Voice"))
    head = (_("Turn"), _("Plays that came so far (at least)"), *names)
    rows = tuple((str(p.turn), str(p.n), f"{p.trust:g}", f"{p.ease:g}", f"{p.voice:g}") for p in points)
    if not points:
        says = _("Too few plays for means that tell nothing about one of them.")
        return Chart(key, title, says, drawing(key, title, says, WIDE, 8, []), head, rows)
    told = _(
        "Means of the class after each choice, 0 to 10. From trust {trust}, ease {ease} and voice {voice} after the "
        "first to {trust_last}, {ease_last} and {voice_last} after the last."
    )
    ways = ("trust", "ease", "voice")
    first = {name: f"{getattr(points[0], name):g}" for name in ways}
    says = told.format(**first, **{f"{name}_last": f"{getattr(points[-1], name):g}" for name in ways})
    left, top, high = 34.0, 12.0, 200.0
    step = (WIDE - left - 78) / max(1, len(points) - 1)
    parts: list[Markup] = []
    for level in (0, 5, 10):
        y = top + high * (1 - level / 10)
        parts += [
            tag("path", d=f"M{left} {y}H{WIDE - 70}", cls="grid"),
            words(str(level), left - 9, y + 4, "axis", "end"),
        ]
    below = [(left + n * step, str(p.turn), str(p.n)) for n, p in enumerate(points)]
    under = [words(text, x, top + high + y) for x, turn, n in below for text, y in ((turn, 20), (n, 38))]
    parts.append(group("axis", under, "middle"))
    parts += [
        words(_("turn"), WIDE - 62, top + high + 20, "axis"),
        words(_("plays (≥)"), WIDE - 62, top + high + 38, "axis"),
    ]
    ends: list[float] = []
    lines = [[p.trust for p in points], [p.ease for p in points], [p.voice for p in points]]
    for name, cls, values in zip(names, ways, lines, strict=True):
        spots = [(left + n * step, top + high * (1 - v / 10)) for n, v in enumerate(values)]
        way = "L".join(f"{x:.0f} {y:.0f}" for x, y in spots)
        parts.append(tag("path", d=f"M{way}", cls=f"line {cls}"))
        y = _clear(spots[-1][1] + 5, ends)
        parts.append(words(name, spots[-1][0] + 11, y, f"halo {cls}"))
    return Chart(key, title, says, drawing(key, title, says, WIDE, top + high + 46, parts), head, rows)


def _clear(y: float, taken: list[float]) -> float:
    """Returns the height nearest to the wanted one where a name covers no other; remembered in `taken`."""
    free = [y + d for d in (0, 16, -16, 32, -32) if all(abs(y + d - t) >= 15 for t in taken)]
    taken.append(free[0])
    return free[0]


def poles(key: str, rubric: Rubric, found: dict[str, PoleFigures]) -> Chart:
    """Returns how often each way out of balance was chosen, at the decisions where that can be shown."""
    title = _("Ways out of balance")
    head = (_("Pole"), _("Share of the choices"), _("Decisions counted"), _("of"))
    if all(figures.share is None for figures in found.values()):
        says = _("Too few decisions may be shown one by one for a fair picture of leanings in this class.")
        return bars(key, title, says, (), head, ())
    rows, table = [], []
    for number, (pole, figures) in enumerate(found.items()):
        name = rubric.poles[pole]
        label = f"{capitalised(name.name)}: {name.meaning}"
        where = _("at {told} of the {all} decisions that offered it")
        where = where.format(told=figures.told, all=figures.decisions)
        ends = _(HIDDEN) if figures.share is None else f"{figures.share} %"
        rows.append(Bar(f"{label} ({where})", figures.share, 100, ends, PATTERNS[number % 6]))
        table.append((label, ends, str(figures.told), str(figures.decisions)))
    says = _("Choices that leaned this way, of all at the decisions where that was on offer and can be shown.") + " "
    says += "; ".join(f"{row.label.split(':')[0]} {row.ends}" for row in rows)
    return bars(key, title, says, rows, head, table)


def endings(key: str, found: Sequence[EndingFigures], others: int | None, complete: int | None) -> Chart:
    """Returns how the conversations came out, in the order of the scenario."""
    title, head, of = _("How it came out"), (_("Ending"), _("Plays")), _("{count} of {n}")
    if complete is None:
        return bars(key, title, _("Fewer than three plays came to an ending."), (), head, ())
    rows = [
        Bar(
            e.title,
            e.count,
            complete,
            _with_share(of.format(count=e.count, n=complete), e.count, complete),
            PATTERNS[1],
        )
        for e in found
        if e.count
    ]
    pooled = [e for e in found if e.count is None]
    if pooled:
        many = _with_share(of.format(count=others, n=complete), others, complete)
        ends = _(HIDDEN) if others is None else many
        label = _("Others together") if rows else _("All endings together")
        rows.append(Bar(label, others, complete, ends, POOLED))
    table = [(e.title, _("in “others together”") if e.count is None else str(e.count)) for e in found]
    if pooled:
        table.append((_("Others together"), count_or_few(others)))
    says = _("{n} complete plays.").format(n=complete) + " " + "; ".join(f"{row.label}: {row.ends}" for row in rows)
    return bars(key, title, says, rows, head, table)


def ruptures(key: str, found: Sequence[RuptureFigures], plays: int) -> Chart:
    """Returns a chart of the plays in which something broke, in which it was mended, and when."""
    rows, table = [], []
    for rupture in found:
        mean, kind = "–" if rupture.turns_late is None else f"{rupture.turns_late:g}", _(rupture.kind)
        mended = _("… and was mended") if mean == "–" else _("… and was mended, {turns} turns later on the mean")
        rows.append(
            Bar(
                _("Broke ({kind}): {what}").format(kind=kind, what=rupture.what),
                rupture.opened,
                plays,
                _of(rupture.opened, plays),
                PATTERNS[3],
            )
        )
        rows.append(Bar(mended.format(turns=mean), rupture.repaired, plays, _of(rupture.repaired, plays), PATTERNS[0]))
        table.append((rupture.what, kind, count_or_few(rupture.opened), count_or_few(rupture.repaired), mean))
    says = "; ".join(f"{row.label}: {row.ends}" for row in rows) or _("No break can open in this conversation.")
    head = (_("What broke"), _("How it showed"), _("Plays"), _("Mended"), _("Turns later (mean)"))
    return bars(key, _("Breaks and repairs"), says, rows, head, table)


def _of(count: int | None, whole: int) -> str:
    return _(HIDDEN) if count is None else _("{count} of {n} plays").format(count=count, n=whole)


def shown(options: Sequence[OptionFigures]) -> list[OptionFigures]:
    """Returns the options that are shown to have been chosen, most chosen first."""
    return sorted((o for o in options if o.share), key=lambda o: -(o.share or 0.0))
