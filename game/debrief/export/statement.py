"""The shape of an xAPI 1.0.3 statement, as far as we make them; a part that does not fit raises before it leaves.

Source: xAPI 1.0.3, part two (statements). Stricter than the standard where we can be: an actor is known by an account
and never by an address, nothing is empty, and no key is let through that is not in the shape.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from typing import Annotated, Literal
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    PlainSerializer,
    SkipValidation,
    model_validator,
)

VERSION = "1.0.3"

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x1f<>\"{}|\\^`\x7f]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_DURATION = re.compile(r"PT\d+(\.\d{1,2})?S")


@lru_cache(maxsize=4096)  # most come in every statement
def _iri(value: str) -> str:
    if not _IRI.fullmatch(value):
        raise ValueError("is no IRI with a scheme")
    return value


def _as_json(value: dict[str, JsonValue]) -> dict[str, JsonValue]:
    try:
        json.dumps(value, allow_nan=False)
    except TypeError as error:
        raise ValueError(str(error)) from None
    return value


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise ValueError("is no language tag")
    return value


def _duration(value: str) -> str:
    if not _DURATION.fullmatch(value):
        raise ValueError("is no ISO 8601 duration in seconds")
    return value


def _aware(value: datetime) -> datetime:
    if value.utcoffset() is None:
        raise ValueError("a timestamp needs its zone")
    return value


def stamp(value: datetime) -> str:
    """Returns a moment as it stands in a statement, in the time of Greenwich; raises ValueError without a zone."""
    if _aware(value).utcoffset():
        with suppress(OverflowError):  # the last hours of the year 9999 have no such time in Greenwich
            value = value.astimezone(UTC)
    return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")


Iri = Annotated[str, AfterValidator(_iri)]
Text = Annotated[str, Field(min_length=1)]
LanguageMap = Annotated[dict[Annotated[str, AfterValidator(_language)], Text], Field(min_length=1)]
Extensions = Annotated[
    dict[Iri, SkipValidation[JsonValue]],  # whose own check takes longer than all the rest of a statement
    Field(min_length=1),
    AfterValidator(_as_json),
]
Timestamp = Annotated[datetime, AfterValidator(_aware), PlainSerializer(stamp)]
Scaled = Annotated[float, Field(ge=-1, le=1)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False, defer_build=True)


class Account(_Shape):
    """An account in a system: the system's home page, and what the account is called there."""

    homePage: Iri
    name: Text


class Agent(_Shape):
    """Who did it: an account, and what a person reads in its place, a pseudonym unless names were asked for."""

    objectType: Literal["Agent"] = "Agent"
    name: Text | None = None
    account: Account


class Verb(_Shape):
    """What was done, as an IRI and in words."""

    id: Iri
    display: LanguageMap


class InteractionChoice(_Shape):
    """One of the answers that a question offers."""

    id: Annotated[str, Field(pattern=r"^[^\s\[\]]+$")]
    description: LanguageMap


class Definition(_Shape):
    """What an activity is; `interactionType` goes with the type `cmi.interaction`, and `choices` with a choice."""

    type: Iri
    name: LanguageMap | None = None
    description: LanguageMap | None = None
    interactionType: Literal["choice", "long-fill-in"] | None = None
    choices: Annotated[tuple[InteractionChoice, ...], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _choices_of_a_choice(self) -> Definition:
        ids = [choice.id for choice in self.choices or ()]
        if (ids and self.interactionType != "choice") or len(set(ids)) != len(ids):
            raise ValueError("only a choice has choices, each with an id of its own")
        return self


class Activity(_Shape):
    """What it was done to."""

    objectType: Literal["Activity"] = "Activity"
    id: Iri
    definition: Definition | None = None


class StatementScore(_Shape):
    """A score: raw within its bounds, scaled to −1…1."""

    scaled: Scaled
    raw: float
    min: float
    max: float

    @model_validator(mode="after")
    def _within_bounds(self) -> StatementScore:
        if not (self.min < self.max and self.min <= self.raw <= self.max):
            raise ValueError("a raw score lies between its lowest and its highest")
        return self


class StatementResult(_Shape):
    """What came of it."""

    score: StatementScore | None = None
    completion: bool | None = None
    response: Text | None = None
    duration: Annotated[str, AfterValidator(_duration)] | None = None
    extensions: Extensions | None = None


class ContextActivities(_Shape):
    """The activities around it: `parent` holds it, `category` is the profile that the statement follows."""

    parent: Annotated[tuple[Activity, ...], Field(min_length=1)] | None = None
    category: Annotated[tuple[Activity, ...], Field(min_length=1)]


class StatementContext(_Shape):
    """In which play it happened, with which edition of the scenario, and where."""

    registration: UUID
    contextActivities: ContextActivities
    revision: Text | None = None
    platform: Text
    extensions: Extensions


class Statement(_Shape):
    """Somebody did something to something: one row of a learning record store."""

    id: UUID
    actor: Agent
    verb: Verb
    object: Activity
    result: StatementResult | None = None
    context: StatementContext
    timestamp: Timestamp
