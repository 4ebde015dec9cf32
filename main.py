"""Starts Equal Footing from a checkout: `python main.py`."""

from game.cli.main import main

if __name__ == "__main__":
    main()
