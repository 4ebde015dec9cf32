"""A play kept as a text that a person can read and a test can replay: what `explain --save` writes.

    # Shows the option `own-it`, as soon as any play can.
    play saturday-friend
    the-text > laugh-it-off
    the-answer > own-it
    = clear

One row a choice: the node where it was made, and the option. The last row is the node where the play then stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from game.errors import GameError
from game.story.engine import Story, advance, choose, jumps, start
from game.story.position import Position

_CHOICE = re.compile(r"([a-z0-9-]+) > ([a-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class Transcript:
    """A play as kept: the scenario, each node with the option chosen there, and the node where it stands then."""

    scenario: str
    turns: tuple[tuple[str, str], ...]
    stands: str
    why: str = ""

    @property
    def choices(self) -> list[str]:
        """Returns the option ids, as `play --choices` takes them."""
        return [option for _, option in self.turns]

    @property
    def text(self) -> str:
        """Returns the transcript as it is kept in a file."""
        why = [f"# {self.why}"] if self.why else []
        return "\n".join(
            [
                *why,
                f"play {self.scenario}",
                *(f"{node} > {option}" for node, option in self.turns),
                f"= {self.stands}",
                "",
            ]
        )


def transcript(story: Story, choices: Sequence[str], why: str = "") -> Transcript:
    """Returns the transcript of a play; raises OptionUnavailable when the scenario does not allow it."""
    position = _settled(story, start(story))
    turns = []
    for option in choices:
        turns.append((position.node, option))
        position = _settled(story, choose(story, position, option))
    return Transcript(story.scenario.id, tuple(turns), position.node, why)


def read_transcript(text: str, name: str = "the transcript") -> Transcript:
    """Returns the transcript in a text; raises GameError that names the row which cannot be read."""
    rows = [(number, row.strip()) for number, row in enumerate(text.splitlines(), 1)]
    whys = [row.lstrip("# ") for _, row in rows if row.startswith("#")]
    kept = [(number, row) for number, row in rows if row and not row.startswith("#")]
    if not kept or not kept[0][1].startswith("play "):
        raise GameError(
            f"{name} is not a transcript. Its first row names the scenario, such as `play saturday-friend`."
        )
    if len(kept) < 2 or not kept[-1][1].startswith("= "):
        raise GameError(f"{name} has no end. Its last row names the node where the play stands, such as `= the-fee`.")
    turns = []
    for number, row in kept[1:-1]:
        match = _CHOICE.fullmatch(row)
        if match is None:
            raise GameError(f"{name}, row {number}: `{row[:60]}` is not a choice. Write `node > option`.")
        turns.append((match[1], match[2]))
    return Transcript(kept[0][1][5:].strip(), tuple(turns), kept[-1][1][2:].strip(), " ".join(whys))


def replay(story: Story, kept: Transcript) -> None:
    """Plays a transcript again; raises GameError where the play goes another way now."""
    now = transcript(story, kept.choices)
    for turn, (then, here) in enumerate(zip(kept.turns, now.turns, strict=True), 1):
        if then != here:
            raise GameError(f"Turn {turn} (`{then[1]}`) was made at `{then[0]}`, and comes at `{here[0]}` now.")
    if kept.stands != now.stands:
        raise GameError(f"The play came to `{kept.stands}`, and comes to `{now.stands}` now.")


def _settled(story: Story, position: Position) -> Position:
    while jumps(story, position):
        position = advance(story, position)
    return position
