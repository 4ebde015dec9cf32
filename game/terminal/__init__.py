"""The text player: the whole game as plain lines.

It reads what is typed and writes lines; what is offered and scored comes from `game.play`. No other face is known.
"""
