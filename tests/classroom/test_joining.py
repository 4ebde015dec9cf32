"""Who may come in, and how slow guessing is."""

from __future__ import annotations

from game.classroom.joining import (
    CODE_LENGTH,
    CODE_LETTERS,
    MINUTE_S,
    MOST_ADDRESSES,
    WRONG_A_MINUTE,
    Door,
    new_code,
    new_token,
)

PHONE, OTHER = "192.168.0.20", "192.168.0.21"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_code_can_be_read_aloud_and_spells_no_word() -> None:
    codes = {new_code() for _ in range(200)}
    assert all(len(code) == CODE_LENGTH and set(code) <= set(CODE_LETTERS) for code in codes)
    assert not set(CODE_LETTERS) & set("AEIOU01")
    assert len(codes) > 190
    assert len({new_token() for _ in range(100)}) == 100


def test_a_code_is_right_in_any_case_and_with_spaces() -> None:
    door = Door("KTRBP", Clock())
    assert door.opens("ktrbp", PHONE)
    assert door.opens(" KT RBP ", PHONE)
    assert not door.opens("KTRB", PHONE)
    assert not door.opens("", PHONE)
    assert not door.opens("клмн" * 500, PHONE)


def test_ten_wrong_codes_a_minute_shut_the_door_for_a_minute() -> None:
    clock = Clock()
    door = Door("KTRBP", clock)
    for _ in range(WRONG_A_MINUTE):
        assert not door.shut(PHONE)
        door.opens("WRONG", PHONE)
    assert door.shut(PHONE)
    clock.now = MINUTE_S - 0.1
    assert door.shut(PHONE)
    clock.now = MINUTE_S
    assert not door.shut(PHONE)


def test_one_phones_wrong_codes_keep_no_other_outside() -> None:
    door = Door("KTRBP", Clock())
    for _ in range(WRONG_A_MINUTE):
        door.opens("WRONG", PHONE)
    assert door.shut(PHONE)
    assert not door.shut(OTHER)
    assert door.opens("KTRBP", OTHER)


def test_a_crowd_of_addresses_is_not_remembered_for_ever() -> None:
    door = Door("KTRBP", Clock())
    for number in range(2 * MOST_ADDRESSES):
        door.opens("WRONG", str(number))
    assert len(door._wrong) == MOST_ADDRESSES
