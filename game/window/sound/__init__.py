"""Quiet sounds, made here by code: a tone for each place, a phone's buzz, a door; none carries meaning alone."""
