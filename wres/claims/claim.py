"""A number in a sentence, and the question that its words put to the figures."""

from __future__ import annotations

from dataclasses import dataclass

from wres.claims.numbers import Number
from wres.claims.shown import Query

__all__ = ["Claim"]


@dataclass(frozen=True)
class Claim:
    """A number and the question that its words put to the figures.

    Parameters
    ----------
    number : Number
    query : Query
    alternatives : tuple of Number
        Other numbers that the same words may mean.
    said : str
        Of what kind the words make it: `level`, `change`, `gap`, `likelihood`, ...
    base : {'group', 'band', 'outcome'}, optional
        What a percentage is said to be out of.
    oriented : bool
        Whether words say which group stands over which.
    loose : bool
        Whether it may count what no indicator is about: workshops, panels.
    way : int
        Which way words make a change go: up (1), down (-1), or neither (0).
    planned : bool
        Whether it is what a plan starts from, and so of today.
    earlier : bool
        Whether words make it what something came from: `from 30%`.
    edge : int
        Whether it is the least (-1) or the most (1) of the years that are asked for, or neither.
    """

    number: Number
    query: Query
    alternatives: tuple[Number, ...] = ()
    said: str = "level"
    base: str | None = None
    oriented: bool = False
    loose: bool = False
    way: int = 0
    planned: bool = False
    earlier: bool = False
    edge: int = 0
