"""What any face does with the product, without printing or drawing: a library, plays, classes.

Faces (terminal, window and those to come) call this layer; it calls `play` and what lies below, and no face.
"""
