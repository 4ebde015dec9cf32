"""A cmi5 package says what it is by the rules of the standard's own schema.

The schema is `CourseStructure.xsd` of cmi5, section 13 of the specification that AICC and ADL publish; its address is
the namespace below. No package index carries it, so its rules for what a package of ours holds stand here in our own
words. EQUAL_FOOTING_CMI5_SCHEMA names a copy of it for whoever has one, and libxml2 checks by that too.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from game.web.package import cmi5_package
from tests.support.npm import fetched
from tests.web.test_package import PLAIN, story, unpacked

__all__ = ["story"]

SPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
CHECKER = "xmllint-wasm@5.3.0"
TEXTS = ("title", "description")
LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
MOVES_ON = {"NotApplicable", "Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed"}
WINDOWS = {"AnyWindow", "OwnWindow"}
HOLDS = {  # what stands in what, in this order; `?` may be left out, `+` may come again
    "courseStructure": ("course", "objectives?", "au+"),
    "course": TEXTS,
    "au": (*TEXTS, "objectives?", "url", "launchParameters?", "entitlementKey?"),
    "title": ("langstring+",),
    "description": ("langstring+",),
}


def an_address(text: str) -> bool:
    return bool(urlsplit(text).scheme) and " " not in text


ATTRIBUTES: dict[str, dict[str, Callable[[str], object]]] = {
    "course": {"id": an_address},
    "au": {
        "id": an_address,
        "moveOn": MOVES_ON.__contains__,
        "launchMethod": WINDOWS.__contains__,
        "masteryScore": lambda text: 0 <= float(text) <= 1,
        "activityType": lambda text: True,
    },
    "langstring": {"lang": LANGUAGE.fullmatch},
}


def name_of(one: ElementTree.Element) -> str:
    return one.tag.removeprefix(f"{{{SPACE}}}")


def faults(one: ElementTree.Element) -> list[str]:
    """What is not as the schema wants it, in this element and all that it holds."""
    name, children = name_of(one), [name_of(child) for child in one]
    order = "".join(f"({part.rstrip('?+')} ){part[len(part.rstrip('?+')) :]}" for part in HOLDS.get(name, ()))
    found = [] if re.fullmatch(order, "".join(f"{child} " for child in children)) else [f"{name} holds {children}"]
    allowed = ATTRIBUTES.get(name, {})
    found += [f"{name} has no {key}" for key in allowed if key == "id" and key not in one.attrib]
    found += [f"{name}: {key}={value}" for key, value in one.items() if key not in allowed or not allowed[key](value)]
    found += [f"{name} is empty" for told in [one.text or ""] if name in ("langstring", "url") and not told.strip()]
    return found + [fault for child in one for fault in faults(child)]


@pytest.fixture
def structure(story: tuple[Any, str]) -> str:
    """What a package says of itself; the title is one that XML would trip over."""
    return unpacked(cmi5_package(*story, PLAIN))["cmi5.xml"]


def test_the_course_structure_keeps_the_rules_of_the_standards_schema(structure: str) -> None:
    root = ElementTree.fromstring(structure)
    assert root.tag == f"{{{SPACE}}}courseStructure"
    assert faults(root) == []


def test_the_package_and_its_conversation_have_identifiers_of_their_own(structure: str) -> None:
    ids = [one.get("id") for one in ElementTree.fromstring(structure).iter() if one.get("id")]
    assert len(ids) == len(set(ids)) == 2


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("<url>", "<title/><url>", "au holds"),
        ("<url>index.html</url>", "", "au holds"),
        ('moveOn="Completed"', 'moveOn="Finished"', "moveOn"),
        ('lang="en"', 'lang="in English"', "lang"),
        ("index.html", "", "url is empty"),
        ('/course"', ' course"', "course: id"),
        ("<description>", "<about/><description>", "holds"),
    ],
)
def test_what_breaks_a_rule_is_found(structure: str, right: str, wrong: str, told: str) -> None:
    assert right in structure
    assert told in str(faults(ElementTree.fromstring(structure.replace(right, wrong))))


def test_libxml2_finds_nothing_either_where_the_schema_is_at_hand(structure: str, tmp_path: Path) -> None:
    given = os.environ.get("EQUAL_FOOTING_CMI5_SCHEMA")
    if not given:
        pytest.skip("name the standard's CourseStructure.xsd in EQUAL_FOOTING_CMI5_SCHEMA to check by it too")
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "CourseStructure.xsd").write_bytes(Path(given).read_bytes())
    (tmp_path / "cmi5.xml").write_text(structure, encoding="utf-8")
    checker = Path(__file__).with_name("manifest.mjs")
    asked = [str(checker), str(fetched(tmp_path, CHECKER)), str(tmp_path / "schemas"), str(tmp_path / "cmi5.xml")]
    checked = subprocess.run(["node", *asked], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stderr
