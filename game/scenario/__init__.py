"""Scenarios as frozen data: reading, validating and checking them.

A file's text, shape, structure, evidence and translation live here. What can happen in a play is asked in `game.story`.
"""
