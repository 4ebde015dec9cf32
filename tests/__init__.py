"""The tests: each holds its story text, reads as a sentence, and mirrors a module of the game."""
