"""Equal Footing: a training simulation for keeping roles distinct and power shared.

Packages are rooms, and each says what lives there and what may not; `docs/architecture.md` has the plan of the house.
"""

__version__ = "0.2.0.dev0"

from game.compiled import survive_cut_copies  # before any other module of the game

survive_cut_copies()
