"""The latest published figures of others that a figure of the trust may stand beside.

'Latest' is the newest year not after the report's own. Another indicator, group or unit, the other
base of indicator 7, or whole boards beside voting members, is never chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from wres.compare.published import (
    Comparator,
    is_compared,
    local_population,
    own_comparators,
    published,
    survey_group,
)
from wres.definitions.geographies import ENGLAND, read_region, read_trust_type
from wres.results import Result
from wres.sources import TrustYear
from wres.sources.benchmarks import usable

__all__ = ["comparators_of", "with_benchmarks"]


def with_benchmarks(
    results: Iterable[Result], benchmarks: pd.DataFrame, trust_year: TrustYear
) -> list[Result]:
    """Put the latest published national figure beside each result that has no benchmark yet."""
    figures = usable(benchmarks, trust_year.year)
    return [_with_england(result, figures, trust_year) for result in results]


def _with_england(result: Result, figures: Sequence[Any], trust_year: TrustYear) -> Result:
    if result.benchmark is not None or not is_compared(result):
        return result
    latest = _latest(published(result, trust_year, figures, ENGLAND, ENGLAND))
    if latest is None or latest.apart:
        return result
    return replace(
        result,
        benchmark=latest.value,
        benchmark_name=latest.name,
        benchmark_year=latest.year,
    )


def comparators_of(
    result: Result, trust_year: TrustYear, figures: Sequence[Any]
) -> list[Comparator]:
    """Find the latest figure of each comparator that there is for a result.

    Parameters
    ----------
    result : Result
        A figure of the trust's own.
    trust_year : TrustYear
        Protected counts.
    figures : sequence
        What national publications say (`usable`).

    Returns
    -------
    list of Comparator
        The survey's benchmark group, England, the trust's region and type, its own comparators,
        and the local population by area; one of each name.
    """
    trust = trust_year.trust
    places = [
        (ENGLAND, ENGLAND),
        (read_region(trust.region), "{} region"),
        (read_trust_type(trust.type), "{} trusts"),
    ]
    candidates = [
        *survey_group(result, trust_year),
        *(
            one
            for place, title in places
            if place
            for one in published(result, trust_year, figures, place, title.format(place))
        ),
        *own_comparators(result, trust_year),
        *local_population(result, trust_year),
    ]
    named: dict[str, list[Comparator]] = {}
    for candidate in candidates:
        named.setdefault(candidate.key.casefold(), []).append(candidate)
    return [latest for some in named.values() if (latest := _latest(some)) is not None]


def _latest(candidates: Iterable[Comparator]) -> Comparator | None:
    """Choose the newest of one name, the first of a year; one of another base only for want."""
    ranked = sorted(candidates, key=lambda one: (bool(one.apart), -(one.year or 0)))
    return ranked[0] if ranked else None
