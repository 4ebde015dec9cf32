"""Every word that a form can offer, with what it means: moves, places, people, frames, concepts, outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game.app.library import Library
from game.locations import ASSETS
from game.rubric.model import COMPONENTS, Move, Rubric
from game.rubric.translate import in_words
from game.scenario.model import Capacity, EndingKind, Expression, Frame, Hour, Lying, Role, RuptureKind
from game.words import N_, _

_FRAMES = {
    Frame.THERAPEUTIC: N_("At work with a client: the treatment's rules hold"),
    Frame.SOCIAL: N_("Among friends or strangers: everyday rules hold"),
    Frame.WORKPLACE: N_("Among colleagues: the workplace's rules hold"),
    Frame.SCHOOL: N_("In class or clinic of the school: its rules hold"),
}
_CAPACITIES = {
    Capacity.FULL: N_("Both can decide now"),
    Capacity.IMPAIRED: N_("One of them cannot decide now: drink, medicine, shock, age"),
}
_HOURS = {Hour.DAY: N_("Day"), Hour.EVENING: N_("Evening"), Hour.NIGHT: N_("Night")}
_LYING = {
    Lying.FACE_DOWN: N_("Lies face down, draped"),
    Lying.FACE_UP: N_("Lies face up, draped"),
    Lying.ON_SIDE: N_("Lies on one side, draped"),
}
_ENDINGS = {
    EndingKind.BEST: N_("As good as it could be for both"),
    EndingKind.GOOD: N_("Good, with something left open"),
    EndingKind.MIXED: N_("Something held, something was lost"),
    EndingKind.POOR: N_("It cost the person, or the bond"),
}
_RUPTURES = {
    RuptureKind.WITHDRAWAL: N_("They go quiet"),
    RuptureKind.CONFRONTATION: N_("They go against you"),
}
_ROLES = {
    Role.CLIENT: N_("Client"),
    Role.COMPANION: N_("Someone close to the client"),
    Role.COLLEAGUE: N_("Colleague"),
    Role.EMPLOYER: N_("Employer"),
    Role.BYSTANDER: N_("Someone who is there"),
}
_ALSO = {  # plain words by which a move is looked for, beside those that it is described in
    "names_dual_role": N_("friend and client, two roles, honest"),
    "brushes_off_awkwardness": N_("joke, laugh, no big deal"),
    "sets_frame": N_("money, price, rules, confidential, boundary"),
    "skips_frame": N_("free, discount, favour, gift, boundary"),
    "friend_leak": N_("chat, gossip, secret, own story"),
    "inhabits_friend_role": N_("listen, hug, company"),
    "therapist_leak": N_("advice, free treatment, party"),
    "redirects_to_setting": N_("boundary, appointment, later, clinic"),
    "discloses_client": N_("secret, privacy, confidential, gossip"),
    "tells_what_was_said": N_("secret, privacy, confidential, gossip"),
    "crosses_intimacy": N_("flirt, love, kiss, date, sex"),
    "warm_limit": N_("refuse, decline, boundary, gift, thank you"),
    "hides_behind_policy": N_("refuse, policy, boundary, cold"),
    "owns_part": N_("sorry, apologise, mistake, my fault, repair"),
    "defends_self": N_("excuse, sorry but, blame"),
    "names_rupture": N_("sorry, repair, hurt, mistake"),
    "invites_correction": N_("feedback, stop, permission"),
    "makes_client_soothe": N_("sorry, tears, reassure me"),
    "pressures_to_stay": N_("pressure, persuade, blame"),
    "asks_specific_consent": N_("permission, may I, boundary"),
    "assumes_consent": N_("permission, touch without asking"),
    "recommends_with_reason": N_("advice, plan, suggest"),
    "refers_for_safety": N_("referral, doctor, emergency, help"),
    "exceeds_scope": N_("diagnosis, prescribe, advice"),
    "checks_capacity_now": N_("drunk, medicine, confused, asleep"),
    "proceeds_despite_impairment": N_("drunk, tired, ill, confused"),
    "postpones_warmly": N_("drunk, tired, ill, another day"),
    "acts_on_report": N_("pain, listen, pressure, lighter"),
    "overrides_report": N_("pain, it does not hurt, know better"),
    "invites_experience": N_("listen, feel, pain, body"),
    "stays_quietly": N_("wait, listen, tears, quiet"),
}
_STATES = {"trust": N_("Trust"), "ease": N_("Ease"), "voice": N_("Voice")}
_STATE_MEANS = {
    "trust": N_("how safe they feel with you"),
    "ease": N_("how little awkwardness is left"),
    "voice": N_("how freely they say what they feel"),
}


def vocabulary(library: Library) -> dict[str, Any]:
    """Returns all of it as plain data, in the language of the interface."""
    rubric = library.rubric
    return {
        "moves": [_move(rubric, name, move) for name, move in rubric.moves.items()],
        "components": [{"id": name, "title": rubric.components[name].name} for name in COMPONENTS],
        "places": _places(ASSETS / "places"),
        "portraits": _portraits(ASSETS / "portraits"),
        "expressions": [{"id": one.value, "title": _(one.value)} for one in Expression],
        "frames": _told(_FRAMES),
        "capacities": _told(_CAPACITIES),
        "hours": _told(_HOURS),
        "lying": _told(_LYING),
        "endings": _told(_ENDINGS),
        "ruptures": _told(_RUPTURES),
        "roles": _told(_ROLES),
        "states": [{"id": key, "title": _(words), "meaning": _(_STATE_MEANS[key])} for key, words in _STATES.items()],
        "concepts": [{"id": number, "title": title} for number, title in rubric.ideas.items()],
        "speakers": [{"id": "you", "title": _("You")}, {"id": "narration", "title": _("What is seen")}],
    }


def _told(words: Mapping[Any, str]) -> list[dict[str, str]]:
    return [{"id": one.value, "title": _(said)} for one, said in words.items()]


def _move(rubric: Rubric, name: str, move: Move) -> dict[str, Any]:
    """Returns one move in words: what it is, what it does to the person, and what it costs or earns."""
    points = dict(zip(COMPONENTS, move.vector, strict=True))
    pair = move.counterfeit_of or next((other for other, m in rubric.moves.items() if m.counterfeit_of == name), None)
    return {
        "id": name,
        "name": move.name or in_words(name),
        "meaning": move.meaning,
        "did": move.did,
        "person_effect": move.does,
        "good": sum(move.vector) > 0 and not move.gate,
        "pair": pair,
        "only_looks_like": move.counterfeit_of,
        "raises": [rubric.components[key].name for key, worth in points.items() if worth > 0],
        "lowers": [rubric.components[key].name for key, worth in points.items() if worth < 0],
        "gate": bool(move.gate),
        "limit": move.gate,
        "also": _(_ALSO[name]) if name in _ALSO else "",
        "mendable": bool(move.gate) and move.mendable,
        "clinical": move.clinical,
    }


def _places(folder: Path) -> list[dict[str, Any]]:
    """Returns the places that there are pictures of, each with its hours."""
    hours: dict[str, list[str]] = {}
    for hour in Hour:
        for path in sorted((folder / hour.value).glob("*.webp")):
            hours.setdefault(path.stem, []).append(hour.value)
    for path in sorted(folder.glob("*.webp")):
        hours.setdefault(path.stem, [Hour.DAY.value])
    return [
        {"id": name, "title": _(words := name.replace("-", " ")), "hours": found, "alt": _(words)}
        for name, found in sorted(hours.items())
    ]


def _portraits(folder: Path) -> list[dict[str, Any]]:
    """Returns the people that there are pictures of, each with their faces."""
    faces = [one.value for one in Expression if one is not Expression.THINKS]
    return [
        {"id": path.name, "title": path.name.replace("-", " ").title(), "expressions": faces}
        for path in sorted(folder.iterdir())
        if path.is_dir()
    ]
