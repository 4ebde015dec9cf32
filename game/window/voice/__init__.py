"""The game speaks: what is on a screen in words, who says it aloud, and the caption that shows it."""
