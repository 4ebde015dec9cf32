"""The page, the site and the packages for a learning platform: packed here, played by `player/` in a browser.

What lives here turns the library into data and files; it decides nothing of a play, and no other face is known here.
"""
