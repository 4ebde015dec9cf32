"""The map of a scenario: its graph, its layout, and the same drawn as SVG, as a page and as Mermaid text."""
