"""One play: phases, session, events and the journal."""
