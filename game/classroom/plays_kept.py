"""The plays that phones hand in, line by line, in the folder of the class.

A phone sends each line of its journal as it is made. A line counts as handed in when it is on disk here; it is refused
where it is no event, comes out of turn, or belongs to another device's play. The same line sent twice is kept once.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from game.classroom.on_disk import append
from game.errors import GameError
from game.files import unfinished, write_whole
from game.play.events import Begun, Chosen, Event, Finished, from_line
from game.play.journal import MOST_LINES, SUFFIX
from game.story.engine import Story, advance, choose, jumps, start
from game.story.position import Position

OWNERS = "class.devices"  # which device's token a play came under
_SESSION = re.compile(r"[0-9a-f]{32}")
MOST_PLAYS = 40  # of one device: a lesson has no room for more


class Refused(Exception):
    """A line is not kept; `str` says why, for the phone to show."""


@dataclass(slots=True)
class PlayKept:
    """One play: whose it is, the lines that are on disk, and whether it came to its end."""

    owner: str
    path: Path
    story: Story
    position: Position
    lines: list[bytes] = field(default_factory=list)
    finished: bool = False

    def moment(self) -> str:
        """Returns the id of the moment that it stands at."""
        return self._past_jumps().node

    def _past_jumps(self) -> Position:
        at = self.position
        while jumps(self.story, at):
            at = advance(self.story, at)
        return at

    def followed_by(self, event: Event) -> Position:
        """Returns where the story stands after an event. Raises Refused for a choice that is not offered there."""
        if not isinstance(event, Chosen):
            return self.position
        at = self._past_jumps()
        if at.node != event.node:
            raise Refused("That choice is not offered there.")
        try:
            return choose(self.story, at, event.option)
        except GameError:
            raise Refused("That choice is not offered there.") from None

    def take(self, event: Event, data: bytes, after: Position) -> None:
        """Counts a line that is on disk."""
        self.lines.append(data)
        self.position = after
        self.finished |= isinstance(event, Finished)


class PlaysKept:
    """Every play handed in to one folder; opened again it knows what was there."""

    def __init__(self, folder: Path, stories: Mapping[str, Story]) -> None:
        """folder: the class's folder. stories: what may be played in this room, by the scenario's id."""
        self.folder, self._stories = folder, stories
        self._plays: dict[str, PlayKept] = {}
        folder.mkdir(parents=True, exist_ok=True)
        for left in unfinished(folder):
            if left.name.startswith(f".{OWNERS}."):  # by a server that was stopped while it wrote
                left.unlink(missing_ok=True)
        for session, owner in _owners(folder / OWNERS).items():
            self._take_up(session, owner)

    def of(self, owner: str) -> dict[str, int]:
        """Returns how many lines of each of a device's plays are on disk, by session."""
        return {session: len(play.lines) for session, play in self._plays.items() if play.owner == owner}

    @property
    def begun(self) -> int:
        """Returns how many plays there are."""
        return len(self._plays)

    @property
    def finished(self) -> int:
        """Returns how many of them came to their end."""
        return sum(play.finished for play in self._plays.values())

    def where(self) -> list[tuple[str, str, int]]:
        """Returns how many devices are where in their newest play: the conversation's title, the moment's, and their
        number; in the conversation's order, without those at their end."""
        newest = {play.owner: play for play in self._plays.values()}
        counts = Counter((play.story.scenario.id, play.moment()) for play in newest.values() if not play.finished)
        return [
            (story.scenario.title, story.scenario.title_of(node), counts[scenario, node])
            for scenario, story in self._stories.items()
            for node in story.scenario.nodes
            if counts[scenario, node]
        ]

    def keep(self, owner: str, session: str, n: int, line: str) -> int:
        """Puts a line on disk, and returns how many lines of that play are there now. Raises Refused, or OSError."""
        data = line.encode("utf-8", "surrogatepass")
        if not data.endswith(b"\n") or data.count(b"\n") != 1 or not _SESSION.fullmatch(session):
            raise Refused("That is no line of a journal.")
        play = self._plays.get(session)
        if play is None:
            play = self._begin(owner, session, n, data)
        if play.owner != owner:
            raise Refused("That play belongs to another device.")
        if n < len(play.lines):
            if play.lines[n] != data:
                raise Refused("That line was handed in before, and was another one.")
            return len(play.lines)
        if n != len(play.lines) or n >= MOST_LINES:
            raise Refused(f"Line {len(play.lines)} comes next.")
        event = _event(data)
        if event.n != n or (isinstance(event, Begun) and n > 0):
            raise Refused("That line does not follow from the one before.")
        after = play.followed_by(event)
        append(play.path, data)
        play.take(event, data, after)
        return len(play.lines)

    def take_back(self, owner: str) -> int:
        """Removes every play of a device from the disk, and returns how many they were. Raises OSError."""
        mine = [session for session, play in self._plays.items() if play.owner == owner]
        for session in mine:
            self._plays[session].path.unlink(missing_ok=True)
            del self._plays[session]
        self._write_owners()
        return len(mine)

    def _begin(self, owner: str, session: str, n: int, data: bytes) -> PlayKept:
        """Makes room for a new play from its first line."""
        event = _event(data)
        if n != 0 or not isinstance(event, Begun) or event.session != session:
            raise Refused("Line 0 comes first.")
        story = self._stories.get(event.scenario)
        if story is None:
            raise Refused("That conversation is not played in this room.")
        if len(self.of(owner)) >= MOST_PLAYS:
            raise Refused(f"More than {MOST_PLAYS} plays of one device are not kept.")
        path = self.folder / f"{event.at:%Y%m%d-%H%M%S}-{event.scenario}-{session[:8]}{SUFFIX}"
        play = PlayKept(owner, path, story, start(story))
        if play.path.exists() and play.path.stat().st_size:  # empty: its first line was cut off with the server
            raise Refused("A play of that name is here already.")
        self._plays[session] = play
        try:
            self._write_owners()  # first whose it is, then what it is: a play is never nobody's
        except OSError:
            del self._plays[session]
            raise
        return play

    def _take_up(self, session: str, owner: str) -> None:
        """Reads a play that was handed in before this server was started; a torn last line is cut off."""
        for path in self.folder.glob(f"*-{session[:8]}{SUFFIX}"):
            data = path.read_bytes()
            whole = data[: data.rfind(b"\n") + 1]
            if len(whole) < len(data):
                os.truncate(path, len(whole))
            with suppress(Refused):
                events = [(_event(line), line + b"\n") for line in whole.split(b"\n")[:-1]]
                begun = events[0][0] if events else None
                if isinstance(begun, Begun) and begun.session == session and begun.scenario in self._stories:
                    story = self._stories[begun.scenario]
                    play = PlayKept(owner, path, story, start(story))
                    for event, line in events:
                        play.take(event, line, play.followed_by(event))
                    self._plays[session] = play

    def _write_owners(self) -> None:
        owners = {session: play.owner for session, play in self._plays.items()}
        write_whole(self.folder / OWNERS, json.dumps(owners, indent=0).encode("utf-8"))


def _owners(path: Path) -> dict[str, str]:
    with suppress(OSError, ValueError):
        found = json.loads(path.read_bytes())
        if isinstance(found, dict):
            return {session: owner for session, owner in found.items() if isinstance(owner, str)}
    return {}


def _event(data: bytes) -> Event:
    try:
        return from_line(data.rstrip(b"\n"))
    except ValueError:
        raise Refused("That is no line of a journal.") from None
