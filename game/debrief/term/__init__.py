"""A term with its classes: who played what, what moved from first to latest, and which scenario is next.

What is meant to be shown are means of ten people or more, to the nearest five; a person's own way is the teacher's.
"""
