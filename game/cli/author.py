"""What an author types: one function a command; `game.cli.main` puts them beside the player's."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from game import locations
from game.app.library import Library
from game.app.plays import Plays
from game.author import diff as differing
from game.author import new as starting
from game.author.bench import Bench, opened, the_rubric
from game.author.catalogue import catalogue as library_page
from game.author.code_book import code_book
from game.author.explore import data as explore_data
from game.author.explore import explain as explaining
from game.author.explore import figures as exploring
from game.author.explore import page as explore_page
from game.author.explore import text as explore_text
from game.author.map.make import BY, the_map
from game.author.preview import SEED, Preview
from game.author.reference import reference
from game.author.schema import as_json, scenario_schema
from game.author.validity import verdicts
from game.errors import GameError, UsageError
from game.files import write_shared
from game.locations import home
from game.play.events import Mode
from game.play.session import new_session
from game.scenario.load import load_file, playable
from game.terminal import player
from game.terminal.keyboard import read_line

FORMAT = click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="How to print it.")


@click.command(epilog="Example: python main.py explore saturday-friend")
@click.argument("scenario")
@FORMAT
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Keep it as a page instead: a file .html.")
def explore(scenario: str, shape: str, output: Path | None) -> None:
    """Count every play of a scenario: endings, scores, reach.

    All figures are exact; nothing is sampled.
    """
    if output is not None and output.suffix.lower() != ".html":
        raise UsageError(f"{output} cannot be written: the page of explore goes to a file that ends in .html.")
    found = exploring.explore(opened(scenario), lines=True)
    if output is not None:
        _keep(output, explore_page.as_page(found))
    elif shape == "json":
        _print_json(explore_data.as_data(found))
    else:
        click.echo(explore_text.as_text(found))


@click.command(epilog="Example: python main.py explain saturday-friend the-favour")
@click.argument("scenario")
@click.argument("name", metavar="NODE|OPTION|CODE")
@click.option(
    "--save",
    is_flag=False,
    flag_value="tests/plays",
    type=click.Path(path_type=Path),
    metavar="[FOLDER]",
    help="Keep the play as a transcript that the tests replay (default folder: tests/plays).",
)
@click.option("--play", is_flag=True, help="Open the play in the game, at its end.")
@click.option("--text", is_flag=True, help="With --play: in the terminal.")
def explain(scenario: str, name: str, save: Path | None, play: bool, text: bool) -> None:
    """Show the shortest play to a node, an option or a problem."""
    if text and not play:
        raise UsageError("--text says where to play. Type --play --text, or leave both out to read the play.")
    bench = opened(scenario)
    shown = explaining.explain(bench, name)
    if not play:
        click.echo(explaining.as_text(bench, shown))
    if save is not None:
        path = save / f"{bench.scenario.id}-{name}.play"
        try:
            save.mkdir(parents=True, exist_ok=True)
            write_shared(path, explaining.as_kept(bench, shown).encode("utf-8"))
        except OSError as error:
            raise GameError(f"Cannot write {path}: {error.strerror}. Name another folder after --save.") from None
        click.echo(f"Kept as {path}.")
    if play:
        click.echo(shown.what + (f" (line {shown.line})" if shown.line else ""))
        obstacle = None if text else _preview_window(locations.find(scenario), shown.choices)
        if obstacle:
            click.echo(f"{obstacle} So the game plays in the terminal.", err=True)
        if text or obstacle:
            _play_on(bench, shown.choices)


@click.command(epilog="Example: python main.py preview my-scenario.yaml --at doorstep")
@click.argument("scenario")
@click.option("--at", metavar="NODE|OPTION", help="Begin there, by the shortest play that shows it.")
def preview(scenario: str, at: str | None) -> None:
    """Play beside your editor: what you save appears in place.

    Problems stand below the game. Nothing is logged.
    """
    file = locations.find(scenario)
    choices = explaining.explain(opened(scenario), at).choices if at else None
    if obstacle := _preview_window(file, choices):
        raise GameError(f"{obstacle} To play it in the terminal, type: python main.py play {scenario} --text")


def _preview_window(file: Path, choices: tuple[str, ...] | None) -> str | None:
    """Opens the preview at the end of these choices, and is None afterwards; or why there can be no window."""
    from game.window import display

    if not display.is_there():
        return "There is no display here, which a window needs."
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.window.context import AppContext
    from game.window.loop import NoDisplay
    from game.window.screens.preview import run_preview

    rubric = the_rubric()
    plays = Plays(Library({}), home(), None, seed=lambda: SEED)
    context = AppContext(plays, locations.ASSETS, home() / "settings.json", mode=Mode.PRACTICE)
    try:
        run_preview(context, Preview(file, rubric, choices))
    except NoDisplay as error:
        return str(error)
    return None


def _play_on(bench: Bench, choices: tuple[str, ...]) -> None:
    """Plays these choices in the terminal, and hands the play over there where somebody can type."""
    typing = player.Typing(read_line, click.echo) if sys.stdin.isatty() else None
    session = new_session(bench.exact, mode=Mode.PRACTICE, seed=SEED)
    player.play(session, player.Scripted(choices, typing), click.echo)


@click.command(epilog="Example: python main.py validity saturday-friend")
@click.argument("scenarios", nargs=-1)
@click.option("--library", "whole", is_flag=True, help="Check every scenario of the library.")
@FORMAT
def validity(scenarios: tuple[str, ...], whole: bool, shape: str) -> None:
    """Check that scores mean what they say, with all figures.

    Exit code 0 when no check fails, otherwise 1.
    """
    if whole == bool(scenarios):
        raise UsageError("Name the scenarios to check, or say --library for all of them.")
    found = verdicts.outcomes(scenarios or list(locations.scenario_files()))
    if shape == "json":
        _print_json(verdicts.as_data(found))
    else:
        click.echo(verdicts.as_text(found))
    sys.exit(0 if all(one.met for one in found) else 1)


@click.command(epilog="Example: python main.py diff old.yaml scenarios/saturday-friend.yaml")
@click.argument("old")
@click.argument("new")
@FORMAT
def diff(old: str, new: str, shape: str) -> None:
    """Say what an edit changed: scenes, reach, endings, scores."""
    before, after = opened(old), opened(new)
    found = differing.diff(before, after)
    if shape == "json":
        _print_json(differing.as_data(found))
    else:
        click.echo(differing.as_text(before, after, found))


@click.command(epilog="Example: python main.py map saturday-friend -o map.html")
@click.argument("scenario")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="A file .html, .svg or .mmd.")
@click.option("--by", type=click.Choice(BY), default="stake", help="What to colour by (in .html it can be changed).")
@click.option("--logs", type=click.Path(path_type=Path), help="Show what the plays in this folder passed, too.")
def map(scenario: str, output: Path, by: str, logs: Path | None) -> None:
    """Draw the scenario: scenes, endings and what leads where."""
    _keep(output, the_map(opened(scenario), output.suffix.lower(), by, logs))


@click.command(epilog="Example: python main.py schema --reference")
@click.option("--reference", "page", is_flag=True, help="The same as a page to read, with the rubric's moves.")
@click.option("--moves", "moves", is_flag=True, help="The code book of the moves, with lines of the library.")
def schema(page: bool, moves: bool) -> None:
    """Print the JSON Schema of scenario files, for editors."""
    rubric = the_rubric()
    if moves:
        library = [playable(load_file(path, rubric.moves)) for path in locations.scenario_files().values()]
        click.echo(code_book(rubric, library), nl=False)
    else:
        click.echo(reference(rubric) if page else as_json(scenario_schema(rubric)), nl=False)


def _keep(path: Path, text: str) -> None:
    """Writes what was asked for and says where it is."""
    try:
        write_shared(path, text.encode("utf-8"))
    except OSError as error:
        raise GameError(f"Cannot write {path}: {error.strerror}. Name another file after -o.") from None
    click.echo(f"Kept as {path}.")


@click.command(epilog="Example: python main.py new the-borrowed-ladder --kind dual-role -o my-scenarios")
@click.argument("name")
@click.option("--kind", type=click.Choice(starting.KINDS), default=starting.KINDS[0], help="What it is about.")
@click.option("-o", "folder", type=click.Path(path_type=Path), default=Path(), help="Where to put it (default: here).")
def new(name: str, kind: str, folder: Path) -> None:
    """Begin a scenario from a small one that can be played.

    Notes in it say how to make it yours.
    """
    path = starting.new(name, kind, folder)
    click.echo(f"Begun: {path}. Open it in any text editor; the comments in it say what to change. Then type:")
    for command in (f"check {path}", f"play {path} --text", f"explore {path}"):
        click.echo(f"  python main.py {command}")


@click.command(epilog="Example: python main.py lsp (an editor types it by itself; docs/authoring.md shows how)")
def lsp() -> None:
    """Help an editor with scenario files (a language server)."""
    try:
        from game.author.lsp.server import make_server
    except ModuleNotFoundError as error:
        if error.name not in ("pygls", "lsprotocol"):
            raise
        raise GameError(f"The language server needs pygls. Type: {locations.more_packages('author')}") from None
    make_server(the_rubric()).start_io()


@click.command(epilog="Example: python main.py catalogue > docs/paths.md")
def catalogue() -> None:
    """Print the library as a page: order, casting, ideas, notes."""
    rubric = the_rubric()
    scenarios = [playable(load_file(path, rubric.moves)) for path in locations.scenario_files().values()]
    click.echo(library_page(scenarios, rubric), nl=False)


def _print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False))
