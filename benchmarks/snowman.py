"""The same story as a page of Twine's own, in the story format Snowman 1.3.0.

No package carries Twine's formats as such. The npm package extwee, a compiler for Twine stories, has a published story
of Snowman's among its logs, the whole format in it; our story is put in its place. It is written in Snowman's
own way, since `export twee` writes for SugarCube: text, choices and state, without feedback or a journal.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from benchmarks.defects.ink import plain
from game.scenario.model import Branch, Condition, Line, Option, Scenario, repaired

PACKAGE = "extwee@2.3.18"
PUBLISHED = "node_modules/extwee/logs/arrays.html"
BLOCKS = "#passage .option { display: block; margin: 1rem 0 }"  # a click between two lines of a link would miss it
# the names that `page/playing.mjs` and `page/speed.mjs` look for: a stage with its turns, options, a screen
HOOKS = """
let turns = 0;
$(window).on("showpassage:after", () => {
  $("#passage a[data-passage]").addClass("option");
  if (!$("#passage .option").length) document.body.dataset.screen = "over";
  document.querySelector(".stage").dataset.turns = String(turns);
  if (!turns++) performance.mark("ready");
});
"""


def snowman_page(scenario: Scenario, folder: Path) -> Path:
    """Returns the page, written into this folder; fetches the format from npm."""
    asked = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder)]
    subprocess.run([*asked, PACKAGE], check=True)
    published = (folder / PUBLISHED).read_text(encoding="utf-8")
    before, _, rest = published.partition("<tw-storydata")
    after = rest.partition("</tw-storydata>")[2]
    assert 'format="Snowman" format-version="1.3.0"' in rest, f"{PACKAGE} carries another page than it did"
    engine, _, _ = after.partition("<script defer src=")  # a counter of the site that it was published on
    before = before.replace("<body>", '<body data-screen="conversation">', 1)
    before = before.replace('<div id="passage">', '<div id="passage" class="stage" data-turns="0">', 1)
    before = before.replace("</style>", f"{BLOCKS}</style>", 1)
    made = folder / f"{scenario.id}-snowman.html"
    made.write_text(f"{before}{_story(scenario)}{engine}</body></html>", encoding="utf-8")
    return made


def _story(scenario: Scenario) -> str:
    """The story's data: a passage for each node and for each option, with the state in a script."""
    state = scenario.client_state
    begins = "".join(f"window.story.state.{part} = {getattr(state, part)};" for part in ("trust", "ease", "voice"))
    passages = dict(_passages(scenario))
    first = 1 + list(passages).index(scenario.start)
    rows = [
        f'<tw-storydata name="{escape(scenario.title)}" startnode="{first}" format="Snowman" hidden>',
        f'<script role="script" type="text/twine-javascript">{begins}{HOOKS}</script>',
    ]
    for number, (name, text) in enumerate(passages.items(), 1):
        rows.append(f'<tw-passagedata pid="{number}" name="{name}" tags="">{escape(text)}</tw-passagedata>')
    return "\n".join([*rows, "</tw-storydata>"])


def _passages(scenario: Scenario) -> Iterator[tuple[str, str]]:
    for name, node in scenario.nodes.items():
        links = (_if(_both(o), f"[[{_words(o.words)}|{name}/{o.id}]]") for o in node.options or ())
        ending = [_words(node.ending.text)] if node.ending else []
        yield name, "\n\n".join([*_said(node.lines), *links, *ending, _ways(node.goto)])
        for option in node.options or ():
            told = [_effects(option), *_said(option.reply), _ways(option.goto)]
            yield f"{name}/{option.id}", "\n\n".join(told)


def _both(option: Option) -> str:
    return " && ".join(_condition(one) for one in (option.when, option.needs) if one)


def _effects(option: Option) -> str:
    facts = [*option.sets, *([option.opens] if option.opens else [])]
    facts += [repaired(option.repairs)] if option.repairs else []
    rows = [f's["{fact}"] = true;' for fact in facts]
    for part in ("trust", "ease", "voice"):
        if by := getattr(option.client, part):
            rows.append(f"s.{part} = Math.max(0, Math.min(10, s.{part} + {by}));")
    return f"<% {' '.join(rows)} %>"


def _said(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        yield _if(_condition(line.when) if line.when else "", f"{line.speaker}, {line.expression}: {_words(line.text)}")


def _ways(branches: Iterable[Branch]) -> str:
    """The first way that is open, told at once, as the game tells it."""
    rows = []
    for branch in branches:
        asked = _condition(branch.when) if branch.when else "true"
        rows.append(f'if ({asked}) {{ %><%= window.story.render("{branch.to}") %><% }}')
    return f"<% {' else '.join(rows)} %>" if rows else ""


def _if(condition: str, text: str) -> str:
    return f"<% if ({condition}) {{ %>{text}<% }} %>" if condition else text


def _condition(condition: Condition) -> str:
    parts = [f's["{fact}"]' for fact in condition.has] + [f'!s["{fact}"]' for fact in condition.lacks]
    parts += [f"s.{b.part} >= {b.low} && s.{b.part} <= {b.high}" for b in condition.bounds]
    return f"({' && '.join(parts) or 'true'})"


def _words(text: str) -> str:
    return plain(text).replace("*", "").replace("_", " ")
