"""What a form, a list of problems and an editor are told of a text: its data, where things stand, what is wrong."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from game.author.check.fix import Change, fix, mends
from game.author.check.problems import examine
from game.author.check.suppress import AllowedProblem
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
from game.web.pack import packed_figures
from game.words import _

Message = dict[str, Any]
_NODE = re.compile(r"\bnode(s?)\b")  # what the form calls a scene
_SPOTS = 4  # steps: nodes/NAME/options/3, and lines likewise


@dataclass(frozen=True, slots=True)
class Playable:
    """What can be played: the scenario of a text's revision, and what scores over a whole play rest on, once known."""

    scenario: Scenario
    revision: int
    figures: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """What following every play of a text shows: its problems, those that the author has allowed, and the figures that
    scores rest on."""

    problems: list[Message]
    allowed: list[Message]
    figures: dict[str, Any] | None


def prove(rubric: Rubric, text: str, stem: str, media: Path) -> Proof:
    """Returns what following every play of a text shows, which takes a while."""
    loaded = load_document(reading.document(text).copied(), stem, rubric.moves, media)
    places = _Places(text, reading.whole(text))
    exact = None if loaded.scenario is None else ScoringModel(loaded.scenario, rubric)
    seen = examine(loaded, rubric, exact=exact)
    problems = [_problem(places, found) for found in seen.found]
    allowed = [_allowed(places, found) for found in seen.allowed]
    figures = None
    if exact is not None:
        with suppress(GameError):
            figures = packed_figures(exact)
    return Proof(problems, allowed, figures)


class Viewer:
    """Reads the text of one file again and again, and remembers its last good data."""

    def __init__(self, path: Path, rubric: Rubric) -> None:
        self.stem, self.media, self.rubric = path.stem, folder_beside(path), rubric
        self.playable: Playable | None = None  # the last text that can be played
        self._data: Any = None
        self._last: Message | None = None

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
            "problems": [_problem(places, found) for found in loaded.diagnostics], "allowed": [], "broken": broken,
            "checked": loaded.scenario is None,
        }  # fmt: skip
        self._last = message
        if loaded.scenario is not None:
            self.playable = Playable(loaded.scenario, revision)
        return message

    @property
    def can_be_proven(self) -> bool:
        """Returns whether the last text can be played and its plays are still to be followed."""
        return self._last is not None and not self._last["checked"]

    def proven(self, proof: Proof, revision: int) -> Message | None:
        """Returns the last message with what following every play of its text showed; None where it is of another."""
        if self._last is None or self._last["revision"] != revision:
            return None
        if self.playable is not None and self.playable.revision == revision:
            self.playable = replace(self.playable, figures=proof.figures)
        self._last = self._last | {"problems": proof.problems, "allowed": proof.allowed, "checked": True}
        return self._last

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
        "can_be_allowed": not found.is_error and places.takes_a_comment(found.place.line),
        "fixes": [
            {"title": title(change), "changes": as_told(places.text, places.line_change(change))}
            for change in mends(places.lines, found)
        ],
    }


def _allowed(places: _Places, allowed: AllowedProblem) -> Message:
    """Returns a problem that the author has allowed, with the reason, and what takes that back."""
    number, column = allowed.comment.line, allowed.comment.column
    line = places.lines[number - 1]
    rest = line[: column - 1].rstrip()
    back = places.line_change(Change(number, line, rest or None, ""))
    fix = {"title": _("Take this back"), "changes": as_told(places.text, back)}
    return _problem(places, allowed.diagnostic) | {"reason": allowed.reason, "fixes": [fix]}


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
    return "".join(f"/{_escaped(step)}" for step in path)


def _escaped(step: str | int) -> str:
    return str(step).replace("~", "~0").replace("/", "~1")


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
        found: dict[str, list[int]] = {}
        if self.whole is not None:
            self._walk(self.whole, "", _SPOTS + 2, found)
        return found

    def _walk(self, part: Part, above: str, deep: int, found: dict[str, list[int]]) -> None:
        to = self.units.to_units
        for step, item in part.steps():
            at = f"{above}/{_escaped(step)}"
            found[at] = [to(item.begin), to(item.value.end)]
            if deep > 1 and item.value.items:
                self._walk(item.value, at, deep - 1, found)

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

    def takes_a_comment(self, line: int) -> bool:
        """Returns whether a comment may stand on a line of its own above a line: not within a text of several."""
        at = self._starts[line - 1]
        part = self.whole
        while part is not None and part.kind != "text":
            part = next((i.value for _step, i in part.steps() if i.value.begin < at < i.value.end), None)
        return part is None

    def word(self, found: Diagnostic) -> tuple[int, int]:
        """Returns where the word begins and ends that a diagnostic points at."""
        line = min(found.place.line - 1, len(self._starts) - 2)
        begin, last = self._starts[line], self._starts[line + 1] - 1
        at = min(begin + found.place.column - 1, last)
        end = at
        while end < last and (self.text[end].isalnum() or self.text[end] in "_-"):
            end += 1
        return at, end if end > at else last
