"""The rubric: moves, their weights, and scores as exact figures."""
