"""The pictures of the debrief: planes, strips of turns and gauges, for one path or for two.

Charts show figures that `game.rubric` worked out; none of them counts.
"""
