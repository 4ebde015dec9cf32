"""The language server: what an editor may ask about a scenario file, as pure functions and a thin server.

What is told is what `game.author.check` tells; nothing is judged anew, and no file is written here.
"""
