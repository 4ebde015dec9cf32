"""Pages that need nothing else: drawings as text, templates with their type and style, one script by its hash."""
