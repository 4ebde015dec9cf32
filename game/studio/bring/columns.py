"""The columns of a draft's tables, by the words that head them in English or Spanish."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from game.did_you_mean import nearest

SAYS = {
    "scene": ("scene", "escena"),
    "place": ("place", "lugar"),
    "rules": ("rules", "reglas", "frame", "setting"),
    "who": ("who", "speaker", "quien"),
    "how": ("how", "expression", "como"),
    "words": ("words", "line", "palabras", "text"),
    "say": ("you say", "you say or do", "option", "dices", "tu dices"),
    "moves": ("moves", "move", "acciones", "jugadas"),
    "evidence": ("evidence", "quote", "prueba", "evidencia"),
    "answer": ("answer", "reply", "respuesta"),
    "feedback": ("feedback", "comentario", "what came of it"),
    "instead": ("another line", "another line to try", "instead", "otra frase"),
    "goes_to": ("goes to", "goto", "leads to", "va a"),
}
_BY_WORD = {word: name for name, words in SAYS.items() for word in words}


def plain(text: str) -> str:
    """Returns words for comparing: small letters without accents, single spaces."""
    letters = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).lower().split())


def columns(head: Sequence[str]) -> dict[str, int]:
    """Returns which column holds what, by a table's first row; empty where it heads no table of a draft."""
    found: dict[str, int] = {}
    for number, cell in enumerate(head):
        word = plain(cell).strip(" :*?¿")
        near = [word] if word in _BY_WORD else nearest(word, _BY_WORD)[:1] if word else []
        if near:
            found.setdefault(_BY_WORD[near[0]], number)
    return found if "words" in found or "say" in found else {}


def cell(row: Sequence[str], known: dict[str, int], name: str) -> str:
    """Returns what a row says in a column; nothing where there is no such column."""
    number = known.get(name, -1)
    return row[number].strip() if 0 <= number < len(row) else ""
