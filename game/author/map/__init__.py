"""The map of a scenario: its graph, its layout, and the same drawn as SVG, as a page and as Mermaid text.

It shows what `game.story` found and what journals passed; nothing is proved or scored here.
"""
