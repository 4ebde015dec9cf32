"""The ground that the screens of a play share: a blurred place, the person in it, and a card for the words."""

from __future__ import annotations

import pygame
from typing_extensions import override

from game.scenario.model import Line, Scenario
from game.window.screens.screen import Desk, Screen
from game.window.stage.figure import LivePortrait
from game.window.stage.life import Life
from game.window.toolkit import layout, paint, text
from game.window.toolkit.boxes import Column, Flow
from game.window.toolkit.controls import Button
from game.window.toolkit.look import Look
from game.window.toolkit.page import Pane
from game.window.toolkit.widgets import Widget

PHONE = "phone"


class StageScreen(Screen):
    """A screen with someone at the left and words at the right; subclasses fill the card and the bar."""

    def __init__(self, desk: Desk, scenario: Scenario) -> None:
        super().__init__(desk)
        self.scenario = scenario
        self.place = scenario.nodes[scenario.start].place
        self.person = scenario.client
        self.expression = "neutral"
        self.glance = ""  # where the eyes go: "" as the expression has them, or "lowered"
        self._figure: tuple[LivePortrait, pygame.Rect, pygame.Rect] | None = (
            None  # who stands, where, and what is seen of it
        )
        self.plate: pygame.Rect | None = None  # what the quiet buttons stand on when they are not on the card
        self.as_phone = False  # the card looks like a phone
        self.remote = False  # the person is not in the room
        self.scene = layout.ConversationLayout(
            True, pygame.Rect(0, 0, 0, 0), pygame.Rect(0, 0, 0, 0), pygame.Rect(0, 0, 0, 0)
        )

    @property
    @override
    def tone(self) -> str | None:
        return self.place

    def card_parts(self) -> list[Widget]:
        """What stands on the card, in reading order."""
        raise NotImplementedError

    def bar_parts(self) -> list[Widget]:
        """The quiet buttons; none unless a subclass says so."""
        return []

    def foot_parts(self) -> list[Widget]:
        """What stays in sight at the card's lower right."""
        return []

    def whole_parts(self) -> list[Widget] | None:
        """All that the card will hold before anything else is decided, to size it for; None fills the window."""
        return None

    @override
    def build(self, look: Look) -> list[Pane]:
        ring = 2 * look.ring + 1
        bar, foot = Flow(self.bar_parts(), 0.2), Flow(self.foot_parts(), 0.5, right=True)
        if bar.natural(look) > layout.bar_room(look) - 2 * ring:
            _without_signs(bar)  # they cost room that large text needs; beside the card there is enough
        bar_high = bar.layout(look, 0, 0, layout.bar_room(look) - 2 * ring) + 2 * ring if bar.parts else 0
        self.scene = layout.scene(look, bar_high, self.as_phone)
        self._shrink(look, [*bar.parts], [*foot.parts])
        body = layout.inner(self.card_inside(look), look)
        panes: list[Pane] = []
        self.plate = None
        if self.scene.wide:
            panes += self._foot(look, body, [*bar.parts], [*foot.parts])
        else:
            if bar.parts:
                self.plate = _plate(self.scene.bar, bar, look)
                panes.append(Pane("bar", self.scene.bar, Flow(list(bar.parts), 0.2, right=True), look, scrolls=False))
            panes += self._foot(look, body, [], [*foot.parts])
        body.height -= self._foot_high + (self.header_high(look) if self.as_phone else 0)
        body.y += self.header_high(look) if self.as_phone else 0
        body.inflate_ip(2 * ring, 2 * ring)
        column = Column(self.card_parts())
        panes.append(Pane("words", body, column, look))
        order = ["words", "foot", "bar"] if self.scene.wide else ["bar", "words", "foot"]
        return sorted(panes, key=lambda pane: order.index(pane.name))

    def _shrink(self, look: Look, bar: list[Widget], foot: list[Widget]) -> None:
        """Makes a wide scene's card only as high as all it will hold, from below, at least half the window."""
        whole = self.whole_parts()
        if whole is None or not self.scene.wide or self.as_phone:
            return
        card, ring = self.scene.card, 2 * look.ring + 1
        body = layout.inner(card, look)
        self._foot(look, body.copy(), bar, foot)
        room = body.inflate(2 * ring, 2 * ring)
        need = Pane("words", room, Column(whole), look).height
        spare = min(room.height - self._foot_high - need, card.height - round(look.height * 0.5))
        if spare > 0:
            card.height -= spare
            card.y += spare

    def _foot(self, look: Look, body: pygame.Rect, left: list[Widget], right: list[Widget]) -> list[Pane]:
        """The panes at the card's foot: quiet buttons at the left, the way on at the right; notes its height."""
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
            room = pygame.Rect(
                body.x - ring - look.em(0.4), body.bottom - highs[0] + ring, wide[0] + 2 * ring, highs[0]
            )
            if both:
                room.y = top + (total - highs[0]) // 2
            panes.append(Pane("bar", room, quiet, look, scrolls=False))
        if right:
            x = body.right - wide[1] - ring
            y = top + (total - highs[1]) // 2 if both else top
            panes.append(Pane("foot", pygame.Rect(x, y, wide[1] + 2 * ring, highs[1]), way_on, look, scrolls=False))
        return panes

    def card_inside(self, look: Look) -> pygame.Rect:
        """The part of the card that is paper or a phone's screen."""
        card = self.scene.card
        return card.inflate(-2 * layout.bezel(look), -2 * layout.bezel(look)) if self.as_phone else card

    def header_high(self, look: Look) -> int:
        """How high a phone's header is, in pixels; none where large text needs the room."""
        return look.em(2.6) if self.scene.card.height > look.em(15) else 0

    def face_line(self, lines: list[Line]) -> None:
        """Turns the portrait to the last of these lines that somebody with a portrait says."""
        for line in reversed(lines):
            who = self.scenario.cast.get(line.speaker)
            if who is not None and who.portrait:
                self.person, self.expression = line.speaker, str(line.expression)
                return

    @override
    def ground_key(self) -> object:
        return self.place, self.person, self.expression, self.as_phone, self.remote, self.scene, self.plate

    @override
    def paint_ground(self, surface: pygame.Surface, look: Look) -> None:
        surface.blit(self.desk.gallery.place(self.place, surface.get_size(), blurred=True), (0, 0))
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

    def _paint_person(self, surface: pygame.Surface, look: Look) -> None:
        """Draws the portrait standing on the lower edge of its place."""
        spot, who = self.scene.person, self.scenario.cast.get(self.person)
        if who is None or not who.portrait or spot.height < 40:
            self._figure = None
            return
        if self.scene.wide and self.remote:
            self._figure = None
            self._paint_contact(surface, who.portrait, look)
            return
        figure = self._standing(who.portrait, round(spot.height * (0.97 if self.scene.wide else 1.35)))
        image, free = figure.surface, surface.get_clip()
        if self.scene.wide:
            at = image.get_rect(midbottom=(max(spot.centerx, round(spot.width * 0.5)), surface.get_height()))
            seen = at
        else:
            at = image.get_rect(midtop=(spot.centerx, round(spot.height * 0.06)))
            seen = at.clip((0, 0, surface.get_width(), self.scene.card.centery))
        self._figure = figure, at, seen
        surface.set_clip(seen.clip(free))
        surface.blit(image, at, special_flags=pygame.BLEND_PREMULTIPLIED)
        surface.set_clip(free)

    def _standing(self, portrait: str, height: int) -> LivePortrait:
        """Whoever stands on the stage, as they were where it is the same one."""
        key = (portrait, self.expression, height)
        if self._figure and self._figure[0].key == key:
            return self._figure[0]
        figure = LivePortrait(self.desk.gallery, *key)
        figure.pose(self._life, self.glance)
        return figure

    @property
    def _life(self) -> Life | None:
        """What the person breathes and blinks by; None where pictures keep still."""
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

    def _paint_contact(self, surface: pygame.Surface, portrait: str, look: Look) -> None:
        """Draws whoever writes as a round picture: on a phone nobody stands in the room."""
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
        face = self.desk.gallery.face(portrait, self.expression, side)
        surface.blit(face, box, special_flags=pygame.BLEND_PREMULTIPLIED)

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
        words = layout.inner(inside, look)
        who = self.scenario.cast[self.scenario.client]
        side, left = look.em(2.0), words.x
        top = inside.y + look.em(0.55)
        if who.portrait:
            back = paint.round_box((side, side), side // 2, theme.tint, theme.panel_edge, 1)
            surface.blit(back, (left, top))
            face = self.desk.gallery.face(who.portrait, "warm", side)
            surface.blit(face, (left, top), special_flags=pygame.BLEND_PREMULTIPLIED)
            left += side + look.em(0.6)
        step = text.leading(look.px, "strong")
        text.blit_line(surface, who.name, (left, top + (side - step) // 2), look.px, "strong", theme.text)
        line = pygame.Rect(inside.x, top + side + look.em(0.4), inside.width, max(1, look.dp(1)))
        pygame.draw.rect(surface, theme.grid, line)


def _without_signs(bar: Flow) -> None:
    """Takes the icons off a bar's buttons."""
    for part in bar.parts:
        if isinstance(part, Button):
            part.sign = ""


def _plate(room: pygame.Rect, bar: Flow, look: Look) -> pygame.Rect:
    """The ground for quiet buttons that stand at the right of a room: contrast does not hang on the picture."""
    ring = 2 * look.ring + 1
    wide = min(room.width, bar.natural(look) + 2 * ring)
    return pygame.Rect(room.right - wide, room.y, wide, room.height)
