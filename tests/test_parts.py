"""What the game stands on is listed as it is locked, and may be passed on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from packaging.version import Version

from tests.window.drive import ROOT
from tools.parts import BILL, TABLE, as_table, licence_of

MAY_BE_PASSED_ON = ("MIT", "BSD", "OFL", "PSF", "Apache", "MPL", "GNU Library or Lesser")


def _locked() -> set[tuple[str, Version]]:
    """Names and versions that are installed on every system."""
    lock = (ROOT / "requirements" / "play.lock").read_text("utf-8")
    found = re.findall(r"^([\w.-]+)==([^\s;]+)( ;)?", lock, re.M)
    return {
        (name.replace("_", "-").lower(), Version(version))
        for name, version, only_somewhere in found
        if not only_somewhere
    }


# the record store's is left out: it is installed by itself, never beside the game
BESIDE_THE_GAME = sorted(lock for lock in (ROOT / "requirements").glob("*.lock") if lock.stem != "lrs")


@pytest.mark.parametrize("lock", BESIDE_THE_GAME, ids=lambda lock: lock.stem)
def test_every_lock_pins_what_a_player_has_as_the_players_lock_does(lock: Path) -> None:
    players, theirs = _pins(ROOT / "requirements" / "play.lock"), _pins(lock)
    both = players.keys() & theirs.keys()
    assert {name: theirs[name] for name in both} == {name: players[name] for name in both}


def _pins(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==([^\s;]+)", lock.read_text("utf-8"), re.M))


def test_the_list_of_packages_is_the_lock() -> None:
    rows = re.findall(r"^\| ([\w.-]+) \| (\d\S*) \|", TABLE.read_text("utf-8"), re.M)
    assert {(name.replace("_", "-"), Version(version)) for name, version in rows} == _locked()


def test_the_page_for_people_is_made_from_the_bill_for_machines() -> None:
    bill = json.loads(BILL.read_text("utf-8"))
    assert as_table(bill["components"]) == TABLE.read_text("utf-8")


def test_every_package_may_be_passed_on() -> None:
    licences = {licence_of(part) for part in json.loads(BILL.read_text("utf-8"))["components"]}
    assert [name for name in licences if not name.startswith(MAY_BE_PASSED_ON)] == []


@pytest.mark.parametrize(
    ("declared", "named"),
    [
        ([], "not declared"),
        ([{"license": {"id": "MIT"}}], "MIT"),
        ([{"expression": "MIT OR Apache-2.0"}], "MIT OR Apache-2.0"),
        ([{"license": {"name": "License :: OSI Approved :: BSD License"}}], "BSD License"),
    ],
)
def test_a_licence_is_told_as_it_is_declared(declared: list[object], named: str) -> None:
    assert licence_of({"licenses": declared}) == named
