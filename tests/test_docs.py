"""The documents are true: their examples load, their commands run, their diagrams are the code's."""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from game import words
from game.author.validity.profiles import EXPLANATION, profile_table
from game.cli.main import main
from game.play.phases import diagram
from game.scenario.load import load_text
from game.testing import a_rubric
from tests.support.library import LIBRARY, on_the_bench

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
# what makes environments, opens a window for good or measures for minutes is run by .ci/run instead
ELSEWHERE = ("python3 -m venv", "python3 dev.py", "bash .ci/run", "python -m benchmarks", "python main.py preview")
ELSEWHERE += (
    ".venv/bin/python -m pip",
    "python main.py class ",
    "python main.py studio",
    "python -m tools.installer",
    "pipx install",
    "uv tool install",
    "python main.py open",
    "localedef",  # makes a system's locales, for the faults of a computer
    "LOCPATH=",
    "python -m dask",  # processes of a cluster: tests/debrief/read/test_cluster.py starts them
)


def fenced(document: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", document.read_text(encoding="utf-8"), re.S)


def commands() -> list[str]:
    rows = [
        row.strip() for doc in DOCUMENTS for block in fenced(doc, "sh") for row in block.splitlines() if row.strip()
    ]
    return [row for row in dict.fromkeys(rows) if not row.startswith(ELSEWHERE)]


@pytest.fixture(scope="session")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what a teacher has: journals on a `stick`, gathered in `class-4b`, and a key at `home`."""
    folder = tmp_path_factory.mktemp("classroom")
    for bot in ("partner", "wall", "pal"):
        run(folder, "play", "saturday-friend", "--text", "--bot", bot, "--player", "Ada", "--logs", "stick")
    run(folder, "collect", "stick", "--into", "class-4b")
    return folder


def run(folder: Path, *arguments: str) -> tuple[object, str]:
    """The exit code of a command typed in a folder, with the game's own folder beside it, and what it complained of.

    All run in this process: that the program starts as one is held by `.ci/run` and `tests/test_imports.py`.
    """
    said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    complained = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, Path(os.devnull).open(encoding="utf-8") as nothing:
        patch.chdir(folder)
        patch.setenv("EQUAL_FOOTING_HOME", str(folder / "home"))
        patch.setattr(sys, "argv", ["main.py", *arguments])
        patch.setattr(sys, "stdin", nothing)
        patch.setattr(words, "_catalogue", words._catalogue)  # whatever language the command speaks
        with redirect_stdout(said), redirect_stderr(complained), pytest.raises(SystemExit) as end:
            main()
    return end.value.code or 0, complained.getvalue()


@pytest.fixture
def workplace(tmp_path: Path, classroom: Path) -> Path:
    """A folder that holds what the documents tell a reader to save."""
    shutil.copytree(classroom, tmp_path, dirs_exist_ok=True)
    for number, example in enumerate(fenced(ROOT / "docs/authoring.md", "yaml")):
        name = "my-scenario.yaml" if number == 0 else f"example-{number}.yaml"
        (tmp_path / name).write_text(example, encoding="utf-8")
    (tmp_path / "my-story.twee").write_text(fenced(ROOT / "docs/authoring.md", "twee")[0], encoding="utf-8")
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("command", commands())
def test_every_command_in_the_documents_runs(command: str, workplace: Path) -> None:
    program, script, *arguments = shlex.split(command)
    assert (program, script) == ("python", "main.py")
    code, complained = run(workplace, *arguments)
    assert code == 0, complained


def test_the_first_scenario_of_the_authoring_guide_has_no_problems() -> None:
    example = fenced(ROOT / "docs/authoring.md", "yaml")[0]
    assert load_text(example, a_rubric().moves).diagnostics == ()


def test_the_phase_diagram_in_the_documents_is_the_table_in_the_code() -> None:
    assert diagram() in (ROOT / "docs/architecture.md").read_text(encoding="utf-8")


def test_every_picture_and_page_that_the_documents_name_is_there() -> None:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (document.parent / target).exists(), f"{document.name} names {target}"


@pytest.mark.parametrize("name", sorted(LIBRARY))
def test_the_table_of_bots_in_the_documents_is_what_the_command_prints(name: str) -> None:
    page = (ROOT / "docs/profiles.md").read_text(encoding="utf-8")
    assert profile_table(on_the_bench(name).exact).text in page, "python main.py profiles > docs/profiles.md"


def test_the_page_of_bots_has_a_table_for_every_scenario_and_no_other() -> None:
    page = (ROOT / "docs/profiles.md").read_text(encoding="utf-8")
    assert page.startswith(EXPLANATION)
    assert page.count("\n## ") == len(LIBRARY)


def test_every_rule_that_the_architecture_page_looks_for_has_its_file() -> None:
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    table = page[page.index("## Where is the rule") : page.index("## Phases")]
    named = re.findall(r"\| `(game/[^`]+)` \|", table)
    assert len(named) >= 20
    assert [path for path in named if not (ROOT / path).exists()] == []
