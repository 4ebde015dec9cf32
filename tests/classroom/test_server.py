"""The server in a hostile room: each attack, and what it gets."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette")
from anyio.from_thread import start_blocking_portal
from starlette.testclient import TestClient, WebSocketDisconnect

from game.classroom.joining import WRONG_A_MINUTE
from game.classroom.phone import MOST_FRAME
from game.classroom.room import ClassRoom
from game.classroom.server import Served, app
from game.testing import an_exact
from tests.classroom.test_plays_kept import a_play_in

PHONES, CONSOLE, SECRET = "192.168.0.9:8000", "127.0.0.1:9000", "s3cret"


class Class:
    """A room that is served, without a socket."""

    def __init__(self, folder: Path, portal: Any) -> None:
        self.portal = portal
        self.room = ClassRoom(folder, {"scenario": an_exact()}, clock=lambda: 0.0)
        files = {
            "join.html": ("text/html", b"join"),
            "console.html": ("text/html", b"console"),
            "reach.html": ("text/html", b"reach"),
            "console.js": ("text/javascript", b"js"),
        }
        self.served = Served(PHONES, CONSOLE, {"scenario": gzip.compress(b"<p>a page")}, files, SECRET)
        self.app = app(self.room, self.served)

    def at(self, where: str, **headers: str) -> TestClient:
        """A browser at one of the two addresses, on a page of ours."""
        host, port = where.split(":")

        async def served(scope: Any, receive: Any, send: Any) -> None:
            await self.app(scope | ({"server": (host, int(port))} if "server" in scope else {}), receive, send)

        client = TestClient(served, f"http://{where}", headers={"origin": f"http://{where}"} | headers)
        client.portal = self.portal  # one event loop for all, as in the room
        return client

    def let_in(self) -> str:
        answer = self.at(PHONES).post("/join", json={"code": self.room.door.code.lower()})
        return str(answer.json()["token"])

    def hand_in(self, folder: Path) -> None:
        """A phone comes in and hands in a whole play."""
        session, lines = a_play_in(folder)
        with self.phone(self.let_in()) as phone:
            phone.receive_json()
            for n, line in enumerate(lines):
                phone.send_json({"session": session, "n": n, "line": line})
                phone.receive_json()

    @contextmanager
    def phone(self, token: str, *, together: bool = False, **headers: str) -> Iterator[Any]:
        with self.at(PHONES, **headers).websocket_connect(f"ws://{PHONES}/phone") as socket:
            socket.send_json({"token": token} | ({"together": True} if together else {}))
            yield socket


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Class]:
    with start_blocking_portal() as portal:
        yield Class(tmp_path / "class", portal)


def test_a_phone_comes_in_with_the_code_and_hands_in_line_by_line(room: Class, tmp_path: Path) -> None:
    session, lines = a_play_in(tmp_path)
    with room.phone(room.let_in()) as phone:
        assert phone.receive_json() == {"have": {}, "stage": "open"}
        for n, line in enumerate(lines):
            phone.send_json({"session": session, "n": n, "line": line})
            assert phone.receive_json() == {"session": session, "kept": n + 1}
    (path,) = (tmp_path / "class").glob("*.jsonl")
    assert path.read_text("utf-8") == "".join(lines)


def test_a_phone_that_comes_back_is_told_what_is_there(room: Class, tmp_path: Path) -> None:
    session, lines = a_play_in(tmp_path)
    token = room.let_in()
    with room.phone(token) as phone:
        phone.receive_json()
        phone.send_json({"session": session, "n": 0, "line": lines[0]})
        phone.receive_json()
    started_again = Class(tmp_path / "class", room.portal)
    assert started_again.room.door.code == room.room.door.code
    with started_again.phone(token) as phone:
        assert phone.receive_json() == {"have": {session: 1}, "stage": "open"}


def test_the_teacher_sees_numbers_and_stops_gently(room: Class) -> None:
    console = room.at(CONSOLE, **{"x-console": SECRET})
    with room.phone(room.let_in()) as phone:
        phone.receive_json()
        now = console.post("/console/state", json={}).json()
        assert (now["joined"], now["here"], now["begun"], now["finished"], now["stage"]) == (1, 1, 0, 0, "open")
        assert console.post("/console/state", json={"stage": "closing"}).json()["stage"] == "closing"
        assert phone.receive_json() == {"stage": "closing"}
    assert console.post("/console/state", json={"stage": "nonsense"}).json()["stage"] == "closing"


def test_a_phone_with_two_pages_open_is_one_in_the_room(room: Class) -> None:
    console, token = room.at(CONSOLE, **{"x-console": SECRET}), room.let_in()

    def here() -> int:
        return int(console.post("/console/state", json={}).json()["here"])

    with room.phone(token) as one:
        one.receive_json()
        with room.phone(token) as other:
            other.receive_json()
            assert here() == 1
        assert here() == 1
    assert here() == 0


@pytest.mark.parametrize("host", ["evil.example", "192.168.0.9", "localhost:8000", CONSOLE, ""])
def test_another_host_gets_nothing(room: Class, host: str) -> None:
    answer = room.at(PHONES).get("/", headers={"host": host})
    assert (answer.status_code, b"join" in answer.content) == (421, False)


@pytest.mark.parametrize("origin", ["http://evil.example", "null", f"https://{PHONES}", f"http://{CONSOLE}"])
def test_a_page_of_another_origin_can_neither_join_nor_hand_in(room: Class, origin: str) -> None:
    token = room.let_in()
    assert room.at(PHONES, origin=origin).post("/join", json={"code": room.room.door.code}).status_code == 421
    with pytest.raises(WebSocketDisconnect), room.phone(token, origin=origin) as phone:
        phone.receive_json()


def test_guessing_the_code_ends_after_ten_tries(room: Class) -> None:
    phone = room.at(PHONES)
    for _ in range(WRONG_A_MINUTE - 1):
        assert phone.post("/join", json={"code": "WRONG"}).status_code == 403
    assert phone.post("/join", json={"code": "WRONG"}).status_code == 429
    assert phone.post("/join", json={"code": room.room.door.code}).status_code == 429


@pytest.mark.parametrize("body", [b"", b"[]", b"[" * 100_000, b'{"code": {}}', b"x" * 1_000_000])
def test_a_join_that_is_none_is_a_wrong_code(room: Class, body: bytes) -> None:
    assert room.at(PHONES).post("/join", content=body).status_code == 403


@pytest.mark.parametrize("token", ["", "0" * 32, None, 7, ["x"]])
def test_a_token_that_was_not_given_out_is_refused(room: Class, token: Any) -> None:
    with pytest.raises(WebSocketDisconnect) as closed, room.phone(token) as phone:
        phone.receive_json()
    assert closed.value.code == 4401


@pytest.mark.parametrize(
    "frame", ["[" * 4000, "no json", "[]", '{"session": 1}', '{"n": -1}', '{"x": "' + "y" * 5000 + '"}', "[" * 9_000]
)
def test_a_frame_that_is_none_ends_the_line_and_nothing_else(room: Class, frame: str) -> None:
    with room.phone(room.let_in()) as other, room.phone(room.let_in()) as phone:
        other.receive_json()
        phone.receive_json()
        phone.send_text(frame)
        with pytest.raises(WebSocketDisconnect) as closed:
            phone.receive_json()
        other.send_json({"take_back": True})
        assert other.receive_json() == {"taken_back": 0}
    assert closed.value.code == 4400


@pytest.mark.parametrize(("event", "taken"), [("worded", True), ("reflected", True), ("resumed", False)])
def test_only_a_line_that_holds_what_was_typed_may_be_larger_than_a_frame(
    room: Class, tmp_path: Path, event: str, taken: bool
) -> None:
    session, _ = a_play_in(tmp_path)
    line = json.dumps({"event": event, "text": "a" * MOST_FRAME}) + "\n"
    with room.phone(room.let_in()) as phone:
        phone.receive_json()
        phone.send_json({"session": session, "n": 0, "line": line})
        if taken:
            assert "refused" in phone.receive_json()  # by the story, for it is no first line
        else:
            with pytest.raises(WebSocketDisconnect) as closed:
                phone.receive_json()
            assert closed.value.code == 4400


def test_forged_ids_are_told_and_not_kept(room: Class, tmp_path: Path) -> None:
    session, lines = a_play_in(tmp_path)
    with room.phone(room.let_in()) as phone:
        phone.receive_json()
        phone.send_json({"session": session, "n": 0, "line": lines[0]})
        phone.receive_json()
        phone.send_json({"session": session, "n": 1, "line": lines[1].replace("name-it", "no-such-option")})
        assert phone.receive_json() == {"session": session, "refused": "That choice is not offered there."}


def test_the_console_answers_at_its_own_address_and_to_its_own_page_alone(room: Class) -> None:
    assert room.at(PHONES, **{"x-console": SECRET}).post("/console/state", json={}).status_code == 404
    assert room.at(PHONES).get("/console.html").status_code == 404
    assert room.at(CONSOLE).post("/console/state", json={}).status_code == 404
    assert room.at(CONSOLE, **{"x-console": "guess"}).post("/console/state", json={}).status_code == 404
    assert room.at(CONSOLE).get("/").content == b"console"


def test_the_page_of_this_class_can_be_looked_at_by_who_made_it_alone(room: Class, tmp_path: Path) -> None:
    room.hand_in(tmp_path)
    answer = room.at(CONSOLE, **{"x-console": SECRET}).post("/console/debrief").json()
    ((path, address),) = answer["made"]
    assert room.at(CONSOLE).get(address).content == Path(path).read_bytes()
    assert "script-src" not in room.at(CONSOLE).get(address).headers["content-security-policy"]
    assert room.at(PHONES).get(address).status_code == 404
    assert room.at(CONSOLE).get("/console/made/guess/debrief.html").status_code == 404
    assert room.at(CONSOLE).get("/console/made/../class.room").status_code == 404


@pytest.mark.parametrize(
    ("said", "language"),
    [({"language": "es"}, "es"), ({}, "en"), ({"language": "../es"}, "en"), ({"language": 3}, "en")],
)
def test_the_page_of_this_class_is_in_the_consoles_language(
    room: Class, tmp_path: Path, said: dict[str, object], language: str
) -> None:
    room.hand_in(tmp_path)
    console = room.at(CONSOLE, **{"x-console": SECRET})
    ((path, _address),) = console.post("/console/debrief", json=said).json()["made"]
    page = Path(path).read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in page
    assert ("<h2>La media hora</h2>" in page) is (language == "es")


def test_what_is_wrong_with_a_page_is_told_in_the_consoles_language(room: Class) -> None:
    console = room.at(CONSOLE, **{"x-console": SECRET})
    for path in ("/console/debrief", "/console/forks"):
        spanish, english = (console.post(path, json=said).json()["why"] for said in ({"language": "es"}, {}))
        assert spanish.startswith("No se encontró ahí ninguna partida")
        assert english.startswith("No play of a scenario in the library was found there")


def test_the_teacher_sees_how_many_devices_have_reached_the_computer(room: Class) -> None:
    assert room.at(CONSOLE).get("/console/reached").json() == {"reached": 0}
    for _time in range(2):
        assert room.at(PHONES).get("/reach.html").content == b"reach"
    assert room.at(CONSOLE).get("/console/reached").json() == {"reached": 1}
    assert room.at(PHONES).get("/console/reached").status_code == 404


def test_every_page_says_what_may_run_and_sets_no_cookie(room: Class) -> None:
    answer = room.at(PHONES).get("/")
    assert answer.headers["content-security-policy"].startswith("default-src 'none';")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in answer.headers
    assert room.at(PHONES).get("/play/scenario").headers["cache-control"] == "no-cache"
    assert room.at(PHONES).get("/../class.room").status_code == 404
    assert room.at(PHONES).get("/play/%2e%2e").status_code == 404


@pytest.mark.parametrize(
    ("accepted", "packed"), [("gzip, deflate, br", "gzip"), ("br,gzip", "gzip"), ("identity", None), ("gzip;q=0", None)]
)
def test_a_page_comes_packed_where_the_browser_unpacks_it(room: Class, accepted: str, packed: str | None) -> None:
    answer = room.at(PHONES, **{"accept-encoding": accepted}).get("/play/scenario")
    assert (answer.text, answer.headers.get("content-encoding")) == ("<p>a page", packed)
    assert answer.headers["vary"] == "Accept-Encoding"


# ── together ─────────────────────────────────────────────────────────────────────────────────────────────


def on_its_page(room: Class, token: str) -> Any:
    return room.phone(token, together=True)


def act(room: Class, what: str, **more: Any) -> dict[str, Any]:
    told = {"act": what, "step": room.room.together.step, **more}
    answer = room.at(CONSOLE, **{"x-console": SECRET}).post("/console/act", json=told)
    return dict(answer.json())


def opened(room: Class) -> None:
    """A vote on the first decision."""
    act(room, "begin", scenario="scenario")
    while room.room.together.screen != "options":
        act(room, "next")
    act(room, "open")


def test_a_phone_votes_and_every_phone_sees_the_split_once_it_is_closed(room: Class) -> None:
    opened(room)
    with on_its_page(room, room.let_in()) as ana, on_its_page(room, room.let_in()) as ben:
        for phone, option in ((ana, "name-it"), (ben, None)):
            hello = phone.receive_json()
            assert (hello["stage"], hello["together"]["stage"], hello["mine"]["cast"]) == ("together", "open", False)
            phone.send_json({"vote": 0, "option": option})
            assert phone.receive_json() == {"vote": 0, "option": option, "ballot": "kept"}
        assert act(room, "close")["together"]["voted"] == 1
        seen = [phone.receive_json()["together"] for phone in (ana, ben)]
        assert seen[0] == seen[1] == room.at(CONSOLE).get("/console/screen").json()
        assert seen[0]["split"]["counts"] is None
        assert len(seen[0]["split"]["leading"]) == 1


def test_a_phone_that_comes_back_sees_its_own_vote_and_nobody_elses(room: Class) -> None:
    opened(room)
    token = room.let_in()
    with on_its_page(room, token) as phone:
        phone.receive_json()
        phone.send_json({"vote": 0, "option": "name-it"})
        phone.receive_json()
    with on_its_page(room, token) as phone, on_its_page(room, room.let_in()) as other:
        assert phone.receive_json()["mine"] == {"n": 0, "cast": True, "option": "name-it", "reason": ""}
        assert other.receive_json()["mine"] == {"n": 0, "cast": False, "option": None, "reason": ""}


@pytest.mark.parametrize(
    ("vote", "told"),
    [
        ({"vote": 0, "option": "no-such-option"}, "unknown"),
        ({"vote": 0, "option": "say-how"}, "unknown"),  # an option of another moment
        ({"vote": 7, "option": "name-it"}, "closed"),
        ({"vote": -1, "option": "name-it"}, "closed"),
    ],
)
def test_a_forged_vote_is_told_and_not_kept(room: Class, vote: dict[str, Any], told: str) -> None:
    opened(room)
    with on_its_page(room, room.let_in()) as phone:
        phone.receive_json()
        phone.send_json(vote)
        assert phone.receive_json()["ballot"] == told
    assert room.room.together.votes.votes[0].cast == {}


@pytest.mark.parametrize(
    "vote", [{"vote": "0"}, {"vote": True}, {"vote": 0, "option": ["name-it"]}, {"vote": 0, "reason": 7}]
)
def test_a_vote_that_is_none_ends_the_line(room: Class, vote: dict[str, Any]) -> None:
    opened(room)
    with on_its_page(room, room.let_in()) as phone:
        phone.receive_json()
        phone.send_json(vote)
        with pytest.raises(WebSocketDisconnect) as closed:
            phone.receive_json()
    assert closed.value.code == 4400


def test_a_token_that_was_not_given_out_cannot_vote(room: Class) -> None:
    opened(room)
    with on_its_page(room, "0" * 32) as phone:
        phone.send_json({"vote": 0, "option": "name-it"})
        with pytest.raises(WebSocketDisconnect) as closed:
            phone.receive_json()
    assert closed.value.code == 4401
    assert room.room.together.votes.votes[0].cast == {}


def test_one_device_with_two_pages_has_one_vote(room: Class) -> None:
    opened(room)
    token = room.let_in()
    with on_its_page(room, token) as one, on_its_page(room, token) as two:
        for phone, option in ((one, "name-it"), (two, "laugh-it-off"), (one, "name-it")):
            phone.send_json({"vote": 0, "option": option})
        for phone, messages in ((one, 3), (two, 2)):
            for _ in range(messages):
                phone.receive_json()
    assert len(room.room.together.votes.votes[0].cast) == 1


def test_a_reason_of_a_megabyte_ends_the_line_and_one_with_html_is_text(room: Class) -> None:
    opened(room)
    with on_its_page(room, room.let_in()) as phone, on_its_page(room, room.let_in()) as other:
        phone.receive_json()
        other.receive_json()
        phone.send_json({"vote": 0, "reason": "<img src=x onerror=alert(1)>"})
        assert phone.receive_json() == {"vote": 0, "reason": "kept"}
        other.send_json({"vote": 0, "reason": "x" * 1_000_000})
        with pytest.raises(WebSocketDisconnect):
            other.receive_json()
    held = room.room.together.votes.votes[0].reasons
    assert [(reason.text, reason.through) for reason in held] == [("<img src=x onerror=alert(1)>", False)]


def test_a_phone_takes_its_votes_and_reasons_back(room: Class) -> None:
    opened(room)
    token = room.let_in()
    with on_its_page(room, token) as phone:
        phone.receive_json()
        phone.send_json({"vote": 0, "option": "name-it"})
        phone.receive_json()
        phone.send_json({"take_back": "votes"})
        assert phone.receive_json() == {"taken_back": "votes"}
    assert token not in room.room.together.votes.path.read_text("utf-8")


def test_what_the_teacher_does_together_needs_the_consoles_secret_and_address(room: Class) -> None:
    for where, secret in ((PHONES, SECRET), (CONSOLE, "guess"), (CONSOLE, "")):
        console = room.at(where, **{"x-console": secret})
        for path in ("/console/act", "/console/forks"):
            body = {"act": "begin", "scenario": "scenario", "step": 0}
            assert console.post(path, json=body).status_code == 404
    assert room.at(PHONES).get("/console/screen").status_code == 404
    assert room.room.together.conversation is None


def test_what_is_not_possible_now_is_told_to_the_teacher_in_a_sentence(room: Class) -> None:
    opened(room)
    assert act(room, "next")["why"] == "Close the vote first."
    assert act(room, "close").get("why") is None
    forks = room.at(CONSOLE, **{"x-console": SECRET}).post("/console/forks", json={}).json()
    assert "No play" in forks["why"]


def test_who_comes_in_while_the_class_decides_is_shown_the_way_there(room: Class) -> None:
    answer = room.at(PHONES).post("/join", json={"code": room.room.door.code})
    assert answer.json()["together"] is False
    opened(room)
    answer = room.at(PHONES).post("/join", json={"code": room.room.door.code})
    assert answer.json()["together"] is True


def test_a_phone_that_plays_alone_is_told_that_the_class_decides_together_now(room: Class) -> None:
    with room.phone(room.let_in()) as phone:
        assert phone.receive_json() == {"have": {}, "stage": "open"}
        act(room, "begin", scenario="scenario")
        assert phone.receive_json() == {"stage": "together"}


def test_a_room_that_was_killed_while_it_decided_together_does_so_again(room: Class, tmp_path: Path) -> None:
    opened(room)
    conversation = room.room.together.conversation
    assert conversation is not None
    conversation.session.recorder.close()  # as the system does for a process that was killed
    started_again = Class(tmp_path / "class", room.portal)
    answer = started_again.at(PHONES).post("/join", json={"code": started_again.room.door.code})
    assert answer.json()["together"] is True
