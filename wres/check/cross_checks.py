"""Every check between figures, in the order of the indicators."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from wres.check import comparators, declaration, groups, places, ratios, region, survey, totals
from wres.check.figures import Figures
from wres.check.findings import Finding, Limits
from wres.sources import TrustYear

__all__ = ["cross_checks"]

Check = Callable[[Figures, Figures | None, Limits], Iterator[Finding]]

_CHECKS: Final[tuple[Check, ...]] = (
    groups.groups_missing,
    places.place_rows_missing,
    totals.changed_totals,
    totals.changed_bands,
    totals.details_differ,
    totals.details_not_national,
    declaration.declaration,
    declaration.redeclaration,
    groups.appointed_above_shortlisted,
    groups.bases_differ,
    groups.cases_above_staff,
    ratios.unsteady_ratios,
    ratios.published_ratios_differ,
    ratios.published_ratios_withheld,
    survey.survey_of_another_year,
    survey.survey_of_several_bases,
    survey.unlikely_responses,
    survey.unattainable_percentages,
    groups.empty_board,
    groups.executives_above_managers,
    region.region_unknown,
    comparators.comparators_of_later_years,
)


def cross_checks(
    trust_year: TrustYear, previous: TrustYear | None, limits: Limits | None = None
) -> list[Finding]:
    """Compare a trust's tables with each other and with those of the year before.

    Parameters
    ----------
    trust_year : TrustYear
        Validated counts, as read; totals need not be there.
    previous : TrustYear or None
        Those of the year before; None where there are none.
    limits : Limits, optional
        From where on a figure is worth a warning; what counts as few events is the trust's own
        setting unless given.

    Returns
    -------
    list of Finding
        In the order of the checks; empty where nothing needs a look.
    """
    now = Figures(trust_year)
    before = Figures(previous) if previous is not None else None
    limits = limits or Limits(few_events=trust_year.trust.settings.few_events)
    return [one for check in _CHECKS for one in check(now, before, limits)]
