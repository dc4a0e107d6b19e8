"""Figures of indicators 2 to 8: likelihoods and their ratio, survey percentages and their gap."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import opened_chapter
from wres.labels import NOT_AVAILABLE, WITHHELD, format_headcount, is_withheld
from wres.narrative.words import counts_of, figure_of
from wres.vocabulary.lookup import group_of, headline, record_of, row_of, survey_breakdown

__all__ = ["counts", "gap", "likelihood", "percentage", "ratio", "respondents"]


def ratio(number: int | str, *, year: int | None = None) -> str:
    """Return the relative likelihood of indicator 2, 3 or 4.

    White over BME for 2 and 4, BME over White for 3.

    Parameters
    ----------
    number : int or str
        2, 3 or 4.
    year : int, optional
        An earlier reporting year.

    Examples
    --------
    >>> ratio(2), ratio(2, year=2019)
    ('1.48', '1.45')
    """
    record = record_of(number, "ratio")
    wanted = {"indicator": record.number, "measure": "relative_likelihood"}
    return figure_of(row_of(year, "all", group=record.group, **wanted))


def likelihood(number: int | str, group: str, *, year: int | None = None) -> str:
    """Return how likely a group was to be appointed, disciplined or trained (2, 3 or 4).

    Parameters
    ----------
    number : int or str
        2, 3 or 4.
    group : str
        'White', 'BME' (or the trust's own term), 'Unknown', or 'all'.
    year : int, optional
        An earlier reporting year.

    Examples
    --------
    >>> likelihood(2, "White")
    'not available'
    """
    return figure_of(_likelihood(number, group, year))


def counts(number: int | str, group: str | None = None, *, year: int | None = None) -> str:
    """Return the counts behind indicator 2, 3 or 4: of both groups, or of one.

    Parameters
    ----------
    number : int or str
        2, 3 or 4.
    group : str, optional
        'White', 'BME' (or the trust's own term), 'Unknown', or 'all'; both groups of the ratio
        unless given.
    year : int, optional
        An earlier reporting year.

    Examples
    --------
    >>> counts(2)
    'not available'
    """
    chapter, record = opened_chapter(), record_of(number, "ratio")
    if group is not None:
        return _of(_likelihood(number, group, year))
    wanted = {"indicator": record.number, "measure": "relative_likelihood"}
    row = row_of(year, "all", group=record.group, **wanted)
    if row is None or is_withheld(row):
        return figure_of(row)
    labels = (chapter.group_label(record.group), chapter.group_label(record.comparator_group))
    two_years = year is None and chapter.over_two_years(record.number)
    return counts_of(row, labels, record.people, two_years=two_years) or NOT_AVAILABLE


def percentage(number: int | str, group: str, *, year: int | None = None) -> str:
    """Return the percentage of a group's survey respondents, of indicator 5, 6, 7 or 8.

    Parameters
    ----------
    number : int or str
        5, 6, 7 or 8.
    group : str
        'White' or 'BME' (or the trust's own term).
    year : int, optional
        An earlier reporting year, whose survey is that of the autumn before.

    Examples
    --------
    >>> percentage(5, "BME"), percentage(5, "White")
    ('25%', '20%')
    """
    return figure_of(_percentage(number, group, year))


def gap(number: int | str, *, year: int | None = None) -> str:
    """Return the gap in percentage points, BME minus White, of indicator 5, 6, 7 or 8.

    Parameters
    ----------
    number : int or str
        5, 6, 7 or 8.
    year : int, optional
        An earlier reporting year, whose survey is that of the autumn before.

    Examples
    --------
    >>> gap(5)
    '+5'
    """
    record = record_of(number, "survey")
    breakdown = survey_breakdown(opened_chapter(), year)
    return figure_of(
        opened_chapter().row(indicator=record.number, measure="gap", breakdown=breakdown)
    )


def respondents(number: int | str, group: str, *, year: int | None = None) -> str:
    """Return how many of a group answered the question behind indicator 5, 6, 7 or 8.

    Parameters
    ----------
    number : int or str
        5, 6, 7 or 8.
    group : str
        'White' or 'BME' (or the trust's own term).
    year : int, optional
        An earlier reporting year, whose survey is that of the autumn before.

    Examples
    --------
    >>> respondents(5, "BME")
    'not available'
    """
    row = _percentage(number, group, year)
    if row is None or pd.isna(row["denominator"]):
        return WITHHELD if is_withheld(row) else NOT_AVAILABLE
    return format_headcount(row["denominator"])


def _likelihood(number: int | str, group: str, year: int | None) -> pd.Series | None:
    record, wanted = record_of(number, "ratio"), group_of(group, "all")
    return row_of(year, "all", indicator=record.number, measure="likelihood", group=wanted)


def _percentage(number: int | str, group: str, year: int | None) -> pd.Series | None:
    record, wanted = record_of(number, "survey"), group_of(group)
    if year is None:
        return headline(number, wanted)
    breakdown = survey_breakdown(opened_chapter(), year)
    return opened_chapter().row(
        indicator=record.number, measure="percentage", breakdown=breakdown, group=wanted
    )


def _of(row: pd.Series | None) -> str:
    """Write the counts of one group: '17 of 47'."""
    if row is None or is_withheld(row):
        return figure_of(row)
    if pd.isna(row["numerator"]) or pd.isna(row["denominator"]):
        return NOT_AVAILABLE
    return f"{format_headcount(row['numerator'])} of {format_headcount(row['denominator'])}"
