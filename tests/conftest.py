"""What holds for every test: examples are drawn the same way each time, and nothing is against the clock.

`python -m benchmarks.further` draws other examples; what it finds becomes a test of its own.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

from tests.support.library import scenario_in

# The markers of tests that start programs.
SLOW = ("browser", "cluster", "atspi", "lrs", "panel")

settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("further", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("same")


@pytest.hookimpl(tryfirst=True)  # before `-m` picks by markers
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Counts what starts programs, draws examples or asks each scenario of the library among the slow tests.

    Those that ask the same scenario on the bench come first, side by side, so that a worker makes it ready once.
    """
    on_the_bench = dict[int, str]()
    for item in items:
        scenario = scenario_in(getattr(getattr(item, "callspec", None), "params", {}))
        draws = is_hypothesis_test(getattr(item, "obj", None))
        if scenario or draws or any(item.get_closest_marker(name) for name in SLOW):
            item.add_marker(pytest.mark.slow)
        if scenario and hasattr(getattr(item, "module", None), "on_the_bench"):
            on_the_bench[id(item)] = scenario
    items.sort(key=lambda item: (id(item) not in on_the_bench, on_the_bench.get(id(item), "")))
