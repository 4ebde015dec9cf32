"""`python -m tools.installer build [FOLDER]` makes the game without Python; `… try [FOLDER]` tries it out."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.installer.build import NAME, build, pack
from tools.installer.trial import try_out


def main(words: list[str]) -> None:
    """Does what was asked for and says what came of it."""
    command, *rest = [*words, ""]
    into = Path(rest[0] or "dist").resolve()
    if command == "build":
        made = build(into)
        print(f"{made}\n{pack(made)}")
    elif command == "try":
        print("\n".join(try_out(into / NAME, into / "tried")))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
