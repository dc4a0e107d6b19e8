"""Keep labels apart: as near to where they belong as their heights allow."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["spread"]


def spread(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> list[float]:
    """Return middles for labels so that none overlap and all lie between `low` and `high`.

    Parameters
    ----------
    wanted : sequence of float
        Where each label would like its middle to be.
    heights : sequence of float
        Their heights.
    low, high : float
        The span to keep to; labels that don't fit into it run over at its end.

    Examples
    --------
    >>> spread([1.0, 1.0, 3.0], [0.5, 0.5, 0.5], 0.0, 4.0)
    [0.75, 1.25, 3.0]
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    blocks: list[_Block] = []
    for place in order:
        blocks.append(_Block([place], wanted[place] - heights[place] / 2, heights[place]))
        blocks[-1].keep_within(low, high)
        while len(blocks) > 1 and blocks[-2].end > blocks[-1].start:
            blocks[-2].take_in(blocks.pop(), low, high)
    return _middles(blocks, heights)


class _Block:
    """Labels that touch each other, around the mean of where they would like to be."""

    def __init__(self, places: list[int], start: float, height: float) -> None:
        self.places, self.start, self.height = places, start, height

    @property
    def end(self) -> float:
        return self.start + self.height

    def keep_within(self, low: float, high: float) -> None:
        self.start = max(low, min(self.start, high - self.height))

    def take_in(self, other: _Block, low: float, high: float) -> None:
        mine, theirs = len(self.places), len(other.places)
        own_wish, other_wish = self.start, other.start - self.height
        self.start = (own_wish * mine + other_wish * theirs) / (mine + theirs)
        self.places, self.height = self.places + other.places, self.height + other.height
        self.keep_within(low, high)


def _middles(blocks: Sequence[_Block], heights: Sequence[float]) -> list[float]:
    middles = [0.0] * len(heights)
    for block in blocks:
        top = block.start
        for place in block.places:
            middles[place] = top + heights[place] / 2
            top += heights[place]
    return middles
