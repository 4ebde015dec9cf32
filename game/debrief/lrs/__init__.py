"""A learning record store: plays are sent to it as xAPI statements, and brought back from it as journals."""
