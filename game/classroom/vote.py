"""One vote: who voted for what, raised hands beside it, the reasons typed, and the split once it is closed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from game.classroom.question import Question

FEWEST_FOR_A_SPLIT = 5  # below, only the leading option is named
MOST_REASON = 200  # characters
MOST_HANDS = 999  # at one option


class VoteStage(StrEnum):
    """Whether votes are taken."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(slots=True)
class Reason:
    """Why someone voted so, as typed; shown to the class only once the teacher lets it through."""

    token: str
    text: str
    through: bool = False


@dataclass(slots=True)
class Vote:
    """A vote on a question, the `n`th of this class.

    cast: by a device's token, the option; None for one that would rather not say
    hands: raised hands that the teacher counted, by option
    changes: how often each device has said something here
    """

    n: int
    question: Question
    stage: VoteStage = VoteStage.OPEN
    cast: dict[str, str | None] = field(default_factory=dict)
    hands: dict[str, int] = field(default_factory=dict)
    reasons: list[Reason] = field(default_factory=list)
    changes: Counter[str] = field(default_factory=Counter)

    @property
    def voted(self) -> int:
        """Returns how many votes there are, raised hands among them."""
        return sum(option is not None for option in self.cast.values()) + sum(self.hands.values())

    def split(self) -> dict[str, Any]:
        """Returns what the class may see: the leading letters, and from five votes on how many chose each option."""
        counts = Counter(option for option in self.cast.values() if option is not None) + Counter(self.hands)
        most = max(counts.values(), default=0)
        options = self.question.options
        leading = [option.letter for option in options if most and counts[option.id] == most]
        if self.voted < FEWEST_FOR_A_SPLIT:
            return {"leading": leading, "votes": None, "counts": None}
        return {
            "leading": leading,
            "votes": self.voted,
            "counts": {option.id: counts[option.id] for option in options if not option.locked},
        }

    @property
    def through(self) -> list[str]:
        """Returns the reasons that the teacher has let through."""
        return [reason.text for reason in self.reasons if reason.through and reason.text]

    def reason_of(self, token: str) -> Reason | None:
        """Returns what a device typed here; None where it has not."""
        return next((reason for reason in self.reasons if reason.token == token), None)


def tidied(text: str) -> str:
    """Returns a reason as one line of visible characters, no longer than a reason may be."""
    visible = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(visible.split())[:MOST_REASON].strip()
