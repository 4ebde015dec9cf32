"""The thin server: an editor's requests in, what the pure functions say out, in the protocol's own words."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Protocol
from urllib.parse import unquote, urlsplit

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

import game
from game.author.check.fix import Change, fix, mends
from game.author.lsp import find, outline
from game.author.lsp.complete import Proposal, complete, word_before
from game.author.lsp.hover import hover
from game.author.lsp.reading import Finding, OpenText, is_a_scenario, problems, read, standing
from game.author.lsp.spans import Cursor, Span, to_characters, to_units
from game.diagnostics import Diagnostic
from game.errors import GameError
from game.rubric.model import Rubric
from game.scenario.load import load_text
from game.scenario.media import Media, folder_beside

SETTLE_S = 0.05  # a burst of keys is checked once, when it is over
RUBRIC_FILE = "rubric.yaml"

_KINDS = {
    "scene": lsp.CompletionItemKind.Reference,
    "move": lsp.CompletionItemKind.EnumMember,
    "expression": lsp.CompletionItemKind.EnumMember,
    "fact": lsp.CompletionItemKind.Variable,
    "rupture": lsp.CompletionItemKind.Event,
    "person": lsp.CompletionItemKind.Constant,
    "place": lsp.CompletionItemKind.File,
    "portrait": lsp.CompletionItemKind.File,
    "picture": lsp.CompletionItemKind.File,
    "word": lsp.CompletionItemKind.EnumMember,
    "key": lsp.CompletionItemKind.Property,
}


@dataclass(slots=True)
class _Sheet:
    """One open file: its text and version, what was read of it, what is wrong with it."""

    version: int
    text: str
    reading: OpenText
    found: list[Finding] = field(default_factory=list)


class _Asked(Protocol):
    """A request about a place in a file."""

    @property
    def text_document(self) -> lsp.TextDocumentIdentifier: ...
    @property
    def position(self) -> lsp.Position: ...


def make_server(rubric: Rubric, tells_problems: bool = True) -> LanguageServer:  # noqa: C901 (a list of features)
    """Returns the server, ready to be started over stdio.

    tells_problems: False where somebody else tells them, so that a file is not checked twice
    """
    server = LanguageServer("equal-footing", game.__version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
    sheets: dict[str, _Sheet] = {}
    one_at_a_time = asyncio.Lock()

    async def take(uri: str, version: int, text: str) -> None:
        """Keeps the new text, and checks it unless a newer one comes first."""
        before = sheets.get(uri)
        reading = read(text, rubric, before.reading if before else None, Media(_own_folder(uri)))
        sheets[uri] = _Sheet(version, text, reading, before.found if before else [])
        await asyncio.sleep(SETTLE_S)
        if tells_problems:
            await publish(uri, version)

    async def publish(uri: str, version: int) -> None:
        """Tells what is wrong with that version of a file, unless a newer one has come.

        What keeps it from being played is known at once. Following every play takes longer, so that is done in a
        thread beside the requests, and until then the warnings stand that may still hold.
        """
        path = _path(uri)
        sheet = sheets.get(uri)
        if sheet is None or sheet.version != version or path.name == RUBRIC_FILE:
            return
        if not is_a_scenario(sheet.text):
            if sheet.found:
                sheet.found = []
                tell(uri, sheet)
            return
        loaded = load_text(sheet.text, rubric.moves, path.stem, _own_folder(uri))
        if loaded.scenario is None:
            sheet.found = problems(loaded, rubric)
            tell(uri, sheet)
            return
        before, sheet.found = sheet.found, standing(sheet.found, sheet.reading.lines)
        if sheet.found != before:
            tell(uri, sheet)
        async with one_at_a_time:
            if sheets.get(uri) is not sheet:
                return
            found = await asyncio.to_thread(problems, loaded, rubric)
        if sheets.get(uri) is sheet:
            sheet.found = found
            tell(uri, sheet)

    def tell(uri: str, sheet: _Sheet) -> None:
        items = [_diagnostic(sheet.reading, span, found) for span, found in sheet.found]
        server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, items, sheet.version))

    def asked(params: _Asked) -> tuple[_Sheet, Cursor]:
        """Returns the file that is asked about, and where the cursor stands in it."""
        sheet = sheets.get(params.text_document.uri)
        if sheet is None:
            raise JsonRpcInvalidParams("This file is not open.")
        return sheet, _spot(sheet.reading, params.position)

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def _(params: lsp.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        await take(document.uri, document.version, document.text)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def _(params: lsp.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        await take(document.uri, document.version, params.content_changes[-1].text)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def _(params: lsp.DidSaveTextDocumentParams) -> None:
        sheet = sheets.get(params.text_document.uri)
        if sheet and tells_problems:
            await publish(params.text_document.uri, sheet.version)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def _(params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        if sheets.pop(uri, None):
            server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[" ", "[", "(", ","]))
    def _(params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        sheet, spot = asked(params)
        return [_item(sheet.reading, spot, proposal) for proposal in complete(sheet.reading, spot)]

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def _(params: lsp.HoverParams) -> lsp.Hover | None:
        sheet, spot = asked(params)
        text = hover(sheet.reading, sheet.found, spot)
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text)) if text else None

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def _(params: lsp.DefinitionParams) -> list[lsp.Location]:
        sheet, spot = asked(params)
        return _locations(params.text_document.uri, sheet.reading, find.definitions(sheet.reading, spot))

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def _(params: lsp.ReferenceParams) -> list[lsp.Location]:
        sheet, spot = asked(params)
        return _locations(params.text_document.uri, sheet.reading, find.references(sheet.reading, spot))

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def _(params: lsp.PrepareRenameParams) -> lsp.Range | None:
        sheet, spot = asked(params)
        name = find.renamable(sheet.reading, spot)
        return _range(sheet.reading, name.span) if name else None

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def _(params: lsp.RenameParams) -> lsp.WorkspaceEdit:
        sheet, spot = asked(params)
        try:
            spans = find.rename(sheet.reading, spot, params.new_name)
        except GameError as error:
            raise JsonRpcInvalidParams(str(error)) from None
        edits = [lsp.TextEdit(_range(sheet.reading, span), params.new_name) for span in spans]
        return lsp.WorkspaceEdit(changes={params.text_document.uri: edits})

    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll]),
    )
    def _(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        sheet = sheets.get(uri)
        if sheet is None or not is_a_scenario(sheet.text):
            return []
        first, last = params.range.start.line, params.range.end.line
        here = [found for span, found in sheet.found if first <= span.line <= last]
        return [*_quick_fixes(uri, sheet.reading, here), *_fix_all(uri, sheet.reading, rubric)]

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def _(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        sheet = sheets.get(params.text_document.uri)
        kind = lsp.SymbolKind.Class
        return [_symbol(sheet.reading, part, kind) for part in outline.outline(sheet.reading)] if sheet else []

    return server


def _path(uri: str) -> Path:
    """Returns the file that an editor names by its address."""
    return Path(PurePosixPath(unquote(urlsplit(uri).path)))


def _own_folder(uri: str) -> Path | None:
    """Returns the folder of the author's own pictures and sounds; None for a file that is nowhere yet."""
    return folder_beside(_path(uri)) if _path(uri).name else None


def _line(reading: OpenText, number: int) -> str:
    return reading.lines[number] if number < len(reading.lines) else ""


def _spot(reading: OpenText, position: lsp.Position) -> Cursor:
    return Cursor(position.line, to_characters(_line(reading, position.line), position.character))


def _range(reading: OpenText, span: Span) -> lsp.Range:
    line = _line(reading, span.line)
    start, end = to_units(line, span.start), to_units(line, span.end)
    return lsp.Range(lsp.Position(span.line, start), lsp.Position(span.line, end))


def _locations(uri: str, reading: OpenText, spans: Iterable[Span]) -> list[lsp.Location]:
    return [lsp.Location(uri, _range(reading, span)) for span in spans]


def _diagnostic(reading: OpenText, span: Span, found: Diagnostic) -> lsp.Diagnostic:
    severity = lsp.DiagnosticSeverity.Error if found.is_error else lsp.DiagnosticSeverity.Warning
    message = f"{found.message} {found.hint}"
    return lsp.Diagnostic(_range(reading, span), message, severity, code=found.code, source="equal-footing")


def _quick_fixes(uri: str, reading: OpenText, found: Iterable[Diagnostic]) -> list[lsp.CodeAction]:
    """Returns what would mend each of these problems where one reading is plain."""
    return [
        lsp.CodeAction(
            f"Write it like this: {(change.after or '').strip()[:60]}"
            if change.after is not None
            else "Delete this line",
            lsp.CodeActionKind.QuickFix,
            [_diagnostic(reading, Span(one.place.line - 1, one.place.column - 1, one.place.column - 1), one)],
            edit=lsp.WorkspaceEdit(changes={uri: [_edit(reading, change)]}),
        )
        for one in found
        for change in mends(reading.lines, one)
    ]


def _fix_all(uri: str, reading: OpenText, rubric: Rubric) -> list[lsp.CodeAction]:
    """Returns one action that does what `check --fix` does, where that is anything."""
    lines, changes = fix(list(reading.lines), rubric)
    if not changes:
        return []
    end = lsp.Position(len(reading.lines), 0)
    edit = lsp.TextEdit(lsp.Range(lsp.Position(0, 0), end), "\n".join(lines))
    title = f"Mend all that is certain ({len(changes)})"
    return [lsp.CodeAction(title, lsp.CodeActionKind.SourceFixAll, edit=lsp.WorkspaceEdit(changes={uri: [edit]}))]


def _edit(reading: OpenText, change: Change) -> lsp.TextEdit:
    """Returns a change of a line as an edit of the text; a line that is taken out goes with its line break."""
    number = change.line - 1
    end = lsp.Position(number, to_units(_line(reading, number), len(_line(reading, number))))
    if change.before is None:
        return lsp.TextEdit(lsp.Range(lsp.Position(number, 0), lsp.Position(number, 0)), f"{change.after}\n")
    if change.after is None:
        return lsp.TextEdit(lsp.Range(lsp.Position(number, 0), lsp.Position(number + 1, 0)), "")
    return lsp.TextEdit(lsp.Range(lsp.Position(number, 0), end), change.after)


def _item(reading: OpenText, spot: Cursor, proposal: Proposal) -> lsp.CompletionItem:
    begin = word_before(_line(reading, spot.line), spot.column)
    return lsp.CompletionItem(
        label=proposal.text,
        kind=_KINDS[proposal.kind],
        detail=proposal.kind,
        documentation=lsp.MarkupContent(lsp.MarkupKind.Markdown, proposal.note) if proposal.note else None,
        text_edit=lsp.TextEdit(_range(reading, Span(spot.line, begin, spot.column)), proposal.text + proposal.ending),
    )


def _symbol(reading: OpenText, part: outline.OutlineItem, kind: lsp.SymbolKind) -> lsp.DocumentSymbol:
    name = _range(reading, part.span)
    end = lsp.Position(part.last, to_units(_line(reading, part.last), len(_line(reading, part.last))))
    return lsp.DocumentSymbol(
        name=part.name,
        kind=kind,
        range=lsp.Range(name.start, max(end, name.end, key=lambda p: (p.line, p.character))),
        selection_range=name,
        detail=part.detail[:80] or None,
        children=[_symbol(reading, inner, lsp.SymbolKind.EnumMember) for inner in part.parts],
    )
