"""Everything exact about one scenario: counted, charted, explained, and told as text, data or a page.

Whether the scores mean what they say is asked in `game.author.validity`.
"""
