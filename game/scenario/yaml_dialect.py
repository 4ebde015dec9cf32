"""What of YAML a scenario may hold, held while its events are read; the one module that knows the YAML library.

Every scalar stays the text it is. Anchors, aliases, tags, merge keys, second documents and duplicate keys are refused
with a reason. Size and depth are bounded while parsing *events*, before anything is composed, because libyaml
overflows the C stack otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

import yaml

from game.diagnostics import Diagnostic, Severity, SourcePlace
from game.errors import GameError
from game.scenario.binding import MOST_ITEMS
from game.scenario.document import Data, Document, Mark, Null, words

MOST_DEPTH = 24
MOST_KEYS = 2_000  # in one mapping
MOST_VALUES = 120_000  # in one file
MOST_REFUSALS = 20

YamlError = yaml.MarkedYAMLError

# U+0085, U+2028 and U+2029 are line breaks to YAML and nothing to most editors, so lines would be miscounted
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udfff]")
_CUT_OFF = re.compile(r" {0,8}(?P<rest>#(?!allow )[^\s#].*)| (?P<number># \d.*)")  # `#6`; `# 1` after one space


def fill(document: Document, text: str) -> YamlError | None:
    """Fills data, marks and problems from the event stream; returns the syntax error that stopped it, if any."""
    builder = _Builder(document)
    try:
        for event in _events(text):
            builder.take(event)
    except _Unbounded as stop:
        place = SourcePlace(document.name, stop.mark.line + 1, stop.mark.column + 1)
        document.problems.append(document.diagnostic(stop.code, place, stop.message, stop.hint))
        document.data = None
        return None
    except YamlError as error:
        document.data = builder.root  # as far as it goes
        return error
    document.data = builder.root
    document.lost = set(words(builder.lost))
    return None


def text_spans(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Returns where each text of the file begins and ends (line and column from 0), as far as it can be read.

    A block text (`|`, `>`) begins on the line below its sign, since a comment may follow the sign.
    """
    try:
        for event in _events(text):
            if isinstance(event, yaml.ScalarEvent):
                start = position(event.start_mark)
                yield (start[0] + 1, 0) if event.style in ("|", ">") else start, position(event.end_mark)
    except YamlError:
        return


class PartEvent(NamedTuple):
    """A text, or a list or a mapping that begins or ends; places count characters."""

    kind: Literal["text", "list", "mapping", "end"]
    begin: int
    end: int
    value: str = ""
    style: str = ""
    flow: bool = False


def part_events(text: str) -> Iterator[PartEvent]:
    """Yields where each part of a text begins and ends; raises YamlError where it stops being readable, or has what a
    scenario may not have."""
    depth = 0
    for event in _events(text):
        begin, end = event.start_mark.index, event.end_mark.index
        match event:
            case yaml.ScalarEvent():
                yield PartEvent("text", begin, end, event.value, event.style or "")
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                depth += 1
                if depth > MOST_DEPTH:
                    raise YamlError(problem="too deep")
                kind: Literal["mapping", "list"] = "mapping" if isinstance(event, yaml.MappingStartEvent) else "list"
                yield PartEvent(kind, begin, end, flow=bool(event.flow_style))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                depth -= 1
                yield PartEvent("end", begin, end)
            case yaml.AliasEvent():
                raise YamlError(problem="an alias")
            case _:
                pass


def read_on(text: str) -> tuple[YamlError | None, tuple[object, ...]]:
    """Returns what stops the reading of a text, if anything, and what was read until then: equal where two texts
    read alike."""
    seen: list[object] = []
    depth = 0
    try:
        for event in _events(text):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MOST_DEPTH:
                break
            seen.append((type(event).__name__, getattr(event, "value", None)))
    except YamlError as error:
        return error, tuple(seen)
    return None, tuple(seen)


def position(mark: Any) -> tuple[int, int]:
    """Returns line and column of a mark of the parser, from 0; −1 twice where there is none."""
    return (mark.line, mark.column) if mark is not None else (-1, -1)


class _Unbounded(Exception):
    """The file is nested too deeply or holds too much to go on."""

    def __init__(self, code: str, mark: Any, message: str, hint: str) -> None:
        self.code, self.mark, self.message, self.hint = code, mark, message, hint


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
        """Takes one event, as the parser hands it out."""
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
        if hidden := CONTROL.search(value):  # written as an escape, such as "\\e"
            hint = "Delete it: in double quotes a backslash begins an escape, and this one is no letter."
            self._refuse("control-character", event, f"An escape stands for U+{ord(hidden[0]):04X}, no letter.", hint)
            value = CONTROL.sub("", value)
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
        """Returns the value, with a word about what ` #` cut off from it: YAML says nothing."""
        line = self.document.lines[end.line] if end.line < len(self.document.lines) else ""
        cut = _CUT_OFF.match(line, end.column)
        if cut is None:
            return value
        place = SourcePlace(self.document.name, end.line + 1, cut.start(cut.lastgroup or "") + 1)
        otherwise = "two spaces before" if cut["number"] else "a space after"
        hint = f"If it belongs to the text, put the text in double quotes; otherwise put {otherwise} the #."
        if isinstance(value, Null):
            message, severity = "Text that begins with # must stand in double quotes.", Severity.ERROR
        else:
            message, severity = "What follows # is a comment, so the text ends before it.", Severity.WARNING
        self.document.problems.append(Diagnostic("comment-in-text", place, message, hint, severity, line))
        return cut[cut.lastgroup or ""] if isinstance(value, Null) else value

    def _unopened(self, end: Any) -> None:
        """Warns of a quote that closes and was never opened: it would be shown as it stands."""
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
        """Reports a key that comes for the second time: a lost dash, a line too far right above it, or a slip as
        such."""
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
