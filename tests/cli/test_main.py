"""The command line: what is typed, what is printed, and with which exit code it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from game import locations
from game.cli import main as cli
from game.cli.main import commands
from game.play.events import Abandoned, Mode
from game.play.journal import read_journal
from game.rubric.archetypes import played, player
from game.testing import SMALL, an_exact
from tests.support.patience import PATIENCE
from tests.support.shell import DISPLAYS, Shell

MAIN = Path(__file__).parents[2] / "main.py"
BROKEN = SMALL.replace("goto: clear", "goto: cleer")


# ── playing ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_whole_game_is_played_in_a_pipe_with_numbers(shell: Shell) -> None:
    told = shell.play(typed="1\n1\nI would wait.\n")
    assert told.code == 0
    assert "SCORECARD: Saturday Friend" in told.out
    journal = read_journal(told.journal)
    assert journal.finished is not None
    assert len(journal.choices) == 2
    assert journal.reflected is not None
    assert told.journal.parent == shell.home / "logs"


def test_a_transcript_of_a_pipe_shows_what_was_typed(shell: Shell) -> None:
    assert "Your choice: 1\n" in shell.play(typed="1\n").out


def test_nothing_printed_holds_an_escape_code(shell: Shell) -> None:
    told = shell.play("--choices", "name-it,say-how")
    assert "\x1b" not in told.out + told.err
    assert "\x1b" not in shell("score", told.journal).out + shell("list").out + shell("check").out


@pytest.mark.parametrize("typed", ["q\n", "", "1\nq\n", "1\n"])
def test_q_and_the_end_of_input_leave_and_the_play_can_be_continued(shell: Shell, typed: str) -> None:
    told = shell.play(typed=typed)
    assert told.code == 0
    assert "You have left the conversation. There is no penalty." in told.out
    made = len(read_journal(told.journal).choices)
    assert made == typed.count("1")
    assert f'To go on, type: python main.py continue "{told.journal}"' in told.out
    on = shell("continue", told.journal, typed="1\n" * (3 - made))
    assert on.code == 0
    assert f"Going on with Saturday Friend. Choices so far: {made}." in on.out
    assert "SCORECARD" in on.out


def test_a_locked_option_is_refused_with_its_reason(shell: Shell) -> None:
    told = shell.play("--choices", "laugh-it-off,say-how")
    assert told.code == 1
    assert told.err == (
        "`say-how` is locked: She has gone quiet; this would not land now. (at `the-answer`). "
        "Possible: own-it, change-subject.\n"
    )


def test_an_unknown_id_among_the_choices_gives_one_clear_message(shell: Shell) -> None:
    told = shell.play("--choices", "nonsense")
    assert told.code == 1
    assert told.err == "`nonsense` is not offered here (at `the-text`). Possible: name-it, laugh-it-off.\n"


def test_choices_may_have_spaces_and_a_last_comma(shell: Shell) -> None:
    assert "SCORECARD" in shell.play("--choices", " name-it , say-how,").out


def test_choices_that_end_early_leave_the_play_to_be_continued(shell: Shell) -> None:
    told = shell.play("--choices", "name-it")
    assert (told.code, "SCORECARD" in told.out) == (0, False)
    assert "SCORECARD" in shell("continue", told.journal, "--choices", "say-how").out


def test_choices_and_a_bot_exclude_each_other(shell: Shell) -> None:
    told = shell.play("--choices", "name-it", "--bot", "partner")
    assert (told.code, told.err) == (2, "--choices and --bot exclude each other. Use one of them.\n")


@pytest.mark.parametrize("bot", ["partner", "authority", "menu", "pal", "wall", "random"])
def test_every_bot_plays_to_the_end(shell: Shell, bot: str) -> None:
    told = shell.play("--bot", bot)
    assert told.code == 0
    assert read_journal(told.journal).finished is not None


def test_an_unknown_bot_is_answered_with_the_known_ones_and_leaves_no_journal(shell: Shell) -> None:
    told = shell.play("--bot", "boss")
    assert (told.code, told.out) == (2, "")
    assert "Possible: partner, authority, menu, pal, wall, random." in told.err
    assert not (shell.home / "logs").exists()


@pytest.mark.parametrize("seed", ["1", "2", "-9"])
def test_a_bots_choices_do_not_hang_on_the_order_shown(shell: Shell, seed: str) -> None:
    told = shell("play", "saturday-friend", "--bot", "partner", "--seed", seed)
    assert [c.option for c in read_journal(told.journal).choices] == ["name-it", "say-how"]


def test_what_was_asked_for_stands_in_the_journal(shell: Shell) -> None:
    logs = shell.folder / "elsewhere" / "logs"
    told = shell.play(
        "--choices", "name-it", "--player", "Ada", "--class-code", "M-1", "--mode", "assess", "--logs", logs
    )
    begun = read_journal(told.journal).begun
    assert (begun.player, begun.class_code, begun.mode, begun.seed) == ("Ada", "M-1", Mode.ASSESS, 7)
    assert begun.scenario == "saturday-friend"
    assert told.journal.parent == logs


@pytest.mark.parametrize(
    ("scenario", "hint"),
    [
        ("saturday-freind", "Did you mean `saturday-friend`?"),
        ("something", "Possible here: `monday-client`, `saturday-friend`."),
    ],
)
def test_an_unknown_scenario_is_answered_with_the_nearest(shell: Shell, scenario: str, hint: str) -> None:
    told = shell("play", scenario, "--text")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"There is no scenario called `{scenario}`. {hint}")


def test_a_broken_scenario_is_not_played_and_says_where_and_how_to_mend(shell: Shell) -> None:
    file = shell.folder / "broken.yaml"
    file.write_text(BROKEN, encoding="utf-8")
    told = shell("play", file, "--text")
    assert (told.code, told.out) == (1, "")
    assert "broken.yaml cannot be played yet." in told.err
    assert re.search(r"broken\.yaml:\d+:\d+: error: .*\[unknown-target\]", told.err)
    assert "Did you mean `clear`?" in told.err
    assert not (shell.home / "logs").exists()


@pytest.mark.parametrize("what", ["missing.yaml", ".", "scenarios"])
def test_a_scenario_file_that_is_none_gives_diagnostics(shell: Shell, what: str, monkeypatch: object) -> None:
    told = shell("play", shell.folder / what, "--text")
    assert told.code == 1
    assert re.search(r"\[(unreadable|not-a-file)\]", told.err)


def test_a_logs_folder_that_cannot_be_written_gives_one_message(shell: Shell) -> None:
    (shell.folder / "file").write_text("in the way")
    told = shell.play("--logs", shell.folder / "file" / "logs")
    assert (told.code, told.out) == (1, "")
    assert re.fullmatch(r"Cannot begin the journal .*another folder with --logs\.\n", told.err)


def test_a_scenario_file_is_continued_and_scored_with_its_name_given_again(shell: Shell) -> None:
    file = shell.folder / "mine.yaml"
    file.write_text(SMALL, encoding="utf-8")
    told = shell("play", file, "--text", "--choices", "name-it")
    assert f'continue "{told.journal}" --scenario "{file}"' in told.out
    without = shell("continue", told.journal)
    assert without.code == 2
    assert "There is no scenario called `mine`" in without.err
    assert "SCORECARD" in shell("continue", told.journal, "--scenario", file, "--choices", "say-how").out
    assert shell("score", told.journal, "--scenario", file).code == 0


# ── continuing ────────────────────────────────────────────────────────────────────────────────────────


def test_a_finished_play_is_not_continued(shell: Shell) -> None:
    told = shell("continue", shell.play("--choices", "name-it,say-how").journal)
    assert told.code == 1
    assert "is a finished play. Use `score` to see its card." in told.err


def test_a_torn_journal_is_continued_and_the_loss_is_said(shell: Shell) -> None:
    journal = shell.play("--choices", "name-it").journal
    journal.write_bytes(journal.read_bytes()[:-9])
    told = shell("continue", journal, "--choices", "say-how")
    assert told.code == 0
    assert told.err.startswith("The last line is torn")


@pytest.mark.parametrize("command", ["continue", "score"])
def test_what_is_no_journal_gives_one_message(shell: Shell, command: str) -> None:
    for path in (shell.folder / "none.jsonl", shell.folder, shell.scenarios / "saturday-friend.yaml"):
        told = shell(command, path)
        assert told.code == 1
        assert str(path) in told.err
        assert told.err.count("\n") == 1


def test_a_finished_play_is_played_on_from_a_turn_and_scored_beside_the_first_path(shell: Shell) -> None:
    first = shell.play("--choices", "laugh-it-off,change-subject").journal
    told = shell("continue", first, "--turn", "2", "--choices", "own-it")
    assert told.code == 0
    assert told.journal != first
    begun = read_journal(told.journal).begun
    assert (begun.branched_from, begun.branched_at) == (read_journal(first).begun.session, 2)
    assert "This path: I laughed because I felt awkward. I am sorry." in told.out
    scored = shell("score", told.journal)
    assert f"It goes on from turn 2 of {first.name}." in scored.out
    assert "COMPARED WITH THE FIRST PATH" in scored.out
    (card,) = json.loads(shell("score", told.journal, "--format", "json").out)
    assert (card["branched_from"], card["branched_at"]) == (begun.branched_from, 2)
    assert "COMPARED" not in shell("score", first).out
    first.unlink()
    assert "turn 2 of a play whose journal is not in the same folder" in shell("score", told.journal).out


def test_a_turn_that_is_not_there_is_not_played_on_from(shell: Shell) -> None:
    journal = shell.play("--choices", "laugh-it-off,change-subject").journal
    told = shell("continue", journal, "--turn", "3")
    assert told.code == 1
    assert told.err == f"{journal} has no turn 3 to play on from. Name a turn from 1 to 2.\n"
    assert shell("continue", journal, "--turn", "0").code == 2


# ── scoring ───────────────────────────────────────────────────────────────────────────────────────────


def test_score_prints_the_card_that_the_play_printed(shell: Shell) -> None:
    played = shell.play("--choices", "laugh-it-off,own-it")
    card = shell("score", played.journal)
    assert (card.code, card.err) == (0, "")
    assert in_one_row(card.out[card.out.index("SCORECARD") :]) in in_one_row(played.out)  # a play wraps its rows


def test_score_gives_the_same_card_as_data(shell: Shell) -> None:
    journal = shell.play("--choices", "laugh-it-off,own-it").journal
    told = shell("score", journal, "--format", "json")
    (card,) = json.loads(told.out)
    assert set(card) == {
        "scenario", "title", "complete", "ending", "components", "axes", "poles", "gates", "ruptures", "choices",
        "scored",
    }  # fmt: skip
    assert (card["scenario"], card["complete"]) == ("saturday-friend", True)
    assert card["ending"] == {"id": "clear", "kind": "best", "title": "Clear and close", "outcome": None}
    assert [choice["option"] for choice in card["choices"]] == ["laugh-it-off", "own-it"]
    finished = read_journal(journal).finished
    assert finished is not None
    assert {n: r["path"] for n, r in {**card["components"], **card["axes"]}.items()} == finished.card


def test_several_journals_are_scored_in_order_and_a_bad_one_does_not_hide_the_others(shell: Shell) -> None:
    one, two = (shell.play("--choices", ids).journal for ids in ("name-it,say-how", "laugh-it-off,own-it"))
    told = shell("score", one, shell.folder / "none.jsonl", two, "--format", "json")
    assert told.code == 1
    assert [card["choices"][0]["option"] for card in json.loads(told.out)] == ["name-it", "laugh-it-off"]
    assert "none.jsonl" in told.err


def test_a_changed_scenario_is_noted_beside_the_card(shell: Shell) -> None:
    journal = shell.play("--choices", "name-it,say-how").journal
    file = shell.scenarios / "saturday-friend.yaml"
    file.write_text(SMALL.replace("how is the dog", "how is your dog"), encoding="utf-8")
    told = shell("score", journal)
    assert (told.code, told.err) == (0, f"{journal}: The scenario has changed since this play.\n")
    file.write_text(SMALL.replace("id: name-it", "id: name-both"), encoding="utf-8")
    told = shell("score", journal)
    assert told.code == 0
    assert "Name the scenario as it was with --scenario FILE." in told.err
    assert "SCORECARD AS IT WAS GIVEN: Saturday Friend" in told.out


# ── the other commands ────────────────────────────────────────────────────────────────────────────────


def test_list_prints_every_scenario(shell: Shell) -> None:
    assert "saturday-friend: Saturday Friend (about 3 minutes)" in shell("list").out
    rows = json.loads(shell("list", "--format", "json").out)
    assert [row["id"] for row in rows] == ["monday-client", "saturday-friend"]
    assert set(rows[0]) == {"id", "title", "summary", "question", "minutes", "level", "concepts", "content_notes"}


def test_check_is_silent_about_what_is_good_and_says_what_is_not(shell: Shell) -> None:
    guide = (MAIN.parent / "docs/authoring.md").read_text(encoding="utf-8")
    good = shell.folder / "good.yaml"
    good.write_text(guide.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    assert (shell("check", good).code, shell("check", good).out) == (0, "No problems in 1 file.\n")
    file = shell.folder / "broken.yaml"
    file.write_text(BROKEN, encoding="utf-8")
    told = shell("check", file)
    assert told.code == 1
    assert "[unknown-target]" in told.out
    data = json.loads(shell("check", file, "--format", "json").out)
    assert {problem["code"] for problem in data["problems"]} >= {"unknown-target"}
    assert data["files"] == [str(file)]


def test_profiles_print_a_table_and_say_by_the_exit_code_whether_it_is_as_expected(shell: Shell) -> None:
    told = shell("profiles", "saturday-friend")
    assert told.code == 1
    assert "## Saturday Friend\n\n| player | R | A | C | K |" in told.out


COMMANDS = sorted(commands.list_commands(click.Context(commands)))


def _commands(group: click.Group, *before: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command by the words that name it, those inside a group too."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from _commands(command, *before, name)
        else:
            yield (*before, name), command


GROUPS = sorted({words[:-1] for words, _ in _commands(commands)})


@pytest.mark.parametrize("words", GROUPS, ids=lambda words: " ".join(words) or "all")
def test_the_line_of_a_command_in_the_help_is_not_cut(
    shell: Shell, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    rows = shell(*words, "--help").out.splitlines()
    assert [row for row in rows if row.endswith("...") and not row.startswith("Usage")] == []


@pytest.mark.parametrize(("words", "command"), [pytest.param(w, c, id=" ".join(w)) for w, c in _commands(commands)])
def test_every_command_has_help_with_an_example_that_can_be_typed(
    shell: Shell, words: tuple[str, ...], command: click.Command
) -> None:
    told = shell(*words, "--help")
    assert told.code == 0
    _, _, example = " ".join(told.out.split()).partition("Example: python main.py ")
    typed = example.split()
    assert tuple(typed[: len(words)]) == words
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in typed if word.startswith("-")} <= known


def test_the_game_itself_has_help_with_an_example(shell: Shell) -> None:
    told = shell("--help")
    assert told.code == 0
    assert re.search(r"Example: python main\.py (\w+) ", told.out)
    assert all(name in told.out for name in COMMANDS)


@pytest.mark.parametrize(
    "arguments", [["plya"], ["play"], ["score"], ["play", "x", "--seed", "many"], ["play", "x", "--mode", "hard"]]
)
def test_a_command_that_cannot_be_understood_ends_with_two(shell: Shell, arguments: list[str]) -> None:
    told = shell(*arguments)
    assert (told.code, told.out) == (2, "")
    assert "Error" in told.err


def test_without_a_display_and_a_terminal_the_game_says_what_to_type(shell: Shell) -> None:
    told = shell()
    assert (told.code, told.out) == (2, "")
    assert "There is no display" in told.err
    typed = re.search(r"Type: python main\.py (.+)$", told.err)
    assert typed is not None
    assert shell(*typed[1].split()).code == 0


def test_a_mistake_of_the_game_itself_is_kept_in_a_file_and_no_traceback_is_shown(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(locations, "scenario_files", lambda: 1 / 0)
    monkeypatch.setattr(sys, "argv", ["main.py", "list"])
    with pytest.raises(SystemExit) as exit_:
        cli.main()
    assert exit_.value.code == 1
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    assert str(shell.home / "crash.txt") in told.err
    assert "ZeroDivisionError" in (shell.home / "crash.txt").read_text(encoding="utf-8")


# ── the real program, in a process of its own ─────────────────────────────────────────────────────────

STARTER = "import sys; from game import locations; from game.cli import main as cli; from pathlib import Path; locations.SCENARIOS = Path(sys.argv.pop(1)); cli.main()"  # noqa: E501


def in_one_row(text: str) -> str:
    return " ".join(text.split())


def _environment(home: Path, **more: str) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    return plain | {"EQUAL_FOOTING_HOME": str(home), "PYTHONPATH": str(MAIN.parent)} | more


def _process(shell: Shell, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", STARTER, str(shell.scenarios), *map(str, arguments)],
        env=_environment(shell.home, **environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
    )


def test_main_py_starts_the_game_and_never_waits_without_a_terminal(shell: Shell) -> None:
    told = subprocess.run(
        [sys.executable, str(MAIN)],
        env=_environment(shell.home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
    )
    assert told.returncode == 2
    assert told.stdout == b""
    assert b"Type: python main.py play saturday-friend --text" in told.stderr


def test_a_posix_locale_plays_and_keeps_every_character(shell: Shell) -> None:
    told = _process(
        shell, "play", "saturday-friend", "--text", "--choices", "name-it,say-how", "--player", "Zoë",
        PYTHONUTF8="0", LC_ALL="POSIX", PYTHONCOERCECLOCALE="0",
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert "You: “Not weird, a bit unusual.".encode() in told.stdout
    (journal,) = (shell.home / "logs").glob("*.jsonl")
    assert read_journal(journal).begun.player == "Zoë"


def test_a_reader_that_goes_away_is_no_crash(shell: Shell) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", STARTER, str(shell.scenarios), "play", "saturday-friend", "--bot", "partner"],
        env=_environment(shell.home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as game:
        assert game.stdout is not None
        assert game.stderr is not None
        game.stdout.close()
        assert b"Traceback" not in game.stderr.read()
    assert not (shell.home / "crash.txt").exists()


@pytest.mark.skipif(os.name != "posix", reason="sends SIGINT")
def test_ctrl_c_at_the_prompt_leaves_and_says_how_to_go_on(shell: Shell) -> None:
    # a test run in the background is told to ignore Ctrl-C, and would hand that down
    starter = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {STARTER}"
    with subprocess.Popen(
        [sys.executable, "-c", starter, str(shell.scenarios), "play", "saturday-friend", "--text"],
        env=_environment(shell.home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as game:
        assert game.stdout is not None
        assert game.stderr is not None
        seen = b""
        while not seen.endswith(b"Your choice: "):
            seen += os.read(game.stdout.fileno(), 4096)
        game.send_signal(signal.SIGINT)
        out, err = game.stdout.read(), game.stderr.read()
    assert game.returncode == 130
    assert out.count(b"You have left the conversation.") == 1
    assert b"To go on, type: python main.py continue" in out
    assert err == b""
    (journal,) = (shell.home / "logs").glob("*.jsonl")
    assert isinstance(read_journal(journal).events[-1], Abandoned)


@pytest.mark.skipif(os.name != "posix", reason="opens a pseudo-terminal")
def test_without_a_display_the_game_says_so_and_plays_in_the_terminal(shell: Shell) -> None:
    import pty
    import tty

    ours, theirs = pty.openpty()
    tty.setraw(theirs)  # so that what comes out is what was printed
    with subprocess.Popen(
        [sys.executable, "-c", STARTER, str(shell.scenarios)],
        env=_environment(shell.home, TERM="dumb", NO_COLOR="1"),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as game:
        os.close(theirs)
        told = _answers(
            ours,
            {
                "Which one?": ["2"],
                "Your name or class code": ["Ada"],
                "Feedback: 1 after": ["1"],
                "Your choice: ": ["1", "2", "1", "2", "3"],  # whatever the order, an open one comes up
                "You (or just Enter): ": [""],
                "Play on from which turn?": [""],
            },
        )
        assert game.wait(PATIENCE) == 0
    os.close(ours)
    assert told.startswith("There is no display here, so the game plays in the terminal.\n")
    assert "2. Saturday Friend (about 3 minutes)" in told
    assert "SCORECARD: Saturday Friend" in told
    assert "\x1b" not in told
    (journal,) = (shell.home / "logs").glob("*.jsonl")
    assert read_journal(journal).begun.player == "Ada"


def _answers(terminal: int, answers: dict[str, list[str]]) -> str:
    """Everything printed, while the prompts are answered until their answers are used up."""
    told, answered = "", 0
    while True:
        try:
            data = os.read(terminal, 4096)
        except OSError:  # Linux: the other end has closed
            return told
        if not data:
            return told
        told += data.decode("utf-8", "replace")
        rest = told[answered:].rsplit("\n", 1)[-1]
        for prompt, left in answers.items():
            if rest.startswith(prompt) and rest.endswith(": "):
                answered = len(told)
                os.write(terminal, f"{left.pop(0)}\n".encode())


def test_ids_left_over_after_the_ending_are_told(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    exact = an_exact(SMALL)
    ids = [*played(exact, player(exact.rubric, "partner")), "one-too-many"]
    told = subprocess.run(
        [sys.executable, str(MAIN), "play", "small.yaml", "--choices", ",".join(ids), "--logs", "logs"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    assert told.returncode == 1
    assert "one-too-many" in told.stderr
    assert "SCORECARD" in told.stdout


def test_a_scenario_of_ones_own_is_told_in_the_language_of_the_catalogue_beside_it(
    shell: Shell, tmp_path: Path
) -> None:
    own = tmp_path / "own" / "mine.yaml"
    own.parent.mkdir()
    own.write_text(SMALL, encoding="utf-8")
    po = own.parent / "locale" / "de" / "LC_MESSAGES" / "mine.po"
    assert shell("translate", "update", "de", own).code == 0
    original = 'msgid "Would it be weird if I booked with you?"\nmsgstr ""'
    text = po.read_text("utf-8")
    assert original in text
    po.write_text(text.replace(original, original[:-1] + 'Wäre es komisch?"'), encoding="utf-8")
    assert shell("translate", "compile", "de", own).code == 0
    for arguments in (("play", own, "--lang", "de"), ("play", "--lang", "de", own)):
        assert "Wäre es komisch?" in shell(*arguments, "--text", "--bot", "partner", "--seed", "1").out


def test_a_language_that_nothing_is_told_in_is_named(shell: Shell, tmp_path: Path) -> None:
    told = shell("play", "saturday-friend", "--lang", "xx", "--text", "--bot", "partner")
    assert (told.code, told.err.splitlines()[0][:31]) == (2, "Nothing is told in `xx` yet. Po")
