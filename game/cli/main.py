"""The command line: which commands there are, in which section of the help, and one message for whatever goes wrong."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import NoReturn

import click

import game
from game.cli import outlet
from game.cli.options import LANGUAGE, VOICE_LOG
from game.errors import GameError, UsageError
from game.locations import COMMAND, home

SECTIONS = {
    "Play": {
        **dict.fromkeys(("play", "continue", "learn"), "play"),
        **dict.fromkeys(("list", "score"), "score"),
        **dict.fromkeys(("saves", "plays"), "saves"),
        **dict.fromkeys(("glossary", "credits"), "about"),
    },
    "Author": {
        "studio": "studio",
        "new": "author",
        **dict.fromkeys(("check", "why"), "check"),
        **dict.fromkeys(("preview", "map", "explore", "explain"), "author"),
        "profiles": "score",
        **dict.fromkeys(("validity", "diff", "catalogue", "schema", "lsp"), "author"),
        "panel": "panel",
        "import": "import_",
        **dict.fromkeys(("share", "open"), "parcel"),
        "translate": "translate",
    },
    "Teach": {
        "class": "class_",
        **dict.fromkeys(("collect", "debrief"), "teach"),
        "progress": "progress",
        "export": "export",
        "erase": "teach",
        "key": "key",
    },
    "Data": {"data": "data"},
}
MODULES = {command: module for section in SECTIONS.values() for command, module in section.items()}
INDENT = 4  # columns before and between the two columns of a help section


def main() -> NoReturn:
    """Runs the command line; whatever goes wrong ends in one message and an exit code, never a traceback."""
    outlet.install()
    try:
        commands(prog_name=COMMAND)
    except GameError as error:
        click.echo(str(error), err=True)
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except OSError as error:
        click.echo(_not_done(error), err=True)
        sys.exit(1)
    except Exception:
        import traceback

        click.echo(_keep_crash(traceback.format_exc()), err=True)
        sys.exit(1)
    raise AssertionError("click always exits")


def _not_done(error: OSError) -> str:
    """Returns what the system refused, in one sentence; what was still to be printed is let go."""
    if not error.filename:
        with suppress(OSError):
            sys.stdout.flush()
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # the next flush would fail too
        return f"The output could not be written: {error.strerror or error}."
    where = os.fsencode(error.filename).decode("utf-8", "replace")
    return f"{where} could not be read or written: {error.strerror or error}."


def _keep_crash(details: str) -> str:
    """Keeps the details in a file; returns what to tell the user."""
    path = home() / "crash.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(details, encoding="utf-8")
    except OSError:
        return f"Equal Footing crashed. Your choices are saved. Please send this to its makers:\n{details}"
    return f"Equal Footing crashed. Your choices are saved. Please send {path} to its makers."


class Commands(click.Group):
    """The game's commands, in sections; each is imported when asked for, so that play starts soon."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Returns every command's name, section by section."""
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Returns the command called so, or None."""
        if cmd_name not in MODULES:
            return None
        module = import_module(f"game.cli.{MODULES[cmd_name]}")
        command = getattr(module, f"{cmd_name}_" if iskeyword(cmd_name) or cmd_name in ("list", "open") else cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the sections with a short line for each command."""
        room = formatter.width - INDENT - max(map(len, MODULES))
        for section, names in SECTIONS.items():
            rows = [
                (name, command.get_short_help_str(room)) for name in names if (command := self.get_command(ctx, name))
            ]
            with formatter.section(section):
                formatter.write_dl(rows)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: python main.py play saturday-friend --text",
)
@click.version_option(game.__version__, prog_name="Equal Footing")
@LANGUAGE
@VOICE_LOG
@click.option("--player", metavar="NAME", help="Who plays, by name (default: whoever played last).")
@click.pass_context
def commands(context: click.Context, language: str | None, voice_log: Path | None, player: str | None) -> None:
    """Practise keeping roles distinct and power shared. Without a command: the game."""
    if context.invoked_subcommand is None:
        from game.cli.launch import LaunchOptions, open_game

        open_game(LaunchOptions(home() / "logs", player=player, language=language, voice_log=voice_log))
