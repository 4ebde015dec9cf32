"""Equal Footing: a training simulation for keeping roles distinct and power shared."""

__version__ = "0.1.0"
