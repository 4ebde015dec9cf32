"""An author's own pictures and sounds: whether each can be shown, is asked for, and is said in words."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from game.author.smells.draft import ScenarioUnderTest, in_words
from game.diagnostics import Diagnostic, Slip, SourcePlace
from game.did_you_mean import nearest
from game.scenario.document import Path_
from game.scenario.media import (
    LOOKS,
    MOST_FILES,
    NAMED,
    PLACES,
    PORTRAITS,
    SOUND_ENDINGS,
    WIDEST,
    Media,
    folder_beside,
    read,
)
from game.scenario.model import Line
from game.scenario.picture_head import NotUsable, stated

LOW, SMALL = 300, (640, 360)
"""How many pixels somebody's picture is high at least, and a place's wide and high."""
_SIZES = (
    "People look best at 900 × 1080 pixels and need 300 in height; places look best at 1920 × 1080 and need 640 × 360."
)
_ENDINGS = "PNG or WebP for pictures, WAV or OGG for sounds"


class _Shown:
    """What of a scenario's own folder its lines and scenes show, and where the file says so."""

    def __init__(self, draft: ScenarioUnderTest) -> None:
        self.draft, self.scenario = draft, draft.scenario
        self.media = Media.of(draft.scenario)

    @cached_property
    def places(self) -> dict[str, Path_]:
        """Returns each place with the first node that is there."""
        found: dict[str, Path_] = {}
        for name, node in self.scenario.nodes.items():
            found.setdefault(node.place, ("nodes", name, "place"))
        return found

    @cached_property
    def portraits(self) -> dict[str, Path_]:
        """Returns each portrait with whoever has it first."""
        found: dict[str, Path_] = {}
        for who, person in self.scenario.cast.items():
            if person.portrait:
                found.setdefault(person.portrait, ("cast", who, "portrait"))
        return found

    def looks(self, portrait: str) -> list[str]:
        """Returns the expressions that a portrait is shown with."""
        who = {id_ for id_, person in self.scenario.cast.items() if person.portrait == portrait}
        shown = {str(line.expression) for line in self._lines() if line.speaker in who}
        return [look for look in LOOKS if look in shown]

    def _lines(self) -> Iterator[Line]:
        for node in self.scenario.nodes.values():
            yield from node.lines
            for option in node.options or ():
                yield from option.reply

    def where(self, file: str) -> SourcePlace | None:
        """Returns where the scenario asks for a file of the folder; None where nothing does."""
        match = NAMED.fullmatch(file)
        if match is None:
            return None
        asked = self.portraits.get(match["person"] or "") or self.places.get(match["place"] or match["sound"] or "")
        return self.draft.document.place(asked) if asked else None


def media_unusable(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """Every picture and sound that the scenario asks for can be shown or heard."""
    shown = _Shown(draft)
    for file, path in shown.media.every():
        if (place := shown.where(file)) and (why := _fault(path)):
            message = f"`{_told(draft, file)}` cannot be used: {why}."
            yield draft.warning("media-unusable", place, message, f"Save it anew: {_ENDINGS}, at most 4 MiB.")


def _fault(path: Path) -> str:
    """Returns why a file cannot be used; "" where it can. It is decoded where the library for that is there."""
    try:
        data = read(path)
    except NotUsable as why:
        return str(why)
    if path.suffix in SOUND_ENDINGS:
        return ""
    try:
        from PIL import Image
    except ImportError:
        return ""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "WEBP")) as picture:
            picture.load()
    except (OSError, ValueError, SyntaxError, MemoryError):
        return "it is damaged"
    return ""


def media_unfit(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """A picture has pixels enough, and somebody's is not much wider than high."""
    shown = _Shown(draft)
    for file, path in shown.media.every():
        if (place := shown.where(file)) and (why := _misfit(file, path)):
            yield draft.warning("media-unfit", place, f"`{_told(draft, file)}` {why}.", _SIZES)


def _misfit(file: str, path: Path) -> str:
    try:
        wide, high = stated(read(path))[1] if path.suffix not in SOUND_ENDINGS else (0, 0)
    except NotUsable:
        return ""
    if file.startswith(PORTRAITS) and wide > WIDEST * high:
        return f"is {wide} × {high} pixels: much wider than high, so that the person is shown small"
    small = high < LOW if file.startswith(PORTRAITS) else wide < SMALL[0] or high < SMALL[1]
    return (
        f"has only {wide} × {high} pixels, and is blurred in a window"
        if small and path.suffix not in SOUND_ENDINGS
        else ""
    )


def media_unused(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """Every file of the folder is one that the scenario asks for."""
    shown = _Shown(draft)
    files = list(shown.media.every())
    for file, _path in files:
        if shown.where(file) is None:
            yield draft.warning(
                "media-unused", draft.whole(), f"Nothing shows `{_told(draft, file)}`.", _meant(shown, file)
            )
    if len(files) >= MOST_FILES:
        message = (
            f"The folder of own pictures and sounds holds {MOST_FILES} files or more; further ones are not looked at."
        )
        yield draft.warning("media-unused", draft.whole(), message, "Take out what no scene shows.")


def _meant(shown: _Shown, file: str) -> str:
    """Returns what to do about a file that nothing asks for."""
    kind, _, rest = file.partition("/")
    match = NAMED.fullmatch(file)
    if match is None and kind not in (PORTRAITS, PLACES, "sounds"):
        return "Put it into `portraits`, `places` or `sounds`, or take it out of the folder."
    if match is None:
        return f"Name it {_patterns()[kind]}, in small letters, digits and hyphens ({_ENDINGS})."
    known = shown.portraits if kind == PORTRAITS else shown.places
    near = nearest(rest.partition("/")[0].rpartition(".")[0] or rest.partition("/")[0], sorted(known))
    told = f"Did you mean {' or '.join(f'`{one}`' for one in near)}? " if near else ""
    return f"{told}Name it in the scenario, or take it out of the folder."


def _patterns() -> dict[str, str]:
    return {
        PORTRAITS: "`portraits/NAME.png`, or `portraits/NAME/EXPRESSION.png` with an expression such as `warm`",
        PLACES: "`places/NAME.png`, or `places/NAME/HOUR.png` with `day`, `evening` or `night`",
        "sounds": "`sounds/PLACE.wav` or `sounds/PLACE.ogg`",
    }


def media_undescribed(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """Whoever does not see an own picture can hear or read what it shows."""
    shown = _Shown(draft)
    people, rooms = "A woman of sixty with grey plaits", "A small room with two chairs"
    for kind, asked, words in ((PORTRAITS, shown.portraits, people), (PLACES, shown.places, rooms)):
        for name, path in asked.items():
            if name in shown.media.names(kind) and name not in shown.scenario.pictures:
                message = f"Nothing says in words what your picture of `{name}` shows."
                hint = f"Say it in a sentence under `pictures`, as in `pictures: {{{name}: {words}.}}`."
                yield draft.warning("media-undescribed", draft.document.place(path), message, hint)


def media_missing(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """Who has pictures with expressions has one for each that is shown."""
    shown = _Shown(draft)
    for name, path in shown.portraits.items():
        drawn = {look for look in LOOKS if f"{PORTRAITS}/{name}/{look}" in shown.media.files}
        missing = [look for look in shown.looks(name) if look not in drawn and look != "neutral"]
        if drawn and missing:
            message = f"Your pictures of `{name}` have none with {in_words(missing)}; the neutral one is shown instead."
            hint = f"Put `portraits/{name}/{missing[0]}.png` into the folder, or let the line show another expression."
            yield draft.warning("media-missing", draft.document.place(path), message, hint)


def unknown_picture(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """What is said of pictures is said of portraits and places that the scenario shows."""
    shown = _Shown(draft)
    known = [*shown.portraits, *shown.places]
    for name in draft.scenario.pictures:
        if name not in known:
            near = nearest(name, known)
            told = f"Did you mean {' or '.join(f'`{one}`' for one in near)}? " if near else ""
            message = f"`pictures` says what `{name}` shows, and no portrait or place is called that."
            hint = f"{told}Write the name of a `portrait` or a `place`, or take the line out."
            place = draft.document.place(("pictures", name), key=True)
            yield draft.warning("unknown-picture", place, message, hint, Slip(name, frozenset(known)))


def _told(draft: ScenarioUnderTest, file: str) -> str:
    """Returns a file of the folder as an author finds it."""
    return f"{folder_beside(Path(f'{draft.scenario.id}.yaml')).name}/{file}"
