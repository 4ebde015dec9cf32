"""CPU seconds from a command to the first choice in the terminal, beside inkjs with the same story compiled.

    npm install --prefix FOLDER inkjs && python -m benchmarks.start FOLDER [--runs 15]

All are run in turn, so that a busy machine is busy for all; the median and the least of user and system time are told.
The home folder is a new one, so that the first start of all fills the cache and the rest are warm.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from benchmarks.defects.ink import as_ink
from benchmarks.ink import compiled
from game.app.library import Library
from game.locations import HOME_VARIABLE

SCENARIO = "saturday-friend"
_NODE = """
const {Story} = require(process.argv[1] + "/node_modules/inkjs/dist/ink.js");
const story = new Story(require("fs").readFileSync(process.argv[2], "utf8").replace(/^\\uFEFF/, ""));
while (story.canContinue) console.log(story.Continue());
story.currentChoices.forEach((choice, n) => console.log(n + 1, choice.text));
"""


def cpu(command: list[str], env: dict[str, str]) -> float:
    """Returns the user and system seconds of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--runs", default=15, help="How often each is run.")
def main(folder: Path, runs: int) -> None:
    """Prints a table: what was run, the median and the least."""
    story = Library(language=None).scenario(SCENARIO)
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "home"
        ink = Path(place) / "story.json"
        ink.write_text(compiled(folder, ["\n".join(as_ink(story))])[0]["made"], encoding="utf-8")
        as_usual = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        env = as_usual | {HOME_VARIABLE: str(home)}  # with compiled code, as every start but the first has it
        play = [
            sys.executable,
            "main.py",
            "play",
            SCENARIO,
            "--text",
            "--seed",
            "7",
            "--logs",
            str(Path(place) / "logs"),
        ]
        commands = {
            "python, nothing": [sys.executable, "-c", "0"],
            "to the first choice, warm": [*play, "--choices", ""],
            "a whole play by a bot, warm": [*play, "--bot", "partner"],
            "node, nothing": ["node", "-e", "0"],
            "inkjs to the first choice": ["node", "-e", _NODE, str(folder.resolve()), str(ink)],
        }
        cold = []
        for _ in range(3):
            shutil.rmtree(home, ignore_errors=True)
            cold.append(cpu(commands["to the first choice, warm"], env))
        cpu(commands["a whole play by a bot, warm"], env)
        found: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                found[name].append(cpu(command, env))
    found["to the first choice, nothing kept yet"] = cold
    click.echo(f"| {json.dumps(runs)} runs in turn | median, CPU s | least |\n| --- | ---: | ---: |")
    for name, times in found.items():
        click.echo(f"| {name} | {statistics.median(times):.3f} | {min(times):.3f} |")


if __name__ == "__main__":
    main()
