"""Twine's stories in and out, as Twee 3 text.

Reading, importing and writing live here. What a story has and a scenario cannot hold is told, never guessed.
"""
