"""Everything that is wrong with a scenario file, and what can be mended for its author.

How a scenario is written is judged in `game.author.smells`; what plays come to is proved in `game.story`.
"""
