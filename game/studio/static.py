"""The page's own files, by name from a list, with the interface's words in the language chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import MappingProxyType

BUILT = Path(__file__).parent / "page" / "built"
FONTS = Path(__file__).parent.parent / "web" / "fonts"
_KINDS = MappingProxyType(
    {
        ".js": "text/javascript; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".json": "application/json",
        ".woff2": "font/woff2",
    }
)
_NOT_BUILT = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Studio</title>
<p>The page of the studio is not built yet.</p></html>"""
POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: "
    "blob:; font-src 'self' data:; connect-src 'self'{sockets}; frame-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
IN_OUR_FRAME = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "frame-ancestors 'self'",
    "Cache-Control": "no-store",
}
SORRY = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Play</title><p>{why}</p></html>'


@dataclass(frozen=True, slots=True)
class Static:
    """The page, and the files that it asks for by their names."""

    html: str
    files: Mapping[str, tuple[str, bytes]]

    def page(self, nonce: str) -> bytes:
        """Returns the page with a nonce in it."""
        return self.html.replace("{{NONCE}}", nonce).encode("utf-8")


def static(language: str, words: str, first: str | None) -> Static:
    """Returns the page in a language, with the words of the interface and the file that it opens with."""
    page = BUILT / "studio.html"
    html = page.read_text("utf-8") if page.exists() else _NOT_BUILT
    html = html.replace("{{LANG}}", escape(language)).replace("{{FILE}}", escape(first or "", quote=True))
    html = html.replace("{{WORDS}}", words.replace("<", "\\u003c"))
    found = {path.name: path for path in (*sorted(BUILT.glob("*")), *sorted(FONTS.glob("*"))) if path.suffix in _KINDS}
    return Static(html, {name: (_KINDS[path.suffix], path.read_bytes()) for name, path in found.items()})
