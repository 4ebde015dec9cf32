"""What an edit did to a scenario: what was added, taken away and changed, and what that did to plays and scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any

from game.author.bench import Bench
from game.author.explore.charts_text import percent, points
from game.author.explore.figures import Exploration, explore
from game.rubric.archetypes import profiles
from game.rubric.model import AXES, COMPONENTS
from game.scenario.model import Node, Option


@dataclass(frozen=True, slots=True)
class Changes:
    """Names that are new, that are gone, and that stayed, with the keys that differ."""

    added: list[str]
    removed: list[str]
    changed: dict[str, list[str]]

    @property
    def none(self) -> bool:
        """Returns True when nothing differs."""
        return not (self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure before and after, as shown; a dash where it has none."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything an edit did; of the figures, those that differ as shown."""

    head: list[str]
    nodes: Changes
    options: Changes
    figures: dict[str, list[FigureChange]]

    @property
    def none(self) -> bool:
        """Returns True when the edit changed nothing."""
        return not self.head and self.nodes.none and self.options.none and not any(self.figures.values())


def diff(old: Bench, new: Bench) -> Difference:
    """Returns what lies between two versions of a scenario."""
    before, after = explore(old), explore(new)
    head = [
        f.name
        for f in fields(old.scenario)
        if f.name not in ("nodes", "id", "fingerprint")
        and getattr(old.scenario, f.name) != getattr(new.scenario, f.name)
    ]
    options, others = ({name: option for name, (_, option) in bench.options().items()} for bench in (old, new))
    return Difference(
        head,
        _changes(old.scenario.nodes, new.scenario.nodes, skip="options"),
        _changes(options, others),
        {
            "plays": _differing(_plays(before), _plays(after)),
            "reach": _differing(_reach(before), _reach(after)),
            "endings under random play": _differing(_endings(before), _endings(after)),
            "what chance scores": _differing(_chance(before), _chance(after)),
            "archetypes": _differing(_archetypes(before), _archetypes(after)),
        },
    )


def _changes(old: Mapping[str, Node | Option], new: Mapping[str, Node | Option], skip: str = "") -> Changes:
    changed = {}
    for name in old:
        if name in new:
            keys = [f.name for f in fields(old[name]) if f.name != skip]
            if differing := [key for key in keys if getattr(old[name], key) != getattr(new[name], key)]:
                changed[name] = differing
    return Changes([n for n in new if n not in old], [n for n in old if n not in new], changed)


def _differing(old: dict[str, str], new: dict[str, str]) -> list[FigureChange]:
    names = list(dict.fromkeys([*old, *new]))
    rows = [FigureChange(name, old.get(name, "–"), new.get(name, "–")) for name in names]
    return [row for row in rows if row.before != row.after]


def _plays(found: Exploration) -> dict[str, str]:
    if found.figures is None:
        return {"plays": found.why_none}
    short, long = found.figures.lengths
    return {
        "plays": f"{found.figures.plays:,}",
        "shortest": str(short),
        "longest": str(long),
        "positions": f"{found.figures.positions:,}",
        "plays that cover all": str(len(found.figures.cover.plays)),
    }


def _reach(found: Exploration) -> dict[str, str]:
    return {name: finding.verdict.value for name, finding in {**found.nodes, **found.options}.items()}


def _endings(found: Exploration) -> dict[str, str]:
    return {e.node: percent(e.probability) for e in found.figures.endings} if found.figures else {}


def _chance(found: Exploration) -> dict[str, str]:
    rubric = found.bench.exact.rubric
    names = {**{c: rubric.components[c].name for c in COMPONENTS}, **{a: rubric.axes[a].name for a in AXES}}
    if found.figures is None:
        return {}
    return {label: _one_place(found.figures.spreads[name].mean) for name, label in names.items()}


def _one_place(share: Fraction | None) -> str:
    return points(share, 1)


def _archetypes(found: Exploration) -> dict[str, str]:
    if found.figures is None:
        return {}
    rows = {}
    for code, card in profiles(found.bench.exact).items():
        paths = [*(card.components[c].path for c in COMPONENTS), *(card.axes[a].path for a in AXES)]
        told = zip(("R", "A", "C", "K", "roles", "power"), paths, strict=True)
        figures = " ".join(f"{name} {'–' if path is None else f'{path:.0f}'}" for name, path in told)
        ending = card.ending.id if card.ending else "no ending"
        rows[found.bench.exact.rubric.archetypes[code].name] = f"{figures}, {ending}"
    return rows


# ── as text and as data ───────────────────────────────────────────────────────────────────────────────


def as_text(old: Bench, new: Bench, found: Difference) -> str:
    """Returns the difference for a person to read."""
    rows = [f"{old.name} → {new.name}"]
    if found.none:
        return f"{rows[0]}\nNothing differs but layout and comments."
    if found.head:
        rows += ["", f"Head changed: {', '.join(found.head)}"]
    for what, changes in (("Nodes", found.nodes), ("Options", found.options)):
        rows += _changes_as_text(what, changes)
    for what, figures in found.figures.items():
        if figures:
            rows += ["", f"{what[0].upper()}{what[1:]}:"]
            rows += [f"  {figure.name}: {figure.before} → {figure.after}" for figure in figures]
        else:
            rows += ["", f"{what[0].upper()}{what[1:]}: as before."]
    return "\n".join(rows)


def _changes_as_text(what: str, changes: Changes) -> list[str]:
    rows = [f"  + {name}" for name in changes.added] + [f"  - {name}" for name in changes.removed]
    rows += [f"  ~ {name}: {', '.join(keys)}" for name, keys in changes.changed.items()]
    return ["", f"{what}:", *rows] if rows else ["", f"{what}: as before."]


def as_data(found: Difference) -> dict[str, Any]:
    """Returns the difference as plain data for JSON."""
    return {
        "head": found.head,
        **{
            what: {"added": c.added, "removed": c.removed, "changed": c.changed}
            for what, c in (("nodes", found.nodes), ("options", found.options))
        },
        "figures": {
            what: [{"name": f.name, "before": f.before, "after": f.after} for f in figures]
            for what, figures in found.figures.items()
        },
    }
