"""The story engine: where a player stands, what is offered there, and what every play can come to."""
