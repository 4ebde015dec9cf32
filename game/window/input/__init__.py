"""From key, mouse, finger and gamepad to commands: plain values, whichever way they were made.

Nothing here knows which screen is open.
"""
