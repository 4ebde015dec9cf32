"""What holds for every test: examples are drawn the same way each time, and nothing is against the clock.

`python -m benchmarks.further` draws other examples; what it finds becomes a test of its own.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, settings

OTHER_PROGRAMS = ("browser", "cluster", "atspi", "lrs")  # the markers of tests that start some

settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("further", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("same")


def pytest_collection_modifyitems(items: Iterable[pytest.Item]) -> None:
    """Counts a test that starts another program among the slow ones."""
    for item in items:
        if any(item.get_closest_marker(name) for name in OTHER_PROGRAMS):
            item.add_marker(pytest.mark.slow)
