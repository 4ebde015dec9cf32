"""What holds for every test: examples are drawn the same way each time, and nothing is against the clock.

`python -m benchmarks.further` draws other examples; what it finds becomes a test of its own.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("further", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("same")
