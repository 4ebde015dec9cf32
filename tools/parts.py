"""Lists the packages that the game stands on, with their licences, as people and as machines read it.

    python -m tools.parts

Writes `docs/parts.md` and `docs/parts.cdx.json` (a software bill of materials in CycloneDX 1.6) from what
`requirements/play.lock` installs into an environment of its own. Needs a network. Not part of the game.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TABLE, BILL = ROOT / "docs" / "parts.md", ROOT / "docs" / "parts.cdx.json"
EVERY_ENVIRONMENT_HAS = ("pip", "setuptools")
CLASSIFIER = "License :: OSI Approved :: "
HEAD = """\
# What the game stands on

Made by `python -m tools.parts` from `requirements/play.lock`: what a player installs, nothing else.
`parts.cdx.json` beside it is the same as a software bill of materials (CycloneDX 1.6).

| package | version | licence |
| --- | --- | --- |
"""
FOOT = """
Fonts in `assets/fonts`, pictures and sounds: `assets/LICENCES.md`. Tests, builds and the extras have locks of their
own in `requirements/`; they are not part of a player's install.
"""


def main() -> None:
    """Writes both files."""
    with tempfile.TemporaryDirectory() as folder:
        bill = _bill(Path(folder))
    BILL.write_text(json.dumps(bill, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    TABLE.write_text(as_table(bill["components"]), encoding="utf-8")


def as_table(components: Iterable[Mapping[str, Any]]) -> str:
    """Returns the page for people: a package a row, its version and its licence as its own metadata declare it."""
    rows = sorted((part["name"].lower(), part["version"], licence_of(part)) for part in components)
    return HEAD + "".join(f"| {name} | {version} | {licence} |\n" for name, version, licence in rows) + FOOT


def licence_of(part: Mapping[str, Any]) -> str:
    """Returns a package's licence, by its SPDX id where it has one; `not declared` for none."""
    declared = [each["license"] if "license" in each else {"id": each["expression"]} for each in part["licenses"]]
    names = [licence.get("id") or licence["name"].removeprefix(CLASSIFIER) for licence in declared]
    return " and ".join(names) or "not declared"


def _bill(work: Path) -> Any:
    """Returns the bill of what a player installs; without addresses, which differ from mirror to mirror."""
    play, lister = _environment(work / "play", "play"), _environment(work / "lister", "parts")
    listed = ("-m", "cyclonedx_py", "environment", "--output-reproducible", str(play), "-o", str(work / "bill.json"))
    subprocess.run([str(lister), *listed], check=True)
    bill = json.loads((work / "bill.json").read_text("utf-8"))
    bill["components"] = [part for part in bill["components"] if part["name"] not in EVERY_ENVIRONMENT_HAS]
    bill["dependencies"] = [
        link for link in bill["dependencies"] if link["ref"].split("==")[0] not in EVERY_ENVIRONMENT_HAS
    ]
    for part in bill["components"]:
        part.pop("externalReferences", None)
        part.setdefault("licenses", [])
    bill["metadata"].pop("tools", None)
    return bill


def _environment(folder: Path, lock: str) -> Path:
    """Returns the Python of a fresh environment with what a lock file names."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    wanted = ("install", "-q", "--require-hashes", "-r", str(ROOT / "requirements" / f"{lock}.lock"))
    subprocess.run([str(python), "-m", "pip", *wanted], check=True)
    return python


if __name__ == "__main__":
    main()
