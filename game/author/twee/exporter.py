"""A scenario as a SugarCube story that can be played in Twine: facts as `$variables`, conditions as `<<if>>`.

What a reader does not see (moves, feedback, thoughts, the options' ids) stands in comments, from which `bring` takes
it again.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator

from game.author.twee import header
from game.author.twee.collect_parts import EVIDENCE, GO_ON
from game.author.twee.importer import JUMP
from game.author.twee.logic import as_test
from game.author.twee.markup import guarded, in_note, in_string
from game.author.twee.names import Ids, shown_name
from game.author.twee.places import MARGIN, places
from game.author.twee.story import Passage, Twee
from game.rubric.model import Rubric
from game.scenario.model import (
    NARRATION,
    STATE_PARTS,
    Branch,
    Capacity,
    Condition,
    Ending,
    Hour,
    Line,
    Node,
    Option,
    Scenario,
    repaired,
)
from game.scenario.parts import facts_set
from game.scenario.vary import PLACE

BESIDE = 200  # the room that StoryInit takes, left of the rest


def taken(scenario: Scenario, rubric: Rubric) -> Twee:
    """Returns the story, each passage at its place."""
    at = places(scenario, rubric)
    variables = _variables(scenario)
    passages = [Passage("StoryInit", _init(scenario, variables), position=(MARGIN, MARGIN))]
    for name, node in scenario.nodes.items():
        x, y = at[name]
        passages.append(Passage(name, _text(scenario, node, variables), _tags(node), (x + BESIDE, y)))
    passages.append(Passage(header.NAME, header.written(scenario), (header.TAG,), (MARGIN, MARGIN + BESIDE)))
    ifid = str(uuid.uuid5(uuid.NAMESPACE_URL, f"equal-footing:{scenario.id}")).upper()
    return Twee(scenario.title, tuple(passages), scenario.start, "sugarcube", ifid)


def left_out(scenario: Scenario) -> list[str]:
    """Returns what the scenario has and the story has no place for."""
    return ["the words that vary (each stands there as the usual one)"] if scenario.varies else []


def _variables(scenario: Scenario) -> dict[str, str]:
    """Returns a variable for each fact, and for each option that can be chosen once (under `once ID`)."""
    names = Ids(STATE_PARTS)
    once = (o.id for node in scenario.nodes.values() for o in node.options or () if o.once)
    wanted = {fact: fact for fact in sorted(facts_set(scenario))} | {f"once {id_}": f"done-{id_}" for id_ in once}
    wanted = {key: name if name[0].isalpha() else f"f-{name}" for key, name in wanted.items()}
    return {key: names.new(name, "fact").replace("-", "_") for key, name in wanted.items()}


def _init(scenario: Scenario, variables: dict[str, str]) -> str:
    state = scenario.client_state
    rows = [f"<<set $trust to {state.trust}, $ease to {state.ease}, $voice to {state.voice}>>"]
    return "\n".join([*rows, *(f"<<set ${name} to false>>" for name in variables.values())])


def _tags(node: Node) -> tuple[str, ...]:
    own = f"ending-{node.ending.kind.value}" if node.ending else JUMP if node.goto else ""
    return tuple(filter(None, (f"place-{node.place}", f"frame-{node.frame.value}", own)))


def _text(scenario: Scenario, node: Node, variables: dict[str, str]) -> str:
    blocks = [*_node_notes(node), *(_line(scenario, line, variables) for line in node.lines)]
    if node.options:
        ways = "\n".join(_option(scenario, option, variables) for option in node.options)
        blocks.append(f'<div id="ways">\n{ways}\n</div>')
    elif node.goto:
        blocks.append(_branched(node.goto, variables, lambda to: f"[[{GO_ON}->{to}]]"))
    elif node.ending:
        blocks += [*_ending_notes(node.ending), f"!!{guarded(node.ending.title)}"]
        blocks.append(guarded(node.ending.text, narration=True))
    return "\n\n".join(blocks)


def _node_notes(node: Node) -> list[str]:
    """Returns what a reader does not see of a node, as a comment; none where there is nothing."""
    kept = {
        "title": node.title or "",
        "own words": node.own_words or "",
        "hour": node.time.value if node.time is not Hour.DAY else "",
        "lying": node.lying.value if node.lying else "",
        "capacity": node.capacity.value if node.capacity is not Capacity.FULL else "",
        "concepts": f"[{', '.join(map(str, node.concepts))}]" if node.concepts else "",
    }
    rows = [f"{key}: {in_note(text)}" for key, text in kept.items() if text]
    return ["/* " + "\n".join(rows) + " */"] if rows else []


def _ending_notes(ending: Ending) -> list[str]:
    """Returns what a reader does not see of an ending, as a comment; none where there is nothing."""
    keys = {"outcome": ending.outcome, "mended": ending.mended, "unmended": ending.unmended}
    rows = [f"{key}: {in_note(text)}" for key, text in keys.items() if text]
    return ["/* " + "\n".join(rows) + " */"] if rows else []


def _line(scenario: Scenario, line: Line, variables: dict[str, str]) -> str:
    name = _name(scenario, line.speaker)
    if line.private:
        said = f"/* {in_note(name or 'Somebody')} (thinks): {in_note(line.text)} */"
    elif line.speaker == NARRATION:
        said = guarded(line.text, narration=True)
    else:
        said = f"{name} ({line.expression.value}): {guarded(line.text)}"
    return _if(line.when, said, variables)


def _name(scenario: Scenario, speaker: str) -> str:
    return shown_name(scenario.name_of(speaker))


def _if(condition: Condition | None, text: str, variables: dict[str, str], otherwise: str = "") -> str:
    if condition is None:
        return text
    other = f"<<else>>{otherwise}" if otherwise else ""
    return f"<<if {as_test(condition, variables)}>>{text}{other}<</if>>"


def _option(scenario: Scenario, option: Option, variables: dict[str, str]) -> str:
    notes = [f"option: {option.id}"]
    notes += [f"moves: {', '.join(option.moves)}"] if option.moves else []
    notes += [f"{EVIDENCE}{move}: {in_note(_told(scenario, quote))}" for move, quote in option.evidence]
    notes += [f"opens: {option.opens}"] if option.opens else []
    notes += [f"repairs: {option.repairs}"] if option.repairs else []
    notes += [f"feedback: {in_note(option.feedback)}"] if option.feedback else []
    notes += [f"instead: {in_note(option.instead)}"] if option.instead else []
    link = "/* " + "\n".join(notes) + " */" + _link(scenario, option, variables)
    if option.needs is not None:
        link = _if(option.needs, link, variables, f'<span class="locked">{guarded(option.locked or "")}</span>')
    if option.once:
        when = option.when or Condition()
        return _if(Condition(when.has, (*when.lacks, f"once {option.id}"), when.bounds), link, variables)
    return _if(option.when, link, variables)


def _told(scenario: Scenario, quote: str) -> str:
    """Returns a quote with the usual word at each place for one, as the option has it."""
    return PLACE.sub(lambda place: scenario.varies[place[1]][0] if place[1] in scenario.varies else place[0], quote)


def _link(scenario: Scenario, option: Option, variables: dict[str, str]) -> str:
    words = f"“{option.say}”" if option.say else option.do or ""  # as typed, for what comes back to be the same
    settings = ", ".join(_settings(option, variables))
    if not option.reply and len(option.goto) == 1:
        to = option.goto[0].to
        if guarded(words) == words and not set('[]|<>"\\') & set(words):
            return f"[[{words}->{to}]" + (f"[{settings}]]" if settings else "]")
        put = f"<<set {settings}>>" if settings else ""
        return f"<<link {in_string(words)} {in_string(to)}>>{put}<</link>>"
    put = f"<<set {settings}>>" if settings else ""
    if not option.reply:
        ways = _branched(option.goto, variables, lambda to: f'<<goto "{to}">>')
        return f"<<link {in_string(words)}>>{put}{ways}<</link>>"
    reply = "\n\n".join(_line(scenario, line, variables) for line in option.reply)
    ways = _branched(option.goto, variables, lambda to: f"[[{GO_ON}->{to}]]")
    return f'<<link {in_string(words)}>>{put}<<replace "#ways">>{reply}\n\n{ways}<</replace>><</link>>'


def _settings(option: Option, variables: dict[str, str]) -> Iterator[str]:
    facts = [*option.sets, *filter(None, [option.opens]), *([repaired(option.repairs)] if option.repairs else [])]
    facts += [f"once {option.id}"] if option.once else []
    yield from (f"${variables[fact]} to true" for fact in dict.fromkeys(facts))
    for part in STATE_PARTS:
        if by := getattr(option.client, part):
            yield f"${part} to Math.clamp(${part} {'+' if by > 0 else '-'} {abs(by)}, 0, 10)"


def _branched(ways: Iterable[Branch], variables: dict[str, str], as_way: Callable[[str], str]) -> str:
    text, conditional = "", False
    for branch in ways:
        if branch.when is None:
            return f"{text}<<else>>{as_way(branch.to)}<</if>>" if conditional else as_way(branch.to)
        text += f"<<{'elseif' if conditional else 'if'} {as_test(branch.when, variables)}>>{as_way(branch.to)}"
        conditional = True
    return f"{text}<</if>>"
