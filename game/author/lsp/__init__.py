"""The language server: what an editor may ask about a scenario file, as pure functions and a thin server."""
