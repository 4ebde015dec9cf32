"""Scenarios as frozen data: reading, validating and checking them."""
