"""What phones, projector and console show of the class together, as plain data."""

from __future__ import annotations

from typing import Any

from game.classroom.question import Question
from game.classroom.together import BigScreen, Together
from game.classroom.vote import FEWEST_FOR_A_SPLIT, MOST_REASON, Vote, VoteStage

Data = dict[str, Any]
_ASKING = (BigScreen.OPTIONS, BigScreen.SPLIT, BigScreen.REASONS)


def for_everyone(together: Together) -> Data:
    """Returns what the projector shows, and every phone alike; of a vote nothing until it is closed."""
    shown: Data = {"screen": together.screen.value}
    playing = together.conversation
    if together.screen in _ASKING and together.asked is not None:
        shown |= _asked(together.asked, together.vote, together)
    elif playing is None:
        return shown
    elif together.screen is BigScreen.NOTES:
        told = playing.scenario
        shown |= {"title": told.title, "notes": list(told.content_notes)}
    elif together.screen is BigScreen.LINES:
        pages = playing.pages()
        page = pages[together.page] if together.page < len(pages) else ()
        shown |= {"lines": [[line.who, line.text] for line in page], "page": together.page + 1, "pages": len(pages)}
    elif together.screen is BigScreen.ENDING and playing.ending is not None:
        end = playing.ending
        shown |= {"title": end.title, "text": end.text, "outcome": end.outcome or ""}
    return shown


def _asked(question: Question, vote: Vote | None, together: Together) -> Data:
    shown: Data = {
        "title": question.title,
        "heard": [[line.who, line.text] for line in question.heard],
        "options": [
            {"id": option.id, "letter": option.letter, "words": option.words, "locked": option.locked}
            for option in question.options
        ],
        "n": vote.n if vote else None,
        "stage": vote.stage.value if vote else "waiting",
        "longest": MOST_REASON,
    }
    if vote is not None and vote.stage is VoteStage.CLOSED:
        shown["split"] = vote.split() | {"fewest": FEWEST_FOR_A_SPLIT}
        shown["before"] = _before(question, vote, together)
        shown["reasons"] = vote.through
    return shown


def _before(question: Question, vote: Vote, together: Together) -> dict[str, str]:
    """Returns how the class chose here the time before, by option: alone in a fork, or in the vote before this one."""
    earlier = together.votes.before(vote)
    if earlier is None:
        return {option.id: option.before for option in question.options if option.before}
    split = earlier.split()
    if split["counts"] is None:
        return {}
    return {option: str(count) for option, count in split["counts"].items()}


def mine(together: Together, token: str) -> Data:
    """Returns what a device itself has said in the vote that is shown, for its own eyes."""
    vote = together.vote
    if vote is None:
        return {}
    reason = vote.reason_of(token)
    return {
        "n": vote.n,
        "cast": token in vote.cast,
        "option": vote.cast.get(token),
        "reason": reason.text if reason else "",
    }


def for_teacher(together: Together) -> Data:
    """Returns what the console shows: the same as everyone sees, how many have voted, and what can be done."""
    vote, playing = together.vote, together.conversation
    asking = together.screen in _ASKING
    return for_everyone(together) | {
        "step": together.step,
        "trouble": together.trouble,
        "playing": playing.scenario.title if playing else "",
        "ended": bool(playing and playing.ending),
        "follows": bool(playing and together.asked and together.asked == playing.question()),
        "voted": vote.voted if vote and asking else 0,
        "hands": vote.hands if vote else {},
        "held": [
            {"number": number, "text": reason.text, "through": reason.through}
            for number, reason in enumerate(vote.reasons if vote else [])
            if reason.text
        ],
        "turns": [[turn.number, turn.title, turn.words] for turn in (playing.turns() if playing else ())],
        "forks": [[fork.question.title, fork.why] for fork in together.forks],
        "scenarios": [[name, exact.story.scenario.title] for name, exact in together.models.items()],
    }
