"""Surveys that a sentence and a table name alike: the figure of one told for that of another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from wres.audit.checks.ledger import Key, figure_of
from wres.audit.claim import SURVEY, Claim
from wres.audit.dates import names_survey_of
from wres.audit.findings import CONTRADICTION, AuditFinding, finding
from wres.audit.printed import Printed
from wres.audit.words import is_any

__all__ = ["check_survey_years"]

_YEAR: Final = re.compile(r"\b20[0-3]\d\b")


def check_survey_years(claims: Sequence[Claim], year: int | None) -> Iterator[AuditFinding]:
    """Tell survey figures that a sentence gives to another year than the report's tables do.

    A year may be that of a survey or of its report, unless both name the survey as such.

    Parameters
    ----------
    claims : sequence of Claim
    year : int, optional
        The report's own.
    """
    tables: dict[Key, list[Claim]] = defaultdict(list)
    for one in claims:
        if one.origin not in {"", "sentence"} and one.value and one.indicator in SURVEY:
            tables[one.key].append(one)
    for claim in claims:
        said = figure_of(claim)
        if claim.origin != "sentence" or claim.indicator not in SURVEY or said is None:
            continue
        if claim.year is None or said.hedged or not (_is_named(claim) or _is_bare(claim)):
            continue
        same = tables.get(claim.key, [])
        if not _is_named(claim) and any(
            (one.year or year) == claim.year - 1 and _is_same(one, said) for one in same
        ):
            continue  # right by the year of its report
        of_year = [one for one in same if (one.year or year) == claim.year and _is_named(one)]
        others = [one for one in same if (one.year or year) != claim.year and _is_named(one)]
        fits = [one for one in others if _is_same(one, said)]
        right = [one for one in of_year if figure_of(one) and not _is_same(one, said)]
        if fits and right and len(right) == len(of_year):
            yield _told(claim, fits[0], right[0])


def _is_named(claim: Claim) -> bool:
    """Say whether a claim's own words name its survey by the autumn.

    The column of a table may have no more than its year.
    """
    if claim.year is None:
        return False
    bare = claim.origin != "sentence" and str(claim.year - 1) in claim.text
    return names_survey_of(claim.text, claim.year - 1) or bare


def _is_same(claim: Claim, said: Printed) -> bool:
    """Say whether a figure is printed alike, or with other decimals may be the same."""
    figure = figure_of(claim)
    if figure is None or figure.decimals == said.decimals:
        return figure is not None and figure.value == said.value
    return figure.span.meets(said.span)


def _is_bare(claim: Claim) -> bool:
    """Say whether a sentence names one year and no more, as the columns of a table may."""
    years = {int(one) for one in _YEAR.findall(claim.text)}
    return years == {(claim.year or 0) - 1} and not is_any("earlier", claim.text)


def _told(claim: Claim, other: Claim, right: Claim) -> AuditFinding:
    autumns = [(one.year or 0) - 1 for one in (other, right)]
    message = (
        f"{claim.value} is the figure of the survey of {autumns[0]}; that of {autumns[1]} is "
        f"{right.value}."
    )
    return finding(
        claim, CONTRADICTION, "wrong year", message, recomputed=right.value,
        formula=f"{right.place}: {right.value}",
    )  # fmt: skip
