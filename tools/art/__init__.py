"""The game's own pictures, drawn by code: people and places as hand-written SVG parts, rendered once to PNG files.

Nothing here runs while the game is played: `python -m tools.art build` writes `assets/`, and
`game.window.stage.pictures` reads what was written.
"""
