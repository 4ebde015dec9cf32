"""The pygame player: one loop, a stack of screens, and pictures of people; nothing here decides a score.

Screens, widgets, input, stage, sound and voice live here; what is played and kept is `game.app` and `game.play`.
This is the only package that imports pygame.
"""
