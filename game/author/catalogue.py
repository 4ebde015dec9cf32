"""The library seen from above, as a page of Markdown: its guided order, who is cast, which ideas are played where,
and the teaching notes of each scenario, all read from the files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from game.play.learning import guided
from game.rubric.model import Rubric
from game.scenario.model import Casting, Person, Role, Scenario

LEVELS = {1: "first steps", 2: "further on", 3: "demanding"}
OPENING = """\
# The library

Made by `python main.py catalogue > docs/library.md` from the scenario files. It is formative practice and not legal
advice; what the law asks differs from place to place."""
ABOUT_CASTING = """\
Who stands in for whom, so that no way of being a person is always the problem and none is only ever the client. *You*,
the therapist whom the player is, have no gender, age or looks in any scenario. A star marks the one whose wish or
habit makes the dilemma; where there is none, the trap is yours. The other therapists are among the colleagues."""
ABOUT_IDEAS = "Which node plays which of the ideas. `check` asks nothing here; a test fails when a row is empty."


def catalogue(scenarios: Iterable[Scenario], rubric: Rubric) -> str:
    """Returns the whole page."""
    order = guided(scenarios)
    parts = [OPENING, *_order(order), *_casting(order), *_ideas(order, rubric)]
    for scenario in order:
        parts += _notes(scenario, rubric)
    return "\n\n".join(parts) + "\n"


def unplayed(scenarios: Iterable[Scenario], rubric: Rubric) -> list[int]:
    """Returns the ideas that no node of the library plays."""
    played = {idea for s in scenarios for node in s.nodes.values() for idea in node.concepts}
    return [idea for idea in rubric.ideas if idea not in played]


def _order(order: Sequence[Scenario]) -> Iterator[str]:
    yield "## The guided order"
    rows = [[s.title, LEVELS[s.level], f"{s.minutes} min", s.question] for s in order]
    yield _table(["scenario", "level", "about", "the question to hold"], rows)


def _casting(order: Sequence[Scenario]) -> Iterator[str]:
    yield "## Casting"
    yield ABOUT_CASTING
    cast = [(s, who) for s in order for who in s.cast.values() if who.casting]
    rows = [[s.title, *_person(who)] for s, who in cast]
    yield _table(["scenario", "who", "role", "gender", "age", "culture", "body", "disability", "status"], rows)
    castings = [who.casting for _, who in cast if who.casting]
    yield _table(["role", "people", "by gender", "with a disability"], [_count(role, castings) for role in Role])


def _person(who: Person) -> list[str]:
    as_ = who.casting
    assert as_ is not None
    star = " ★" if as_.problem else ""
    return [f"{who.name}{star}", as_.role, as_.gender, as_.age, as_.culture, as_.body, as_.disability, as_.status]


def _count(role: Role, castings: Sequence[Casting]) -> list[str]:
    there = [c for c in castings if c.role == role]
    genders = Counter(c.gender for c in there)
    disabled = sum(not c.disability.startswith("none") for c in there)
    return [role, str(len(there)), ", ".join(f"{n} {gender}" for gender, n in genders.most_common()), str(disabled)]


def _ideas(order: Sequence[Scenario], rubric: Rubric) -> Iterator[str]:
    yield "## Ideas"
    yield ABOUT_IDEAS
    rows = []
    for number, idea in rubric.ideas.items():
        where = []
        for s in order:
            nodes = [s.title_of(name) for name, node in s.nodes.items() if number in node.concepts]
            where += [f"**{s.title}**: {', '.join(nodes)}"] if nodes else []
        rows.append([str(number), idea, "; ".join(where)])
    yield _table(["", "idea", "where it is played"], rows)


def _notes(scenario: Scenario, rubric: Rubric) -> Iterator[str]:
    yield f"## {scenario.title}"
    yield scenario.summary
    rows = [f"- **Ideas:** {'; '.join(rubric.ideas.get(c, str(c)).lower() for c in scenario.concepts)}."]
    if notes := scenario.teaching:
        forks = "; ".join(f"*{scenario.title_of(name)}*" for name in notes.forks)
        rows += [f"- **The dilemma:** {notes.dilemma}", f"- **The trap:** {notes.trap}"]
        rows += [f"- **Forks worth discussing:** {forks}."] if forks else []
        rows += [f"- **Standards it touches:** {' '.join(_stopped(notes.standards))}"] if notes.standards else []
        rows += [f"- **Limits:** {' '.join(_stopped(notes.limits))}"] if notes.limits else []
    if scenario.content_notes:
        rows.append(f"- **Before you play:** {' '.join(_stopped(scenario.content_notes))}")
    yield "\n".join(rows)
    if scenario.discussion:
        yield "To talk over:\n\n" + "\n".join(f"- {question}" for question in scenario.discussion)


def _stopped(texts: Iterable[str]) -> list[str]:
    return [text if text.endswith((".", "!", "?")) else f"{text}." for text in texts]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in lines)
