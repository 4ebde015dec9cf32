"""Who speaks: paragraphs that begin with a name and a colon, where the name comes again or an expression is with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.author.twee.collect_parts import END, LINKED, PassageLine
from game.author.twee.draft import DraftLine
from game.author.twee.logic import VariableCondition
from game.author.twee.markup import HEADINGS, bare
from game.author.twee.names import Ids
from game.scenario.model import YOU, Expression

_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_SPEECH = re.compile(
    r"(?:''|\*\*|//|__|<\w+>)?(?P<who>[^\W\d_][^:()\n<>]{0,59}?)(?: \((?P<how>[a-z]+)\))?(?:''|\*\*|//|__|</\w+>)?:"
    r"(?:''|\*\*|//|__|</\w+>)?\s+(?P<text>\S.*)",
    re.S,
)
_LIST = re.compile(r"[*#>!]|-[ \t]")
_LINK = re.compile(f"{LINKED}([^{END}]*){END}")
_JOINING = re.compile(r"[\W\d_]*(?:\b(?:or|and|either)\b[\W\d_]*)*", re.I)
_EXPRESSIONS = frozenset(Expression)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with its markup, perhaps with a name before it; `heading` for the title of what follows."""

    text: str
    when: VariableCondition
    who: str = ""
    how: str = ""
    heading: bool = False


def paragraphs(spoken: Iterable[PassageLine], kind: str) -> list[Paragraph]:
    """Returns the paragraphs of a passage; what holds nothing but links is left out."""
    found: list[Paragraph] = []
    running = False  # in the midst of a row
    for stretch in spoken:
        text = stretch.text.replace("\\\n", "")
        own = [_paragraph(row, stretch.when, kind) for block in _PARAGRAPHS.split(text) for row in _rows(block)]
        if own and found and running and not text.startswith("\n"):
            if not any(map(str.isalnum, own[0].text)):  # a full stop behind words that hang on something
                own = own[1:]
            elif not own[0].who and found[-1].who:
                own[0] = replace(own[0], who=found[-1].who, how=found[-1].how)
        found += own
        running = not text.endswith("\n")
    return found


def _rows(block: str) -> list[str]:
    """Returns the rows of a paragraph as far as each begins something: a speech, an item of a list; others go on."""
    rows: list[str] = []
    for row in filter(None, (_without_links(row).strip() for row in block.split("\n"))):
        if rows and not _LIST.match(row) and not _SPEECH.fullmatch(row):
            rows[-1] += f" {row}"
        else:
            rows.append(row)
    return rows


def _without_links(row: str) -> str:
    """Returns the row without links that stand alone; those among other words stay as words."""
    if LINKED not in row:
        return row
    return "" if _JOINING.fullmatch(_LINK.sub(" ", row)) else _LINK.sub(r"\1", row)


def _paragraph(row: str, when: VariableCondition, kind: str) -> Paragraph:
    match = _SPEECH.fullmatch(row)
    if match is None or (len(match["who"].split()) > 4 and match["how"] not in _EXPRESSIONS):
        return Paragraph(row, when, heading=bool(HEADINGS[kind].match(row)))
    return Paragraph(match["text"], when, match["who"].strip(), match["how"] or "")


def cast(all_paragraphs: Iterable[Paragraph], kind: str, taken: Iterable[str] = ()) -> dict[str, str]:
    """Returns the names that speak, each with its id; the one who speaks most comes first."""
    times: Counter[str] = Counter()
    for paragraph in all_paragraphs:
        if paragraph.who:
            times[bare(paragraph.who, kind)] += 2 if paragraph.how in _EXPRESSIONS else 1
    ids = Ids(taken=(YOU, "narration", *taken))
    names = [name for name, count in times.most_common() if count > 1 and name]
    return {name: YOU if name == "You" else ids.new(_first(name, names), "person") for name in names}


def _first(name: str, names: list[str]) -> str:
    """Returns the first name where nobody else has it, the whole one otherwise."""
    first = name.split()[0]
    return first if sum(other.split()[0] == first for other in names) == 1 else name


def said(paragraph: Paragraph, people: dict[str, str], kind: str) -> DraftLine | None:
    """Returns the paragraph as a line; None when nothing is left of it."""
    name = bare(paragraph.who, kind)
    text = bare(paragraph.text, kind)
    if name in people:
        how = paragraph.how if paragraph.how in _EXPRESSIONS else Expression.NEUTRAL.value
        return DraftLine(people[name], how, text, paragraph.when) if text else None
    how = f" ({paragraph.how})" if paragraph.how else ""
    text = f"{name}{how}: {text}" if name else text
    return DraftLine("", "", text, paragraph.when) if text else None
