"""Where things lie: the shipped scenarios, the rubric and the assets (in a checkout and in an installed wheel
alike), and the user's own folder."""

from __future__ import annotations

import os
from pathlib import Path

import click

from game.did_you_mean import did_you_mean
from game.errors import UsageError

_HERE = Path(__file__).parent
_ROOT = _HERE / "data" if (_HERE / "data").is_dir() else _HERE.parent

SCENARIOS = _ROOT / "scenarios"
ASSETS = _ROOT / "assets"
RUBRIC = SCENARIOS / "rubric.yaml"
PAGES = (_ROOT if _ROOT.name == "data" else _ROOT / "docs") / "codes"  # one page a diagnostic code
INTERFACE = SCENARIOS / "interface"  # what the game itself says; it has no file, but catalogues as a scenario has
OWN = {"interface": INTERFACE, "rubric": RUBRIC}
HOME_VARIABLE = "EQUAL_FOOTING_HOME"


def home() -> Path:
    """The folder for logs and settings: EQUAL_FOOTING_HOME, or the user's application folder."""
    return Path(os.environ.get(HOME_VARIABLE) or click.get_app_dir("equal-footing"))


def cache() -> Path:
    """The folder for what can be worked out anew at any time."""
    return home() / "cache"


def scenario_files() -> dict[str, Path]:
    """The library's scenario files by id, in alphabetical order."""
    return {path.stem: path for path in sorted(SCENARIOS.glob("*.yaml")) if path != RUBRIC}


def first_minute(text: bool = False) -> Path:
    """The scenario that teaches how the window, or with `text` the terminal, is played. It is not in the library."""
    return SCENARIOS / "first-minute" / ("first-minute-text.yaml" if text else "first-minute.yaml")


def find(scenario: str) -> Path:
    """The file of a scenario given by its id in the library or by a path; raises UsageError."""
    files = scenario_files()
    if scenario in files:
        return files[scenario]
    path = Path(scenario)
    if path.suffix in (".yaml", ".yml") or len(path.parts) > 1 or os.path.exists(path):
        return path
    hint = did_you_mean(scenario, files)
    raise UsageError(f"There is no scenario called `{scenario}`. {hint} Or name a file that ends in .yaml.")


def catalogue_of(scenario: Path, language: str, suffix: str = ".mo") -> Path:
    """Where a scenario's texts in another language lie: beside its file, as gettext has it."""
    return scenario.parent / "locale" / language / "LC_MESSAGES" / f"{scenario.stem}{suffix}"


def languages() -> list[str]:
    """The languages, beside English, that some scenario of the library is told in."""
    return sorted({path.parent.parent.name for path in SCENARIOS.glob("locale/*/LC_MESSAGES/*.mo")})
