"""A draft whose texts fit into a scenario file: what is too long goes elsewhere, or is cut and told."""

from __future__ import annotations

from dataclasses import replace

from game.author.twee.draft import DraftLine, DraftNode, DraftOption, DraftScenario
from game.author.twee.story import Loss

LONGEST_TEXT, LONGEST_TITLE = 1900, 150


def fitted(draft: DraftScenario, losses: list[Loss]) -> DraftScenario:
    """Returns the draft with every text in the length that its place allows; adds what was cut."""
    return _Fitting(losses).whole(draft)


class _Fitting:
    def __init__(self, losses: list[Loss]) -> None:
        self.losses = losses
        self.line, self.passage = 1, ""

    def whole(self, draft: DraftScenario) -> DraftScenario:
        title = self._cut(draft.title, "the story's title", LONGEST_TITLE)
        return replace(draft, title=title, scenes=tuple(map(self._scene, draft.scenes)))

    def _scene(self, scene: DraftNode) -> DraftNode:
        self.line, self.passage = scene.line or 1, scene.passage
        longest = {"title": LONGEST_TITLE}
        notes = tuple((key, self._cut(text, f"the {key}", longest.get(key, LONGEST_TEXT))) for key, text in scene.notes)
        if (ending := scene.ending) is None:
            return replace(scene, notes=notes, choices=tuple(map(self._choice, scene.choices)))
        *before, last = pieces(ending.text)
        ending = replace(
            ending, text=last, title=self._cut(ending.title, "the title", LONGEST_TITLE),
            outcome=self._cut(ending.outcome, "the outcome"),
        )  # fmt: skip
        lines = (*scene.lines, *(DraftLine("", "", text) for text in before))
        return replace(scene, notes=notes, lines=lines, ending=ending)

    def _choice(self, one: DraftOption) -> DraftOption:
        self.line = one.line or self.line
        return replace(
            one, words=self._cut(one.words, "the words of a link"), locked=self._cut(one.locked, "why it is locked"),
            feedback=self._cut(one.feedback, "the feedback"), instead=self._cut(one.instead, "the better words"),
        )  # fmt: skip

    def _cut(self, text: str, what: str, longest: int = LONGEST_TEXT) -> str:
        if len(text) <= longest:
            return text
        kept = text[:longest].rpartition(" ")[0] or text[:longest]
        self.losses.append(Loss(self.line, self.passage, f"the rest of {what}, after “…{kept[-30:].strip()}”"))
        return kept


def pieces(text: str) -> list[str]:
    """Returns the text in pieces that fit into a line of dialogue, cut at blanks."""
    found = []
    while len(text) > LONGEST_TEXT:
        cut = text.rfind(" ", 1, LONGEST_TEXT)
        cut = cut if cut > 0 else LONGEST_TEXT
        found.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*found, text]
