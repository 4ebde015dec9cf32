"""Where things lie: the shipped scenarios, the rubric and the assets (in a checkout and in an installed wheel
alike), a school's and the user's own folder."""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path

import click

from game.did_you_mean import did_you_mean
from game.errors import UsageError

_HERE = Path(__file__).parent
_ROOT = _HERE / "data" if (_HERE / "data").is_dir() else _HERE.parent

IN_A_CHECKOUT = _ROOT.name != "data"
COMMAND = "python main.py" if IN_A_CHECKOUT else "equal-footing"  # what is typed to start the game

SCENARIOS = _ROOT / "scenarios"
ASSETS = _ROOT / "assets"
RUBRIC = SCENARIOS / "rubric.yaml"
PAGES = (_ROOT / "docs" if IN_A_CHECKOUT else _ROOT) / "codes"  # one page a diagnostic code
INTERFACE = SCENARIOS / "interface"  # what the game itself says; it has no file, but catalogues as a scenario has
OWN = {"interface": INTERFACE, "rubric": RUBRIC}
HOME_VARIABLE = "EQUAL_FOOTING_HOME"
SCHOOL_VARIABLE = "EQUAL_FOOTING_LIBRARY"  # folders of a school's own scenarios, divided as in PATH


def home() -> Path:
    """Returns the folder for logs and settings: EQUAL_FOOTING_HOME, or the user's application folder."""
    return _named_in(HOME_VARIABLE, os.environ.get(HOME_VARIABLE) or click.get_app_dir("equal-footing"))


def _named_in(variable: str, name: str) -> Path:
    """Returns the folder that a variable names; raises UsageError where `~` stands for nobody's home."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        raise UsageError(f"{variable} is `{name}`, and nobody here has that home. Write the whole path.") from None


def more_packages(extra: str) -> str:
    """Returns what to type where the packages of an extra are missing: `author`, `class`, `studio`, `panel`."""
    if IN_A_CHECKOUT:
        return f".venv/bin/python -m pip install -r requirements/{extra}.lock"
    return f'pipx install --force "WHERE[{extra}]" (WHERE: the folder or the wheel that the game was installed from)'


def cache() -> Path:
    """Returns the folder for what can be worked out anew at any time."""
    return home() / "cache"


def scenario_files() -> dict[str, Path]:
    """Returns the scenario files that come with the game by id, in alphabetical order."""
    return {path.stem: path for path in sorted(SCENARIOS.glob("*.yaml")) if path != RUBRIC}


class Origin(Enum):
    """Whose a scenario of the library is; of two with one id the first of these is on offer."""

    BUILT_IN = "built-in"
    SCHOOL = "school"
    OWN = "own"


def own_scenarios(home_folder: Path | None = None) -> Path:
    """Returns the folder of the scenarios that were brought into this computer's library."""
    return (home_folder or home()) / "scenarios"


def library_folders() -> list[tuple[Origin, Path]]:
    """Returns the folders that the library is made of, the one that goes first at the front."""
    names = os.environ.get(SCHOOL_VARIABLE, "").split(os.pathsep)
    school = [(Origin.SCHOOL, _named_in(SCHOOL_VARIABLE, name)) for name in names if name]
    return [*school, (Origin.OWN, own_scenarios())]


def offered_files() -> dict[str, Path]:
    """Returns the files of all scenarios on offer by id: those of the game, then a school's, then one's own."""
    found = scenario_files()
    for _, folder in library_folders():
        for path in sorted(folder.glob("*.yaml")):
            found.setdefault(path.stem, path)
    return found


def left_out() -> list[Path]:
    """Returns the files in a school's or one's own folder that are not on offer, since their id is taken."""
    offered = set(offered_files().values())
    return [path for _, folder in library_folders() for path in sorted(folder.glob("*.yaml")) if path not in offered]


def origin_of(scenario: Path, home_folder: Path | None = None) -> Origin:
    """Returns whose a file of the library is."""
    if scenario.parent == own_scenarios(home_folder):
        return Origin.OWN
    return Origin.SCHOOL if (Origin.SCHOOL, scenario.parent) in library_folders() else Origin.BUILT_IN


def first_minute(text: bool = False) -> Path:
    """Returns the scenario that teaches how the window, or with `text` the terminal, is played. It is not in the
    library."""
    return SCENARIOS / "first-minute" / ("first-minute-text.yaml" if text else "first-minute.yaml")


def find(scenario: str) -> Path:
    """Returns the file of a scenario given by its id in the library or by a path; raises UsageError."""
    files = offered_files()
    if scenario in files:
        return files[scenario]
    path = Path(scenario)
    if path.suffix in (".yaml", ".yml") or len(path.parts) > 1 or os.path.exists(path):
        return path
    hint = did_you_mean(scenario, files)
    raise UsageError(f"There is no scenario called `{scenario}`. {hint} Or name a file that ends in .yaml.")


def catalogue_of(scenario: Path, language: str, suffix: str = ".mo") -> Path:
    """Returns where a scenario's texts in another language lie: beside its file, as gettext has it."""
    return scenario.parent / "locale" / language / "LC_MESSAGES" / f"{scenario.stem}{suffix}"


def languages() -> list[str]:
    """Returns the languages, beside English, that some scenario of the library is told in."""
    return sorted({path.parent.parent.name for path in SCENARIOS.glob("locale/*/LC_MESSAGES/*.mo")})
