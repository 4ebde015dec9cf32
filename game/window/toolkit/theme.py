"""Three sets of colours, each named by what it is for; and the contrast between two of them."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.words import N_


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one look; `shadow` is the strength of a panel's shadow, 0 for none."""

    name: str
    label: str
    bg: str
    panel: str
    panel_edge: str
    text: str
    muted: str
    choice: str
    choice_edge: str
    choice_hot: str
    focus: str
    accent: str
    on_accent: str
    accent_hot: str
    warm: str
    tint: str
    mine: str
    theirs: str
    phone: str
    grid: str
    veil: str
    shadow: int = 70


CALM = Theme(
    name="calm",
    label=N_("Light"),
    bg="#dfe7e2",
    panel="#fbfaf7",
    panel_edge="#c9d2cc",
    text="#1f2a2e",
    muted="#4d5b62",
    choice="#ffffff",
    choice_edge="#7d8f88",
    choice_hot="#e6f1ec",
    focus="#0b57d0",
    accent="#2b685c",
    on_accent="#ffffff",
    accent_hot="#1f5147",
    warm="#96492c",
    tint="#eef3ef",
    mine="#d9ece4",
    theirs="#eceae4",
    phone="#20282b",
    grid="#d3dbd6",
    veil="#dfe7e2",
)
DARK = Theme(
    name="dark",
    label=N_("Dark"),
    bg="#14191b",
    panel="#20282b",
    panel_edge="#3b474c",
    text="#f1f4f2",
    muted="#b4c0c2",
    choice="#293337",
    choice_edge="#8fa3a5",
    choice_hot="#33464a",
    focus="#ffd54a",
    accent="#7fd1bd",
    on_accent="#10211d",
    accent_hot="#a3e2d2",
    warm="#f0b08e",
    tint="#273135",
    mine="#23483f",
    theirs="#333e42",
    phone="#0b0e0f",
    grid="#3b474c",
    veil="#0c1011",
)
CONTRAST = Theme(
    name="contrast",
    label=N_("High contrast"),
    bg="#000000",
    panel="#000000",
    panel_edge="#ffffff",
    text="#ffffff",
    muted="#ffffff",
    choice="#000000",
    choice_edge="#ffffff",
    choice_hot="#262626",
    focus="#ffff00",
    accent="#00e5ff",
    on_accent="#000000",
    accent_hot="#8ff4ff",
    warm="#ffc89e",
    tint="#000000",
    mine="#002e33",
    theirs="#1c1c1c",
    phone="#000000",
    grid="#5c5c5c",
    veil="#000000",
    shadow=0,
)
THEMES = {theme.name: theme for theme in (CALM, DARK, CONTRAST)}


def contrast(one: str, other: str) -> float:
    """Returns the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Returns how light a colour is, 0 to 1."""
    shade = pygame.Color(colour)
    parts = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (shade.r / 255, shade.g / 255, shade.b / 255)
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
