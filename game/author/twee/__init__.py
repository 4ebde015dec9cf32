"""Twine's stories in and out, as Twee 3 text."""
