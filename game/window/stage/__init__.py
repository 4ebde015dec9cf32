"""The ground that conversations stand on: the place, the person in it, their pictures, and the pace of lines.

Nothing here chooses or scores; pictures come from `assets/`.
"""
