"""Blind ratings of options by a school's own instructors: the sheet to rate on, and what the ratings agree on.

Raters see a moment and the words on the buttons, never moves, points or ids. No rating changes a score by itself.
"""
