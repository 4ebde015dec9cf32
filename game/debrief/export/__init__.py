"""Plays and figures as files and messages for other programs: tables, JSON, xAPI and learning record stores.

Nothing here is scored anew; other programs get what the page is made from.
"""
