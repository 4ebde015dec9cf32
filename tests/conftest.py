"""What holds for every test: examples are drawn the same way each time, and nothing is against the clock.

`python -m benchmarks.further` draws other examples; what it finds becomes a test of its own.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, settings

# The markers of tests that start programs or draw examples.
SLOW = ("browser", "cluster", "atspi", "lrs", "hypothesis")

settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("further", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("same")


@pytest.hookimpl(trylast=True)  # Hypothesis gives its marker in the same hook
def pytest_collection_modifyitems(items: Iterable[pytest.Item]) -> None:
    """Counts the tests of these markers among the slow ones."""
    for item in items:
        if any(item.get_closest_marker(name) for name in SLOW):
            item.add_marker(pytest.mark.slow)
