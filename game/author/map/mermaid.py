"""The map as Mermaid text: what a forge or a wiki draws by itself."""

from __future__ import annotations

from game.author.map.graph import Graph, NodeBox

_KINDS = ("best", "good", "mixed", "poor")


def as_mermaid(graph: Graph) -> str:
    """Returns a flowchart from top to bottom; boxes are numbered, since Mermaid keeps some words to itself."""
    number = {box.id: f"n{n}" for n, box in enumerate(graph.boxes)}
    rows = ["---", f"title: {_bare(graph.title)}", "---", "flowchart TB"]
    rows += [f"  {number[box.id]}{_shape(box)}" for box in graph.boxes]
    for arrow in graph.arrows:
        many = len(arrow.options)
        told = f"{many} options" if many > 2 else ", ".join(arrow.options) or arrow.harm
        line = "-.->" if arrow.conditional else "-->"
        label = f'|"{_bare(told)}"|' if told else ""
        rows.append(f"  {number[arrow.source]} {line}{label} {number[arrow.target]}")
    for kind in _KINDS:
        if own := [number[box.id] for box in graph.boxes if box.ending == kind]:
            rows.append(f"  class {','.join(own)} {kind}")
    rows += [
        "  classDef best stroke-width:4px",
        "  classDef good stroke-width:3px",
        "  classDef mixed stroke-width:2px,stroke-dasharray:6 3",
        "  classDef poor stroke-width:2px,stroke-dasharray:2 3",
    ]
    return "\n".join(rows) + "\n"


def _shape(box: NodeBox) -> str:
    if box.ending:
        return f'(["{_bare(box.title)}<br>{box.ending} ending"])'
    told = f"{box.options} options" if box.options else "goes on by itself"
    label = f'"{_bare(box.title)}<br>{_bare(box.place)}, {told}"'
    return f"[[{label}]]" if box.start else f"({label})" if box.options else f"[{label}]"


def _bare(text: str) -> str:
    """Returns the text without what ends or colours a label in Mermaid: quotes, brackets, markup, line breaks."""
    kept = (c if c.isprintable() and c not in '"<>&#;`{}[]|\\' else " " for c in text)
    return " ".join("".join(kept).replace("---", "–").split())
