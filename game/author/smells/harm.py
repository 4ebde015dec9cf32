"""Options that cross a hard limit: they earn nothing for responsibility, and their feedback says what harm was done.

From format 2 on; the rules are the brief's on the judge, section 2, rules 3 and 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.author.smells.draft import ScenarioUnderTest, in_words
from game.diagnostics import Diagnostic
from game.rubric.model import CLINICAL
from game.scenario.model import Option

_DENIAL = re.compile(
    r"\b(no (real |great |lasting )?harm|(nobody|no one) was (hurt|harmed)|came to nothing|luckily)\b", re.I
)


def gate_with_credit(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """No option that crosses a hard limit earns something for responsibility kept."""
    for option in _crossing(draft):
        if (credit := draft.weight(option).vector[CLINICAL]) > 0:
            gates = in_words(list(draft.weight(option).gates))
            message = f"`{option.id}` crosses a hard limit ({gates}) and earns {credit:+d} for responsibility."
            hint = (
                "Take away the move that earns it: what is reasoned well and done in harm is not responsibility kept."
            )
            yield draft.warning("gate-with-credit", draft.at_option(option, "moves"), message, hint)


def harm_unnamed(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """The feedback on an option that crosses a hard limit names the harm, and does not deny it."""
    for option in _crossing(draft):
        if not (text := option.feedback):
            continue  # told by `missing-feedback`
        denied = _DENIAL.search(text)
        unnamed = [code for code in draft.weight(option).gates if not _names(draft, code, text)]
        if denied or unnamed:
            says = f"says “{denied[0]}”" if denied else f"does not name the harm of {in_words(unnamed)}"
            message = f"The feedback on `{option.id}`, which crosses a hard limit, {says}."
            hint = "Say plainly what was done to the person and what it can do, whatever was meant by it."
            yield draft.warning("harm-unnamed", draft.at_option(option, "feedback"), message, hint)


def idle_harm(draft: ScenarioUnderTest) -> Iterator[Diagnostic]:
    """What a rupture names as its harm can be mended, and some option does it."""
    done = {code for option in _crossing(draft) if option.opens for code in draft.weight(option).gates}
    for name, rupture in draft.scenario.ruptures.items():
        for index, code in enumerate(rupture.harm):
            move = draft.rubric.moves[code]
            if not move.gate:
                why = "crosses no hard limit"
            elif not move.mendable:
                why = "does harm that nothing in a play can mend"
            elif code not in done:
                why = "is made by no option that opens a rupture"
            else:
                continue
            message = f"The rupture `{name}` names `{code}` as its harm, which {why}."
            hint = "Name the moves of the options that cross a limit and open this rupture, or delete it here."
            place = draft.document.place(("ruptures", name, "harm", index))
            yield draft.warning("idle-harm", place, message, hint)


def _crossing(draft: ScenarioUnderTest) -> Iterator[Option]:
    if draft.scenario.format > 1:
        yield from (option for option in draft.options.values() if draft.weight(option).gates)


def _names(draft: ScenarioUnderTest, code: str, text: str) -> bool:
    words = draft.rubric.moves[code].harm_words
    return not words or any(re.search(rf"\b{re.escape(word)}", text, re.I) for word in words)
