"""The order in which options are shown: shuffled by the play's seed, the same on every computer."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from game.story.engine import Offer


def shuffled(offers: Iterable[Offer], seed: int) -> tuple[Offer, ...]:
    """Returns the offers in the seed's order: by a keyed hash of each option's id, so that a new option moves no other.

    seed: 64 bits, signed
    """
    key = seed.to_bytes(8, "big", signed=True)
    return tuple(sorted(offers, key=lambda offer: blake2b(offer.option.id.encode(), key=key).digest()))
