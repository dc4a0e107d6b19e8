"""What a check gives back, and from where on a figure is worth a warning."""

from __future__ import annotations

from dataclasses import dataclass

from wres.errors import Problem

__all__ = ["Finding", "Limits"]


@dataclass(frozen=True)
class Finding:
    """Something to look at, which may well be right.

    Parameters
    ----------
    code : str
        A word for the kind of finding; it stays the same from version to version.
    problem : Problem
        Where it is, what was expected, what is there, what to do.
    """

    code: str
    problem: Problem


@dataclass(frozen=True)
class Limits:
    """From where on a figure is worth a warning; none of these is a rule of the standard.

    Parameters
    ----------
    workforce_change : float
        Change of the workforce from one year to the next, as a part of the first.
    events_change : float
        Change of a year's events (shortlisted, appointed, trained) likewise; they vary more.
    least_change : int
        Change in people below which no total is looked at, however small the total.
    declaration : float
        Part of the workforce whose ethnicity is known.
    declaration_fall : float
        Fall of that part since last year, in percentage points.
    few_events : int
        Below this many events a ratio turns on single people (`wres.stats.FEW_EVENTS`).
    ratio_factor : float
        By how much a ratio may grow or shrink in a year without a word.
    band_factor : float
        By how much a band's head count may.
    """

    workforce_change: float = 0.10
    events_change: float = 0.50
    least_change: int = 20
    declaration: float = 0.95
    declaration_fall: float = 0.5
    few_events: int = 5
    ratio_factor: float = 2.0
    band_factor: float = 2.0
