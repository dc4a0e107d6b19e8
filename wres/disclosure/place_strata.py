"""Counts of a place within groupings of bands: a place's are shown all, or none.

They are looked at after all whole places, with every sum among them: to their place, to the trust,
to places of the same people. A place's are shown where none of them is small, and where each count
that is withheld stays uncertain; else those of the smallest place beside it are withheld as well,
until it does. No other count is withheld for them.
"""

from __future__ import annotations

from typing import cast

import pandas as pd

from wres.counts.places import WHOLE, WORKFORCE
from wres.counts.totals import ALL
from wres.disclosure.place_cells import COUNTS, Crossing, PlaceCells, Spot
from wres.disclosure.place_sums import family
from wres.disclosure.ranges import Ranges
from wres.disclosure.settled import least_sure
from wres.disclosure.stratum_cells import StratumCells
from wres.disclosure.system import Key
from wres.disclosure.whole_strata import are_told_by_report

__all__ = ["withheld_strata_of"]


def withheld_strata_of(
    cells: PlaceCells, rows: pd.DataFrame, crossing: Crossing, indicator: str, source: str
) -> set[tuple[int, str]]:
    """Choose the places whose strata are withheld; give their rows and columns."""
    own = rows[rows["band"].ne(ALL)]
    if own.empty:
        return set()
    strata = StratumCells(cells, own, crossing, indicator, source)
    if crossing == (WHOLE, WHOLE) and indicator != WORKFORCE:
        told = are_told_by_report(cells, own, indicator, source)
        return set() if told else _all_of(own)
    shown = _choose(strata)
    return {one for spot, part in strata.parts() if spot not in shown for one in _all_of(part)}


def _all_of(rows: pd.DataFrame) -> set[tuple[int, str]]:
    """Give every count of some rows."""
    return {(int(str(at)), column) for at in rows.index for column in COUNTS}


def _choose(strata: StratumCells) -> set[Spot]:
    """Choose the places whose strata are shown, as many as give nothing away, and settle it."""
    settled, hidden = strata.cells.shown, strata.cells.shown.hidden
    shown = {spot for spot, part in strata.parts() if _may_be_shown(strata, spot, part)}
    system = strata.trial(shown)
    if system is None:
        strata.forget()
        return set()
    if not settled.secondary:
        settled.accept(system, hidden)
        return shown
    ranges = Ranges(system)
    if shown and least_sure(system, hidden, ranges):
        shown = shown if _can_be_kept(strata, ranges, hidden) else set()
        system = strata.trial(shown) or system
    while shown:
        # Withholding more takes no solution away: what was proven stays proven.
        ranges.system = system
        unsure = [key for key, _ in least_sure(system, hidden, ranges)]
        if not unsure:
            break
        shown = shown - _givers(strata, unsure, shown)
        system = strata.trial(shown) or system
    settled.accept(system, hidden, ranges)
    return shown


def _may_be_shown(strata: StratumCells, spot: Spot, part: pd.DataFrame) -> bool:
    """Tell whether a place's strata are about enough people, and itself is shown."""
    for _, row in part.iterrows():
        counts = [row[column] for column in COUNTS]
        if pd.isna(counts[0]) or _whole_is_hidden(strata, spot, str(row["group"])):
            return False
        people = int(counts[0])
        rules = [strata.cells.rule(strata.indicator, strata.source, one) for one in COUNTS]
        if rules[0].is_small(people):
            return False
        if pd.notna(counts[1]):
            events = int(counts[1])
            if rules[1].is_small(events) or rules[1].is_small(max(people - events, 0)):
                return False
    return True


def _whole_is_hidden(strata: StratumCells, spot: Spot, group: str) -> bool:
    named = ((strata.indicator, strata.crossing, spot, ALL, group, one) for one in COUNTS)
    return any(strata.cells.keys.get(name) in strata.cells.shown.hidden for name in named)


def _can_be_kept(strata: StratumCells, ranges: Ranges, hidden: set[Key]) -> bool:
    """Tell whether small counts are unsure at least where no strata of places are shown.

    Others, of a group of nobody, say, are to be kept as uncertain as they are then.
    """
    bare = strata.trial(set())
    if bare is None:
        return False
    least = Ranges(bare)
    least.seen = dict(ranges.seen)
    strata.least = dict(least_sure(bare, hidden, least))
    return strata.least.keys() <= strata.large


def _givers(strata: StratumCells, unsure: list[Key], shown: set[Spot]) -> set[Spot]:
    """Find the smallest place beside each count that is too sure, to withhold it too."""
    same, found = strata.cells.same(strata.source), set[Spot]()
    order = sorted(shown, key=lambda spot: (strata.people(spot), spot))
    named = {key: name for name, key in strata.cells.keys.items() if key in set(unsure)}
    for name in (named[key] for key in unsure if key in named):
        dimensions, places = cast("tuple[Spot, Spot]", name[1:3])
        beside = family((dimensions[0], places[0]), strata.crossing[0], same)
        near = [spot for spot in order if spot[0] in beside]
        if near and not found & set(near):
            found.add(near[0])
    return found or set(order[:1])
