"""From figures to what a teacher shows: the class's page, its slides, charts and the students' own sheets.

Whatever stands here has passed `game.debrief.figures.hiding`, or belongs to one student alone.
"""
