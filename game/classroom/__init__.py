"""The room: a class plays on its phones, and the teacher's laptop serves the page and keeps every play.

What lives here speaks HTTP on one address and knows no more of a device than a random token. It scores nothing; the
page is made by `game.web`, and the class's debrief by `game.debrief`.
"""
