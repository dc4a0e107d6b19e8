"""Chance from a seed and a name: the same in every run, whatever else is drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

__all__ = ["Draws", "Flags", "Places", "Shares"]

Option = TypeVar("Option")
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float64]


class Draws:
    """Chance for one purpose.

    Everything is made from uniform numbers, whose stream numpy keeps from version to version;
    that of its other distributions it may change.

    Parameters
    ----------
    *key : object
        Names the purpose: the same key gives the same numbers.

    Examples
    --------
    >>> Draws(1, "ZZ1", "staff").place(6) == Draws(1, "ZZ1", "staff").place(6)
    True
    """

    def __init__(self, *key: object) -> None:
        digest = hashlib.sha256("/".join(map(str, key)).encode()).digest()
        seed = int.from_bytes(digest[:16], "big")
        self._random = np.random.Generator(np.random.PCG64(seed))

    def uniform(self, size: int, low: float = 0.0, high: float = 1.0) -> Shares:
        """Draw numbers between two limits."""
        return low + (high - low) * self._random.random(size)

    def number(self, low: float = 0.0, high: float = 1.0) -> float:
        """Draw one number between two limits."""
        return float(self.uniform(1, low, high)[0])

    def happens(self, chance: float | Shares, size: int) -> Flags:
        """Draw for each of `size` whether something of this chance happens."""
        flags: Flags = self.uniform(size) < chance
        return flags

    def choose(self, weights: Sequence[float] | Shares, size: int) -> Places:
        """Draw places in a list by weight."""
        steps = np.cumsum(np.asarray(weights, dtype=float))
        places = np.searchsorted(steps, self.uniform(size) * steps[-1], side="right")
        inside: Places = np.minimum(places, len(steps) - 1).astype(np.int64)
        return inside

    def place(self, size: int) -> int:
        """Draw one place in a list of this size."""
        return int(self.number() * size)

    def pick(self, options: Sequence[Option]) -> Option:
        """Draw one of several things."""
        return options[self.place(len(options))]

    def weighted(self, weights: Mapping[str, float]) -> str:
        """Draw one of several names by weight."""
        return list(weights)[int(self.choose(list(weights.values()), 1)[0])]

    def order(self, size: int) -> Places:
        """Draw an order."""
        return np.argsort(self.uniform(size), kind="stable").astype(np.int64)

    def some(self, among: npt.NDArray[Any], size: int) -> Places:
        """Draw so many different ones, or all there are."""
        chosen: Places = np.sort(among[self.order(len(among))[: max(0, size)]])
        return chosen

    def bell(self, size: int, spread: float) -> Shares:
        """Draw from a normal distribution around 0."""
        first, second = 1.0 - self.uniform(size), self.uniform(size)
        return np.sqrt(-2.0 * np.log(first)) * np.cos(2.0 * np.pi * second) * spread

    def about(self, middle: float, spread: float) -> float:
        """Draw a number around a middle; `spread` is that of its logarithm."""
        return middle * float(np.exp(self.bell(1, spread)[0]))
