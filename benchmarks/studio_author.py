"""A scenario of ten scenes written from nothing in the studio, by mouse and keyboard, as a person would.

`python -m benchmarks.studio_author` begins with an empty page, writes `studio_story.json` through the form alone, and
then has it checked, plays it to an ending, exports it as a page and plays that. It prints how many steps that took.
With `--pictures FOLDER` it takes a picture of what it wrote. With `--word` the same story is brought as a Word draft.
"""

from __future__ import annotations

import argparse
import io
import json
import shutil
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from game.app.library import Library
from game.author.check.problems import examine
from game.scenario.load import load_file
from tests.studio.a_page import Author, author

STORY = json.loads((Path(__file__).parent / "studio_story.json").read_text("utf-8"))
FILE = "two-doors-down.yaml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def a_draft() -> bytes:
    """Returns the story as a Word file: a heading a scene, its lines and its options in tables."""
    import docx

    draft = docx.Document()
    draft.add_heading(STORY["title"], 0)
    draft.add_paragraph("You are a massage therapist. Marta Ruiz lives two doors down.")
    for n, scene in enumerate(STORY["scenes"]):
        draft.add_heading(scene["title"], 1)
        rules = "social" if scene["place"] in ("street", "cafe") else "therapeutic"
        draft.add_paragraph(f"Place: {scene['place'].replace('-', ' ')}. Rules: {rules}")
        lines = [("Who", "How", "Words"), *((who or "", face, words) for who, face, words in scene["lines"])]
        options = [("You say", "Moves", "Evidence", "Answer", "Feedback", "Another line", "Goes to")]
        for at, one in enumerate(scene["choices"]):
            if n + 1 < len(STORY["scenes"]):
                way = STORY["scenes"][n + 1]["title"]
            else:
                title, kind = STORY["endings"][at][:2]
                way = f"END {kind}: {title}"
            said = (one["words"], one["move"], one["evidence"], one["reply"], one["feedback"])
            options.append((*said, one.get("instead", ""), way))
        for rows in (lines, options):
            table = draft.add_table(0, len(rows[0]))
            for row in rows:
                for cell, words in zip(table.add_row().cells, row, strict=True):
                    cell.text = words
    out = io.BytesIO()
    draft.save(out)
    return out.getvalue()


class Hands:
    """What a person does at a page: pointing, typing, choosing from lists; every step is counted."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.steps: Counter[str] = Counter()

    def click(self, what: Any) -> None:
        """Points at something and presses it."""
        what.click()
        self.steps["clicks"] += 1

    def type(self, words: str) -> None:
        """Types, key by key, in the place of what stands there."""
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)
        self.steps["keys"] += len(words) + 1

    def press(self, key: str) -> None:
        """Presses one key."""
        self.page.keyboard.press(key)
        self.steps["keys"] += 1

    def fill(self, field: Any, words: str) -> None:
        """Clicks into a field and types."""
        self.click(field)
        self.type(words)

    def choose(self, field: Any, title: str) -> None:
        """Takes one from a list."""
        field.select_option(label=title)
        self.steps["choices from lists"] += 1


class Writer:
    """Somebody who writes the story in the form."""

    def __init__(self, somebody: Author) -> None:
        self.author, self.page = somebody, somebody.page
        self.hands = Hands(self.page)

    def button(self, name: str, within: Any = None) -> Any:
        """Returns the button of this name."""
        return (within or self.page).get_by_role("button", name=name, exact=True)

    def begin(self) -> None:
        """An empty page with a title, and who it is about."""
        hands, page = self.hands, self.page
        hands.click(self.button("An empty page"))
        hands.type(STORY["title"])
        hands.press("Enter")
        page.get_by_role("region", name="The scene", exact=True).wait_for()
        hands.click(page.get_by_role("button", name="People"))
        hands.fill(page.get_by_label("Name", exact=True), STORY["client"])
        hands.fill(page.get_by_label("Who they are to you"), "your neighbor at number nine")
        hands.fill(page.get_by_label("Pronouns"), "she/her")
        hands.click(page.get_by_role("button", name="The portrait of"))
        hands.click(page.get_by_role("dialog").get_by_role("button", name="Leila"))
        hands.choose(page.get_by_label("What is written"), "About it")
        hands.fill(page.get_by_label("One line for its card"), "A neighbor's back, and two gates that share a fence.")
        hands.fill(page.get_by_label("Briefing"), "You are a massage therapist. Marta Ruiz lives two doors down.")
        hands.fill(
            page.get_by_label("The one question"), "Can you be a good neighbor and a good therapist to one person?"
        )

    def scene(self, n: int) -> None:
        """One scene: its title and place, its lines, its three options."""
        hands, page, scene = self.hands, self.page, STORY["scenes"][n]
        title = page.get_by_label("Title of the scene")
        if n == 0:
            hands.choose(page.get_by_label("What is written"), "The beginning")
            hands.fill(title, scene["title"])
        title.wait_for()
        hands.click(page.get_by_role("button", name="Where:"))
        place = scene["place"].replace("-", " ")
        hands.click(page.get_by_role("dialog").get_by_role("button", name=place, exact=True))
        frame = "Among friends" if scene["place"] in ("street", "cafe") else "At work"
        rules = page.get_by_label("Whose rules hold here")
        hands.choose(rules, next(one for one in rules.locator("option").all_inner_texts() if one.startswith(frame)))
        for at, line in enumerate(scene["lines"]):
            who, face, words = line
            self.line(page.get_by_role("region", name="What is said and seen"), at, who, face, words, prefix="line ")
        for at, choice in enumerate(scene["choices"]):
            self.option(n, at, choice)

    def line(self, where: Any, at: int, who: str | None, face: str, words: str, prefix: str, suffix: str = "") -> None:
        """One line: who speaks, with which face, the words. Enter made the row, where one stood above."""
        hands = self.hands
        name = f"{prefix}{at + 1}{suffix}"
        row = where.get_by_role("group", name=name, exact=True)
        if not row.count():
            hands.click(self.button("+ line", where))
        hands.choose(row.get_by_label("Who speaks"), STORY["client"] if who else "What is seen")
        if face and face != "neutral":
            hands.click(row.get_by_role("button", name=f"{STORY['client']} looks"))
            shown = "thinks (not heard)" if face == "thinks" else face
            hands.click(self.page.get_by_role("dialog").get_by_role("button", name=shown, exact=True))
        hands.fill(row.get_by_label(f"The words of {name}"), words)

    def option(self, n: int, at: int, choice: dict[str, Any]) -> None:
        """One option: its words, what they do, what it does to her, her answer, the feedback, where it goes."""
        hands, page, name = self.hands, self.page, f"option {at + 1}"
        card = page.get_by_role("article", name=name, exact=True)
        if not card.count():
            hands.click(self.button("+ option"))
        acts = choice["words"].startswith("Stand there")
        if acts:
            hands.choose(card.get_by_label(f"Say or do, {name}"), "You do")
        words = card.get_by_label(f"What you {'do' if acts else 'say'}, {name}")
        hands.fill(words, choice["words"])
        begin = choice["words"].index(choice["evidence"])
        words.evaluate("(field, [a, b]) => field.setSelectionRange(a, b)", [begin, begin + len(choice["evidence"])])
        hands.steps["selections"] += 1
        hands.click(self.button("+ what these words do", card))
        dialog = page.get_by_role("dialog")
        hands.fill(dialog.get_by_label("Search"), choice["move"])
        hands.click(dialog.locator("button.pick:not(.dim)").first)
        for part, by in choice["state"].items():
            step = f"{part.capitalize()}: {'more' if by > 0 else 'less'}"
            for _ in range(abs(by)):
                hands.click(card.get_by_role("button", name=step))
        if at == 0:
            self.leads(n, card)
        fold = card.get_by_role("group", name=f"The answer to {name}")
        if not fold.is_visible():
            hands.click(card.locator("summary").first)
        self.line(fold, 0, STORY["client"], "", choice["reply"], "answer ", f" to {name}")
        hands.fill(card.get_by_label("Feedback"), choice["feedback"])
        if "instead" in choice:
            hands.fill(card.get_by_label("Another line to try"), choice["instead"])

    def leads(self, n: int, card: Any) -> None:
        """The first option leads to a scene that is made as it is chosen; the others take that over."""
        hands = self.hands
        last = n == len(STORY["scenes"]) - 1
        hands.choose(card.get_by_label("then it goes to"), "A new ending …" if last else "A new scene …")
        hands.type(STORY["endings"][0][0] if last else STORY["scenes"][n + 1]["title"])
        hands.press("Enter")

    def bring(self) -> None:
        """The story comes as a Word draft; what it says needs a look is printed."""
        hands, page = self.hands, self.page
        page.get_by_label("Choose a file …").set_input_files(
            {"name": "draft.docx", "mimeType": WORD, "buffer": a_draft()}
        )
        hands.steps["files chosen"] += 1
        desk = page.get_by_role("region", name="The scene", exact=True)
        opens = self.button("Open it")
        desk.or_(opens).first.wait_for()
        if opens.count():
            for told in page.locator("section.card").filter(has=opens).get_by_role("listitem").all_inner_texts():
                print(f"to look at: {told}", flush=True)
            hands.click(opens)
            desk.wait_for()

    def endings(self) -> None:
        """Three endings; the last scene leads to them by how she feels."""
        hands, page = self.hands, self.page
        for n, (title, kind, text, outcome) in enumerate(STORY["endings"]):
            if n:
                card = page.get_by_role("article", name=f"option {n + 1}", exact=True)
                hands.choose(card.get_by_label("then it goes to"), "A new ending …")
                hands.type(title)
                hands.press("Enter")
            hands.choose(page.get_by_label("What is written"), title)
            kinds = {"best": "As good as", "mixed": "Something held", "poor": "It cost"}
            came = page.get_by_label("How it came out")
            hands.choose(
                came, next(one for one in came.locator("option").all_inner_texts() if one.startswith(kinds[kind]))
            )
            hands.fill(page.get_by_label("What it came to, in two"), text)
            hands.fill(page.get_by_label("What it came to for the other"), outcome)
            hands.choose(page.get_by_label("What is written"), STORY["scenes"][-1]["title"])

    def tidy(self) -> None:
        """The ending that came with the empty page goes; questions for the class come."""
        hands, page = self.hands, self.page
        hands.choose(page.get_by_label("What is written"), "The end")
        hands.click(page.get_by_text("More of this scene"))
        hands.click(self.button("Delete this scene …"))
        hands.click(self.button("Delete it"))
        hands.choose(page.get_by_label("What is written"), "After the play")
        for group, asked in (("Questions for the class", "discussion"), ("Questions that the player", "reflection")):
            box = page.get_by_role("group", name=group)
            for question in STORY[asked]:
                hands.click(self.button("+ question", box))
                hands.type(question)

    def look_over(self) -> None:
        """What the studio still finds worth a look: the minutes are set, and the rest is left, for a reason."""
        hands, page = self.hands, self.page
        hands.choose(page.get_by_label("What is written"), "About it")
        minutes = page.get_by_role("spinbutton", name="Minutes")
        hands.click(minutes)
        while by := STORY["minutes"] - int(minutes.get_attribute("aria-valuenow")):
            hands.press("ArrowUp" if by > 0 else "ArrowDown")
        self.author.saved()
        hands.click(page.get_by_role("tab", name="Problems"))
        page.get_by_text("Every way through is still being followed").wait_for(state="detached")
        hands.click(page.get_by_role("button", name="Leave it, and say why …"))
        hands.type(STORY["leave"])
        hands.press("Enter")
        page.get_by_text("Left as it is, for a reason").wait_for()

    def write(self, began: float) -> None:
        """The whole story, from an empty page; says when each scene was done."""
        self.begin()
        for n, scene in enumerate(STORY["scenes"]):
            if n:
                self.hands.click(self.page.get_by_role("button", name=f"Go to {scene['title']}").first)
            self.scene(n)
            print(f"{time.monotonic() - began:6.1f} s  {scene['title']}", flush=True)
        self.endings()
        self.tidy()
        self.look_over()

    def play(self) -> int:
        """Plays to an ending beside the form; returns how many choices that took."""
        hands, page = self.hands, self.page
        hands.click(page.get_by_role("tab", name="Play"))
        hands.click(self.button("From the start"))
        play = page.frame_locator("iframe")
        ways = play.locator("button.option:not([aria-disabled]), .foot button.primary")
        choices = 0
        while not play.get_by_text(STORY["endings"][1][0]).count():
            ways.first.wait_for()
            option = play.locator("button.option").nth(1)
            before = page.locator(".where").inner_text()
            if option.count():
                self.author.choose(option.inner_text().split("\n")[-1])
                choices += page.locator(".where").inner_text() != before
            else:
                play.locator(".foot button.primary").evaluate_all("found => found[0]?.click()")
        return choices


def written(folder: Path, pictures: Path | None, word: bool) -> dict[str, Any]:
    """Writes the story in a real browser, or brings it from Word; returns what it took."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        with author(browser, folder) as somebody:
            writer, began = Writer(somebody), time.monotonic()
            if word:
                writer.bring()
            else:
                writer.write(began)
            somebody.saved()
            wrote = time.monotonic() - began
            if pictures:
                somebody.page.screenshot(path=pictures / "written.png")
            choices = writer.play()
            writer.hands.click(writer.button("Send"))
            with somebody.page.expect_download() as sent:
                writer.hands.click(somebody.page.get_by_role("button", name="A page to play"))
            page = folder / "sent.html"
            sent.value.save_as(page)
            return {
                "steps": writer.hands.steps,
                "seconds": wrote,
                "choices": choices,
                "page": page.stat().st_size,
                "complaints": [told for told in somebody.complaints if "409" not in told],
            }


def main() -> None:
    """Writes, checks, plays, sends, and prints what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--word", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "mine"
        told = written(folder, asked.pictures, asked.word)
        rubric = Library.shipped(None).rubric
        loaded = load_file(folder / FILE, rubric.moves)
        found = list(examine(loaded, rubric).found)
    errors = [one for one in found if one.is_error]
    nodes = loaded.scenario.nodes if loaded.scenario else {}
    print(f"scenes and endings: {len(nodes)}; errors: {len(errors)}; warnings: {len(found) - len(errors)}")
    print("steps:", ", ".join(f"{count} {kind}" for kind, count in told["steps"].most_common()))
    print(f"written in {told['seconds']:.0f} s by a script; played in {told['choices']} choices; "
          f"page {told['page'] // 1024} kB; complaints of the browser: {told['complaints'] or 'none'}")  # fmt: skip
    for one in found:
        print(f"{one.severity.value} {one.code}, line {one.place.line}: {one.message} {one.hint}")


if __name__ == "__main__":
    main()
