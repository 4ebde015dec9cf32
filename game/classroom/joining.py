"""Who may come in: a short code that can be read aloud, a token for each device, and a limit on guessing."""

from __future__ import annotations

import hmac
import secrets
from collections import deque
from collections.abc import Callable

CODE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels, so no words; no letter that is taken for a digit
CODE_LENGTH = 5
WRONG_A_MINUTE = 10
MINUTE_S = 60.0
MOST_ADDRESSES = 1_000  # whose wrong codes are remembered


def new_code() -> str:
    """Returns a join code, such as `KTRBP`."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def new_token() -> str:
    """Returns a device's token: 32 hex digits."""
    return secrets.token_hex(16)


class Door:
    """Lets in who knows the code, and makes guessing slow for who does not: each address by itself, so that one phone's
    wrong codes keep no other outside.

    clock: seconds that only go forward
    """

    def __init__(self, code: str, clock: Callable[[], float]) -> None:
        self.code, self._clock = code, clock
        self._wrong: dict[str, deque[float]] = {}

    def shut(self, address: str) -> bool:
        """Returns whether too many wrong codes have come from an address within a minute."""
        now, wrong = self._clock(), self._wrong.get(address, deque())
        while wrong and now - wrong[0] >= MINUTE_S:
            wrong.popleft()
        return len(wrong) >= WRONG_A_MINUTE

    def opens(self, typed: str, address: str) -> bool:
        """Returns whether the code is right, as it is heard and typed: in any case, with spaces. A wrong one counts."""
        meant = "".join(typed.split()).upper()[: 2 * CODE_LENGTH]
        if hmac.compare_digest(meant.encode("utf-8", "replace"), self.code.encode()):
            return True
        if len(self._wrong) >= MOST_ADDRESSES and address not in self._wrong:
            del self._wrong[next(iter(self._wrong))]  # the first that guessed
        self._wrong.setdefault(address, deque(maxlen=WRONG_A_MINUTE)).append(self._clock())
        return False
