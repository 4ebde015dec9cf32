"""Names to pseudonyms: keyed, so that only who holds the key file can tell whose a pseudonym is.

A pseudonym is HMAC-SHA256 of the normalised name under a key of 32 random bytes, and so the same over all plays of a
person and another one at another school. The key file is made once, readable by its owner only, and lies apart
from the journals: without it nobody can try out names. A play without a name goes by its device mark, or, in journals
of version 0.1, which have none, by its session.
"""

from __future__ import annotations

import hmac
import os
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from game.errors import UsageError
from game.files import FileProblem, read_bounded
from game.play.events import Begun

KEY_FILE = "teacher.key"
_HEADER = "Equal Footing: the key behind pseudonyms. Keep it, and keep it from the journals.\n"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_FIRST = _words(
    "Amber Ashen Autumn Azure Bright Bronze Calm Cedar Clear Coastal Copper Coral Crimson Crystal Dappled Distant "
    "Early Eastern Ember Evening Fern Floating Forest Frosty Gentle Ginger Golden Green Harbour Hazel Hidden Honey "
    "Indigo Ivory Jade Lakeside Lemon Lilac Linen Lunar Maple Marble Meadow Mellow Misty Morning Mossy Northern "
    "Olive Opal Pearl Plum Quiet River Rosy Russet Saffron Sandy Silver Snowy Southern Sunny Velvet Winter"
)
_SECOND = _words(
    "Alder Aspen Badger Beech Birch Bittern Brook Cedar Clover Crane Creek Curlew Delta Dune Elm Falcon Fern Finch "
    "Fjord Garnet Glade Grove Harbour Heather Heron Hill Ibis Island Juniper Kestrel Lagoon Larch Lark Linden Lotus "
    "Lynx Maple Marsh Meadow Merlin Oak Orchard Osprey Otter Pebble Pine Plover Poplar Quail Reef Ridge River "
    "Robin Rowan Sparrow Spruce Stream Swallow Thistle Valley Wagtail Willow Wren Yarrow"
)


@dataclass(frozen=True, slots=True)
class Alias:
    """What stands for a player: 32 hex digits for machines, a few words for people."""

    actor: str
    pseudonym: str


class Pseudonyms:
    """Gives players their aliases under one key."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, begun: Begun) -> Alias:
        """The alias of whoever began a play."""
        match known_by(begun):
            case "name":
                return self.of_name(begun.player or "")
            case "device":
                return self._alias(f"device:{begun.device}")
            case "session":
                return self._alias(f"session:{begun.session}")

    def of_name(self, name: str) -> Alias:
        """The alias of a name."""
        return self._alias(f"name:{normalised(name)}")

    def _alias(self, text: str) -> Alias:
        digest = hmac.new(self._key, text.encode("utf-8", "replace"), "sha256").digest()
        number = int.from_bytes(digest[16:], "big")
        number, tail = divmod(number, 1000)
        number, second = divmod(number, len(_SECOND))
        first = number % len(_FIRST)
        return Alias(digest[:16].hex(), f"{_FIRST[first]} {_SECOND[second]} {tail:03}")


def known_by(begun: Begun) -> Literal["name", "device", "session"]:
    """Returns what tells whose a play is: the player's name, else the device mark, else only the session itself."""
    if normalised(begun.player or ""):
        return "name"
    return "device" if begun.device else "session"


def normalised(name: str) -> str:
    """A name as it is compared: one form of each letter, no case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def open_key(path: Path) -> tuple[Pseudonyms, bool]:
    """The pseudonyms of a key file, and whether it had to be made; raises UsageError when it is no key file."""
    made = _make(path)
    try:
        text = read_bounded(path, 4096).decode("utf-8", "replace")
    except FileProblem as problem:
        raise UsageError(str(problem)) from None
    try:
        key = bytes.fromhex(text.rsplit("\n", 2)[-2] if text.endswith("\n") else text.rsplit("\n", 1)[-1])
    except (ValueError, IndexError):
        key = b""
    if len(key) != 32:
        raise UsageError(
            f"{path} is not a key file. Name another with --key. Without the old key, pseudonyms come out new."
        )
    return Pseudonyms(key), made


def _make(path: Path) -> bool:
    """Makes a key file unless there is one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    except OSError as error:
        raise UsageError(f"The key file {path} cannot be made: {error.strerror}. Name another with --key.") from None
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(_HEADER + secrets.token_hex(32) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return True
