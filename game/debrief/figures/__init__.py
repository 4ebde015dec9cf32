"""From plays to the figures of a class: sums that add up in any order, and what of them may be shown.

No page and no file is made here.
"""
