"""Quiet sounds, made here by code: a tone for each place, a phone's buzz, a door; none carries meaning alone.

Tones, cues and the player of them live here; whether one is wanted is a setting, and words tell it as well.
"""
