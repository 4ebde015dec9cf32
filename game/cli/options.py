"""Options that several commands have, and the library in the language that one of them asks for."""

from __future__ import annotations

from pathlib import Path

import click

from game import locations
from game.app.library import Library, see_that_something_is_told_in
from game.scenario.translate import read_catalogue
from game.words import speak

PATH = click.Path(path_type=Path)
FORMAT = click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
LOGS = click.option("--logs", type=PATH, help="Folder for journals (default: your application folder).")
PLAYER = click.option("--player", metavar="NAME", help="Who plays, by name; without it, nobody by name.")
VOICE_LOG = click.option(
    "--voice-log",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="EQUAL_FOOTING_VOICE_LOG",
    help="Write what the window speaks to this file too.",
)


def _language(context: click.Context, _option: click.Parameter, code: str | None) -> str | None:
    """Returns a language that something in the library is told in, and speaks it from now on; None for English, the
    original. It may stand before a command too."""
    code = code or context.find_root().params.get("language")
    if code is None or code == "en":
        return None
    takes_a_file = any(isinstance(parameter, click.Argument) for parameter in context.command.params)
    if not takes_a_file:  # a scenario of one's own may have a catalogue beside it; the library knows when it reads it
        see_that_something_is_told_in(code)
    speak(read_catalogue(locations.catalogue_of(locations.INTERFACE, code)))
    return code


LANGUAGE = click.option(
    "--lang", "language", metavar="CODE", callback=_language, help="The language to play in, such as es."
)
LANGUAGE_OF_PAGE = click.option(
    "--lang", "language", metavar="CODE", callback=_language, help="The language of the page, such as es."
)


def library_of(context: click.Context) -> Library:
    """Returns the library in the language that stands before the command."""
    return Library.shipped(context.find_root().params.get("language"))
