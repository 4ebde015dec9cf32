"""What is typed in the terminal, one line at a time."""

from __future__ import annotations

import sys

import click


def read_line(prompt: str) -> str | None:
    """Returns the next line typed; None at the end of input."""
    click.echo(prompt, nl=False)
    line = sys.stdin.readline() if sys.stdin else ""  # there is none where it was closed
    if not line:
        click.echo("")
        return None
    if not sys.stdin.isatty():
        click.echo(line.rstrip("\n"))  # a transcript shows what was typed
    return line.rstrip("\r\n")
