"""The game as a folder that needs no Python: made by PyInstaller out of the wheel, and tried out as a player would.

`python -m tools.installer build` and `python -m tools.installer try` are all there is. Not part of the game.
"""
