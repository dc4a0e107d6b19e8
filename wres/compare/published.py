"""Published figures of others that are of the same indicator, group and unit as a trust's own.

A figure about a year after the report's own is never among them: it would compare with what
nobody could know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import pandas as pd

from wres.definitions.comparators import ALL_MEMBERS, LOCAL_POPULATION, SURVEY_GROUP
from wres.definitions.indicators import indicator
from wres.results import Result
from wres.sources import TrustYear
from wres.sources.beside import VOTING_MEMBERS, plain_name
from wres.sources.others import groups_of, units_of

__all__ = [
    "VOTING_ALONE",
    "Comparator",
    "is_compared",
    "local_population",
    "own_comparators",
    "published",
    "rounding",
    "survey_group",
]

SURVEY: Final = ("5", "6", "7", "8")
# Code of the benchmark table, by what a figure measures; the unit must agree as well.
NATIONAL_CODES: Final = {
    ("workforce", "share"): "workforce_share",
    **{(number, "relative_likelihood"): number for number in "234"},
    **{(number, "percentage"): number for number in SURVEY},
    ("9", "share"): "9_board_share",
}
# Executive and non-executive members differ from the board that others' figures describe.
WHOLE: Final = ("all", "voting=yes")
VOTING: Final = ("9", "voting=yes")
VOTING_ALONE: Final = "one is of whole boards, the other of voting members alone"
OTHER_BASE: Final = "the base of its question differs, or is not known"


@dataclass(frozen=True)
class Comparator:
    """One published figure of others.

    Parameters
    ----------
    key : str
        Its name in a breakdown, the same every year.
    name : str
        Its name in print.
    value : float
        The figure, in the unit of the trust's own.
    year : int, optional
        Reporting year; of a local population that of the census.
    source : str
        Publication that it was taken from.
    people : int, optional
        Respondents, or people who live in the area, where they are known.
    apart : str
        Why the trust's own figure can't be set beside it; empty where it can.
    """

    key: str
    name: str
    value: float
    year: int | None
    source: str
    people: int | None = None
    apart: str = ""


def is_compared(result: Result) -> bool:
    """Tell whether others' figures describe the same: whole trust, whole board, this year."""
    if (result.indicator, result.measure) not in {*NATIONAL_CODES, ("9", "difference")}:
        return False
    if result.indicator in SURVEY:
        return result.breakdown == f"survey_year={result.year - 1}"
    return result.breakdown in WHOLE


def rounding(value: float, unit: str) -> float:
    """Give by how much a printed figure may be off: half of its last place.

    A ratio has two places, however it was typed.

    Examples
    --------
    >>> rounding(30.0, "%"), rounding(28.9, "%"), rounding(1.6, "ratio")
    (0.5, 0.05, 0.005)
    """
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    places = max(2 if unit == "ratio" else 0, -int(exponent))
    return float(Decimal(5).scaleb(-places - 1))


def published(
    result: Result, trust_year: TrustYear, figures: Sequence[Any], place: str, title: str
) -> Iterator[Comparator]:
    """Give the figures of England, a region or a type of trust, of those that are usable.

    Their figures of boards are of all members: those of voting members are not published.
    """
    code = NATIONAL_CODES.get((result.indicator, result.measure), "")
    for row in figures:
        if (row.indicator, row.geography, row.told) == (code, place, _group(result)):
            yield Comparator(
                key=title,
                name=title + (ALL_MEMBERS if result.indicator == "9" else ""),
                value=float(row.value),
                year=row.reported,
                source=row.printed,
                apart=_other_members(result)
                or _other_base(result, trust_year, str(row.reported - 1), row.base),
            )


def survey_group(result: Result, trust_year: TrustYear) -> Iterator[Comparator]:
    """Give the figures of the trust's benchmark group in the staff survey."""
    for row in _survey_rows(result, trust_year, "benchmark"):
        if pd.notna(row.percent) and int(row.survey_year) < trust_year.year:
            yield Comparator(
                key=SURVEY_GROUP,
                name=f"{SURVEY_GROUP}, autumn {int(row.survey_year)}",
                value=float(row.percent),
                year=int(row.survey_year) + 1,
                source=_source(trust_year, "staff_survey"),
                people=int(row.responses) if pd.notna(row.responses) else None,
                apart=_other_base(result, trust_year, row.edition, row.base),
            )


def _survey_rows(result: Result, trust_year: TrustYear, scope: str) -> list[Any]:
    """Give the survey's rows of a result's indicator and group, the newest edition first."""
    table = trust_year.tables.get("staff_survey")
    if table is None or result.indicator not in SURVEY:
        return []
    rows = table[
        table["scope"].eq(scope)
        & table["indicator"].astype(str).eq(result.indicator)
        & table["ethnicity"].eq(result.group)
    ]
    newest = rows.sort_values("edition", ascending=False, na_position="last", kind="stable")
    return list(newest.itertuples())


def own_comparators(result: Result, trust_year: TrustYear) -> Iterator[Comparator]:
    """Give the figures of the comparators that the trust has named itself."""
    table = trust_year.tables.get("comparators")
    if table is None:
        return
    rows = table[table["indicator"].astype(str).eq(result.indicator)]
    records: list[Any] = list(rows.itertuples())
    for row in records:
        group = groups_of(result.indicator)[0] if pd.isna(row.group) else row.group
        unit = units_of(result.indicator)[0] if pd.isna(row.unit) else row.unit
        if (group, unit) == (_group(result), result.unit) and int(row.year) <= trust_year.year:
            # A board's share and its difference from the workforce are two figures.
            apart = " (difference)" if result.measure == "difference" else ""
            yield Comparator(
                key=plain_name(row.name) + apart,
                name=str(row.name),
                value=float(row.value),
                year=int(row.year),
                source=str(row.source),
                apart=_other_members(result, row.board)
                or _other_base(result, trust_year, None, row.base),
            )


def local_population(result: Result, trust_year: TrustYear) -> Iterator[Comparator]:
    """Give the BME share of the people in each area that the trust serves."""
    table = trust_year.tables.get("local_population")
    shares = {("workforce", "share"), ("9", "share")}
    if table is None or result.group != "BME" or (result.indicator, result.measure) not in shares:
        return
    records: list[Any] = list(table[table["percent_bme"].notna()].itertuples())
    for row in records:
        yield Comparator(
            key=LOCAL_POPULATION + plain_name(row.area),
            name=LOCAL_POPULATION + str(row.area),
            value=float(row.percent_bme),
            year=int(row.year) if pd.notna(row.year) else None,
            source=str(row.source),
            people=int(row.population) if pd.notna(row.population) else None,
        )


def _other_members(result: Result, board: object = None) -> str:
    """Say that one figure is of a whole board and the other of voting members; '' otherwise."""
    voting = (result.indicator, result.breakdown) == VOTING
    apart = result.indicator == "9" and voting != (board == VOTING_MEMBERS)
    return VOTING_ALONE if apart else ""


def _other_base(result: Result, trust_year: TrustYear, edition: Any, base: Any) -> str:
    """Say that a figure rests on another base of the question; '' where it doesn't."""
    return "" if _same_base(result, trust_year, edition, base) else OTHER_BASE


def _group(result: Result) -> str:
    """Give a result's group as tables of others' figures write it."""
    if not result.comparator_group:
        return result.group
    return f"{result.group} over {result.comparator_group}"


def _same_base(result: Result, trust_year: TrustYear, edition: Any, base: Any) -> bool:
    """Keep apart the two bases of a question that changed between survey editions.

    Where both bases are known they decide; where only one is, they are never joined: an edition
    printed the question on either base. Where neither is, both editions must be known and the
    same. A report of year *t* rests on the edition of autumn *t* - 1.
    """
    if result.indicator not in SURVEY or not indicator(result.indicator).series_break:
        return True
    own = [
        row
        for row in _survey_rows(result, trust_year, "trust")
        if int(row.survey_year) == trust_year.year - 1
    ]
    if not own:
        return False
    # What is withheld was asked on the same base as what isn't.
    asked = next((row for row in own if pd.notna(row.percent)), own[0])
    stated = [pd.notna(asked.base), pd.notna(base)]
    if any(stated):
        return all(stated) and bool(asked.base == base)
    return pd.notna(edition) and bool(asked.edition == edition)


def _source(trust_year: TrustYear, table: str) -> str:
    note = trust_year.sources.get(table)
    return note.source if note is not None else "NHS Staff Survey"
