"""How long an editor waits: a library scenario is changed, and the language server says what is wrong with it.

Run with: python -m benchmarks.language_server
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from benchmarks.usage import given

ROOT = Path(__file__).parents[1]
FILE = ROOT / "scenarios" / "saturday-friend.yaml"
ROUNDS = 5


async def _measure() -> None:
    text = FILE.read_text(encoding="utf-8")
    told: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()
    client = LanguageClient("benchmark", "1")
    client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: told.put_nowait(params))
    await client.start_io(sys.executable, str(ROOT / "main.py"), "lsp")
    await client.initialize_async(lsp.InitializeParams(capabilities=lsp.ClientCapabilities()))
    client.initialized(lsp.InitializedParams())
    uri = FILE.as_uri()
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, "yaml", 0, text)))
    await told.get()
    took: dict[str, list[float]] = {"a mistake is told": [], "every play is followed": []}
    for number in range(1, 2 * ROUNDS, 2):
        for version, kind, changed in (
            (number, "a mistake is told", text.replace("goto: monday-talk", "goto: monday-tlak", 1)),
            (number + 1, "every play is followed", text.replace("Morning!", f"Morning {number}!", 1)),
        ):
            change = lsp.TextDocumentContentChangeWholeDocument(changed)
            which = lsp.VersionedTextDocumentIdentifier(version, uri)
            begun = time.perf_counter()
            client.text_document_did_change(lsp.DidChangeTextDocumentParams(which, [change]))
            await told.get()
            if kind == "every play is followed":
                await told.get()  # the first only takes the mistake back
            took[kind].append((time.perf_counter() - begun) * 1000)
    for kind, times in took.items():
        print(f"{kind}: {statistics.median(times):.0f} ms (median of {ROUNDS}; slowest {max(times):.0f} ms)")
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]  # pygls gives it no types


if __name__ == "__main__":
    given(__doc__)
    asyncio.run(_measure())
