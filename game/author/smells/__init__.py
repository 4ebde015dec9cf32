"""Warnings about how a scenario is written: what gives the best line away, what is hard to read, what is missing.

A module a smell, listed in `rules`. What is plainly wrong belongs to `game.scenario.checks`, what plays come to to
`game.story`; nothing here is an error.
"""
