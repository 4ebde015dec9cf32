"""A page in real browsers: `plays` to the end in Chromium, Firefox and WebKitGTK, `kills` of each, `speed` over a line
that drips.

    xvfb-run -a python -m benchmarks.page_in_browsers plays saturday-friend fine-fine sixteen
    xvfb-run -a python -m benchmarks.page_in_browsers kills --times 100
    xvfb-run -a python -m benchmarks.page_in_browsers speed
    npm install --prefix FOLDER inkjs && xvfb-run -a python -m benchmarks.page_in_browsers speed --inkjs FOLDER --twine

With `--inkjs` a page of ink's own of the same story is measured after each of ours, in the same run; with `--twine` one
of Twine's own, whose format is fetched from npm (`snowman.py` says how). `--beside PAGE.html` measures a page that has
the names which `page/ink_page.mjs` gives.
It needs Node, and Debian's chromium, firefox-esr and webkit2gtk-driver; `benchmarks/page/` drives them.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
from pathlib import Path

from benchmarks.defects.ink import as_ink
from benchmarks.snowman import snowman_page
from game.app.library import Library
from game.play.journal import read_journal
from game.play.report import number
from game.rubric.score import score
from game.web.page import page

HERE = Path(__file__).parent / "page"
ENGINES = ["chromium", "firefox", "webkit"]
RUN = re.compile(r"^(?P<where>.+): (?P<steps>\d+) steps, (?P<file>\S+\.txt): (?P<figures>.*)$")


def driven(script: str, *arguments: str) -> list[str]:
    """What a script of `benchmarks/page/` says, line by line, said here too."""
    if not (HERE / "node_modules").exists():
        subprocess.run(["npm", "ci", "--ignore-scripts"], cwd=HERE, check=True)
    told = []
    with subprocess.Popen(["node", str(HERE / script), *arguments], stdout=subprocess.PIPE, text=True) as running:
        for line in running.stdout or ():
            print(line.rstrip(), flush=True)
            told.append(line.rstrip())
    return told


def held_against_score(told: list[str], scenario: str, folder: Path) -> None:
    """Says of how many plays the saved journal scores as the screen had shown."""
    exact = Library.shipped().exact(scenario)
    runs = [found for line in told if (found := RUN.match(line))]
    same = 0
    for run in runs:
        journal = read_journal(folder / run["file"])
        card = score(exact, [choice.option for choice in journal.choices])
        axes, parts = card.axes.values(), card.components.values()
        readings = sorted(number(one.path) for one in (*axes, *parts))
        shown = sorted(re.findall(r"\d+(?= of 100)|no score", run["figures"]))
        same += readings == shown
        if readings != shown:
            print(f"  {run['file']}: score says {readings}, the screen said {shown}")
    print(f"{scenario}: {same} of {len(runs)} plays scored as was shown")


def ink_page(scenario: str, inkjs: Path, folder: Path) -> Path:
    """The same story as a page of ink's own."""
    story, made = folder / f"{scenario}.ink", folder / f"{scenario}-ink.html"
    story.write_text("\n".join(as_ink(Library.shipped().scenario(scenario))), encoding="utf-8")
    driven("ink_page.mjs", str(inkjs), str(story), str(made))
    return made


def main() -> None:
    """Runs what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["plays", "kills", "speed"])
    parser.add_argument("scenarios", nargs="*", default=["saturday-friend"])
    parser.add_argument("--engine", action="append", default=[], help="chromium, firefox or webkit (default: all)")
    parser.add_argument("--times", type=int, default=100, help="how often each browser is killed")
    parser.add_argument("--inkjs", type=Path, help="with `speed`: a folder that inkjs was installed in")
    parser.add_argument("--twine", action="store_true", help="with `speed`: measure a page of Twine's own too")
    parser.add_argument(
        "--beside", type=Path, action="append", default=[], help="with `speed`: another page to measure"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for scenario in asked.scenarios:
            file = folder / f"{scenario}.html"
            file.write_bytes(page(Library.shipped(), [scenario]))
            print(f"{scenario}: {file.stat().st_size / 1000:,.0f} kB")
            more = [str(folder)] if asked.what == "plays" else [str(asked.times)] if asked.what == "kills" else []
            engines = asked.engine or ENGINES
            if asked.what == "kills" and "webkit" in engines:
                driven("kills_alone.mjs", str(file), *more)
                engines = [one for one in engines if one != "webkit"]
            told = driven(f"{asked.what}.mjs", str(file), *more, *engines) if engines else []
            if asked.what == "speed":
                others = [*([ink_page(scenario, asked.inkjs, folder)] if asked.inkjs else []), *asked.beside]
                others += [snowman_page(Library.shipped().scenario(scenario), folder)] if asked.twine else []
                for other in others:
                    print(f"{other.name}: {other.stat().st_size / 1000:,.0f} kB", flush=True)
                    driven("speed.mjs", str(other), *engines)
            if asked.what == "plays":
                held_against_score(told, scenario, folder)


if __name__ == "__main__":
    main()
