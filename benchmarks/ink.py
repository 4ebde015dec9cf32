"""The same defects told by `check` and by inkjs's compiler, in the same story written as ink.

    npm install --prefix FOLDER inkjs && python -m benchmarks.ink FOLDER [--places 25]

What inkjs compiles to the same as before is harmless there: it is left out and counted.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
from pathlib import Path
from typing import Any

import click

from benchmarks.defects.ink import PLANTS, as_ink
from benchmarks.mutations import every_kind, measure, originals
from game.author.bench import the_rubric

_NODE = """
const {Compiler, CompilerOptions} = require(process.argv[1] + "/node_modules/inkjs/compiler/Compiler");
const told = JSON.parse(require("fs").readFileSync(0, "utf8")).map(text => {
  const said = []; let made = "";
  try {
    made = new Compiler(text, new CompilerOptions(null, [], false, message => said.push(message))).Compile().ToJson();
  } catch (error) { if (!said.length) said.push("thrown: " + error.message); }
  return {said, made};
});
console.log(JSON.stringify(told));
"""


def compiled(folder: Path, texts: list[str]) -> list[dict[str, Any]]:
    """What inkjs says of each text (`said`), and what it makes of it (`made`)."""
    command = ["node", "-e", _NODE, str(folder.resolve())]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, encoding="utf-8", check=True)
    told: list[dict[str, Any]] = json.loads(done.stdout)
    return told


@click.command()
@click.argument("folder", type=click.Path(exists=True, path_type=Path))
@click.option("--places", default=25, help="At how many places each kind is planted.")
def main(folder: Path, places: int) -> None:
    """Prints, for each kind, how often either tells the defect, and how often on its line."""
    scenarios = originals(the_rubric())
    stories = [as_ink(original.scenario) for original in scenarios]
    whole = compiled(folder, ["\n".join(story) for story in stories])
    click.echo(f"inkjs on the untouched stories: {[len(story['said']) for story in whole]} warnings and errors.\n")
    click.echo("| defect | check tells | on its line | inkjs tells | on its line | harmless to inkjs |")
    click.echo("| --- | ---: | ---: | ---: | ---: | ---: |")
    kinds = {name: kind for _, name, kind in every_kind()}
    for name, plant in PLANTS.items():
        planted = []
        for seed in range(places):
            which = seed % len(stories)
            if defect := plant(stories[which], random.Random(f"{name} {seed}")):
                planted.append((which, defect))
        told = compiled(folder, ["\n".join(defect.lines) for _, defect in planted])
        real = [
            (d, t["said"]) for (which, d), t in zip(planted, told, strict=True) if t["made"] != whole[which]["made"]
        ]
        lines = [{int(n) for message in said for n in re.findall(r"line (\d+)", message)} for _, said in real]
        found = sum(bool(said) for _, said in real)
        exact = sum(bool(defect.true & at) for (defect, _), at in zip(real, lines, strict=True))
        ours = measure(name, kinds[name], scenarios, places)
        mine = f"{ours.found} of {ours.planted} | {ours.exact}"
        click.echo(f"| {name} | {mine} | {found} of {len(real)} | {exact} | {len(planted) - len(real)} |")


if __name__ == "__main__":
    main()
