"""One module a screen, and what screens share: a base class, a sheet over another screen, parts of one screen.

Screens show a play and ask the desk for what the player wants; they decide no score and open no window.
"""
