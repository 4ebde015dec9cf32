"""What is known of the word under the cursor, as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from game.author.lsp.complete import node_in_words
from game.author.lsp.names import Name, SymbolKind, at
from game.author.lsp.pictures import meaning
from game.author.lsp.reading import Finding, OpenText
from game.author.lsp.spans import Cursor
from game.author.schema import move_in_words
from game.diagnostics import CODES


def hover(reading: OpenText, found: Sequence[Finding], spot: Cursor) -> str:
    """Returns what the names and the problems under the cursor mean; nothing when there are none."""
    told = [text for name in at(reading.names, spot) if (text := _meaning(reading, name))]
    told += [f"`{d.code}`: {CODES[d.code]}. {d.hint}" for span, d in found if span.holds(spot)]
    return "\n\n".join(dict.fromkeys(told))


def _meaning(reading: OpenText, name: Name) -> str:
    match name.kind:
        case SymbolKind.MOVE:
            return move_in_words(reading.rubric, name.text) if name.text in reading.rubric.moves else ""
        case SymbolKind.NODE:
            words = node_in_words(reading, name.text)
            return f"**{name.text}**: {words}" if words else ""
        case SymbolKind.RUPTURE:
            what = reading.part("ruptures", name.text, "what")
            return f"**{name.text}**: {what}" if isinstance(what, str) else ""
        case SymbolKind.SPEAKER:
            known = [reading.part("cast", name.text, key) for key in ("name", "pronouns", "relation")]
            return ", ".join(text for text in known if isinstance(text, str))
        case SymbolKind.PICTURE:
            words = meaning(reading, name.text)
            return f"**{name.text}**: {words}" if words else ""
        case SymbolKind.FACT | SymbolKind.OPTION:
            return ""
