"""Pages that need nothing else: drawings as text, templates with their type and style, one script by its hash.

Every page of the game stands on these, whatever it tells. No scenario, play or figure is known here.
"""
