"""Tests of the window: they drive the real app through its real event queue, without a display or a wait."""
