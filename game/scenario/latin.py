"""Words of other alphabets in Latin letters, near enough to propose an id that its author recognises."""

from __future__ import annotations

import unicodedata

# each letter, then how it is written in Latin ones ("-": left out)
_PAIRS = """
а a б b в v г g д d е e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ -
ы y ь - э e ю yu я ya ё e і i ї i є ie ґ g ў u
α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
ä ae ö oe ü ue ß ss æ ae ø o ł l đ d ð d þ th
"""
_WRITTEN = iter(_PAIRS.split())
_LETTERS = {letter: latin.strip("-") for letter, latin in zip(_WRITTEN, _WRITTEN, strict=True)}


def in_latin_letters(text: str) -> str:
    """Returns small text with Cyrillic and Greek letters written in Latin ones and accents left out.

    Letters of other scripts stay as they are.
    """
    composed = unicodedata.normalize("NFC", text)
    known = "".join(_LETTERS.get(letter, letter) for letter in composed)
    plain = (letter for letter in unicodedata.normalize("NFD", known) if not unicodedata.combining(letter))
    return "".join(_LETTERS.get(letter, letter) for letter in plain)
