"""A class as a teacher meets it: journals on two sticks and in a zip, some twice, some torn, and among them what is
old, foreign, broken or hostile.

    python -m tests.debrief.a_class OUT --plays 30 --seed 1
"""

from __future__ import annotations

import argparse
import json
import os
import random
import zipfile
from dataclasses import replace
from pathlib import Path

from game.debrief.figures.model import ScoredPlay
from game.play.events import Begun, Finished, as_line
from tests.debrief.a_class import AT, a_play, the_exact

PEOPLE = (
    "Ana Ruiz|Björn Åkesson|Chidi Okafor|Dilnoza Karimova|Émile Roy|Fatima Zahra|Giulia Conti|Hana Sato|Iosif Popa|"
    "Jun Park|Kwame Mensah|Léa Martin|Mateo Cruz|Nour Haddad|Olek Nowak|Priya Nair|Quinn Doyle|Rosa Lima|"
    "Søren Holm|Tariq Aziz"
)
HOSTILE_NAMES = (
    "<script>alert(1)</script>",
    '=HYPERLINK("http://evil.example","click")',
    "../../../etc/passwd",
    "\u202egnirts\u202c \u0007\u001b[31m",
    "' onmouseover='alert(1)",
)
ANSWERS = (
    "I would say: it is a bit odd, shall we talk first?",
    "The fee. I went vague.",
    "<img src=x onerror=alert(1)> I would ask her.",
    "+1+1|cmd",
    "My sister. Start slow.",
)


def journal_bytes(play: ScoredPlay, player: str | None = None, class_code: str | None = "4B") -> bytes:
    """The play as the lines of a journal, under a name."""
    begun, *rest = play.journal.events
    assert isinstance(begun, Begun)
    shown = {name: r.path for name, r in {**play.card.components, **play.card.axes}.items()} if play.card else {}
    lines = [as_line(replace(begun, player=player, class_code=class_code))]
    lines += [as_line(replace(event, card=shown) if isinstance(event, Finished) else event) for event in rest]
    return b"".join(lines)


def write_class(out: Path, plays: int = 30, seed: int = 1, scenario: str = "saturday-friend") -> int:
    """Fills a folder with a class of this many good sessions and everything else; how many files there are."""
    dice = random.Random(seed)
    exact = the_exact(scenario)
    sticks = [out / "stick-1", out / "stick-2" / "logs", out / "shared"]
    for folder in sticks:
        folder.mkdir(parents=True, exist_ok=True)
    good = []
    for i in range(plays):
        answers = [dice.choice(ANSWERS) for _ in range(2)] if i % 3 == 0 else []
        name = HOSTILE_NAMES[i // 6] if i % 6 == 5 and i // 6 < len(HOSTILE_NAMES) else PEOPLE.split("|")[i % 20]
        data = journal_bytes(a_play(exact, 1000 * seed + i, answers), None if i % 7 == 6 else name)
        good.append(data)
        (sticks[i % 3] / f"{AT:%Y%m%d}-{scenario}-{i:03}.jsonl").write_bytes(data)
    with zipfile.ZipFile(out / "lms-download.zip", "w") as archive:
        for i, data in enumerate(good[:5]):  # the same again, as a learning system packs them
            archive.writestr(f"Ana Ruiz_{i}_assignsubmission/{i}.jsonl", data)
    (out / "shared" / "early-copy.jsonl").write_bytes(b"".join(good[-1].splitlines(keepends=True)[:4]))
    torn = journal_bytes(a_play(exact, 1000 * seed + 900), "Torn Tail")
    (out / "stick-1" / "torn.jsonl").write_bytes(torn[: len(torn) * 2 // 3])
    begun, *rest = a_play(exact, 1000 * seed + 901).journal.events
    assert isinstance(begun, Begun)
    old = replace(begun, scenario="a-scenario-long-gone", title="Long gone")
    (out / "stick-2" / "gone.jsonl").write_bytes(b"".join(as_line(e) for e in (old, *rest)))
    newer = json.loads(good[0].splitlines()[0]) | {"format": 9, "session": "f" * 32}
    (out / "shared" / "newer.jsonl").write_text(json.dumps(newer, separators=(",", ":")) + "\n", encoding="utf-8")
    hostile(out / "shared")
    return sum(len(names) for _, _, names in os.walk(out))


def hostile(folder: Path) -> None:
    """Files that no class should have and some do."""
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff" + os.urandom(200))
    (folder / "notes.txt").write_text("Bring the cake.\n", encoding="utf-8")
    (folder / "empty.jsonl").write_bytes(b"")
    (folder / "noise.jsonl").write_bytes(os.urandom(5000))
    (folder / "nested.jsonl").write_bytes(b'{"n":0,"a":' + b"[" * 200_000 + b"\n")
    (folder / "megabyte.jsonl").write_bytes(b'{"n":0,"event":"begun","player":"' + b"A" * 1_000_000 + b'"}\n')
    (folder / "broken.zip").write_bytes(b"PK\x03\x04" + os.urandom(300))
    (folder / "=cmd|'-C calc'!A0.jsonl").write_bytes(b"not a journal\n")
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.jsonl", b"0" * (32 * 1024 * 1024))
        archive.writestr("../../../escaped.jsonl", b"x\n")
    (folder / "loop").mkdir(exist_ok=True)
    for link, target in (("loop/again", folder), ("self", folder / "self")):
        if not (folder / link).is_symlink():
            (folder / link).symlink_to(target)
    if hasattr(os, "mkfifo") and not (folder / "pipe.jsonl").exists():
        os.mkfifo(folder / "pipe.jsonl")


def main() -> None:
    """Writes a class and says so."""
    parser = argparse.ArgumentParser(description="Invents a class's journals.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--plays", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scenario", default="saturday-friend")
    wanted = parser.parse_args()
    count = write_class(wanted.out, wanted.plays, wanted.seed, wanted.scenario)
    print(f"{count} files in {wanted.out}: {wanted.plays} good sessions of {wanted.scenario}, and everything else.")
