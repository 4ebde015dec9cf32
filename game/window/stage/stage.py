"""The ground that the screens of a play share: a blurred place, the person in it, and a card for the words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pygame
from typing_extensions import override

from game.scenario.media import picture_text
from game.scenario.model import Line, Person, Scenario
from game.window.input.commands import OpenMenu
from game.window.screens.screen import Desk, Screen
from game.window.stage.figure import LivePortrait
from game.window.stage.life import Life
from game.window.stage.presence import Sight, sight
from game.window.stage.quiet_bar import plate, without_signs
from game.window.toolkit import layout, paint, text
from game.window.toolkit.boxes import Column, Flow
from game.window.toolkit.controls import Button
from game.window.toolkit.layout import Room
from game.window.toolkit.look import Look
from game.window.toolkit.page import Pane
from game.window.toolkit.widgets import Space, Widget
from game.words import _

NARROW = 16.0  # text heights: in a narrower window the menu is a sign without a word


class StageScreen(Screen):
    """A screen with someone at the left and words at the right; subclasses fill the card and the bar."""

    def __init__(self, desk: Desk, scenario: Scenario) -> None:
        super().__init__(desk)
        self.scenario = scenario
        self.gallery = desk.gallery.of(scenario)
        start = scenario.nodes[scenario.start]
        self.sight = Sight(start.place, str(start.time), scenario.client)
        self.glance = ""  # where the eyes go: "" as the expression has them, or "lowered"
        self._figure: tuple[LivePortrait, pygame.Rect, pygame.Rect] | None = (
            None  # who stands, where, and what is seen of it
        )
        self.plate: pygame.Rect | None = None  # what the quiet buttons stand on when they are not on the card
        self.room = Room.USUAL  # how much of the window the words have
        self._words = pygame.Rect(0, 0, 0, 0)  # where they stand
        self.as_phone = False  # the card looks like a phone
        self.scene = layout.ConversationLayout(
            True, pygame.Rect(0, 0, 0, 0), pygame.Rect(0, 0, 0, 0), pygame.Rect(0, 0, 0, 0)
        )

    @property
    @override
    def language(self) -> str | None:
        return self.scenario.language

    @property
    @override
    def tone(self) -> str | Path | None:
        return self.gallery.own.sound(self.place) or self.place

    @property
    def shows(self) -> str:
        """Returns in words what the author's own picture of this place shows; "" where there is none."""
        return picture_text(self.scenario, self.place)

    def card_parts(self) -> list[Widget]:
        """Returns what stands on the card, in reading order."""
        raise NotImplementedError

    def bar_parts(self) -> list[Widget]:
        """Returns the quiet buttons; none unless a subclass says so."""
        return []

    def foot_parts(self) -> list[Widget]:
        """Returns what stays in sight at the card's lower right."""
        return []

    def whole_parts(self) -> list[Widget] | None:
        """Returns all that the card will hold before anything else is decided, to size it for; None fills the
        window."""
        return None

    @override
    def build(self, look: Look) -> list[Pane]:
        bar, foot = self._set_scene(look), self.foot_parts()
        whole = self.whole_parts()
        if whole is not None:
            self._shrink(look, bar, foot, whole)
        panes = self._quiet_panes(look, bar, foot)
        column = Column(self.card_parts(), self.gap)
        panes.append(Pane("words", self._words, column, look))
        if self.shows:
            unseen = Space(0)
            unseen.told = self.shows
            panes.append(Pane("shows", pygame.Rect(self._words.topleft, (1, 1)), unseen, look, scrolls=False))
        order = ["shows", "words", "foot", "bar"] if self.scene.wide else ["bar", "shows", "words", "foot"]
        return sorted(panes, key=lambda pane: order.index(pane.name))

    @property
    def gap(self) -> float:
        """Returns how far the parts on the card stand apart, in text heights."""
        return layout.SPACES.get(self.room, layout.USUAL_SPACES)[1]

    def words_place(self, look: Look) -> pygame.Rect:
        """Returns where words stand while the card is as high as it can be."""
        bar = self._set_scene(look)
        self._quiet_panes(look, bar, self.foot_parts())
        return self._words

    def _set_scene(self, look: Look) -> list[Widget]:
        """Gives person, card and bar their places; the quiet buttons, as one where there is little room for them."""
        ring = 2 * look.ring + 1
        bar = Flow(self.bar_parts(), 0.2)
        beside = layout.scene(look, 0, self.as_phone, self.room)
        room = layout.inner(beside.card, look, self.room).width if beside.wide else layout.bar_room(look, self.room)
        if bar.natural(look) > room - 2 * ring:
            without_signs(bar)
        high = bar.layout(look, 0, 0, room - 2 * ring) + 2 * ring
        line = max((part.rect.height for part in bar.parts), default=0) + 2 * ring
        short = high > (line if beside.wide else max(line, layout.bust_high(look, self.room)))
        if len(bar.parts) > 1 and (short or self.room >= Room.FOLDED):
            bar = Flow([self._menu(bar.parts, look, room - 2 * ring)])
            high = bar.layout(look, 0, 0, room - 2 * ring) + 2 * ring
        self.scene = layout.scene(look, high if bar.parts else 0, self.as_phone, self.room)
        return [*bar.parts]

    def _menu(self, parts: Sequence[Widget], look: Look, room: int) -> Button:
        """Returns the button that stands for the quiet ones; its sign alone where its word would break in two.

        room: how wide it may be, in pixels
        """
        items = [(part.label, part.command, part.sign) for part in parts if isinstance(part, Button) and part.command]
        button = Button(_("Menu"), OpenMenu(tuple(items)), kind="quiet", sign="menu", snug=True, key="menu")
        narrow = self.room is Room.FULL and look.width < look.em(NARROW)
        if narrow or Flow([button]).natural(look) > room:
            button.told, button.label = button.label, ""
        return button

    def _quiet_panes(self, look: Look, bar: list[Widget], foot: list[Widget]) -> list[Pane]:
        """Returns the panes of the quiet buttons and the way on; notes the place that is left for words."""
        ring = 2 * look.ring + 1
        body = layout.inner(self.card_inside(look), look, self.room)
        self.plate = None
        if self.scene.wide:
            panes = self._foot(look, body, bar, foot)
        else:
            panes = self._foot(look, body, [], foot)
            if bar:
                self.plate = plate(self.scene.bar, Flow(bar, 0.2), look)
                panes.append(Pane("bar", self.scene.bar, Flow(bar, 0.2, right=True), look, scrolls=False))
        head = self.header_high(look) if self.as_phone else 0
        self._words = pygame.Rect(body.x, body.y + head, body.width, body.height - head - self._foot_high)
        self._words.inflate_ip(2 * ring, 2 * ring)
        return panes

    def _shrink(self, look: Look, bar: list[Widget], foot: list[Widget], whole: list[Widget]) -> None:
        """Makes a wide scene's card only as high as all it will hold, from below, at least half the window."""
        if not self.scene.wide or self.as_phone or self.room is Room.FULL:
            return
        card = self.scene.card
        self._quiet_panes(look, bar, foot)
        need = Pane("words", self._words, Column(whole, self.gap), look).height
        spare = min(self._words.height - need, card.height - round(look.height * 0.5))
        if spare > 0:
            card.height -= spare
            card.y += spare

    def _foot(self, look: Look, body: pygame.Rect, left: list[Widget], right: list[Widget]) -> list[Pane]:
        """Returns the panes at the card's foot: quiet buttons at the left, the way on at the right; notes its
        height."""
        self._foot_high = 0
        if not left and not right:
            return []
        ring = 2 * look.ring + 1
        quiet, way_on = Flow(left, 0.2), Flow(right, 0.5, right=True)
        needs = [flow.natural(look) if flow.parts else 0 for flow in (quiet, way_on)]
        both = needs[0] + needs[1] + look.em(1) <= body.width
        wide = [body.width, body.width] if not both else [body.width - needs[1] - look.em(0.5), needs[1]]
        highs = [
            flow.layout(look, 0, 0, room) + 2 * ring if flow.parts else 0
            for flow, room in zip((quiet, way_on), wide, strict=True)
        ]
        gap = look.em(0.5)
        total = max(highs) if both else sum(highs)
        self._foot_high = total + gap
        top = body.bottom - total + ring
        panes = []
        if left:
            x = max(self.scene.card.x, body.x - ring - look.em(0.4))
            room = pygame.Rect(x, body.bottom - highs[0] + ring, wide[0] + 2 * ring, highs[0])
            if both:
                room.y = top + (total - highs[0]) // 2
            panes.append(Pane("bar", room, quiet, look, scrolls=False))
        if right:
            x = body.right - wide[1] - ring
            y = top + (total - highs[1]) // 2 if both else top
            panes.append(Pane("foot", pygame.Rect(x, y, wide[1] + 2 * ring, highs[1]), way_on, look, scrolls=False))
        return panes

    def card_inside(self, look: Look) -> pygame.Rect:
        """Returns the part of the card that is paper or a phone's screen."""
        card = self.scene.card
        frame = 2 * layout.bezel(look, self.room)
        return card.inflate(-frame, -frame) if self.as_phone else card

    def header_high(self, look: Look) -> int:
        """Returns how high a phone's header is, in pixels; none where large text needs the room."""
        return look.em(2.6) if self.scene.card.height > look.em(15) and self.room < Room.CLOSE else 0

    @property
    def place(self) -> str:
        """Returns where this is."""
        return self.sight.place

    def set_scene(self, node: str, lines: Sequence[Line], before: Sequence[Line] = ()) -> None:
        """Shows a node's place at its hour, and who is there once these lines of it were said."""
        self.sight = sight(self.scenario, node, lines, before)

    @override
    def ground_key(self) -> object:
        return self.sight, self.as_phone, self.scene, self.plate

    @override
    def paint_ground(self, surface: pygame.Surface, look: Look) -> None:
        surface.blit(self.gallery.place(self.place, surface.get_size(), blurred=True, hour=self.sight.hour), (0, 0))
        if look.theme.name != "calm":
            paint.veil(surface, look.theme.veil, 130 if look.theme.name == "dark" else 215)
        self._paint_person(surface, look)
        if self.plate:
            ground = paint.round_box(self.plate.size, look.dp(14), look.theme.panel, look.theme.panel_edge, 1)
            surface.blit(ground, self.plate)
        if self.as_phone:
            self._paint_phone(surface, look)
        else:
            paint.panel(surface, self.scene.card, look)

    @override
    def leave(self) -> None:
        super().leave()
        self._figure = None

    def _paint_person(self, surface: pygame.Surface, look: Look) -> None:
        """Draws the portrait standing on the lower edge of its place."""
        spot, now = self.scene.person, self.sight
        who = self.scenario.cast.get(now.person or "")
        if who is None or spot.height < 40 or (self.scene.wide and now.remote):
            self._figure = None
            if who is not None and spot.height >= 40:
                self._paint_contact(surface, who, look)
            return
        high = spot.height * (0.97 if self.scene.wide else 1.35)
        if self.room is Room.WIDE:
            high = min(high, spot.width * 1.8)  # all of the face stays beside the card
        figure = self._standing(who.portrait or "", round(high))
        image, free = figure.surface, surface.get_clip()
        if self.scene.wide:
            at = image.get_rect(midbottom=(max(spot.centerx, round(spot.width * 0.5)), surface.get_height()))
            seen = at
        else:
            at = image.get_rect(midtop=(spot.centerx, round(spot.height * 0.06)))
            seen = at.clip((0, 0, surface.get_width(), self.scene.card.top))  # nobody looks out beside the card
        self._figure = figure, at, seen
        surface.set_clip(seen.clip(free))
        surface.blit(image, at, special_flags=pygame.BLEND_PREMULTIPLIED)
        surface.set_clip(free)
        if not who.portrait:
            self._paint_name(surface, who.name, seen, look)

    def _standing(self, portrait: str, height: int) -> LivePortrait:
        """Returns whoever is on the stage, as they were where it is the same one."""
        key = (portrait, self.sight.expression, height, self.sight.lying)
        if self._figure and self._figure[0].key == key:
            return self._figure[0]
        figure = LivePortrait(self.gallery, *key)
        figure.pose(self._life, self.glance)
        return figure

    @property
    def _life(self) -> Life | None:
        """Returns what the person breathes and blinks by; None where pictures keep still."""
        return self.desk.life if self.desk.preferences.motion else None

    @override
    def update(self, dt: float) -> None:
        super().update(dt)
        self.desk.life.pass_time(dt)

    @override
    def moved(self) -> list[pygame.Rect]:
        if self._figure is None:
            return []
        figure, at, seen = self._figure
        boxes = [box.move(at.topleft).clip(seen) for box in figure.pose(self._life, self.glance)]
        return [box for box in boxes if box.width and box.height]

    def _paint_name(self, surface: pygame.Surface, name: str, seen: pygame.Rect, look: Look) -> None:
        """Says below somebody of whom there is no picture who they are."""
        wide = min(text.width(name, look.px, "strong"), seen.width) + look.em(1.2)
        plate = pygame.Rect(0, 0, wide, look.em(1.7))
        plate.midbottom = (seen.centerx, min(seen.bottom, self.scene.person.bottom) - look.em(0.7))
        surface.blit(paint.round_box(plate.size, look.dp(12), look.theme.panel, look.theme.panel_edge, 1), plate)
        top = plate.y + (plate.height - text.leading(look.px, "strong")) // 2
        text.blit_line(surface, name, (plate.x + look.em(0.6), top), look.px, "strong", look.theme.text)

    def _paint_contact(self, surface: pygame.Surface, who: Person, look: Look) -> None:
        """Draws whoever writes or rings as a round picture: they do not stand in the room."""
        spot, theme = self.scene.person, look.theme
        side = round(min(spot.width * 0.84, spot.height * 0.72))
        box = pygame.Rect(0, 0, side, side)
        box.center = (spot.centerx, surface.get_height() // 2)
        rim, blur = look.dp(6), look.dp(14)
        plate = box.inflate(2 * rim, 2 * rim)
        if theme.shadow:
            shadow = paint.soft_shadow(plate.size, plate.width // 2, blur, theme.shadow + 30)
            surface.blit(shadow, (plate.x - 2 * blur, plate.y - 2 * blur + blur // 2))
        surface.blit(paint.round_box(plate.size, plate.width // 2, theme.panel), plate)
        surface.blit(paint.round_box(box.size, side // 2, theme.bg), box)
        face = self.gallery.face(who.portrait or "", self.sight.expression, side)
        surface.blit(face, box, special_flags=pygame.BLEND_PREMULTIPLIED)
        if not who.portrait:
            self._paint_name(surface, who.name, box, look)

    def _paint_phone(self, surface: pygame.Surface, look: Look) -> None:
        """Draws a phone: a dark frame, a screen, and at its top who is writing."""
        theme, card, inside = look.theme, self.scene.card, self.card_inside(look)
        blur = look.dp(16)
        if theme.shadow:
            shadow = paint.soft_shadow(card.size, look.dp(44), blur, theme.shadow + 20)
            surface.blit(shadow, (card.x - 2 * blur, card.y - 2 * blur + blur // 2))
        surface.blit(paint.round_box(card.size, look.dp(42), theme.phone, theme.choice_edge, max(1, look.dp(1))), card)
        surface.blit(paint.round_box(inside.size, look.dp(32), theme.panel), inside)
        if not self.header_high(look):
            return
        words = layout.inner(inside, look, self.room)
        who = self.scenario.cast.get(self.sight.person or "") or self.scenario.cast[self.scenario.client]
        side, left = look.em(2.0), words.x
        top = inside.y + look.em(0.55)
        if who.portrait:
            back = paint.round_box((side, side), side // 2, theme.tint, theme.panel_edge, 1)
            surface.blit(back, (left, top))
            face = self.gallery.face(who.portrait, "warm", side)
            surface.blit(face, (left, top), special_flags=pygame.BLEND_PREMULTIPLIED)
            left += side + look.em(0.6)
        step = text.leading(look.px, "strong")
        text.blit_line(surface, who.name, (left, top + (side - step) // 2), look.px, "strong", theme.text)
        line = pygame.Rect(inside.x, top + side + look.em(0.4), inside.width, max(1, look.dp(1)))
        pygame.draw.rect(surface, theme.grid, line)
