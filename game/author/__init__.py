"""What an instructor runs on a scenario.

Checks, smells, figures, maps, translation, Twine and the preview live here. Nothing here changes a score, and no
face but the preview's desk is known.
"""
