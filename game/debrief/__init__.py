"""What a class's journals come to: collected, folded into exact sums, and turned into figures, a page and exports.

`read` makes plays of journals, `figures` what may be shown of them, `pages` and `export` what is handed out.
Nothing here prints or opens a window.
"""
