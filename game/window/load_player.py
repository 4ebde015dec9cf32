"""Who plays: what somebody finds when they sit down at this computer, and the name of whoever sat here last."""

from __future__ import annotations

from dataclasses import replace

from game.play import players
from game.window import preferences
from game.window.context import AppContext
from game.window.preferences import Preferences


def load_player(context: AppContext, now: Preferences | None = None) -> tuple[Preferences, str | None]:
    """Returns what `_load` does; what there is to tell is told in the language that was found."""
    found, notice = _load(context, now)
    if notice:
        context.spoken_in(found.language)
        notice = _load(context, now)[1] or notice
    return found, notice


def _load(context: AppContext, now: Preferences | None = None) -> tuple[Preferences, str | None]:
    """Returns the settings of the context's player, and what to tell where they cannot be used or kept. Somebody new
    begins with those of nobody by name, in the language and text size that are in use `now`."""
    name = context.plays.player
    if context.plays.logs:
        players.settle(context.plays.home, context.plays.logs, name)
    found, notice = preferences.load(context.settings)
    if name and not context.settings.exists():
        found, notice = preferences.load(context.config)
        found = replace(found, begun=False)
        if now:
            found = replace(found, language=now.language, text_scale=now.text_scale)
        if context.plays.logs:
            notice = preferences.save(replace(found, player=name), context.settings) or notice
    if context.plays.logs:
        notice = _remember(context, name) or notice
    return replace(found, player=name), notice


def _remember(context: AppContext, name: str) -> str | None:
    """Puts the name into nobody's settings, where the next start looks for it; in words, why it could not be."""
    if players.last(context.plays.home) == name:
        return None
    usual, _broken = preferences.load(context.config)
    return preferences.save(replace(usual, player=name), context.config)
