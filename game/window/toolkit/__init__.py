"""Widgets, boxes and type: how anything on a screen is laid out, painted and pressed.

Nothing here knows of scenarios or plays.
"""
