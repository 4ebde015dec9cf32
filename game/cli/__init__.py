"""What a user can type: one function a command, imported when it is asked for.

Commands parse what was typed, call `game.app`, `game.author` or `game.debrief`, and print. They decide nothing else.
"""
