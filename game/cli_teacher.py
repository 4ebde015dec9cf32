"""What a teacher types: one function a command; `game.cli` puts them beside the player's."""

from __future__ import annotations

import click

COMMANDS: list[click.Command] = []
