"""The built player: it stands in the tree, its sources build to the same bytes, and its texts can be translated."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from game.web.pack import PLAYER

SOURCES = PLAYER.parent
OF_THE_PAGE = (
    "main.ts",
    "platforms.ts",
    "studio.ts",
    "site.ts",
    "offline.ts",
    "loader.ts",
    "unpack.ts",
)  # what starts the player there
needs_packages = pytest.mark.skipif(
    not (SOURCES / "node_modules/typescript/bin/tsc").is_file(),
    reason="`npm ci --ignore-scripts` was not run in game/web/player",
)


@pytest.mark.slow
@needs_packages
def test_the_sources_build_to_the_bytes_that_stand_in_the_tree_from_any_folder(tmp_path: Path):
    copy = tmp_path / "elsewhere"
    shutil.copytree(SOURCES, copy, ignore=shutil.ignore_patterns("node_modules", "built"))
    (copy / "node_modules").symlink_to(SOURCES / "node_modules")
    (copy / "built").mkdir()
    subprocess.run(["node", "build.mjs"], cwd=copy, check=True)
    for file in sorted(PLAYER.iterdir()):
        assert (copy / "built" / file.name).read_bytes() == file.read_bytes(), f"npm run build, then commit {file.name}"


@pytest.mark.slow
@needs_packages
def test_the_sources_hold_what_their_types_promise():
    found = subprocess.run(["node", "node_modules/typescript/bin/tsc"], cwd=SOURCES, capture_output=True, text=True)
    assert (found.returncode, found.stdout) == (0, "")


def test_the_lock_names_no_host():
    assert "://" not in re.sub(r'"(url|funding)": .*', "", (SOURCES / "package-lock.json").read_text("utf-8"))


def test_what_the_player_tells_is_listed_for_translators():
    listed = json.loads((PLAYER / "texts.json").read_text("utf-8"))
    marked = set()
    for file in sorted((SOURCES / "src").rglob("*.ts")):
        code = file.read_text("utf-8")
        marked |= {json.loads(text) for text in re.findall(r'\bN?_\(\s*("(?:[^"\\\n]|\\.)*")\s*[,)]', code)}
    assert marked <= set(listed)


def test_no_module_of_the_core_knows_a_document_or_a_storage():
    core = [file for file in sorted((SOURCES / "src").glob("*.ts")) if file.name not in OF_THE_PAGE]
    assert len(core) > 20
    for file in core:
        code = re.sub(r"//.*|/\*(?:.|\n)*?\*/", "", file.read_text("utf-8"))
        assert not re.search(r"\b(document|window|indexedDB|localStorage|navigator)\b", code), file.name
