"""The rubric: moves, their weights, and scores as exact figures.

Points, limits, scores and names live here, in whole numbers and fractions. No journal's file and no screen is known.
"""
