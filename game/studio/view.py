"""What a form, a list of problems and an editor are told of a text: its data, where things stand, what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from game.author.check.fix import Change, fix, mends
from game.author.check.problems import examine
from game.diagnostics import Diagnostic
from game.errors import GameError
from game.rubric.model import Rubric
from game.rubric.scoring_model import ScoringModel
from game.scenario.document import Data, Null, Path_
from game.scenario.load import LoadedScenario, load_document
from game.scenario.media import folder_beside
from game.scenario.model import Scenario
from game.scenario.spans import Part
from game.studio import reading
from game.studio.buffer import TextChange, as_told, between
from game.studio.units import Units
from game.words import _

Message = dict[str, Any]
_NODE = re.compile(r"\bnode(s?)\b")  # what the form calls a scene
_SPOTS = 4  # steps: nodes/NAME/options/3, and lines likewise


class Viewer:
    """Reads the text of one file again and again, and remembers its last good data."""

    def __init__(self, path: Path, rubric: Rubric) -> None:
        self.stem, self.media, self.rubric = path.stem, folder_beside(path), rubric
        self.scenario: Scenario | None = None  # the last that can be played
        self.checked: ScoringModel | None = None  # the last whose every play was followed
        self.revision = -1
        self._data: Any = None
        self._unproven: tuple[LoadedScenario, _Places, Message] | None = None

    def read(self, text: str, revision: int) -> Message:
        """Returns at once what a text holds, and what keeps it from being read or played."""
        document = reading.document(text)
        # what is wrong is replaced by stand-ins in what is loaded: an author sees what stands there
        loaded = load_document(document.copied(), self.stem, self.rubric.moves, self.media)
        places = _Places(text, reading.whole(text))
        broken = None if places.whole is not None else self._broken(text, loaded)
        if broken is None:
            self._data = as_json(document.data)
        message = {
            "type": "view", "revision": revision, "data": self._data, "spots": places.spots(),
            "problems": [_problem(places, found) for found in loaded.diagnostics], "broken": broken,
            "checked": loaded.scenario is None,
        }  # fmt: skip
        self._unproven = None
        if loaded.scenario is not None:
            self.scenario, self.revision = loaded.scenario, revision
            self._unproven = (loaded, places, message)
        return message

    def prove(self) -> Message | None:
        """Returns the same with what following every play shows, which takes a while; None where nothing waits for
        that."""
        if self._unproven is None:
            return None
        (loaded, places, message), self._unproven = self._unproven, None
        assert loaded.scenario is not None
        exact = ScoringModel(loaded.scenario, self.rubric)
        problems = [_problem(places, found) for found in examine(loaded, self.rubric, exact=exact).found]
        with suppress(GameError):
            exact.extents, exact.chance_levels  # noqa: B018 (worked out here, beside whoever types)
            self.checked = exact
        return message | {"problems": problems, "checked": True}

    def _broken(self, text: str, loaded: LoadedScenario) -> Message:
        """Returns where a text stops being readable, and what would mend it."""
        first = next((d for d in loaded.diagnostics if d.is_error), None)
        line = first.place.line if first else 1
        words = f"{first.message} {first.hint}" if first else _("The text cannot be read.")
        lines, changes = fix(text.split("\n"), self.rubric)
        mended = "\n".join(lines)
        title = _("Mend line {line}").format(line=line)
        fixes = [{"title": title, "changes": as_told(text, between(text, mended))}] if changes else []
        return {"line": line, "words": words, "fixes": fixes}


def _problem(places: _Places, found: Diagnostic) -> Message:
    """Returns one problem in words, where it stands, and what would mend it for certain."""
    begin, end = places.word(found)
    path = places.path_at(begin)
    to = places.units.to_units
    return {
        "code": found.code,
        "severity": found.severity.value,
        "words": _NODE.sub(r"scene\1", f"{found.message} {found.hint}".strip()),
        "from": to(begin),
        "to": to(end),
        "pointer": pointer(path),
        "scene": path[1] if len(path) > 1 and path[0] == "nodes" else None,
        "fixes": [
            {"title": title(change), "changes": as_told(places.text, places.line_change(change))}
            for change in mends(places.lines, found)
        ],
    }


def title(change: Change) -> str:
    """Returns in a few words what a one-click mend does."""
    if change.after is None:
        return _("Take this line out")
    return _("Write it like this: {line}").format(line=change.after.strip()[:80])


def as_json(data: Data | None) -> Any:
    """Returns a file's data as JSON has it; what the author left empty is null."""
    match data:
        case None | Null():
            return None
        case str():
            return str(data)
        case list():
            return [as_json(item) for item in data]
        case dict():
            return {key: as_json(value) for key, value in data.items()}


def pointer(path: Path_) -> str:
    """Returns a path as a JSON pointer."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


class _Places:
    """Where the parts of a text stand."""

    def __init__(self, text: str, whole: Part | None) -> None:
        self.text, self.whole, self.units, self.lines = text, whole, Units(text), text.split("\n")
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def line_change(self, change: Change) -> list[TextChange]:
        """Returns a mend of one line as a change of the text."""
        begin = self._starts[change.line - 1]
        if change.before is None:
            return [TextChange(begin, begin, f"{change.after}\n")]
        if change.after is None:
            return [TextChange(begin, min(self._starts[change.line], len(self.text)), "")]
        return [TextChange(begin, self._starts[change.line] - 1, change.after)]

    def spots(self) -> dict[str, list[int]]:
        """Returns where scenes, options, lines and people begin and end, by their pointers."""
        to = self.units.to_units
        return {pointer(path): [to(begin), to(end)] for path, begin, end in self._walk(self.whole, ())}

    def _walk(self, part: Part | None, path: Path_) -> Iterator[tuple[Path_, int, int]]:
        for step, item in part.steps() if part is not None else ():
            inner = (*path, step)
            if len(inner) > _SPOTS + 2:
                return
            yield inner, item.begin, item.value.end
            if item.value.kind != "text" and len(inner) < _SPOTS + 2:
                yield from self._walk(item.value, inner)

    def path_at(self, at: int) -> Path_:
        """Returns the innermost part at a place."""
        path: Path_ = ()
        part = self.whole
        while part is not None:
            step = next(((s, i) for s, i in part.steps() if i.begin <= at <= i.value.end), None)
            if step is None:
                break
            path, part = (*path, step[0]), step[1].value
        return path

    def word(self, found: Diagnostic) -> tuple[int, int]:
        """Returns where the word begins and ends that a diagnostic points at."""
        line = min(found.place.line - 1, len(self._starts) - 2)
        begin, last = self._starts[line], self._starts[line + 1] - 1
        at = min(begin + found.place.column - 1, last)
        end = at
        while end < last and (self.text[end].isalnum() or self.text[end] in "_-"):
            end += 1
        return at, end if end > at else last
