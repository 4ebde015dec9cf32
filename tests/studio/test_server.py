"""The studio's address: what our own page gets there, and what every other gets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("starlette")
from starlette.websockets import WebSocketDisconnect

from game.author.new import KINDS
from game.studio.server import MOST_BODY, PROTOCOL
from tests.studio.a_studio import HOST, HOST_6, LOOK, SECRET, SMALL, AStudio, until

EVIL = "http://evil.example"


@pytest.fixture
def studio(tmp_path: Path) -> AStudio:
    folder = tmp_path / "mine"
    folder.mkdir()
    return AStudio(folder)


@pytest.mark.parametrize(
    "host",
    ["evil.example:9000", "127.0.0.1", "localhost:9000", "127.0.0.1:9001", "192.168.0.9:9000", "[::1]", "[::1]:9001"],
)
def test_another_host_gets_nothing(studio: AStudio, host: str) -> None:
    assert studio.browser(host).get("/").status_code == 421


def test_each_of_our_addresses_answers_its_own_pages_and_not_the_others(studio: AStudio) -> None:
    new = {"kind": "deference", "title": "Mine"}
    for here, there in ((HOST, HOST_6), (HOST_6, HOST)):
        assert studio.browser(here).get("/").status_code == 200
        assert studio.browser(here).get("/", headers={"host": there}).status_code == 421
        assert studio.browser(here, origin=f"http://{there}").post("/new", json=new).status_code == 421
        assert studio.browser(here, origin=f"http://{here}").post("/new", json=new).status_code == 200


def test_two_hosts_in_one_request_get_nothing(studio: AStudio) -> None:
    headers = [("host", HOST), ("host", HOST)]
    assert studio.browser().get("/", headers=headers).status_code == 421


@pytest.mark.parametrize("origin", [EVIL, "null", "", f"https://{HOST}"])
def test_another_pages_write_changes_nothing(studio: AStudio, origin: str) -> None:
    answer = studio.browser(origin=origin).post("/new", json={"kind": "deference", "title": "Mine"})
    assert answer.status_code == 421
    assert [path.name for path in studio.folder.iterdir()] == ["mine.yaml"]


def test_another_page_is_not_allowed_to_ask_what_its_browser_asks_first(studio: AStudio) -> None:
    asked = {"access-control-request-method": "POST", "access-control-request-headers": "x-studio-token"}
    answer = studio.browser(origin=EVIL, **asked).options("/new")
    assert answer.status_code == 421
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_the_key_of_frames_opens_nothing_that_needs_the_secret(studio: AStudio) -> None:
    browser = studio.browser(**{"x-studio-token": LOOK})
    assert browser.get("/start").status_code == 403
    assert browser.post("/new", json={"kind": "deference", "title": "Mine"}).status_code == 403
    with pytest.raises(WebSocketDisconnect):  # noqa: SIM117
        with browser.websocket_connect(f"ws://{HOST}/buffer?file=f1", [PROTOCOL, LOOK]) as socket:
            socket.receive_json()


def test_a_body_that_is_too_large_is_not_read(studio: AStudio) -> None:
    small = {"kind": "deference", "title": "Mine"}
    answer = studio.browser().post("/new", json=small | {"more": "x" * MOST_BODY})
    assert answer.status_code == 409
    assert answer.json()["why"].endswith(".")
    assert [path.name for path in studio.folder.iterdir()] == ["mine.yaml"]


@pytest.mark.parametrize("token", ["", "wrong", SECRET + "x", "sécret"])
@pytest.mark.parametrize("path", ["/vocabulary", "/start", "/copies"])
def test_without_the_token_nothing_is_told(studio: AStudio, token: str, path: str) -> None:
    answer = studio.browser(**{"x-studio-token": token.encode("utf-8")}).get(path)  # type: ignore[arg-type]
    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["buffer?file=f1", "here", "lsp?file=f1"])
@pytest.mark.parametrize(
    ("origin", "protocols"),
    [
        (EVIL, [PROTOCOL, SECRET]),
        (f"http://{HOST}", [PROTOCOL, "wrong"]),
        (f"http://{HOST}", [PROTOCOL]),
        (f"http://{HOST}", []),
        (f"http://{HOST}", [SECRET, PROTOCOL]),
    ],
)
def test_a_socket_of_another_page_is_shut(studio: AStudio, path: str, origin: str, protocols: list[str]) -> None:
    with pytest.raises(WebSocketDisconnect):  # noqa: SIM117
        with studio.browser(origin=origin).websocket_connect(f"ws://{HOST}/{path}", protocols) as socket:
            socket.receive_json()
    assert studio.studio.here == 0


def test_no_page_may_frame_it_or_run_scripts_in_it(studio: AStudio) -> None:
    first, second = (studio.browser().get("/") for _ in range(2))
    policy = first.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "'unsafe" not in policy
    assert first.text != second.text  # the nonce is for once
    assert not first.cookies
    assert "access-control-allow-origin" not in first.headers


@pytest.mark.parametrize("name", ["../serve.py", "studio.html", "%2e%2e/serve.py", "/etc/passwd", ""])
def test_only_the_pages_own_files_are_served(studio: AStudio, name: str) -> None:
    assert studio.browser().get(f"/file/{name}").status_code == 404


@pytest.mark.parametrize("name", ["../mine.yaml", "/etc/passwd", "rubric", "mine.yaml/", ".", "mine", 7, None, ["x"]])
def test_only_files_of_the_folder_are_opened(studio: AStudio, name: object) -> None:
    answer = studio.browser().post("/open", json={"name": name})
    assert answer.status_code == 409
    assert answer.json()["why"].endswith(".")


def test_a_link_out_of_the_folder_is_not_followed(studio: AStudio, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("title: Secret\n")
    (studio.folder / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    assert studio.browser().post("/open", json={"name": "link.yaml"}).status_code == 409
    assert "link.yaml" not in [row["name"] for row in studio.browser().get("/start").json()["recent"]]


def test_a_scenario_is_begun_from_a_kind_and_opened(studio: AStudio) -> None:
    browser = studio.browser()
    file = browser.post("/new", json={"kind": "deference", "title": "Ça: #1"}).json()["file"]
    with studio.tab(browser, file) as tab:
        hello = until(tab, "hello")
        assert hello["name"] == "ca-1.yaml"
        assert until(tab, "view")["data"]["title"] == "Ça: #1"


def test_a_scenario_of_the_library_opens_as_a_copy(studio: AStudio) -> None:
    browser = studio.browser()
    names = {
        studio.studio.folder.file(browser.post("/copy", json={"scenario": "fine-fine"}).json()["file"]).name
        for _ in "ab"
    }
    assert names == {"my-fine-fine.yaml", "my-fine-fine-2.yaml"}


def test_the_first_screen_offers_kinds_the_library_and_the_folder(studio: AStudio) -> None:
    told = studio.browser().get("/start").json()
    assert [kind["id"] for kind in told["kinds"]][4:] == ["empty"]
    assert [row["title"] for row in told["recent"]] == ["Over the Fence"]
    library = studio.browser().get("/copies").json()["copies"]
    assert len(library) == 18
    assert studio.browser().get(library[0]["picture"]).headers["content-type"] == "image/webp"


def test_the_words_of_a_form_say_what_each_move_does(studio: AStudio) -> None:
    moves = studio.browser().get("/vocabulary").json()["moves"]
    assert all(move["name"] and move["meaning"] for move in moves)
    assert any(move["gate"] for move in moves)


@pytest.mark.parametrize("kind", [*KINDS, "empty"])
def test_whatever_it_begins_from_a_scenario_can_be_played_at_once(studio: AStudio, kind: str) -> None:
    browser = studio.browser()
    file = browser.post("/new", json={"kind": kind, "title": "My Own"}).json()["file"]
    with studio.tab(browser, file) as tab:
        view = until(tab, "view", checked=True)
        assert [one for one in view["problems"] if one["severity"] == "error"] == []
        headers = {"look": LOOK, "file": file}
        page = browser.get("/play", params=headers)
        assert page.status_code == 200
        assert "frame-ancestors 'self'" in page.headers["content-security-policy"]
        data = browser.get("/play-data", params={"file": file}).json()
        assert data["scenarios"][0]["scenario"]["title"] == "My Own"
        for key in data["pictures"]:
            picture = browser.get("/play-picture", params={"file": file, "key": key})
            assert picture.status_code in (200, 404)
        assert browser.get("/play-picture", params={"file": file, "key": "../x"}).status_code == 404


def test_a_frame_without_its_key_plays_nothing(studio: AStudio) -> None:
    assert studio.browser().get("/play", params={"file": "f1", "look": "wrong"}).status_code == 403
    assert studio.browser().get("/play", params={"file": "f9", "look": LOOK}).status_code == 409


def test_figures_say_what_plays_come_to_and_never_to_add_a_move(studio: AStudio) -> None:
    parts = studio.browser().post("/figures", json={"file": "f1"}).json()["parts"]
    names = ["reach", "lengths", "endings", "ceilings", "bots", "giveaways", "minutes"]
    assert [part["id"] for part in parts] == names
    assert not any("move" in words for part in parts for words in part["advice"])


def test_a_version_can_be_read_and_gone_back_to(studio: AStudio) -> None:
    with studio.browser() as client, studio.tab(client) as tab:
        text = until(tab, "hello")["text"]
        edit = {"op": "set", "path": ["title"], "value": "Mine"}
        tab.send_json({"type": "edit", "base": 0, "edits": [edit], "id": 1})
        until(tab, "saved", state="saved")
        (version,) = client.get("/versions", params={"file": "f1"}).json()["versions"]
        assert (version["removed"], version["added"]) == (1, 1)
        told = client.get("/version", params={"file": "f1", "when": version["when"]}).json()
        assert {"kind": "removed", "text": "title: Over the Fence"} in told["lines"]
        client.post("/back", json={"file": "f1", "when": version["when"]})
        until(tab, "changes", revision=2)
        assert studio.sheet.buffer.text == text
        assert client.post("/back", json={"file": "f1", "when": "../../x"}).status_code == 409


def test_an_editor_talks_with_a_language_server_of_its_own_and_cannot_end_the_process(studio: AStudio) -> None:
    def asked(method: str, params: object, number: int | None = None) -> str:
        return json.dumps({"jsonrpc": "2.0", "method": method, "params": params} | ({"id": number} if number else {}))

    uri = "file:///mine.yaml"
    item = {"uri": uri, "languageId": "yaml", "version": 1, "text": SMALL.read_text("utf-8")}
    with studio.browser() as client:
        for _again in range(2):
            with client.websocket_connect(f"ws://{HOST}/lsp?file=f1", [PROTOCOL, SECRET]) as socket:
                socket.send_text(asked("initialize", {"capabilities": {}, "processId": None, "rootUri": None}, 1))
                assert socket.receive_json()["id"] == 1
                socket.send_text(asked("initialized", {}))
                socket.send_text("no JSON")
                socket.send_text(asked("exit", None))
                socket.send_text(asked("textDocument/didOpen", {"textDocument": item}))
                socket.send_text(asked("textDocument/documentSymbol", {"textDocument": {"uri": uri}}, 2))
                while (told := socket.receive_json()).get("id") != 2:
                    pass
                assert told["result"][0]["name"]


def test_what_is_still_empty_is_shown_as_it_stands_not_as_a_stand_in(tmp_path: Path) -> None:
    text = SMALL.read_text("utf-8").replace(
        "      - ines (amused): Can I ask you something? You can say no.", '      - ines: ""'
    )
    with AStudio(tmp_path, text).tab() as tab:
        lines = until(tab, "view")["data"]["nodes"]["the-fence"]["lines"]
    assert lines[1] == {"ines": ""}
