"""Starts Equal Footing from a checkout: `python main.py`.

Any Python from 2.7 on can read this file, so that one that is too old, or lacks the packages, says so in a sentence.
`--ready` only asks whether this Python is new enough.
"""

import atexit
import gc
import sys

OLDEST = (3, 11)
PYTHON, SET_UP = ".venv/bin/python", "python3 -m venv .venv && {0} -m pip install -r requirements/play.lock"
if sys.platform == "win32":
    PYTHON, SET_UP = r".venv\Scripts\python", r"py -m venv .venv && {0} -m pip install -r requirements\play.lock"

if __name__ == "__main__":
    if sys.version_info[:2] < OLDEST:
        sys.exit(
            "Equal Footing needs Python 3.11 or newer, and this is Python %d.%d. Get one from "
            "https://www.python.org/downloads/, remove the folder .venv, and type the command again with the new one."
            % sys.version_info[:2]
        )
    if sys.argv[1:] == ["--ready"]:
        sys.exit(0)
    if getattr(sys, "frozen", False):  # an installed game starts its other processes by this file too
        from multiprocessing import freeze_support

        freeze_support()
    gc.set_threshold(50000)  # what is made while starting is no garbage: looking for some costs a tenth of a start
    atexit.register(gc.freeze)  # nor is it looked for when all ends, which costs as much
    try:
        from game.cli.main import main
    except ImportError as missing:
        sys.exit(
            "This Python lacks the package `%s`. Type: %s main.py. If there is no folder .venv yet, first: %s"
            % (missing.name, PYTHON, SET_UP.format(PYTHON))
        )
    main()
