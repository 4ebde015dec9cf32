"""The commands a user can type: one function each, wiring the parts together."""

from __future__ import annotations

import json
import os
import secrets
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any, NoReturn

import click

import game
from game import locations
from game.author.validity.profiles import EXPLANATION, profile_table
from game.diagnostics import did_you_mean
from game.errors import GameError, UsageError
from game.locations import home
from game.play import compare, family, learning, report
from game.play.branch import branch_session
from game.play.events import Mode
from game.play.fold import Folded, fold
from game.play.journal import read_journal
from game.play.players import known, plays_of, tidy
from game.play.saves import go_on, read_save
from game.play.session import Session, new_session, resume_session, utc_now
from game.rubric import archetypes
from game.rubric.exact import Exact
from game.rubric.load import load_file as load_rubric
from game.rubric.load import usable
from game.rubric.model import Rubric
from game.rubric.score import Scorecard
from game.rubric.translate import told_in as rubric_in
from game.scenario.load import load_file, playable
from game.scenario.model import Scenario
from game.scenario.translate import read_catalogue, told_in
from game.story.engine import Offer, Story
from game.terminal import menu, player
from game.terminal.keyboard import read_line
from game.words import speak


def main() -> NoReturn:
    """Runs the command line; whatever goes wrong ends in one message and an exit code, never a traceback."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        commands(prog_name="equal-footing" if Path(sys.argv[0]).name != "main.py" else "python main.py")
    except GameError as error:
        click.echo(_visible(str(error)), err=True)
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except Exception:
        click.echo(_keep_crash(traceback.format_exc()), err=True)
        sys.exit(1)
    raise AssertionError("click always exits")


def _visible(message: str) -> str:
    """The message without control characters, which a hostile file could have put there."""
    return "".join(c if c.isprintable() or c == "\n" else "�" for c in message)


def _keep_crash(details: str) -> str:
    path = home() / "crash.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(details, encoding="utf-8")
    except OSError:
        return f"The game has made a mistake of its own. Please send this to its makers:\n{details}"
    return f"The game has made a mistake of its own. What was chosen is safe. Please send {path} to its makers."


def _rubric(language: str | None = None) -> Rubric:
    rubric = usable(load_rubric(locations.RUBRIC))
    return rubric_in(rubric, read_catalogue(locations.catalogue_of(locations.RUBRIC, language))) if language else rubric


def _language(context: click.Context, _option: click.Parameter, code: str | None) -> str | None:
    """A language that something in the library is told in; English, the original, is none. It may stand before a
    command too."""
    code = code or context.find_root().params.get("language")
    if code in (None, "en"):
        return None
    there = locations.languages()
    if code not in there:
        raise UsageError(f"Nothing is told in `{code}` yet. {did_you_mean(code or '', ['en', *there])}")
    speak(read_catalogue(locations.catalogue_of(locations.INTERFACE, code or "")))
    return code


def _exact(scenario: str, language: str | None = None) -> Exact:
    """The scenario given by id or path, in a language if it is told in that, ready to play; raises GameError."""
    rubric, path = _rubric(language), locations.find(scenario)
    return Exact(Story(_in(language, playable(load_file(path, rubric.moves)), path)), rubric, locations.cache())


def _in(language: str | None, scenario: Scenario, path: Path) -> Scenario:
    return told_in(scenario, read_catalogue(locations.catalogue_of(path, language))) if language else scenario


FORMAT = click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
LOGS = click.option(
    "--logs", type=click.Path(path_type=Path), help="Folder for journals (default: your application folder)."
)


LANGUAGE = click.option(
    "--lang", "language", metavar="CODE", callback=_language, help="The language to play in, such as es."
)


PLAYER = click.option("--player", metavar="NAME", help="Who plays, by name; without it, nobody by name.")


VOICE_LOG = click.option(
    "--voice-log",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="EQUAL_FOOTING_VOICE_LOG",
    help="Write what the window speaks to this file too.",
)

LATE = {
    **dict.fromkeys(("collect", "erase", "debrief"), "game.cli.teach"),
    "export": "game.cli.export",
    "import": "game.cli.import_",
    "translate": "game.cli.translate",
    "saves": "game.cli.saves",
    "data": "game.cli.data",
    **dict.fromkeys(("glossary", "credits"), "game.cli.about"),
    **dict.fromkeys(("check", "why"), "game.cli.check"),
    **dict.fromkeys(
        ("explore", "explain", "validity", "diff", "preview", "schema", "new", "lsp", "map", "catalogue"),
        "game.cli.author",
    ),
}


class Commands(click.Group):
    """The game's commands; a teacher's and an author's are imported when asked for, so that play starts soon."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command's name, in alphabetical order."""
        return sorted([*super().list_commands(ctx), *LATE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called so, or None."""
        if cmd_name in LATE:
            function = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
            command = getattr(import_module(LATE[cmd_name]), function)
            assert isinstance(command, click.Command)
            return command
        return super().get_command(ctx, cmd_name)


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
        _open_game(Wishes(home() / "logs", player=player, language=language, voice_log=voice_log))


@commands.command(epilog="Example: python main.py play saturday-friend --text --bot partner --seed 7 --logs logs")
@click.argument("scenario")
@click.option("--text", is_flag=True, help="Play in the terminal.")
@click.option(
    "--mode",
    type=click.Choice([m.value for m in Mode]),
    default=Mode.PRACTICE.value,
    help="practice: feedback after each choice; assess: at the end.",
)
@click.option("--player", "name", metavar="NAME", help="Your name: kept in the journal, and your saves are your own.")
@click.option("--class-code", help="Your class's code, kept in the journal (optional).")
@click.option("--seed", type=click.IntRange(-(2**63), 2**63 - 1), help="The order of options; recorded in the journal.")
@LOGS
@LANGUAGE
@VOICE_LOG
@click.option("--choices", help="Play these option ids, in order: ID,ID,…")
@click.option("--bot", help="Let a bot play: partner, authority, menu, pal, wall or random.")
def play(
    scenario: str,
    text: bool,
    mode: str,
    name: str | None,
    class_code: str | None,
    seed: int | None,
    logs: Path | None,
    language: str | None,
    voice_log: Path | None,
    choices: str | None,
    bot: str | None,
) -> None:
    """Play one scenario, given by its id or by a path to its file."""
    if choices and bot:
        raise UsageError("--choices and --bot exclude each other. Use one of them.")
    wishes = Wishes(logs or home() / "logs", scenario, Mode(mode), name, class_code, seed, language, voice_log)
    if not (text or choices or bot) and _show_window(wishes):
        return
    exact, seed = _exact(scenario, language), _seed(seed)
    picker = _picker(exact, seed, choices, bot)
    session = new_session(
        exact, mode=Mode(mode), seed=seed, logs=wishes.logs, player=tidy(name or "") or None, class_code=class_code
    )
    _play_text(session, picker, scenario, wishes.logs, language)


@commands.command(epilog="Example: python main.py learn --lang es")
@LANGUAGE
def learn(language: str | None) -> None:
    """Learn in a minute how the terminal is played. Nothing is scored or kept."""
    path = locations.first_minute(text=True)
    exact = Exact(Story(_in(language, playable(load_file(path, _rubric(language).moves)), path)), _rubric(language))
    session = new_session(exact, mode=Mode.PRACTICE, seed=_seed(None))
    session.begin()
    player.play_minute(session, _typing(), click.echo)


@commands.command(
    "continue", epilog="Example: python main.py continue logs/20261122-180000-saturday-friend-1a2b3c4d.jsonl"
)
@click.argument("journal", type=click.Path(path_type=Path), required=False)
@PLAYER
@click.option("--scenario", help="The scenario's id or file, when the journal's own cannot be found.")
@LANGUAGE
@click.option("--choices", help="Play these option ids, in order: ID,ID,…")
@click.option("--bot", help="Let a bot play on.")
@click.option("--turn", type=click.IntRange(1), help="Choose anew at this turn, in a new journal beside this one.")
def continue_(
    journal: Path | None,
    player: str | None,
    scenario: str | None,
    language: str | None,
    choices: str | None,
    bot: str | None,
    turn: int | None,
) -> None:
    """Go on with an unfinished play, from any turn of any play, or from a save, in the terminal.

    Without a journal it is the player's newest play, if that was left before its end.
    """
    journal = journal or _left_last(player or "")
    save = read_save(journal) if journal.suffix == ".json" else None
    begun = None if save else read_journal(journal).begun
    exact = _exact(scenario or (save.mark.scenario if save else begun.scenario if begun else ""), language)
    if save:
        session, lost = go_on(save, exact, home() / "logs", utc_now)
    else:
        session, lost = branch_session(exact, journal, turn) if turn else resume_session(exact, journal)
    for loss in lost:
        click.echo(loss, err=True)
    click.echo(f"Going on with {session.scenario.title} after {session.turns} choices.")
    folder = session.journal_path.parent if session.journal_path else journal.parent
    _play_text(session, _picker(exact, session.seed, choices, bot), scenario, folder, language)


def _left_last(player: str) -> Path:
    """The journal of a player's newest play; raises UsageError when that is over."""
    newest = next(iter(plays_of(home() / "logs", player)), None)
    if newest is None or newest.finished:
        whose = f"of {tidy(player)} " if tidy(player) else "without a name "
        raise UsageError(f"There is no play {whose}to go on with. Name its journal, or who plays with --player.")
    return newest.path


@commands.command(epilog="Example: python main.py score logs/*.jsonl --format json")
@click.argument("journals", nargs=-1, required=True, type=click.Path(path_type=Path))
@FORMAT
@click.option("--scenario", help="Score with this scenario (id or file) in place of the journal's own.")
def score(journals: tuple[Path, ...], shape: str, scenario: str | None) -> None:
    """Print the scorecard of journals, folded anew from the log."""
    ready: dict[str, Exact] = {}
    folded: list[Folded] = []
    failed = False
    for path in journals:
        try:
            journal = read_journal(path)
            name = scenario or journal.begun.scenario
            if name not in ready:
                ready[name] = _exact(name)
            folded.append(fold(journal, ready[name]))
        except GameError as error:
            failed = True
            click.echo(str(error), err=True)
    for one in folded:
        for note in one.notes:
            click.echo(f"{one.journal.path}: {note}", err=True)
    if shape == "json":
        _print_json([report.as_data(one.card) | _origin(one) for one in folded])
    else:
        rubric = _rubric()
        texts = [report.as_text(one.card, rubric, one.journal.worded) for one in folded]
        beside = [_beside(one, ready[scenario or one.journal.begun.scenario]) for one in folded]
        click.echo("\n\n".join(text + other for text, other in zip(texts, beside, strict=True)))
    sys.exit(1 if failed else 0)


def _origin(folded: Folded) -> dict[str, Any]:
    """Where a play that goes on from an earlier turn comes from, as data."""
    begun = folded.journal.begun
    return {"branched_from": begun.branched_from, "branched_at": begun.branched_at} if begun.branched_from else {}


def _beside(folded: Folded, exact: Exact) -> str:
    """What a play that goes on from an earlier turn comes from, and the two compared where the other is there."""
    begun = folded.journal.begun
    if begun.branched_at is None:
        return ""
    other = family.beside(family.trails(exact, folded.journal.path), begun)
    if other is None:
        return f"\n\nIt goes on from turn {begun.branched_at} of a play whose journal is not in the same folder."
    parts = compare.compare(folded.card, other.card, other.name, exact.story.scenario, exact.rubric)
    told = f"It goes on from turn {begun.branched_at} of {other.path.name}."
    return f"\n\n{told}\n\n{compare.as_text(parts, other.name)}"


@commands.command("list", epilog="Example: python main.py list --format json")
@FORMAT
def list_(shape: str) -> None:
    """List the scenarios with what they teach."""
    rubric = _rubric()
    rows: list[dict[str, Any]] = []
    for scenario in _scenarios(rubric):
        rows.append(
            {
                "id": scenario.id,
                "title": scenario.title,
                "summary": scenario.summary,
                "question": scenario.question,
                "minutes": scenario.minutes,
                "level": scenario.level,
                "concepts": list(scenario.concepts),
                "content_notes": list(scenario.content_notes),
            }
        )
    if shape == "json":
        _print_json(rows)
        return
    for row in rows:
        click.echo(f"{row['id']}: {row['title']} (about {row['minutes']} minutes)\n  {row['summary']}")
        click.echo(f"  Question: {row['question']}\n  Concepts: {', '.join(map(str, row['concepts']))}")
        for note in row["content_notes"]:
            click.echo(f"  Content note: {note}")


@commands.command(epilog="Example: python main.py profiles saturday-friend")
@click.argument("scenarios", nargs=-1)
def profiles(scenarios: tuple[str, ...]) -> None:
    """Print how the five bots and the random player score, as a table for the docs."""
    names = scenarios or tuple(locations.scenario_files())
    tables = [profile_table(_exact(name)) for name in names]
    click.echo("\n\n".join([EXPLANATION, *(table.text for table in tables)]))
    sys.exit(0 if all(table.met for table in tables) else 1)


def _print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False))


def _open_game(wishes: Wishes) -> None:
    """The window; without a display the terminal, and without a terminal a word on what to type."""
    if _show_window(wishes):
        return
    if not sys.stdin.isatty():
        raise UsageError(
            "There is no display for the window and no terminal to type in. "
            "Type: python main.py play saturday-friend --text --bot partner"
        )
    rubric = _rubric(wishes.language)
    names = known(home(), wishes.logs).names
    picked = menu.pick(_scenarios(rubric, wishes.language), read_line, click.echo, names, wishes.player)
    if picked is None:
        return
    exact = Exact(Story(picked.scenario), rubric, locations.cache())
    session = new_session(exact, mode=picked.mode, seed=_seed(None), logs=wishes.logs, player=picked.player)
    _play_text(session, _typing(), None, wishes.logs, wishes.language)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks of a play."""

    logs: Path
    scenario: str | None = None
    mode: Mode | None = None
    player: str | None = None
    class_code: str | None = None
    seed: int | None = None
    language: str | None = None
    voice_log: Path | None = None


def _seed(wished: int | None) -> int:
    return secrets.randbelow(1_000_000) if wished is None else wished


def _show_window(wishes: Wishes) -> bool:
    """Opens the window and plays; False, with a word of why, when there is no display."""
    from game.window import display

    if not display.is_there():
        click.echo("There is no display here, so the game plays in the terminal.", err=True)
        return False
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.window.context import AppContext
    from game.window.loop import NoDisplay, run

    context = AppContext(
        rubric=_rubric(),
        scenarios=locations.scenario_files(),
        assets=locations.ASSETS,
        config=home() / "settings.json",
        logs=wishes.logs,
        cache=locations.cache(),
        language=wishes.language,
        languages=tuple(locations.languages()),
        seed=lambda: _seed(wishes.seed),
        scenario=_exact(wishes.scenario, wishes.language).story.scenario if wishes.scenario else None,
        mode=wishes.mode,
        player=wishes.player,
        class_code=wishes.class_code,
        debrief=_debrief_folder,
        first_minute=locations.first_minute(),
        voice_log=wishes.voice_log,
    )
    try:
        run(context)
    except NoDisplay as error:
        click.echo(f"{error} So the game plays in the terminal.", err=True)
        return False
    return True


def _debrief_folder(folder: Path, progress: Callable[[int, int], None], say: Callable[[str], None]) -> tuple[Path, ...]:
    """The pages made from the journals in a folder; the teachers' part is imported when asked for."""
    from game.cli.teach import debrief_folder

    return debrief_folder(folder, progress, say)


def _play_text(session: Session, picker: player.Picker, scenario: str | None, logs: Path, language: str | None) -> None:
    """Plays in the terminal; raises GameError for ids of --choices that the play had no more use for."""
    suggest = _suggest(session.exact.rubric, logs, language, session.begun.player or "")
    player.play(session, picker, click.echo, scenario, suggest)
    if isinstance(picker, player.Scripted) and picker.left:
        raise GameError(f"The play ended before these ids of --choices came up: {', '.join(picker.left)}.")


def _suggest(rubric: Rubric, logs: Path, language: str | None, who: str) -> player.Suggest:
    """What to play next, by the library and the plays in `logs` of whoever plays."""

    def suggest(card: Scorecard) -> learning.Next | None:
        tried = {play.scenario for play in plays_of(logs, who) if play.finished}
        return learning.suggest(card, rubric, _scenarios(rubric, language), tried)

    return suggest


def _scenarios(rubric: Rubric, language: str | None = None) -> list[Scenario]:
    """The library in the guided order, without what cannot be played (`check` tells why)."""
    found = ((path, load_file(path, rubric.moves).scenario) for path in locations.scenario_files().values())
    return learning.guided(_in(language, scenario, path) for path, scenario in found if scenario is not None)


def _picker(exact: Exact, seed: int, choices: str | None, bot: str | None) -> player.Picker:
    if bot:
        pick = archetypes.player(exact.rubric, bot, seed)
        return player.Bot(lambda offers: pick(_in_author_order(exact, offers)).id)
    typing = _typing()
    if choices is not None:
        ids = [c.strip() for c in choices.split(",") if c.strip()]
        return player.Scripted(ids, typing if sys.stdin.isatty() else None)
    return typing


def _typing() -> player.Typing:
    """A person at the keyboard, who can save."""
    from game.cli.saves import save_here

    return player.Typing(read_line, click.echo, save_here)


def _in_author_order(exact: Exact, offers: Sequence[Offer]) -> list[Any]:
    """The open options as the author ordered them, so that a bot's choice does not hang on the shuffle."""
    opened = {o.option.id: o.option for o in offers if o.locked is None}
    return [opened[i] for i in exact.weights if i in opened]
