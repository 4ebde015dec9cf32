"""Measurements, each beside a baseline in the same run; see benchmarks/README.md."""
