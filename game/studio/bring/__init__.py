"""Drafts from other programs: a Word or Excel table, a Twine story, a shared file, made into a scenario file.

`word` and `excel` read rows, `story` holds them, `scenario_of` makes a file of them and tells what it could not know.
"""
