"""The walk: one rule, written twice, held together by walking it.

The page's player (`game/web/player`) has the rules of a play in TypeScript. Here Python and the built player, in Node,
are asked the same and must tell the same, word for word: every line-aware position with every step from it, and random
plays with all that can happen in one, journals byte for byte. `python -m benchmarks.walk` walks the whole library;
`tests/web/test_walk.py` a small part of it.
"""
