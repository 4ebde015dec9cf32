"""The house is kept: no module is long without a reason, and docstrings say what comes back."""

from __future__ import annotations

import pytest

from tools.house import LONG, long_without_reason, modules, naming_docstrings, repeated_classes


@pytest.fixture(scope="module")
def ours() -> dict[str, str]:
    return modules("game", "tools")


def test_no_module_is_long_without_a_line_that_says_why(ours: dict[str, str]) -> None:
    assert long_without_reason(ours) == []


def test_docstrings_of_functions_say_what_comes_back(ours: dict[str, str]) -> None:
    assert naming_docstrings(ours) == []


def test_no_class_name_stands_in_two_modules(ours: dict[str, str]) -> None:
    assert repeated_classes({name: text for name, text in ours.items() if name.startswith("game/")}) == {}


def test_a_long_module_is_found_until_it_says_why() -> None:
    long = "x = 1\n" * (LONG + 1)
    assert long_without_reason({"long.py": long, "why.py": "# Long: a table\n" + long, "short.py": "x = 1\n"}) == [
        "long.py"
    ]


def test_a_docstring_that_names_a_thing_is_found_and_a_rule_is_not() -> None:
    named = 'def one() -> int:\n    """The number of plays."""\n'
    says = 'def two() -> int:\n    """Returns the number of plays."""\n'
    rule = 'def three() -> Findings:\n    """Every option has feedback."""\n'
    assert naming_docstrings({"m.py": named + says + rule}) == ["m.py:1"]
