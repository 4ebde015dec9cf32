"""Defects that are planted in good scenarios, by what they do to the text, each with its true line and right codes."""
