"""YAML text as plain data with a mark for every value: strings first, no YAML magic.

The dialect is JSON with a friendlier face. Every scalar stays the text it is (`no`, `12:30`, `1.10`);
the field that wants a number or a truth value reads it later. Anchors, aliases, tags, merge keys,
directives, second documents and duplicate keys are refused with a reason; size and depth are bounded
while parsing *events*, before anything is composed, because libyaml overflows the C stack otherwise.
Where a line's mistake is plain, the corrected line is in the hint, and reading goes on as if it stood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from game.diagnostics import Diagnostic, Severity, Slip, SourcePlace, in_order
from game.errors import GameError
from game.files import FileProblem, read_bounded
from game.scenario.mend import Correction, corrections

MOST_BYTES = 2 * 1024 * 1024
MOST_DEPTH = 24
MOST_ITEMS = 500  # in one list
MOST_KEYS = 2_000  # in one mapping
MOST_VALUES = 120_000  # in one file
MOST_MENDS = 30
MOST_EFFORT = 3_000_000  # characters parsed to try corrections; about a second
MOST_REFUSALS = 20

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
Path_: TypeAlias = tuple[str | int, ...]
Faults: TypeAlias = Callable[["Data | None"], int]

_LINE_BREAK = re.compile("\r\n|[\r\n]")
# U+0085, U+2028 and U+2029 are line breaks to YAML and nothing to most editors, so lines would be miscounted
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udfff]")
_DIRECTIVE = re.compile(r"\A(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|[\r\n]))*%[^\r\n]*")
_CUT_OFF = re.compile(r" {0,8}(#(?!allow )[^\s#].*)")


class Null(str):
    """The plain scalar `null`, `~` or nothing at all: text like any other, but known as empty."""

    __slots__ = ()


class Mark:
    """Where a value and its key begin, with the marks of what it holds; lines and columns from 0."""

    __slots__ = ("children", "column", "key_column", "key_line", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column
        self.key_line, self.key_column = line, column
        self.children: dict[str | int, Mark] = {}


@dataclass(slots=True)
class Document:
    """A file read: plain data, marks, and the problems met on the way."""

    name: str
    lines: list[str]
    data: Data | None = None
    marks: Mark = field(default_factory=lambda: Mark(0, 0))
    problems: list[Diagnostic] = field(default_factory=list)
    # what keeps one slip from being told twice: words that were lost with what could not be read, and
    # the mappings and lists that something was lost from
    lost: set[str] = field(default_factory=set)
    amiss: set[Path_] = field(default_factory=set)

    def place(self, path: Path_, key: bool = False) -> SourcePlace:
        """The place of the value (or its key) at `path`; of the nearest holder when it is not there."""
        mark = self.marks
        for step in path:
            child = mark.children.get(step)
            if child is None:
                break
            mark = child
        if key:
            return SourcePlace(self.name, mark.key_line + 1, mark.key_column + 1)
        return SourcePlace(self.name, mark.line + 1, mark.column + 1)

    def spoken(self, path: Path_) -> SourcePlace:
        """The place of the line of dialogue at `path`: of its speaker, where a `when` stands above."""
        mark = self.marks
        for step in path:
            mark = mark.children.get(step, mark)
        speakers = [key for key in mark.children if key != "when"]
        return self.place((*path, speakers[0]), key=True) if speakers else self.place(path)

    def holds(self, path: Path_) -> bool:
        """True when the author wrote something at `path`."""
        mark = self.marks
        for step in path:
            if step not in mark.children:
                return False
            mark = mark.children[step]
        return True

    def rename(self, path: Path_, key: str) -> None:
        """Gives the mark of the key at `path` the name that the data has for it now."""
        mark: Mark | None = self.marks
        for step in path[:-1]:
            mark = mark.children.get(step) if mark else None
        if mark and path[-1] in mark.children:
            mark.children[key] = mark.children.pop(path[-1])

    def diagnostic(
        self, code: str, place: SourcePlace, message: str, hint: str, slip: Slip | None = None
    ) -> Diagnostic:
        """A diagnostic at `place` with that line of the file as its excerpt."""
        line = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        return Diagnostic(code, place, message, hint, excerpt=line, slip=slip)

    def warning(self, code: str, place: SourcePlace, message: str, hint: str) -> Diagnostic:
        """The same for what does not stop play."""
        return replace(self.diagnostic(code, place, message, hint), severity=Severity.WARNING)


def read_file(path: Path, faults: Faults | None = None) -> Document:
    """The file at `path` as a Document; whatever is wrong is in its problems, nothing is raised."""
    name = str(path)
    try:
        raw = read_bounded(path, MOST_BYTES)
    except FileProblem as problem:
        return Document(name, [], problems=[Diagnostic(problem.code, SourcePlace(name), problem.message, problem.hint)])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig")
        place = SourcePlace(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        message = "The file is not saved as UTF-8 text."
        return Document(
            name, [], problems=[Diagnostic("not-utf8", place, message, 'Save it again with encoding "UTF-8".')]
        )
    return read_text(text, name, faults)


def read_text(text: str, name: str = "scenario", faults: Faults | None = None) -> Document:
    """YAML text as a Document; a mendable line is reported with its correction and read as mended.

    `faults` counts what is wrong with data as such: of several corrections the one is taken that leaves the fewest.
    """
    lines = _LINE_BREAK.split(text)
    if hidden := _CONTROL.search(text):
        return _with_hidden_character(name, lines, text, hidden)
    mends: list[Diagnostic] = []
    if directive := _DIRECTIVE.match(text):
        at = directive[0].rfind("%")
        place = SourcePlace(name, len(_LINE_BREAK.split(directive[0])))
        message, hint = "`%` directives have no meaning here.", "Delete the line that begins with %."
        mends.append(Document(name, lines).diagnostic("directive", place, message, hint))
        text = text[:at] + "#" + text[at + 1 :]
    effort = MOST_EFFORT
    while True:
        document = Document(name, lines)
        error = _build(document, text)
        if error is None:
            break
        left = effort if len(mends) < MOST_MENDS else 0
        text, diagnostic, effort = _mended(document, text, error, left, faults or _no_faults)
        mends.append(diagnostic)
        if not text:
            document.data = None
            break
    if not mends and document.data is None and not document.problems:
        hint = "Start with `format: 1` and `title:`; docs/authoring.md shows a whole small scenario."
        document.problems.append(Diagnostic("empty-file", SourcePlace(name), "The file is empty.", hint))
    document.problems = in_order([*mends, *document.problems])
    return document


def _no_faults(_: Data | None) -> int:
    return 0


def _with_hidden_character(name: str, lines: list[str], text: str, hidden: re.Match[str]) -> Document:
    before = _LINE_BREAK.split(text[: hidden.start()])
    document = Document(name, lines)
    place = SourcePlace(name, len(before), len(before[-1]) + 1)
    message = f"An invisible character (U+{ord(hidden[0]):04X}) stands here."
    hint = "Delete it; it often comes along when text is copied from another program."
    if hidden[0] == "\0":
        hint = 'Perhaps this is no text file, or it is saved as UTF-16: save it again with encoding "UTF-8".'
    document.problems.append(document.diagnostic("control-character", place, message, hint))
    return document


class _Unbounded(Exception):
    """The file is nested too deeply or holds too much to go on."""

    def __init__(self, code: str, mark: Any, message: str, hint: str) -> None:
        self.code, self.mark, self.message, self.hint = code, mark, message, hint


def _build(document: Document, text: str) -> yaml.MarkedYAMLError | None:
    """Fills data, marks and problems from the event stream; the syntax error that stopped it, if any."""
    builder = _Builder(document)
    try:
        for event in _events(text):
            builder.take(event)
    except _Unbounded as stop:
        place = SourcePlace(document.name, stop.mark.line + 1, stop.mark.column + 1)
        document.problems.append(document.diagnostic(stop.code, place, stop.message, stop.hint))
        document.data = None
        return None
    except yaml.MarkedYAMLError as error:
        document.data = builder.root  # as far as it goes
        return error
    document.data = builder.root
    document.lost = set(words(builder.lost))
    return None


def _events(text: str) -> Iterator[Any]:
    if not yaml.__with_libyaml__:  # the two parsers disagree on ordinary prose, so one is pinned
        raise GameError("PyYAML is installed without libyaml. Install its wheel: pip install --force-reinstall pyyaml")
    parser = yaml.CLoader(text)
    while parser.check_event():
        yield parser.get_event()


class _Builder:
    """Plain data from YAML events, refusing what the dialect does not have."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.root: Data | None = None
        self.values = 0
        self.documents = 0
        self.lost: list[Data] = []  # what a mistake left no place for
        # one entry a container that is open: (container, its mark, key that waits for a value)
        self.stack: list[tuple[list[Data] | dict[str, Data], Mark]] = []
        self.keys: list[tuple[str, Any] | None] = []

    def take(self, event: Any) -> None:
        """One event, as the parser hands it out."""
        match event:
            case yaml.ScalarEvent():
                self._refuse_extras(event)
                self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._refuse_extras(event)
                self._open({} if isinstance(event, yaml.MappingStartEvent) else [], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.stack.pop()
                self.keys.pop()
            case yaml.AliasEvent():
                hint = "If the * belongs to the text, put the text in double quotes; otherwise write it out again."
                self._refuse("alias", event, "`*` here refers to an anchor, which scenarios do not have.", hint)
                self._put(f"*{event.anchor}", event)
            case yaml.DocumentStartEvent():
                self._document(event)
            case _:
                pass

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            hint = "Delete the `---` line, or move what follows into a file of its own."
            raise _Unbounded("second-document", event.start_mark, "`---` starts a second document.", hint)

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            hint = "If the & belongs to the text, put the text in double quotes; otherwise delete it."
            self._refuse("anchor", event, f"`&{event.anchor}` marks an anchor, which scenarios do not have.", hint)
        if event.tag is not None and event.tag != "!":
            hint = "If the ! belongs to the text, put the text in double quotes; otherwise delete it."
            self._refuse("tag", event, f"`{event.tag}` marks a type, which scenarios do not have.", hint)

    def _refuse(self, code: str, event: Any, message: str, hint: str) -> None:
        if len(self.document.problems) >= MOST_REFUSALS:
            raise _Unbounded(code, event.start_mark, message, hint)
        place = SourcePlace(self.document.name, event.start_mark.line + 1, event.start_mark.column + 1)
        self.document.problems.append(self.document.diagnostic(code, place, message, hint))

    def _scalar(self, event: Any) -> None:
        value: str = event.value or event.anchor or event.tag or ""  # `!Ha` alone was surely meant as text
        if event.implicit[0] and value in ("", "null", "~"):
            value = Null()
        if event.implicit[0]:
            value = self._before_comment(value, event.end_mark)
            if value.endswith('"') and value.count('"') % 2 and not value[-2:-1].isdigit():  # 6'2" is a height
                self._unopened(event.end_mark)
        if self.stack and self.keys[-1] is None and isinstance(self.stack[-1][0], dict):
            self._key(value, event)
        else:
            self._put(value, event)

    def _before_comment(self, value: str, end: Any) -> str:
        """The value, with a word about what ` #` cut off from it: YAML says nothing."""
        line = self.document.lines[end.line] if end.line < len(self.document.lines) else ""
        cut = _CUT_OFF.match(line, end.column)
        if cut is None:
            return value
        place = SourcePlace(self.document.name, end.line + 1, cut.start(1) + 1)
        hint = "If it belongs to the text, put the text in double quotes; otherwise put a space after the #."
        if isinstance(value, Null):
            message, severity = "Text that begins with # must stand in double quotes.", Severity.ERROR
        else:
            message, severity = "What follows # is a comment, so the text ends before it.", Severity.WARNING
        self.document.problems.append(Diagnostic("comment-in-text", place, message, hint, severity, line))
        return cut[1] if isinstance(value, Null) else value

    def _unopened(self, end: Any) -> None:
        """A word about a quote that closes and was never opened: it would be shown as it stands."""
        line = self.document.lines[end.line] if end.line < len(self.document.lines) else ""
        place = SourcePlace(self.document.name, end.line + 1, max(1, end.column))
        message, hint = "The quote that closes here was never opened.", "Write one before the text too, or delete it."
        self.document.problems.append(Diagnostic("unopened-quote", place, message, hint, Severity.WARNING, line))

    def _key(self, key: str, event: Any) -> None:
        holder = self.stack[-1][0]
        if key == "<<" and event.implicit[0]:
            self._refuse(
                "merge-key", event, "`<<` merges another mapping, which scenarios do not do.", "Write the keys out."
            )
        elif key in holder:
            self._twice(key, event)
        self.keys[-1] = (key, event.start_mark)

    def _twice(self, key: str, event: Any) -> None:
        """A key for the second time: a lost dash, a line too far right above it, or a slip as such."""
        holder, mark = self.stack[-1]
        assert isinstance(holder, dict)
        first = mark.children[key].key_line
        message = f"`{key}` stands here for the second time (first on line {first + 1})."
        above = self.stack[-2] if len(self.stack) > 1 else None
        last = next(reversed(holder))
        if above and isinstance(above[0], list) and key == next(iter(holder)) and event.start_mark.line > first:
            hint = f"If a new item begins here, it lost its dash: write `- {key}: …`."
            self._refuse("duplicate-key", event, message, hint)
            item: dict[str, Data] = {}
            above[1].children[len(above[0])] = begun = Mark(event.start_mark.line, event.start_mark.column)
            above[0].append(item)
            self.stack[-1] = (item, begun)
        elif isinstance(holder[last], Null) and mark.children[last].key_line == event.start_mark.line - 1:
            hint = f"If line {event.start_mark.line} (`{last}:`) begins a new part, it is indented too far."
            self._refuse("duplicate-key", event, message, hint)
            del holder[last]
            inner: dict[str, Data] = {}
            self.lost += [last, inner]
            self.stack[-1] = (inner, mark.children.pop(last))
        else:
            self._refuse("duplicate-key", event, message, "Keep one of the two, or give this one another name.")

    def _open(self, container: list[Data] | dict[str, Data], event: Any) -> None:
        if len(self.stack) >= MOST_DEPTH:
            message = f"Lists and mappings are nested more than {MOST_DEPTH} deep."
            raise _Unbounded(
                "too-deep", event.start_mark, message, "If brackets belong to the text, put it in double quotes."
            )
        if self.stack and isinstance(self.stack[-1][0], dict) and self.keys[-1] is None:
            message = "A key must be text; here a list or a mapping begins."
            raise _Unbounded(
                "key-not-text", event.start_mark, message, "Put text that begins with [ or { in double quotes."
            )
        mark = self._put(container, event)
        self.stack.append((container, mark))
        self.keys.append(None)

    def _put(self, value: Data, event: Any) -> Mark:
        start = event.start_mark
        self.values += 1
        if self.values > MOST_VALUES:
            raise _Unbounded(
                "too-large", start, f"The file holds more than {MOST_VALUES:,} values.", "Split the scenario."
            )
        mark = Mark(start.line, start.column)
        if not self.stack:
            self.root, self.document.marks = value, mark
            return mark
        holder, marks = self.stack[-1]
        if isinstance(holder, list):
            if len(holder) >= MOST_ITEMS:
                raise _Unbounded(
                    "too-large", start, f"This list has more than {MOST_ITEMS} items.", "Split it over several nodes."
                )
            marks.children[len(holder)] = mark
            holder.append(value)
            return mark
        waiting = self.keys[-1]
        if waiting is None:  # an alias stands where a key should be
            self.keys[-1] = (str(value), start)
            return mark
        key, key_mark = waiting
        mark.key_line, mark.key_column = key_mark.line, key_mark.column
        if key in holder:  # the first of two duplicates stands
            self.lost.append(value)
        elif len(holder) >= MOST_KEYS:
            raise _Unbounded(
                "too-large", key_mark, f"This mapping has more than {MOST_KEYS:,} keys.", "Split the scenario."
            )
        else:
            holder[key] = value
            marks.children[key] = mark
        self.keys[-1] = None
        return mark


def text_spans(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where each text of the file begins and ends (line and column from 0), as far as it can be read.

    A block text (`|`, `>`) begins on the line below its sign, since a comment may follow the sign.
    """
    try:
        for event in _events(text):
            if isinstance(event, yaml.ScalarEvent):
                start = _position(event.start_mark)
                yield (start[0] + 1, 0) if event.style in ("|", ">") else start, _position(event.end_mark)
    except yaml.MarkedYAMLError:
        return


def read_on(text: str) -> tuple[yaml.MarkedYAMLError | None, tuple[object, ...]]:
    """What stops the reading of a text, if anything, and what was read until then: equal where two texts read alike."""
    seen: list[object] = []
    depth = 0
    try:
        for event in _events(text):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MOST_DEPTH:
                break
            seen.append((type(event).__name__, getattr(event, "value", None)))
    except yaml.MarkedYAMLError as error:
        return error, tuple(seen)
    return None, tuple(seen)


def words(data: Data) -> Iterator[str]:
    """Every text in the data, keys included."""
    waiting = [data]
    while waiting:
        match waiting.pop():
            case str() as text:
                yield text
            case list() as items:
                waiting += items
            case dict() as mapping:
                waiting += [*mapping, *mapping.values()]


def _mended(
    document: Document, text: str, error: yaml.MarkedYAMLError, effort: int, faults: Faults
) -> tuple[str, Diagnostic, int]:
    """The text with the faulty line corrected, the diagnostic, and the effort left; no text when nobody can say how.

    Of the corrections that bring the parser past the trouble, the one that brings it furthest is taken; of several
    that do, the one after which the fewest faults are left.
    """
    lines = _LINE_BREAK.split(text)
    at = _position(error.problem_mark or error.context_mark)
    if error.problem == "did not find expected <document start>":
        dots = next((n for n in range(at[0] - 1, -1, -1) if lines[n].startswith("...")), at[0])
        message, hint = "`...` ends the scenario here.", "Delete the `...` line, or what follows it."
        return "", document.diagnostic("second-document", SourcePlace(document.name, dots + 1), message, hint), effort
    best: tuple[tuple[int, int], int] = ((-1, -1), 0)
    mend: tuple[Correction, str] | None = None
    for correction in corrections(lines, error):
        if effort <= 0:
            break
        changed = "\n".join(correction.applied(lines))
        tried = Document(document.name, document.lines)
        later = _build(tried, changed)
        stopped, cost = _stop(later, len(changed))
        effort -= cost + len(changed) // 8
        if stopped <= (max(at[0], correction.last), 1_000_000) or stopped < best[0]:
            continue
        rank = stopped, -faults(tried.data) - len(tried.problems)
        if mend is None or rank > best:
            best, mend = rank, (correction, changed)
            if rank == (_NOWHERE, 0):
                break
    if mend is not None:
        taken, changed = mend
        column = _first_difference(lines[taken.number], taken.line) + 1
        place = SourcePlace(document.name, taken.number + 1, column)
        return changed, document.diagnostic("syntax", place, taken.why, taken.hint), effort
    place = SourcePlace(document.name, at[0] + 1, at[1] + 1)
    detail = (error.problem or "this is not what YAML expects here").replace("<", "").replace(">", "")
    message = f"YAML cannot be read here: {detail}."
    if "tab character" in detail:
        message = "A tab stands here; YAML wants spaces."
    hint = (
        "Compare the spaces and dashes at the beginning of this line with the lines above; text that holds "
        'a colon, a quote or a bracket goes in "double quotes". What follows was not read.'
    )
    return "", document.diagnostic("syntax", place, message, hint), effort


_NOWHERE = (1 << 60, 0)


def _stop(error: yaml.MarkedYAMLError | None, length: int) -> tuple[tuple[int, int], int]:
    """Where the parser stopped (`_NOWHERE` when it read all that we would read), and how much it read."""
    if error is None:
        return _NOWHERE, length
    mark = error.problem_mark or error.context_mark
    return _position(mark), mark.index if mark is not None else length


def _position(mark: Any) -> tuple[int, int]:
    return (mark.line, mark.column) if mark is not None else (-1, -1)


def _first_difference(before: str, after: str) -> int:
    pairs = enumerate(zip(before, after, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(before), len(after)))
