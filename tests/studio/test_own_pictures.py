"""An author's own pictures in the studio: which there are, each of them, and a new one put beside the file."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("starlette")

from starlette.testclient import TestClient

from game.scenario.media import MOST_BYTES
from game.web.pictures import OWN
from tests.studio.a_studio import AStudio, until
from tests.support.own_media import picture

RED = (200, 40, 40)


@pytest.fixture
def studio(tmp_path: Path) -> AStudio:
    return AStudio(tmp_path)


@pytest.fixture
def mara(tmp_path: Path) -> bytes:
    path = tmp_path / "aside" / "mara.png"
    picture(path, (300, 360), RED)
    return path.read_bytes()


def put(studio: AStudio, stem: str, data: bytes) -> tuple[int, dict[str, object]]:
    """Hands in a picture as the page does."""
    answer = studio.browser().post(f"/own/{stem}", params={"file": "f1"}, content=data)
    return answer.status_code, answer.json() if answer.headers.get("content-type") == "application/json" else {}


def test_a_picture_is_put_beside_the_file_listed_and_shown(studio: AStudio, mara: bytes) -> None:
    assert put(studio, "portraits/mara", mara) == (
        200, {"portraits": [{"id": "mara", "ways": []}], "places": []},
    )  # fmt: skip
    assert (studio.folder / "mine.media/portraits/mara.png").read_bytes() == mara
    status, told = put(studio, "portraits/mara/hurt", mara)
    assert (status, told["portraits"]) == (200, [{"id": "mara", "ways": ["hurt"]}])
    found = studio.browser().get("/own/portraits/mara", params={"file": "f1", "way": "bright"})
    assert (found.headers["content-type"], found.content) == ("image/png", mara)
    assert studio.browser().get("/own/portraits/ben", params={"file": "f1", "way": "bright"}).status_code == 404


@pytest.mark.parametrize(
    "stem",
    ["portraits/%2e%2e/%2e%2e/mara", "portraits/Mara", "sounds/room", "mara", "portraits/mara/furious", "places/a b"],
)
def test_a_picture_goes_nowhere_else(studio: AStudio, mara: bytes, stem: str) -> None:
    before = set(studio.folder.rglob("*"))
    assert put(studio, stem, mara)[0] in (404, 409)
    assert set(studio.folder.rglob("*")) == before


def test_a_picture_does_not_follow_a_link_out_of_the_folder(
    studio: AStudio, mara: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (studio.folder / "mine.media").symlink_to(elsewhere, target_is_directory=True)
    assert put(studio, "portraits/mara", mara)[0] == 409
    assert not list(elsewhere.iterdir())


@pytest.mark.parametrize(
    "data", [b"no picture", b"\x89PNG\r\n\x1a\n", bytes(MOST_BYTES + 1)], ids=("no", "cut", "large")
)
def test_what_is_no_picture_is_refused_with_a_sentence(studio: AStudio, data: bytes) -> None:
    status, told = put(studio, "portraits/mara", data)
    assert status == 409
    assert str(told["why"]).startswith("This picture cannot be used: ")
    assert not (studio.folder / "mine.media").exists()


def test_the_play_shows_a_picture_that_was_just_put_there(studio: AStudio, mara: bytes) -> None:
    def own_ones(client: TestClient) -> list[str]:
        return [
            key for key in client.get("/play-data", params={"file": "f1"}).json()["pictures"] if key.startswith(OWN)
        ]

    with studio.browser() as client, studio.tab(client) as tab:
        until(tab, "view")
        edit = {"op": "set", "path": ["cast", "ines", "portrait"], "value": "mara"}
        tab.send_json({"type": "edit", "base": 0, "edits": [edit], "id": 1})
        until(tab, "view", revision=1, checked=True)
        assert own_ones(client) == []
        assert client.post("/own/portraits/mara", params={"file": "f1"}, content=mara).status_code == 200
        until(tab, "view", revision=1)
        key, *_more = own_ones(client)
        assert client.get("/play-picture", params={"file": "f1", "key": key}).status_code == 200


def test_nobody_without_our_page_sees_or_puts_a_picture(studio: AStudio, mara: bytes) -> None:
    stranger = studio.browser(**{"x-studio-token": "guess"})
    assert put(studio, "portraits/mara", mara)[0] == 200
    assert stranger.get("/own", params={"file": "f1"}).status_code == 403
    assert stranger.get("/own/portraits/mara", params={"file": "f1"}).status_code == 403
    assert stranger.post("/own/portraits/ben", params={"file": "f1"}, content=mara).status_code == 403
