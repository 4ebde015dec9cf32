"""One class, in memory and on disk: the code, the devices, what they handed in, and what the teacher says to all.

`class.room` in the class's folder keeps the port, the code and the tokens, so that a server started again with the same
folder is the same room to every phone.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from game.classroom.joining import Door, new_code, new_token
from game.classroom.plays_kept import PlaysKept
from game.classroom.together import BigScreen, Together
from game.files import write_whole
from game.rubric.scoring_model import ScoringModel

KEPT = "class.room"
MOST_DEVICES = 2_000


class LessonStage(StrEnum):
    """How far the lesson is, as every phone shows it."""

    OPEN = "open"
    CLOSING = "closing"  # two more minutes
    CLOSED = "closed"
    TOGETHER = "together"  # one conversation for all


@dataclass(frozen=True, slots=True)
class Count:
    """What the teacher sees: numbers, never who."""

    joined: int
    here: int
    begun: int
    finished: int
    where: list[tuple[str, str, int]]  # conversation, moment, how many are there

    def as_data(self) -> dict[str, object]:
        """Returns the numbers as plain data."""
        return asdict(self)


class ClassRoom:
    """The room of one class."""

    def __init__(
        self, folder: Path, models: Mapping[str, ScoringModel], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """folder: where plays go. models: what is played, by id. clock: seconds that only go forward.

        Raises OSError where the folder cannot be written.
        """
        self.folder, self.scenarios = folder, tuple(models)
        self.plays = PlaysKept(folder, {name: exact.story for name, exact in models.items()})
        self.together = Together(folder, models)
        before = _kept(folder / KEPT)
        code, tokens, port = before.get("code"), before.get("tokens"), before.get("port")
        self.port = port if isinstance(port, int) and 0 < port < 65536 else 0
        self.door = Door(code if isinstance(code, str) and code else new_code(), clock)
        self._tokens = {token for token in tokens if isinstance(token, str)} if isinstance(tokens, list) else set[str]()
        self.stage = LessonStage.OPEN
        self.stage = self.stage_of_screen()
        self.here = Counter[str]()  # open lines by device: one may have two tabs, or a page that it has left

    def stage_of_screen(self) -> LessonStage:
        """Returns how far the lesson is: together, where the projector shows more than how to join."""
        return self.stage if self.together.screen is BigScreen.JOIN else LessonStage.TOGETHER

    def write(self) -> None:
        """Keeps what makes this room the same one after the server was stopped. Raises OSError."""
        data = {"port": self.port, "code": self.door.code, "tokens": sorted(self._tokens)}
        write_whole(self.folder / KEPT, json.dumps(data).encode("utf-8"))

    def let_in(self, typed: str, address: str) -> str | None:
        """Returns a token for a new device that knows the code; None where it does not. Raises OSError."""
        if self.door.shut(address) or not self.door.opens(typed, address) or len(self._tokens) >= MOST_DEVICES:
            return None
        token = new_token()
        self._tokens.add(token)
        self.write()
        return token

    def knows(self, token: object) -> bool:
        """Returns whether a device was let in with this token."""
        return isinstance(token, str) and token in self._tokens

    def count(self) -> Count:
        """Returns the numbers that the teacher sees."""
        return Count(len(self._tokens), len(self.here), self.plays.begun, self.plays.finished, self.plays.where())


def _kept(path: Path) -> dict[str, object]:
    with suppress(OSError, ValueError):
        found = json.loads(path.read_bytes())
        if isinstance(found, dict):
            return found
    return {}
