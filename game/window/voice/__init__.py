"""The game speaks: what is on a screen in words, who says it aloud, and the caption that shows it.

Engines, captions and screen readers live here. Nothing is said that is not on the screen, and nothing is drawn but the
caption.
"""
