"""Names to pseudonyms: keyed, so that only who holds the key file can tell whose a pseudonym is.

A person is a name with its class code; without a name, a device mark; in journals of version 0.1, which have none, a
session. A pseudonym is HMAC-SHA256 of that under a key of 32 random bytes, and so the same over all plays of a person
and another one at another school. The key file is made once, readable by its owner only, and lies apart from the
journals: without it nobody can try out names.
"""

from __future__ import annotations

import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from game.errors import UsageError
from game.files import FileProblem, create_private, read_bounded
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
        self._given: dict[str, str] = {}

    @property
    def mark(self) -> str:
        """Eight digits that tell this key from another, and nothing of it."""
        return hmac.new(self._key, b"mark", "sha256").hexdigest()[:8]

    @property
    def as_file(self) -> bytes:
        """Returns the key as a file of its own."""
        return f"{_HEADER}{self._key.hex()}\n".encode()

    def of(self, begun: Begun) -> Alias:
        """Returns the alias of whoever began a play."""
        return self._alias(person_of(begun))

    def of_name(self, name: str, class_code: str | None = None) -> Alias:
        """Returns the alias of a name, in a class where one was given."""
        return self._alias(_named(name, class_code))

    def _alias(self, text: str) -> Alias:
        digest = hmac.new(self._key, text.encode("utf-8", "replace"), "sha256").digest()
        actor, number = digest[:16].hex(), int.from_bytes(digest[16:], "big")
        number, tail = divmod(number, 1000)
        number, second = divmod(number, len(_SECOND))
        number, first = divmod(number, len(_FIRST))
        pseudonym = f"{_FIRST[first]} {_SECOND[second]} {tail:03}"
        while True:
            number, tail = divmod(number, 1000)
            pseudonym = f"{pseudonym} {tail:03}"
            if self._given.setdefault(pseudonym, actor) == actor:
                return Alias(actor, pseudonym)


def person_of(begun: Begun) -> str:
    """Returns what tells whose a play is, as a word that is the same in all plays of one person: the name with its
    class code, else the device mark, else the session."""
    match known_by(begun):
        case "name":
            return _named(begun.player or "", begun.class_code)
        case "device":
            return f"device:{begun.device}"
        case "session":
            return f"session:{begun.session}"


def _named(name: str, class_code: str | None) -> str:
    code = normalised(class_code or "")
    return f"name:{normalised(name)}" + (f"\nclass:{code}" if code else "")


def known_by(begun: Begun) -> Literal["name", "device", "session"]:
    """Returns what tells whose a play is: the player's name, else the device mark, else only the session itself."""
    if normalised(begun.player or ""):
        return "name"
    return "device" if begun.device else "session"


def normalised(name: str) -> str:
    """Returns a name as it is compared: one form of each letter, no case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def open_key(path: Path) -> tuple[Pseudonyms, bool]:
    """Returns the pseudonyms of a key file, and whether it had to be made; raises UsageError when it is no key file."""
    made = _make(path)
    try:
        text = read_bounded(path, 4096).decode("utf-8", "replace")
    except FileProblem as problem:
        raise UsageError(str(problem)) from None
    try:
        key = bytes.fromhex(text.rsplit("\n", 2)[-2] if text.endswith("\n") else text.rsplit("\n", 1)[-1])
    except (ValueError, IndexError):
        key = b""
    if not text.strip("\0 \r\n\t") and not made:  # the disk was full when it was made: no pseudonym rests on it
        path.unlink()
        return open_key(path)
    if len(key) != 32:
        raise UsageError(
            f"{path} is not a key file. Name another with --key. Without the old key, pseudonyms come out new."
        )
    return Pseudonyms(key), made


def _make(path: Path) -> bool:
    """Makes a key file unless there is one."""
    try:
        create_private(path, (_HEADER + secrets.token_hex(32) + "\n").encode("utf-8"))
    except FileExistsError:
        return False
    except OSError as error:
        raise UsageError(f"The key file {path} cannot be made: {error.strerror}. Name another with --key.") from None
    return True
