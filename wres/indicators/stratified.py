"""Relative likelihoods weighed over strata: alike with alike, for instance within pay bands.

Where White and BME staff work in different bands, a ratio over all of them mixes the difference
between the groups with that between the bands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wres.counts.totals import STRATA_OF
from wres.definitions.groupings import COMPARED_WITHIN
from wres.definitions.groupings import strata as strata_of_bands
from wres.definitions.indicators import Indicator
from wres.indicators.event_counts import MORE_EVENTS, Counts, any_withheld, read_counts
from wres.results import WITHHELD, Result
from wres.sources import TrustYear
from wres.stats import (
    CONFIDENCE,
    FEW_EVENTS,
    Pair,
    interval_verdict,
    is_few,
    mantel_haenszel,
)

__all__ = ["stratified_ratio", "within_bands"]

NO_STRATUM = "no stratum holds people of both groups with an event among the comparator's"


def within_bands(ratio: Result, trust_year: TrustYear, record: Indicator) -> Iterator[Result]:
    """Yield the ratio within groupings of bands, where events were given by band.

    Parameters
    ----------
    ratio : Result
        The row to fill.
    trust_year : TrustYear
        Counts with their strata (`wres.counts.strata`), as far as they are shown.
    record : Indicator
        One of indicators 2 to 4.
    """
    name = STRATA_OF[record.table]
    table = trust_year.tables.get(name)
    if table is None:
        if name in trust_year.not_made:
            yield _not_made(ratio, trust_year.not_made[name])
        return
    read = [
        read_counts(table[table["stratum"].eq(one)], record.base_column, record.event_column)
        for one in strata_of_bands()
    ]
    counts = [(one[ratio.group], one[ratio.comparator_group]) for one in read]
    row = stratified_ratio(ratio, counts, few_events=trust_year.trust.settings.few_events)
    if row.status == "ok":
        compared = [one for one, pair in zip(strata_of_bands(), counts, strict=True) if _both(pair)]
        row = replace(row, reason=_told(row.reason, f"{COMPARED_WITHIN}{', '.join(compared)}"))
    yield row


def _not_made(ratio: Result, reason: str, by: str = "band") -> Result:
    """Say why events given by band make no ratio; where the counts would tell it, that is withheld.

    The row then has neither counts nor value, as any withheld one.
    """
    row = replace(ratio, breakdown=f"stratified={by}")
    if not reason:
        return replace(row, status="suppressed", reason=WITHHELD)
    return replace(row, status="not available", reason=reason)


def _told(*notes: str) -> str:
    return "; ".join(filter(None, notes))


def stratified_ratio(
    ratio: Result,
    strata: Sequence[tuple[Counts, Counts]],
    *,
    by: str = "band",
    few_events: int = FEW_EVENTS,
) -> Result:
    """Return the Mantel-Haenszel ratio over strata, in place of a ratio that mixes them.

    Parameters
    ----------
    ratio : Result
        The row to fill: organisation, year, indicator, groups, direction.
    strata : sequence of (group, comparator)
        Counts of both groups in each stratum, as far as they are shown.
    by : str
        What the strata are, for the breakdown.
    few_events : int
        The trust's limit below which a comparison turns on single people.
    """
    row = replace(ratio, breakdown=f"stratified={by}")
    if any_withheld(*(count for stratum in strata for count in stratum)):
        return replace(row, status="suppressed", reason=WITHHELD)
    if any(count.too_many for stratum in strata for count in stratum):
        return replace(row, status="not available", reason=MORE_EVENTS)
    pairs = [(group.pair, other.pair) for group, other in strata if _both((group, other))]
    pooled = mantel_haenszel(pairs)
    if pooled.value is None:
        return replace(row, status="not available", reason=NO_STRATUM)
    row = replace(_with_counts(row, strata), value=pooled.value)
    if pooled.interval is None:
        return row
    totals = [sum((stratum[place] for stratum in pairs), Pair(0, 0)) for place in (0, 1)]
    few = is_few(totals[0], totals[1], few_events)
    return replace(
        row,
        lower=pooled.interval.lower,
        upper=pooled.interval.upper,
        confidence=CONFIDENCE,
        method="mantel-haenszel",
        verdict=interval_verdict(pooled.interval, equal=1.0, few=few),
    )


def _with_counts(row: Result, strata: Sequence[tuple[Counts, Counts]]) -> Result:
    """Put the counts of the strata that hold both groups beside the ratio."""
    whole = [stratum for stratum in strata if _both(stratum)]
    return replace(
        row,
        numerator=sum(group.events or 0 for group, _ in whole),
        denominator=sum(group.base or 0 for group, _ in whole),
        comparator_numerator=sum(other.events or 0 for _, other in whole),
        comparator_denominator=sum(other.base or 0 for _, other in whole),
        reason=whole[0][0].note,
    )


def _both(stratum: tuple[Counts, Counts]) -> bool:
    """Tell whether a stratum has people of both groups: only then does it compare them."""
    return bool(stratum[0].base and stratum[1].base)
