"""What narration says of the hour, and what only looks as if it did."""

from __future__ import annotations

import pytest

from game.author.smells.hours import stated


@pytest.mark.parametrize(
    "text",
    [
        "At six tomorrow she flies.",
        "Six tomorrow, at the gate.",
        "She has been here since ten this morning.",
        "Since ten this morning, nobody has rung.",
        "The ten-past-six bus is late.",
        "Ten-past-six bus, as ever.",
        "You stop half past the shoulder.",
        "Half past the shoulder, you stop.",
        "Nine years. She has counted them.",
        "Ten, twelve, fourteen. She counts the towels.",
        "Night shift, again.",
        "Good morning, says the sign.",
        "By eight, the room must be empty.",
        "Last night, at ten, she wrote.",
        "Every Thursday, at six, the choir sings.",
        "Yesterday, half past nine. She was here.",
        "Monday, nine clients, one towel.",
        "Seven o'clock, she says, is her hour.",
        "Five to one are the odds.",
        "It is ten minutes since she left.",
        "A quarter of the hour is gone.",
        "The night bus stands at the door.",
        "Two o'clock would do, she writes.",
        "Until midnight, the bakery is dark.",
    ],
)
def test_what_tells_of_another_time_or_of_none_states_nothing(text: str) -> None:
    assert stated(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Ten past one at night. The bus stops.", {1}),
        ("Thursday, 22:41. Your kitchen.", {22}),
        ("Saturday, 09:12. A photo.", {9}),
        ("Saturday, 9:14. Socks.", {9, 21}),
        ("Ten to eight. She lies on her back.", {7, 19}),
        ("That night, at ten. Toast.", {22}),
        ("Half past nine in the evening. A message.", {21}),
        ("Wednesday noon. Butter.", {12}),
        ("Noon, the cafe downstairs.", {12}),
        ("Midnight. The kettle.", {0}),
        ("Monday, nine. Leila is in the chair.", {9, 21}),
        ("Five o'clock, the desk.", {5, 17}),
        ("It is half past six in the evening.", {18}),
        ("The next Tuesday, four o'clock. No tin.", {4, 16}),
        ("Thursday of the next week, 22:41. Your kitchen.", {22}),
        ("Ten at night, your kitchen.", {22}),
        ("Eight p.m. The lamp is on.", {20}),
        ("8:30 a.m., the desk.", {8}),
        ("Friday morning, the desk.", set(range(5, 12))),
        ("Twenty-five to eleven. A sound.", {10, 22}),
        ("A quarter past ten. The left one is done.", {10, 22}),
    ],
)
def test_a_line_that_begins_with_a_day_and_a_time_states_the_hour(text: str, hours: set[int]) -> None:
    assert stated(text) == hours
