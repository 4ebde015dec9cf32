"""The built page of the studio: its sources build to the same bytes, keep their types, and name no host."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

SOURCES = Path("game/studio/page").resolve()
BUILT = SOURCES / "built"
MARKED = re.compile(r'\bN?_\(\s*("(?:[^"\\\n]|\\.)*")\s*[,)]')
needs_packages = pytest.mark.skipif(
    not (SOURCES / "node_modules/typescript/bin/tsc").is_file(),
    reason="`npm ci --ignore-scripts` was not run in game/studio/page",
)


@pytest.mark.slow
@needs_packages
def test_the_sources_build_to_the_bytes_that_stand_in_the_tree_from_any_folder(tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere"
    shutil.copytree(SOURCES, copy, ignore=shutil.ignore_patterns("node_modules", "built"))
    (copy / "node_modules").symlink_to(SOURCES / "node_modules")
    (copy / "built").mkdir()
    subprocess.run(["node", "build.mjs"], cwd=copy, check=True)
    for file in sorted(BUILT.iterdir()):
        assert (copy / "built" / file.name).read_bytes() == file.read_bytes(), f"npm run build, then commit {file.name}"


@pytest.mark.slow
@needs_packages
def test_the_sources_hold_what_their_types_promise() -> None:
    found = subprocess.run(["node", "node_modules/typescript/bin/tsc"], cwd=SOURCES, capture_output=True, text=True)
    assert (found.returncode, found.stdout) == (0, "")


def test_the_lock_names_no_host() -> None:
    assert "://" not in re.sub(r'"(url|funding)": .*', "", (SOURCES / "package-lock.json").read_text("utf-8"))


def test_what_the_page_tells_is_listed_for_translators() -> None:
    listed = json.loads((BUILT / "texts.json").read_text("utf-8"))
    marked = set()
    for file in sorted((SOURCES / "src").glob("*.ts*")):
        marked |= {json.loads(text) for text in MARKED.findall(file.read_text("utf-8"))}
    assert marked <= set(listed)
    assert len(marked) > 200


def test_the_page_says_nothing_of_letters_and_nodes_where_words_will_do() -> None:
    told = json.loads((BUILT / "texts.json").read_text("utf-8"))
    assert [text for text in told if re.search(r"\b(node|nodes|RACK|YAML|goto|vector)\b", text)] == []
