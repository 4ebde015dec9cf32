"""`play`, `learn` and `continue`: conversations in the terminal, by hand, by a list of choices or by a bot."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from game import locations
from game.app.library import Library
from game.app.plays import Plays, any_seed
from game.cli.launch import LaunchOptions, interruptible, show_window, typing
from game.cli.options import LANGUAGE, LOGS, PLAYER, VOICE_LOG
from game.errors import GameError, UsageError
from game.locations import home
from game.play.events import Mode
from game.play.journal import read_journal, utc_now
from game.play.players import plays_of, tidy
from game.play.session import Session, new_session, resume_session
from game.rubric.scoring_model import ScoringModel
from game.story.engine import Offer
from game.terminal import player as terminal
from game.words import _


@click.command(epilog="Example: python main.py play saturday-friend --text --bot partner --seed 7 --logs logs")
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
    """Play one scenario, given by its id or its file."""
    if choices and bot:
        raise UsageError("--choices and --bot exclude each other. Use one of them.")
    options = LaunchOptions(logs or home() / "logs", scenario, Mode(mode), name, class_code, seed, language, voice_log)
    if not (text or choices or bot) and show_window(options):
        return
    plays = options.plays()
    exact, seed = plays.library.exact(scenario), plays.seed()
    picker = _picker(exact, seed, choices, bot)
    session = new_session(
        exact,
        mode=Mode(mode),
        seed=seed,
        logs=plays.logs,
        player=plays.player or None,
        class_code=plays.class_code,
        device=None if bot else plays.device,
    )
    _play_text(session, picker, scenario, plays)


@click.command(epilog="Example: python main.py learn --lang es")
@LANGUAGE
def learn(language: str | None) -> None:
    """Learn in a minute how to play; nothing is kept."""
    library = Library.shipped(language)
    scenario = library.read(locations.first_minute(text=True))
    session = new_session(library.ready(scenario), mode=Mode.PRACTICE, seed=any_seed())
    session.begin()
    with interruptible():
        terminal.play_minute(session, typing(), click.echo)


@click.command(
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
    """Go on with a play, from where it stopped or any turn.

    Takes a journal or a save. Without one it is the player's newest play, if that was left before its end.
    """
    from game.play.branch import branch_session
    from game.play.saves import go_on, read_save

    journal = journal or _left_last(player or "")
    save = read_save(journal) if journal.suffix == ".json" else None
    library = Library.shipped(language)
    named = save.mark.scenario if save else read_journal(journal).begun.scenario
    exact = library.exact(scenario) if scenario else library.ready(library.by_id(named))
    if save:
        session, lost = go_on(save, exact, home() / "logs", utc_now)
    else:
        session, lost = branch_session(exact, journal, turn) if turn else resume_session(exact, journal)
    for loss in lost:
        click.echo(loss, err=True)
    told = _("Going on with {title}. Choices so far: {count}.")
    click.echo(told.format(title=session.scenario.title, count=session.turns))
    folder = session.journal_path.parent if session.journal_path else journal.parent
    plays = Plays(library, home(), folder, session.begun.player or "")
    _play_text(session, _picker(exact, session.seed, choices, bot), scenario, plays)


def _left_last(player: str) -> Path:
    """Returns the journal of a player's newest play; raises UsageError when that is over."""
    newest = next(iter(plays_of(home() / "logs", player)), None)
    if newest is None or newest.finished:
        whose = f"of {tidy(player)} " if tidy(player) else "without a name "
        raise UsageError(f"There is no play {whose}to go on with. Name its journal, or who plays with --player.")
    return newest.path


def _play_text(session: Session, picker: terminal.Picker, scenario: str | None, plays: Plays) -> None:
    """Plays in the terminal; raises GameError for ids of --choices that the play had no more use for."""
    with interruptible():
        terminal.play(session, picker, click.echo, scenario, plays.next_after)
    if isinstance(picker, terminal.Scripted) and picker.left:
        raise GameError(f"The play ended before these ids of --choices came up: {', '.join(picker.left)}.")


def _picker(exact: ScoringModel, seed: int, choices: str | None, bot: str | None) -> terminal.Picker:
    """Returns who chooses: a bot, a list of ids, or a person."""
    if bot:
        from game.rubric import archetypes

        pick = archetypes.player(exact.rubric, bot, seed)
        return terminal.Bot(lambda offers: pick(_in_author_order(exact, offers)).id)
    if choices is not None:
        ids = [c.strip() for c in choices.split(",") if c.strip()]
        return terminal.Scripted(ids, typing() if sys.stdin.isatty() else None)
    return typing()


def _in_author_order(exact: ScoringModel, offers: Sequence[Offer]) -> list[Any]:
    """Returns the open options as the author ordered them, so that a bot's choice does not hang on the shuffle."""
    opened = {o.option.id: o.option for o in offers if o.locked is None}
    return [opened[i] for i in exact.weights if i in opened]
