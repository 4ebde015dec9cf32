"""How long the studio waits for what; a test of what is saved, and not of how soon, may wait less."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds.

    save_s: from a change until it is saved; with the writing itself no more than a second's typing can be lost
    prove_s: without a change, until every play is followed
    look_s: between two readings: the first key of a burst is read at once, the others together
    again_s: before a disk that would not take it is asked again
    watch_s: between two looks at what others do to the files
    settle_s: between two looks at a file that another program may still be writing
    """

    save_s: float = 0.4
    prove_s: float = 1.0
    look_s: float = 0.06
    again_s: float = 2.0
    watch_s: float = 0.4
    settle_s: float = 0.06


USUAL = Waits()
