"""The language server as an editor drives it: a real client over stdio."""

from __future__ import annotations

import asyncio
import builtins
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.client import LanguageClient

from game.author.check.problems import examine
from game.cli.main import commands
from game.errors import GameError
from game.scenario.load import load_text
from game.testing import SMALL, a_rubric
from tests.support.own_media import ME, ROOM, a_story_with_its_own
from tests.support.patience import PATIENCE

pytestmark = pytest.mark.slow

MAIN = Path(__file__).parents[3] / "main.py"
URI = "file:///lessons/small.yaml"
WHAT = lsp.TextDocumentIdentifier(URI)


class Editor:
    """One file open in an editor, and what the server has said of it."""

    def __init__(self) -> None:
        self.client = LanguageClient("editor", "1")
        self.told: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()
        self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda told: self.told.put_nowait(told))
        self.version = 0

    async def open(self, text: str) -> list[lsp.Diagnostic]:
        await self.client.start_io(sys.executable, str(MAIN), "lsp")
        answer = await self.client.initialize_async(lsp.InitializeParams(capabilities=lsp.ClientCapabilities()))
        self.capabilities = answer.capabilities
        self.client.initialized(lsp.InitializedParams())
        item = lsp.TextDocumentItem(URI, "yaml", 0, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return await self.heard()

    def change(self, text: str) -> None:
        self.version += 1
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        which = lsp.VersionedTextDocumentIdentifier(self.version, URI)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(which, [change]))

    async def heard(self) -> list[lsp.Diagnostic]:
        """What makes the newest text unplayable; warnings are kept apart."""
        while True:
            told = await asyncio.wait_for(self.told.get(), 30)
            if told.version == self.version:
                self.newest = told.diagnostics
                return [d for d in told.diagnostics if d.severity is lsp.DiagnosticSeverity.Error]

    async def exit(self) -> int | None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        server = self.client._server
        assert server is not None
        code = await asyncio.wait_for(server.wait(), PATIENCE)
        await self.client.stop()
        return code


def edit(work: Callable[[Editor], Awaitable[Any]], text: str = SMALL) -> None:
    """Opens the text, does the work and goes; the server must leave with exit code 0."""

    async def session() -> None:
        editor = Editor()
        assert await editor.open(text) == []
        await work(editor)
        assert await editor.exit() == 0

    asyncio.run(session())


def where(text: str, passage: str, after: int = 0) -> lsp.Position:
    """The cursor some characters into a passage, as an editor counts."""
    above, found, _ = text.partition(passage)
    assert found
    line = (above.rpartition("\n")[2] + passage[:after]).encode("utf-16-le")
    return lsp.Position(above.count("\n"), len(line) // 2)


def test_a_file_is_checked_when_it_is_opened_changed_and_saved() -> None:
    async def work(editor: Editor) -> None:
        editor.change(SMALL.replace("goto: clear", "goto: cleer"))
        first, second = await editor.heard()
        assert (first.code, first.severity) == ("unknown-target", lsp.DiagnosticSeverity.Error)
        assert "Did you mean `clear`?" in first.message
        assert (first.range.end.character - first.range.start.character, first.source) == (5, "equal-footing")
        assert second.range.start.line > first.range.start.line
        editor.client.text_document_did_save(lsp.DidSaveTextDocumentParams(WHAT))
        assert await editor.heard() == [first, second]
        editor.change(SMALL)
        assert await editor.heard() == []

    edit(work)


def test_what_is_told_is_what_check_tells() -> None:
    checked = examine(load_text(SMALL, a_rubric().moves, "small"), a_rubric()).found

    async def work(editor: Editor) -> None:
        assert [(d.code, d.range.start.line + 1) for d in editor.newest] == [(d.code, d.place.line) for d in checked]

    edit(work)


def test_of_a_burst_of_changes_the_last_is_told() -> None:
    async def work(editor: Editor) -> None:
        for count in range(20):
            editor.change(SMALL.replace("goto: clear", "goto: " + "x" * count))
        editor.change(SMALL)
        assert await editor.heard() == []
        assert editor.told.empty()

    edit(work)


def test_names_moves_and_expressions_are_completed() -> None:
    async def work(editor: Editor) -> None:
        text = SMALL.replace("goto: clear", "goto: cl", 1)
        editor.change(text)
        await editor.heard()
        params = lsp.CompletionParams(WHAT, where(text, "goto: cl\n", 8))
        items = await editor.client.text_document_completion_async(params)
        assert isinstance(items, list)
        assert [i.label for i in items] == ["the-text", "the-answer", "clear", "vague"]
        edit_ = items[2].text_edit
        assert isinstance(edit_, lsp.TextEdit)
        assert edit_ == lsp.TextEdit(lsp.Range(where(text, "goto: cl\n", 6), where(text, "goto: cl\n", 8)), "clear")

    edit(work)


def test_a_move_says_what_it_is_worth_and_a_plain_word_says_nothing() -> None:
    async def work(editor: Editor) -> None:
        told = await editor.client.text_document_hover_async(lsp.HoverParams(WHAT, where(SMALL, "names_dual_role", 3)))
        assert told is not None
        assert isinstance(told.contents, lsp.MarkupContent)
        assert "**names_dual_role**: states both hats." in told.contents.value
        nothing = lsp.HoverParams(WHAT, where(SMALL, "Your phone", 2))
        assert await editor.client.text_document_hover_async(nothing) is None

    edit(work)


def test_definition_and_rename_count_as_the_editor_does() -> None:
    text = SMALL.replace(
        "      - id: laugh-it-off", "      - {id: wave, say: 😀😀 Hi., goto: the-answer}\n      - id: laugh-it-off"
    )

    async def work(editor: Editor) -> None:
        way, key = where(text, "Hi., goto: the-answer", 13), where(text, "  the-answer:", 2)
        places = await editor.client.text_document_definition_async(lsp.DefinitionParams(WHAT, way))
        assert places == [lsp.Location(URI, lsp.Range(key, lsp.Position(key.line, key.character + 10)))]
        renamed = await editor.client.text_document_rename_async(lsp.RenameParams(WHAT, way, "her-answer"))
        assert renamed is not None
        assert renamed.changes is not None
        starts = [e.range.start for e in renamed.changes[URI]]
        assert len(starts) == 4
        assert where(text, "Hi., goto: the-answer", 11) in starts
        assert key in starts
        with pytest.raises(JsonRpcException, match="cannot be an id"):
            await editor.client.text_document_rename_async(lsp.RenameParams(WHAT, way, "Her Answer"))

    edit(work, text)


def test_a_problem_comes_with_a_quick_fix_and_one_for_all() -> None:
    text = SMALL.replace("goto: the-answer", "goto: the-anser").replace("- dana (bright)", "• dana (bright)")

    async def work(editor: Editor) -> None:
        editor.change(text)
        assert {d.code for d in await editor.heard()} == {"odd-letter", "unknown-target"}
        everywhere = lsp.Range(lsp.Position(0, 0), lsp.Position(200, 0))
        ask = lsp.CodeActionParams(lsp.TextDocumentIdentifier(URI), everywhere, lsp.CodeActionContext([]))
        actions = await editor.client.text_document_code_action_async(ask)
        titles = [action.title for action in actions]
        assert "Write it like this: goto: the-answer" in titles
        (whole,) = [action for action in actions if action.kind == lsp.CodeActionKind.SourceFixAll]
        assert whole.edit.changes[URI][0].new_text == SMALL

    edit(work)


def test_an_authors_own_pictures_are_known_and_a_slip_is_mended(tmp_path: Path) -> None:
    path = a_story_with_its_own(tmp_path / "my stories")
    text = path.read_text("utf-8").replace("place: back-room", "place: bakc-room", 1)
    uri = path.as_uri()
    what = lsp.TextDocumentIdentifier(uri)

    async def work(editor: Editor) -> None:
        editor.client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, "yaml", 7, text)))
        while True:
            told = await asyncio.wait_for(editor.told.get(), PATIENCE)
            if told.uri == uri and any(one.code == "unknown-place" for one in told.diagnostics):
                break
        asked = lsp.CompletionParams(what, where(text, "place: bakc-room", 7))
        items = await editor.client.text_document_completion_async(asked)
        assert isinstance(items, list)
        note = items[0].documentation
        assert isinstance(note, lsp.MarkupContent)
        assert (items[0].label, note.value) == ("back-room", f"Your own picture and sound: {ROOM}")
        spot = where(text, "place: bakc-room", 9)
        ask = lsp.CodeActionParams(what, lsp.Range(spot, spot), lsp.CodeActionContext([]))
        titles = [action.title for action in await editor.client.text_document_code_action_async(ask) or ()]
        assert titles == ["Write it like this: place: back-room"]
        shown = await editor.client.text_document_hover_async(lsp.HoverParams(what, where(text, "portrait: me", 11)))
        assert shown is not None
        assert isinstance(shown.contents, lsp.MarkupContent)
        assert shown.contents.value.startswith(f"**me**: Your own picture, with hurt: {ME}")

    edit(work)


def test_of_a_file_that_is_no_scenario_nothing_is_told() -> None:
    async def work(editor: Editor) -> None:
        editor.change("services:\n  web: {image: x}\n")
        editor.change(SMALL.replace("goto: the-answer", "goto: nowhere"))
        assert {d.code for d in await editor.heard()} == {"unknown-target"}
        editor.change("services:\n  web: {image: x}\n")
        assert await editor.heard() == []

    edit(work)


def test_the_outline_names_nodes_and_their_options() -> None:
    async def work(editor: Editor) -> None:
        found = await editor.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(WHAT))
        assert found is not None
        assert [s.name for s in found] == ["the-text", "the-answer", "clear", "vague"]
        first = found[0]
        assert isinstance(first, lsp.DocumentSymbol)
        assert [s.name for s in first.children or ()] == ["name-it", "laugh-it-off"]

    edit(work)


def test_without_pygls_one_message_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.split(".")[0] == "pygls" or name == "game.author.lsp.server":
            raise ModuleNotFoundError("No module named 'pygls'", name="pygls")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(GameError, match=r"needs pygls\. Type: .+pip install -r requirements/author\.lock"):
        CliRunner().invoke(commands, ["lsp"], catch_exceptions=False)
