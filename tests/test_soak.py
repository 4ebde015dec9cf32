"""Every reader of files takes what is good and refuses what is not in one sentence; `benchmarks.soak` gives it more."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.soak.readers import Reader, readers
from benchmarks.soak.run import soaked

NAMES = (
    "scenario", "rubric", "journal", "save", "settings", "sums", "catalogue", "class archive", "ratings", "Twine",
)  # fmt: skip


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reader]:
    return {reader.name: reader for reader in readers(tmp_path_factory.mktemp("soak"))}


def test_every_reader_is_soaked(known: dict[str, Reader]) -> None:
    assert tuple(known) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_takes_good_files_and_raises_nothing_foreign_over_damaged_ones(
    name: str, known: dict[str, Reader], tmp_path: Path
) -> None:
    reader = known[name]
    for number, data in enumerate(reader.good):
        path = tmp_path / f"{number}-{reader.called}"
        path.write_bytes(data)
        reader.read(path)
    found = soaked(reader, tmp_path, 40, seed=7)
    assert found.faults == {}
    assert found.read + found.refused == 40
