"""Whether scores mean what they say: players of known kinds, jittered weights, names swapped.

Nothing here changes a score; it only holds the rubric and the scenarios to account.
"""
