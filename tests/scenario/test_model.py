"""What a player reads of an option."""

from __future__ import annotations

import pytest

from game.scenario.model import Branch, Option


@pytest.mark.parametrize(
    ("option", "read"),
    [
        (Option(id="a", goto=(Branch("b"),), say="Sit down."), "“Sit down.”"),
        (Option(id="a", goto=(Branch("b"),), say='The audit has it as "staff".'), "“The audit has it as ‘staff’.”"),
        (Option(id="a", goto=(Branch("b"),), say="“Ow” will do."), "“‘Ow’ will do.”"),
        (Option(id="a", goto=(Branch("b"),), do='Tick "no".'), 'Tick "no".'),
    ],
)
def test_speech_stands_in_quotes_and_what_it_quotes_in_single_ones(option: Option, read: str) -> None:
    assert option.words == read
