"""A draft as the text of a scenario file, in the layout of the library."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from game.author.schema import HEADER
from game.author.twee.draft import DraftLine, DraftNode, DraftOption, DraftScenario, Ways
from game.author.twee.logic import ALWAYS, VariableCondition
from game.scenario.mend import in_quotes
from game.scenario.model import FORMAT
from game.scenario.vary import PLACE

LONGEST_TEXT, LONGEST_TITLE = 1900, 150
_SAFE = re.compile(r"[^\W_](?:[^#\n\t{}\[\]:]|:(?=\S))*")
_SPEECHLIKE = re.compile(r"[\w-]+(?: *\([^()]*\))?:")
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udfff]")


def as_yaml(draft: DraftScenario) -> str:
    """The whole file; what Twine does not know stands there as TODO."""
    state = {part: draft.state.get(part, 5) for part in ("trust", "ease", "voice")}
    rows = [
        HEADER,
        "# From a Twine story. Search for TODO: each is something that Twine does not know.",
        f"format: {FORMAT}",
        f"title: {quoted(draft.title[:LONGEST_TITLE])}",
        "summary: TODO one line for the library's card",
        "briefing: |",
        "  TODO who the player is, where they are, and what they know before it begins",
        "question: TODO the one question to hold while playing?",
        "concepts: [] # TODO the numbers of the concepts it plays",
        "minutes: 10 # TODO",
        "cast:",
        *(
            f"  {id_}: {{name: {quoted(name[:LONGEST_TITLE], in_braces=True)}, pronouns: TODO, relation: TODO}}"
            for id_, name in draft.cast.items()
        ),
        f"client: {draft.client} # TODO the one whose trust, ease and voice count",
        f"client_state: {{trust: {state['trust']}, ease: {state['ease']}, voice: {state['voice']}}} # TODO",
        f"start: {draft.start}",
        "",
        "nodes:",
    ]
    for scene in draft.scenes:
        rows += [*_scene(scene), ""]
    rows += [
        "discussion:",
        "  - TODO a question for the class",
        "reflection:",
        "  - TODO a question for the player alone",
    ]
    return "\n".join(rows) + "\n"


def _scene(scene: DraftNode) -> Iterator[str]:
    yield f"  {scene.id}:"
    yield f"    place: {scene.place} # TODO" if scene.ending is None else f"    place: {scene.place}"
    yield f"    frame: {scene.frame}"
    yield from _lines("lines", scene.lines, 4)
    if scene.goto:
        yield from _goto(scene.goto, 4)
    if scene.ending is not None:
        yield "    ending:"
        yield f"      kind: {scene.ending.kind}"
        yield f"      title: {quoted(scene.ending.title[:LONGEST_TITLE])}"
        yield f"      text: {quoted(scene.ending.text[:LONGEST_TEXT])}"
        if scene.ending.outcome:
            yield f"      outcome: {quoted(scene.ending.outcome[:LONGEST_TEXT])}"
        for key in ("mended", "unmended"):
            if to := getattr(scene.ending, key):
                yield f"      {key}: {to}"
    if scene.choices:
        yield "    options:"
        for one in scene.choices:
            yield from _choice(one)


def _choice(one: DraftOption) -> Iterator[str]:
    yield f"      - id: {one.id}"
    yield f"        {'say' if one.speech else 'do'}: {quoted(one.words[:LONGEST_TEXT])}"
    yield f"        moves: {_moves(one)}"
    if one.client:
        yield f"        client: {{{', '.join(f'{part}: {by:+}' for part, by in one.client)}}}"
    if one.sets:
        yield f"        sets: [{', '.join(one.sets)}]"
    if one.when != ALWAYS:
        yield f"        when: {_condition(one.when)}"
    if one.needs != ALWAYS:
        yield f"        needs: {_condition(one.needs)}"
        yield f"        locked: {quoted(one.locked[:LONGEST_TEXT] or 'TODO why it is locked')}"
    if one.once:
        yield "        once: true"
    yield from _lines("reply", one.reply, 8)
    if one.feedback:
        yield f"        feedback: {quoted(one.feedback[:LONGEST_TEXT])}"
    if one.instead:
        yield f"        instead: {quoted(one.instead[:LONGEST_TEXT])}"
    yield from _goto(one.ways, 8)


def _moves(one: DraftOption) -> str:
    """The moves, each with its evidence where all of them have some."""
    quotes = dict(one.evidence)
    if one.moves and all(move in quotes for move in one.moves):
        return f"{{{', '.join(f'{move}: {in_quotes(quotes[move])}' for move in one.moves)}}}"
    return f"[{', '.join(one.moves)}] # TODO {'the words that make each true' if one.moves else 'moves'}"


def _goto(ways: Ways, indent: int) -> Iterator[str]:
    lead = " " * indent
    if len(ways) == 1:
        yield f"{lead}goto: {ways[0][1]}"
        return
    yield f"{lead}goto:"
    for asks, target in ways:
        when = f"when: {_condition(asks)}, " if asks != ALWAYS else ""
        yield f"{lead}  - {{{when}to: {target}}}" if when else f"{lead}  - to: {target}"


def _lines(key: str, lines: Iterable[DraftLine], indent: int) -> Iterator[str]:
    written = [row for line in lines for row in _line(line, " " * (indent + 2))]
    if written:
        yield f"{' ' * indent}{key}:"
        yield from written


def _line(line: DraftLine, lead: str) -> Iterator[str]:
    how = f" ({line.how})" if line.how != "neutral" else ""
    for text in _pieces(line.text):
        key = f"{line.who}{how}" if line.who else "narration"
        if line.when != ALWAYS:
            yield f"{lead}- when: {_condition(line.when)}"
            yield f"{lead}  {key}: {quoted(text)}"
        elif line.who or _SPEECHLIKE.match(text):
            yield f"{lead}- {key}: {quoted(text)}"
        else:
            yield f"{lead}- {quoted(text)}"


def _pieces(text: str) -> list[str]:
    """The text in pieces that fit into a line of dialogue, cut at blanks."""
    found = []
    while len(text) > LONGEST_TEXT:
        cut = text.rfind(" ", 1, LONGEST_TEXT)
        cut = cut if cut > 0 else LONGEST_TEXT
        found.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*found, text]


def _condition(asks: VariableCondition) -> str:
    said = []
    if asks.true:
        said.append(f"has: [{', '.join(asks.true)}]")
    if asks.false:
        said.append(f"not: [{', '.join(asks.false)}]")
    for bound in asks.bounds:
        sign, number = ("==", bound.low) if bound.low == bound.high else (">=", bound.low)
        sign, number = ("<=", bound.high) if sign == ">=" and bound.low == 0 else (sign, number)
        said.append(f'{bound.part}: "{sign} {number}"')
    return f"{{{', '.join(said)}}}"


def quoted(text: str, in_braces: bool = False) -> str:
    """The text as YAML writes it: plain where safe, in quotes otherwise; `{word}` is no place for a word here."""
    text = PLACE.sub(r"(\1)", _HIDDEN.sub("", text)).strip() or "TODO"
    if _SAFE.fullmatch(text) and text != "null" and not (in_braces and "," in text):
        return text
    return json.dumps(text, ensure_ascii=False) if "\n" in text else in_quotes(text)
