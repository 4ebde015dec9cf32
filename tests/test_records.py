from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from game.records import record


@record(frozen=True, slots=True)
class Pair:
    left: int
    right: tuple[str, ...] = ()
    more: dict[str, int] = field(default_factory=dict)


@record(frozen=True, slots=True)
class Single:
    one: int


@record(frozen=True, slots=True)
class Other:
    one: int


@dataclass(frozen=True, slots=True)
class Usual:
    one: int


def test_it_is_equal_by_its_fields_and_to_its_own_kind_alone():
    assert Pair(1, ("a",)) == Pair(1, ("a",)) != Pair(1, ("b",))
    assert Pair(1) != replace(Pair(1), more={"a": 1})
    assert Single(1) != Other(1)
    assert Single(1) != 1


def test_its_hash_is_what_a_dataclass_has():
    assert hash(Single(5)) == hash(Usual(5))
    assert {Single(5): "five"}[Single(5)] == "five"
    with pytest.raises(TypeError):
        hash(Pair(1))


def test_it_shows_itself_as_a_dataclass_does():
    assert repr(Single(5)) == repr(Usual(5)).replace("Usual", "Single")
    assert repr(Pair(1, ("a",))) == "Pair(left=1, right=('a',), more={})"


def test_it_stays_as_it_was_made():
    with pytest.raises(FrozenInstanceError):
        Single(1).one = 2  # type: ignore[misc]
    assert [one.name for one in fields(Pair)] == ["left", "right", "more"]
    assert not hasattr(Single(1), "__dict__")
