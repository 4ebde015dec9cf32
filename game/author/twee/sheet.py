"""A draft as the text of a scenario file, in the layout of the library."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from game.author.schema import HEADER
from game.author.twee.draft import DraftLine, DraftNode, DraftOption, DraftScenario, Ways
from game.author.twee.fit import pieces
from game.author.twee.header import BEFORE, BEHIND, flow, person, rows
from game.author.twee.logic import ALWAYS, VariableCondition
from game.scenario.mend import in_quotes
from game.scenario.model import FORMAT, repaired
from game.scenario.vary import PLACE

NEEDED = ("summary", "briefing", "question")
TODO = {
    "summary": "summary: TODO one line for the library's card",
    "briefing": "briefing: |\n  TODO who the player is, where they are, and what they know before it begins",
    "question": "question: TODO the one question to hold while playing?",
    "concepts": "concepts: [] # TODO the numbers of the concepts it plays",
    "minutes": "minutes: 10 # TODO",
    "discussion": "discussion:\n  - TODO a question for the class",
    "reflection": "reflection:\n  - TODO a question for the player alone",
}
_SAFE = re.compile(r"[^\W_](?:[^#\n\t{}\[\]:]|:(?=\S))*")
_SPEECHLIKE = re.compile(r"[\w-]+(?: *\([^()]*\))?:")
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udfff]")


def as_yaml(draft: DraftScenario) -> str:
    """Returns the whole file; what Twine does not know stands there as TODO."""
    state = {part: draft.state.get(part, 5) for part in ("trust", "ease", "voice")}
    known = draft.header
    told = [
        HEADER,
        "# From a Twine story. Search for TODO: each is something that Twine does not know.",
        f"format: {FORMAT}",
        f"title: {quoted(draft.title)}",
        *_header(draft, BEFORE),
        "cast:",
        *(f"  {id_}: {_person(draft, id_, name)}" for id_, name in draft.cast.items()),
        f"client: {draft.client}" + (" # TODO the one whose trust, ease and voice count" if not known.client else ""),
        f"client_state: {{trust: {state['trust']}, ease: {state['ease']}, voice: {state['voice']}}}"
        + (" # TODO" if not draft.state else ""),
        *_header(draft, ("ruptures",)),
        f"start: {draft.start}",
        "",
        "nodes:",
    ]
    for scene in draft.scenes:
        told += [*_scene(scene), ""]
    told += _header(draft, BEHIND)
    return "\n".join(told) + "\n"


def _header(draft: DraftScenario, names: Iterable[str]) -> Iterator[str]:
    """Yields the parts of the header that are known, and TODO for those that every scenario has."""
    for name in names:
        if name in draft.header.parts:
            yield from rows(name, draft.header.parts[name], _in_braces)
        elif name in TODO and (name in NEEDED or not draft.header.parts):
            yield TODO[name]


def _person(draft: DraftScenario, id_: str, name: str) -> str:
    known = draft.header.people.get(id_)
    more = person(known) if known is not None else {"pronouns": "TODO", "relation": "TODO"}
    return flow({"name": name, **more}, _in_braces)


def _in_braces(text: str) -> str:
    return quoted(text, in_braces=True)


def _scene(scene: DraftNode) -> Iterator[str]:
    yield f"  {scene.id}:"
    yield f"    place: {scene.place} # TODO" if scene.ending is None else f"    place: {scene.place}"
    yield f"    frame: {scene.frame}"
    yield from (f"    {key}: {text if key == 'concepts' else quoted(text)}" for key, text in scene.notes)
    yield from _lines("lines", scene.lines, 4)
    if scene.goto:
        yield from _goto(scene.goto, 4)
    if scene.ending is not None:
        yield "    ending:"
        yield f"      kind: {scene.ending.kind}"
        yield f"      title: {quoted(scene.ending.title)}"
        yield f"      text: {quoted(scene.ending.text)}"
        if scene.ending.outcome:
            yield f"      outcome: {quoted(scene.ending.outcome)}"
        for key in ("mended", "unmended"):
            if to := getattr(scene.ending, key):
                yield f"      {key}: {to}"
    if scene.choices:
        yield "    options:"
        for one in scene.choices:
            yield from _choice(one)


def _choice(one: DraftOption) -> Iterator[str]:
    yield f"      - id: {one.id}"
    yield f"        {'say' if one.speech else 'do'}: {quoted(one.words)}"
    yield f"        moves: {_moves(one)}"
    if one.client:
        yield f"        client: {{{', '.join(f'{part}: {by:+}' for part, by in one.client)}}}"
    if sets := [fact for fact in one.sets if fact not in (one.opens, repaired(one.repairs))]:
        yield f"        sets: [{', '.join(sets)}]"
    if one.opens:
        yield f"        opens: {one.opens}"
    if one.repairs:
        yield f"        repairs: {one.repairs}"
    if one.when != ALWAYS:
        yield f"        when: {_condition(one.when)}"
    if one.needs != ALWAYS:
        yield f"        needs: {_condition(one.needs)}"
        yield f"        locked: {quoted(one.locked or 'TODO why it is locked')}"
    if one.once:
        yield "        once: true"
    yield from _lines("reply", one.reply, 8)
    if one.feedback:
        yield f"        feedback: {quoted(one.feedback)}"
    if one.instead:
        yield f"        instead: {quoted(one.instead)}"
    yield from _goto(one.ways, 8)


def _moves(one: DraftOption) -> str:
    """Returns the moves, each with its evidence where all of them have some."""
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
    for text in pieces(line.text):
        key = f"{line.who}{how}" if line.who else "narration"
        if line.when != ALWAYS:
            yield f"{lead}- when: {_condition(line.when)}"
            yield f"{lead}  {key}: {quoted(text)}"
        elif line.who or _SPEECHLIKE.match(text):
            yield f"{lead}- {key}: {quoted(text)}"
        else:
            yield f"{lead}- {quoted(text)}"


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
    """Returns the text as YAML writes it: plain where safe, in quotes otherwise; `{word}` is no place for a word
    here."""
    text = PLACE.sub(r"(\1)", _HIDDEN.sub("", text)).strip() or "TODO"
    if _SAFE.fullmatch(text) and text != "null" and not (in_braces and "," in text):
        return text
    return json.dumps(text, ensure_ascii=False) if "\n" in text else in_quotes(text)
