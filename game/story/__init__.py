"""The story engine: where a player stands, what is offered there, and what every play can come to.

The engine is pure: a position and a choice give the next position. Points, journals and screens are not known here.
"""
