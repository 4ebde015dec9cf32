"""Warnings about how a scenario is written: what gives the best line away, what is hard to read, what is missing."""
