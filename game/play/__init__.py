"""One play: phases, session, events and the journal.

Saves, players and their data live here too, since they are made of journals. No face is known here, and no class.
"""
