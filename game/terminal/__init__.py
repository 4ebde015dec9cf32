"""The text player: the whole game as plain lines."""
