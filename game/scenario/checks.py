"""Structure checks: one function a rule, each yielding Diagnostics.

They work on a model that may hold stand-ins (`game.scenario.shape`), and are silent about those.
What needs every play followed stands in `game.story.proofs`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import chain

from game.diagnostics import Diagnostic, Severity, Slip, SourcePlace
from game.did_you_mean import did_you_mean
from game.scenario.document import Document, Path_
from game.scenario.evidence import evidence
from game.scenario.instead import idle_instead, instead_too_good, unknown_instead
from game.scenario.model import NARRATION, YOU, Expression, Scenario, repaired
from game.scenario.parts import branches, conditions, facts_set, gotos, lines, options
from game.scenario.shapes import STAND_IN
from game.scenario.texts import authored, texts
from game.scenario.vary import PLACE

Findings = Iterator[Diagnostic]
_ENTITY = re.compile("&(?:#\\d{2,6}|#x[0-9a-fA-F]{2,6}|amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[nm]dash|hellip);")
_ELEMENT = re.compile(r"(?i)</?(?:a|b|br|div|em|font|h[1-6]|i|img|li|p|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?/?>")
MOST_ROWS = 40  # lines that one text may run over


def run(scenario: Scenario, document: Document, moves: Collection[str]) -> Findings:
    """Finds everything that is wrong with the structure of a scenario.

    A name that was lost with something unreadable (`document.lost`) is not called unknown, and where a
    part was lost (`document.amiss`) none is called missing: that would tell one slip twice.
    """
    astray = False
    for rule in (unknown_start, unknown_target, unknown_instead, one_way_on):
        for finding in rule(scenario, document):
            astray = True
            yield finding
    yield from unknown_client(scenario, document)
    yield from unknown_speaker(scenario, document)
    yield from speaker_in_quotes(scenario, document)
    yield from misplaced_expression(scenario, document)
    yield from web_entity(scenario, document)
    yield from unknown_move(scenario, document, moves)
    yield from evidence(scenario, document)
    yield from instead_too_good(scenario, document)
    yield from idle_instead(scenario, document)
    yield from unknown_rupture(scenario, document)
    if not any(node.options is None and not node.goto and not node.ending for node in scenario.nodes.values()):
        yield from unknown_fact(scenario, document)  # a node that lost its options lost what they set
    yield from unknown_fork(scenario, document)
    yield from varying_words(scenario, document)
    yield from duplicate_id(scenario, document)
    yield from say_or_do(scenario, document)
    yield from lock_reason(scenario, document)
    yield from branch_order(scenario, document)
    if not (astray or document.amiss or any(p.is_error for p in document.problems)):
        lost = [*jump_loop(scenario, document), *no_ending(scenario, document)]
        yield from lost or unreachable_node(scenario, document)


def unknown_start(scenario: Scenario, document: Document) -> Findings:
    """`start` must name a node."""
    if scenario.start not in {STAND_IN, *scenario.nodes, *document.lost} and "nodes" not in document.lost:
        hint = did_you_mean(scenario.start, scenario.nodes)
        place, slip = document.place(("start",)), Slip(scenario.start, frozenset(scenario.nodes))
        message = f"`start` names `{scenario.start}`, which is not a node."
        yield document.diagnostic("missing-start", place, message, hint, slip)


def unknown_target(scenario: Scenario, document: Document) -> Findings:
    """Every `goto` must name a node."""
    known = {STAND_IN, *scenario.nodes, *document.lost}
    for path, branch in branches(scenario):
        if branch.to not in known:
            hint = did_you_mean(branch.to, scenario.nodes)
            place, slip = document.place((*path, "to")), Slip(branch.to, frozenset(scenario.nodes))
            message = f"`goto` names `{branch.to}`, which is not a node."
            yield document.diagnostic("unknown-target", place, message, hint, slip)


def unknown_client(scenario: Scenario, document: Document) -> Findings:
    """`client` must name someone in the cast."""
    if scenario.client not in {STAND_IN, *scenario.cast, *document.lost} and "cast" not in document.lost:
        hint = did_you_mean(scenario.client, scenario.cast)
        place, slip = document.place(("client",)), Slip(scenario.client, frozenset(scenario.cast))
        message = f"`client` names `{scenario.client}`, who is not in the cast."
        yield document.diagnostic("unknown-client", place, message, hint, slip)


def unknown_speaker(scenario: Scenario, document: Document) -> Findings:
    """Every line must be spoken by someone in the cast, by `you`, or be narration."""
    known = {*scenario.cast, YOU, NARRATION}
    for path, line in lines(scenario):
        if line.speaker not in known | document.lost and "cast" not in document.lost:
            place = document.spoken(path)
            message = f"`{line.speaker}` is not in the cast."
            hint = f"{did_you_mean(line.speaker, known)} Narration that holds a colon goes in double quotes."
            slip = Slip(line.speaker, frozenset(known))
            yield document.diagnostic("unknown-speaker", place, message, hint, slip)


def speaker_in_quotes(scenario: Scenario, document: Document) -> Findings:
    """Narration that begins like a speaker was probably meant to be spoken."""
    names = "|".join(re.escape(name) for name in (*scenario.cast, YOU))
    spoken = re.compile(rf"({names})( \([a-z]+\))?: ")
    for path, line in lines(scenario):
        if line.speaker == NARRATION and (found := spoken.match(line.text)):
            place = document.spoken(path)
            excerpt = document.lines[place.line - 1]
            message = "The quotes stand round the speaker too, so this whole line is read as narration."
            hint = f'Move the first quote behind the colon: {found[0]}"{line.text[found.end() :][:40]}…"'
            yield Diagnostic("speaker-in-quotes", place, message, hint, Severity.WARNING, excerpt)


def misplaced_expression(scenario: Scenario, document: Document) -> Findings:
    """An expression belongs before the colon: behind it, players would read it."""
    how = re.compile(rf"\(({'|'.join(Expression)})\) *")
    for path, line in lines(scenario):
        if line.speaker != NARRATION and (found := how.match(line.text)):
            place = document.spoken(path)
            message = f"`{found[0].strip()}` stands after the colon, so players would read it."
            hint = f"Write it before the colon: {line.speaker} ({found[1]}): {line.text[found.end() :][:60]}"
            yield document.diagnostic("misplaced-expression", place, message, hint)


def web_entity(scenario: Scenario, document: Document) -> Findings:
    """A code such as `&amp;` or `<b>` is for web pages; players would read it as it stands."""
    for where, text in texts(scenario):
        if found := _ENTITY.search(text) or _ELEMENT.search(text):
            place = document.place(authored(where, scenario))
            letter = html.unescape(found[0])
            if letter == found[0]:
                message, hint = f"`{letter}` is a code of web pages; players would read it.", "Delete it."
            else:
                message = f"`{found[0]}` is how web pages write `{letter}`; players would read the code."
                hint = "Write the letter itself."
            yield document.warning("web-entity", place, message, hint)


def unknown_move(scenario: Scenario, document: Document, moves: Collection[str]) -> Findings:
    """Every move must be one of the rubric's, those that a rupture names as its harm too."""
    named = [(path, "moves", option.moves) for path, option in options(scenario)]
    named += [(("ruptures", name), "harm", rupture.harm) for name, rupture in scenario.ruptures.items()]
    for path, key, codes in named:
        for index, move in enumerate(codes):
            if move not in moves and move != STAND_IN:
                place, slip = _of_move(document, (*path, key), move, index), Slip(move, frozenset(moves))
                message = f"The rubric has no move `{move}`."
                yield document.diagnostic("unknown-move", place, message, did_you_mean(move, moves), slip)


def _of_move(document: Document, path: Path_, move: str, index: int) -> SourcePlace:
    """Returns where a move stands: the key of its evidence, or its place in the list."""
    if document.holds((*path, move)):
        return document.place((*path, move), key=True)
    return document.place((*path, index))


def unknown_rupture(scenario: Scenario, document: Document) -> Findings:
    """`opens` and `repairs` must name a declared rupture."""
    for path, option in options(scenario):
        for key, rupture in (("opens", option.opens), ("repairs", option.repairs)):
            if rupture is not None and rupture not in {STAND_IN, *scenario.ruptures, *document.lost}:
                place = document.place((*path, key))
                hint = (
                    did_you_mean(rupture, scenario.ruptures) if scenario.ruptures else "Declare it under `ruptures:`."
                )
                slip = Slip(rupture, frozenset(scenario.ruptures))
                yield document.diagnostic("unknown-rupture", place, f"No rupture is called `{rupture}`.", hint, slip)


def unknown_fact(scenario: Scenario, document: Document) -> Findings:
    """A condition may only ask for facts that some option sets."""
    known = facts_set(scenario)
    if any(unknown_rupture(scenario, document)):  # told there already
        known |= {fact for rupture in scenario.ruptures for fact in (rupture, repaired(rupture))}
    for path, condition in conditions(scenario):
        for key, names in (("has", condition.has), ("not", condition.lacks)):
            for index, fact in enumerate(names):
                if fact not in known | document.lost:
                    place = document.place((*path, key, index))
                    message = f"No option ever sets the fact `{fact}`."
                    slip = Slip(fact, frozenset(known))
                    yield document.diagnostic("unknown-fact", place, message, did_you_mean(fact, known), slip)


def unknown_fork(scenario: Scenario, document: Document) -> Findings:
    """A fork of the teaching notes must be a node."""
    for index, name in enumerate(scenario.teaching.forks if scenario.teaching else ()):
        if name not in {STAND_IN, *scenario.nodes, *document.lost}:
            place = document.place(("teaching", "forks", index))
            hint, slip = did_you_mean(name, scenario.nodes), Slip(name, frozenset(scenario.nodes))
            message = f"`forks` names `{name}`, which is not a node."
            yield document.diagnostic("unknown-fork", place, message, hint, slip)


def varying_words(scenario: Scenario, document: Document) -> Findings:
    """Every `{place}` for a varying word must be filled by `varies`, and every such word stand somewhere."""
    used: set[str] = set()
    for where, text in texts(scenario):
        for name in PLACE.findall(text) if "{" in text else ():
            used.add(name)
            if name not in {STAND_IN, *scenario.varies, *document.lost} and "varies" not in document.lost:
                place = _word(document, document.place(authored(where, scenario)), f"{{{name}}}")
                message = f"Nothing under `varies` is called `{name}`, so `{{{name}}}` would be shown as it stands."
                hint = did_you_mean(name, scenario.varies) if scenario.varies else f"Add `varies: {{{name}: [a, b]}}`."
                yield document.diagnostic("unknown-word", place, message, hint)
    for name in scenario.varies:
        if name not in used | {STAND_IN}:
            place = document.place(("varies", name), key=True)
            message = f"No text holds `{{{name}}}`, so these words are never shown."
            hint = f"Write `{{{name}}}` where one of them should stand, or delete the line."
            line = document.lines[place.line - 1]
            yield Diagnostic("idle-words", place, message, hint, Severity.WARNING, line)


def _word(document: Document, begins: SourcePlace, word: str) -> SourcePlace:
    """Returns where a word stands in a text that begins at a place."""
    for number in range(begins.line, min(begins.line + MOST_ROWS, len(document.lines) + 1)):
        column = document.lines[number - 1].find(word, begins.column - 1 if number == begins.line else 0)
        if column >= 0:
            return SourcePlace(begins.file, number, column + 1)
    return begins


def duplicate_id(scenario: Scenario, document: Document) -> Findings:
    """Option ids are unique in the whole file, since journals and `--choices` name options by id alone."""
    first: dict[str, int] = {}
    for path, option in options(scenario):
        if option.id == STAND_IN:
            continue
        place = document.place((*path, "id"))
        if option.id in first:
            message = f"Two options are called `{option.id}` (the first on line {first[option.id]})."
            yield document.diagnostic("duplicate-id", place, message, "Give one of them another id.")
        first.setdefault(option.id, place.line)


def one_way_on(scenario: Scenario, document: Document) -> Findings:
    """A node has options, or a jump, or an ending."""
    for name, node in scenario.nodes.items():
        if node.options == ():
            message = f"`{name}` lists no options."
            hint = "Add options, or replace `options:` by `goto:` or `ending:`."
            yield document.diagnostic(
                "empty-options", document.place(("nodes", name, "options"), key=True), message, hint
            )
            continue
        ways = [node.options is not None, bool(node.goto), node.ending is not None]
        if sum(ways) != 1 and ("nodes", name) not in document.amiss:
            found = "none of them" if not any(ways) else "more than one of them"
            place = _second(document, ("nodes", name), "options", "goto", "ending")
            message = f"`{name}` needs exactly one of options, goto and ending; it has {found}."
            yield document.diagnostic(
                "one-way-on", place, message, "Keep the one that says how the story goes on here."
            )


def _second(document: Document, holder: Path_, *keys: str) -> SourcePlace:
    """Returns the place of the second of keys that exclude one another; of an empty one; of what should hold one."""
    there = sorted(document.place((*holder, key), key=True) for key in keys if document.holds((*holder, key)))
    if there:
        return there[min(1, len(there) - 1)]
    return document.place((*holder, "id") if document.holds((*holder, "id")) else holder, key=len(holder) == 2)


def say_or_do(scenario: Scenario, document: Document) -> Findings:
    """An option is either said or done."""
    for path, option in options(scenario):
        if (option.say is None) == (option.do is None) and path not in document.amiss:
            found = "neither" if option.say is None else "both"
            place = _second(document, path, "say", "do")
            message = f"`{option.id}` needs exactly one of `say` and `do`; it has {found}."
            yield document.diagnostic("say-or-do", place, message, "Use `say` for words, `do` for an act or a silence.")


def lock_reason(scenario: Scenario, document: Document) -> Findings:
    """What is shown locked says why, and only what can lock has a reason."""
    for path, option in options(scenario):
        if (option.needs is None) != (option.locked is None) and path not in document.amiss:
            there, missing = ("needs", "locked") if option.needs else ("locked", "needs")
            place = document.place((*path, there), key=True)
            message = f"`{option.id}` has `{there}` but no `{missing}`."
            hint = "`needs` is when it can be chosen; `locked` tells the player why not, in the story's words."
            yield document.diagnostic("lock-reason", place, message, hint)


def branch_order(scenario: Scenario, document: Document) -> Findings:
    """Branches are tried in order, so the last must always hold and no other may."""
    for path, ways in gotos(scenario):
        for index, branch in enumerate(ways):
            last = index == len(ways) - 1
            if last != (branch.when is None) and (*path, index) not in document.amiss:
                message = (
                    "The last branch must go without `when`." if last else "Nothing after this branch is ever tried."
                )
                hint = "Branches are tried from the top; end with a plain `- to: node`."
                yield document.diagnostic("branch-order", document.place((*path, index)), message, hint)


def jump_loop(scenario: Scenario, document: Document) -> Findings:
    """Jumps alone must not lead round in a circle."""
    jumps = {name: [branch.to for branch in node.goto] for name, node in scenario.nodes.items()}
    try:
        TopologicalSorter(jumps).prepare()
    except CycleError as error:
        here = error.args[1][0]
        place = document.place(("nodes", here), key=True)
        message = f"Jumps lead from `{here}` back to itself without a choice between."
        yield document.diagnostic("jump-loop", place, message, "Put options, or an ending, somewhere on the way.")


def no_ending(scenario: Scenario, document: Document) -> Findings:
    """Some ending must be reachable from the start."""
    if not any(scenario.nodes[name].ending for name in reachable(scenario)):
        message = "No ending can be reached from the start."
        hint = "Add a node with `ending: {kind: …, title: …, text: …}` and a `goto` that leads to it."
        yield document.diagnostic("no-ending", document.place(("start",), key=True), message, hint)


def unreachable_node(scenario: Scenario, document: Document) -> Findings:
    """A node that nothing leads to is probably a slip."""
    reached = reachable(scenario)
    for name in scenario.nodes:
        if name not in reached and name != STAND_IN:
            place = document.place(("nodes", name), key=True)
            line = document.lines[place.line - 1]
            hint = "Point a `goto` at it, or delete it."
            message = f"Nothing leads to `{name}`."
            yield Diagnostic("unreachable-node", place, message, hint, Severity.WARNING, line)


def reachable(scenario: Scenario) -> set[str]:
    """Returns the nodes that the start leads to, whatever is asked on the way."""
    reached: set[str] = set()
    waiting = [scenario.start]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            node = scenario.nodes[name]
            waiting += [b.to for b in chain(node.goto, *(o.goto for o in node.options or ()))]
            waiting += [to for to in (node.ending.mended, node.ending.unmended) if to] if node.ending else []
    return reached
