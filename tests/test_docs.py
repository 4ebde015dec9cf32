"""The documents are true: their examples load, their commands run, their diagrams are the code's."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game import locations
from game.author.validity.profiles import EXPLANATION, profile_table
from game.play.phases import diagram
from game.rubric.scoring_model import ScoringModel
from game.scenario.load import load_file, load_text, playable
from game.testing import a_rubric
from tests.support.patience import PATIENCE

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
# what makes environments, opens a window for good or measures for minutes is run by .ci/run instead
ELSEWHERE = ("python3 -m venv", "python3 dev.py", "bash .ci/run", "python -m benchmarks", "python main.py preview")


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


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What a command did in a folder, with the game's own folder beside it."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        cwd=folder,
        env={**os.environ, "EQUAL_FOOTING_HOME": str(folder / "home")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )


@pytest.fixture
def workplace(tmp_path: Path, classroom: Path) -> Path:
    """A folder that holds what the documents tell a reader to save."""
    shutil.copytree(classroom, tmp_path, dirs_exist_ok=True)
    for number, example in enumerate(fenced(ROOT / "docs/authoring.md", "yaml")):
        name = "my-scenario.yaml" if number == 0 else f"example-{number}.yaml"
        (tmp_path / name).write_text(example, encoding="utf-8")
    (tmp_path / "my-story.twee").write_text(fenced(ROOT / "docs/authoring.md", "twee")[0], encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", commands())
def test_every_command_in_the_documents_runs(command: str, workplace: Path) -> None:
    program, script, *arguments = shlex.split(command)
    assert (program, script) == ("python", "main.py")
    answer = run(workplace, *arguments)
    assert answer.returncode == 0, answer.stderr


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


@pytest.mark.parametrize("path", locations.scenario_files().values(), ids=lambda path: path.stem)
def test_the_table_of_bots_in_the_documents_is_what_the_command_prints(path: Path) -> None:
    exact = ScoringModel(playable(load_file(path, a_rubric().moves)), a_rubric())
    page = (ROOT / "docs/profiles.md").read_text(encoding="utf-8")
    assert profile_table(exact).text in page, "python main.py profiles > docs/profiles.md"


def test_the_page_of_bots_has_a_table_for_every_scenario_and_no_other() -> None:
    page = (ROOT / "docs/profiles.md").read_text(encoding="utf-8")
    assert page.startswith(EXPLANATION)
    assert page.count("\n## ") == len(locations.scenario_files())


def test_every_rule_that_the_architecture_page_looks_for_has_its_file() -> None:
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    table = page[page.index("## Where is the rule") : page.index("## Phases")]
    named = re.findall(r"\| `(game/[^`]+)` \|", table)
    assert len(named) == 20
    assert [path for path in named if not (ROOT / path).exists()] == []
