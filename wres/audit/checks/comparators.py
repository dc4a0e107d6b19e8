"""Comparators against published figures: of that indicator, of that year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

import pandas as pd

from wres.audit.claim import SURVEY, Claim
from wres.audit.findings import CONTRADICTION, UNCHECKABLE, WORDING, AuditFinding, finding
from wres.audit.printed import Printed, Span
from wres.audit.words import first_of
from wres.definitions.geographies import read_geography
from wres.definitions.indicators import indicator
from wres.sources.benchmarks import HEADLINES, usable

__all__ = ["National", "check_comparator", "national_figures"]

_MEASURES: Final = frozenset({"relative_likelihood", "percentage", "share"})


@dataclass(frozen=True)
class National:
    """One published figure: of which indicator, group, place and reporting years.

    What is no `ground` (approximate, of no stated year) can bear a comparator out, not deny it.
    """

    indicator: str
    group: str
    place: str
    years: tuple[int, ...]
    value: Fraction
    source: str
    ground: bool

    @property
    def year(self) -> str:
        """The year as it is told."""
        return str(self.years[-1])


def national_figures(table: pd.DataFrame) -> list[National]:
    """Take from the benchmarks those figures that a report may set beside its own."""
    found = []
    grounds = {row.Index for row in usable(table)}
    for place, row in zip(table.index, table.to_dict("records"), strict=True):
        number = HEADLINES.get(str(row["indicator"]))
        group, unit = str(row["group"]).split(",", 1)[0], str(row["unit"])
        if number is None or unit not in {"%", "ratio"} or row["status"] == "unverified":
            continue
        year = int(row["year"])
        # A survey of autumn 2020 belongs to 2021; where a source doesn't say, it may be either.
        years = {"WRES": (year,), "survey": (year + 1,)}.get(
            str(row["year_basis"]), (year, year + 1)
        )
        if group in {"BME", "White"} or " over " in group:
            value = Fraction(str(row["value"]))
            found.append(
                National(
                    number, group, str(row["geography"]), years, value, str(row["source"]),
                    place in grounds,
                )
            )  # fmt: skip
    return found


def check_comparator(
    claim: Claim, known: list[National], year: int | None
) -> Iterator[AuditFinding]:
    """Hold a national or regional comparator to the list of published figures."""
    printed = claim.printed("comparator_value")
    place = _place(claim.comparator_name)
    if printed is None or place is None or claim.measure not in _MEASURES:
        return
    at_place = [one for one in known if one.place == place]
    same = [one for one in at_place if _is_same(one, claim)]
    right = [one for one in same if _fits(printed, one)]
    wanted = _years(claim)
    if any(_is_of(one, wanted) for one in right):
        return
    if right and not wanted:
        yield from _stale(claim, right, year)
        return
    at_place, same = ([one for one in figures if one.ground] for figures in (at_place, same))
    right = [one for one in right if one.ground]
    # From a year after its own a report can't have taken it.
    taken = [one for one in right if _is_printed_so(printed, one) and not _back_from(year, one)[0]]
    if taken:
        yield _other_year(claim, taken, same, wanted)
        return
    if right and (true := [one for one in same if _is_of(one, wanted)]):
        yield _not_of_year(claim, true)
        return
    of_year = [one for one in same if _is_of(one, wanted)]
    others = [
        one
        for one in at_place
        if one.indicator != claim.indicator
        and _same_kind(one, claim)
        and _is_printed_so(printed, one)
    ]
    others.sort(
        key=lambda one: (
            bool(wanted) and not _is_of(one, wanted),
            abs(one.value - printed.value),
            _back_from(year, one),
        )
    )
    # Of a year of which nothing is at hand, no other year can deny a figure.
    beside = sorted(of_year if wanted else same, key=lambda one: _back_from(year, one))
    if others and beside:
        yield _other_indicator(claim, others[0], beside[0])
    elif of_year:
        yield _unlike(claim, printed, of_year)
    else:
        message = f"No published figure of {claim.comparator_name} for this is at hand."
        yield finding(claim, UNCHECKABLE, "comparator not known", message, of="comparator_value")


@lru_cache(maxsize=1024)
def _place(name: str) -> str | None:
    """Say whose figure a comparator's name means: England or a region."""
    exact = read_geography(name)
    if exact is not None:
        return exact
    return "England" if first_of("comparator", name) == "England" else None


def _is_same(one: National, claim: Claim) -> bool:
    group, other = claim.groups
    wanted = (
        f"{group} over {other}" if claim.measure == "relative_likelihood" else claim.group or "BME"
    )
    number = "9" if claim.indicator == "9" else claim.indicator
    return one.indicator == number and one.group == wanted


def _same_kind(one: National, claim: Claim) -> bool:
    """Say whether a figure of another indicator may have been taken for a claim's."""
    if claim.measure == "relative_likelihood":
        return " over " in one.group
    return one.group == (claim.group or "BME")


def _fits(printed: Printed, one: National) -> bool:
    decimals = len(str(float(one.value)).partition(".")[2].rstrip("0"))
    room = max(printed.half, Fraction(1, 2 * 10**decimals))
    return (printed.hedged and printed.fits(Span.exactly(one.value))) or (
        abs(printed.value - one.value) <= room
    )


def _is_printed_so(printed: Printed, one: National) -> bool:
    """Say whether a figure is a published one to its own last digit: 1.62 is not the 1.6 of 2017.

    Only then may it be said to be taken from there.
    """
    return _fits(printed, one) and (
        printed.hedged or abs(printed.value - one.value) <= printed.half
    )


def _years(claim: Claim) -> tuple[int, ...]:
    """Give the reporting years that a comparator's year may mean: a survey's is a year earlier."""
    year = claim.comparator_year
    if year is None:
        return ()
    return (year, year + 1) if claim.indicator in SURVEY else (year,)


def _is_of(one: National, wanted: tuple[int, ...]) -> bool:
    return bool(set(one.years) & set(wanted))


def _back_from(year: int | None, one: National) -> tuple[bool, int]:
    """Put the latest figure that a report of a year can have first; later ones stand last."""
    return year is not None and min(one.years) > year, -max(one.years)


def _told(figures: list[National], number: str) -> str:
    decimals = 2 if number in {"2", "3", "4"} else 1
    unit = "" if decimals == 2 else "%"
    ordered = sorted(figures, key=lambda one: one.years)
    return " or ".join(dict.fromkeys(f"{float(one.value):.{decimals}f}{unit}" for one in ordered))


def _other_year(
    claim: Claim, right: list[National], same: list[National], wanted: tuple[int, ...]
) -> AuditFinding:
    true = [one for one in same if _is_of(one, wanted)]
    should = _told(true, claim.indicator) if true else ""
    years = " and ".join(dict.fromkeys(one.year for one in right))
    message = f"{claim.comparator_value} is the figure of {years}, not of {claim.comparator_year}."
    if should:
        message += f" That of {claim.comparator_year} is {should}."
    kind = CONTRADICTION if true else WORDING
    return finding(
        claim, kind, "wrong benchmark year", message, of="comparator_value", recomputed=should,
        formula=f"published: {right[0].source}",
    )  # fmt: skip


def _not_of_year(claim: Claim, true: list[National]) -> AuditFinding:
    """Tell the figure of the year said, where it isn't known from which year another is taken."""
    should = _told(true, claim.indicator)
    year, said = claim.comparator_year, claim.comparator_value
    message = f"The published figure of {year} is {should}, not {said}."
    return finding(
        claim, CONTRADICTION, "wrong benchmark year", message, of="comparator_value",
        recomputed=should, formula=f"published: {true[0].source}",
    )  # fmt: skip


def _other_indicator(claim: Claim, other: National, own: National) -> AuditFinding:
    title = (
        "the workforce"
        if other.indicator == "workforce"
        else f"indicator {other.indicator} ({indicator(other.indicator).short_title.lower()})"
    )
    should = _told([own], claim.indicator)
    message = (
        f"{claim.comparator_value} is the figure of {title}, {other.year}; "
        f"that of this indicator is {should} in {own.year}."
    )
    return finding(
        claim, CONTRADICTION, "wrong benchmark indicator", message, of="comparator_value",
        recomputed=should, formula=f"published: {other.source}",
    )  # fmt: skip


def _unlike(claim: Claim, printed: Printed, own: list[National]) -> AuditFinding:
    should = _told(own, claim.indicator)
    message = (
        f"The list of published figures at hand has {should} for {claim.comparator_name}, "
        f"{claim.comparator_year}: name the source of {printed.text}."
    )
    return finding(
        claim, UNCHECKABLE, "comparator unlike the one known", message, of="comparator_value",
        recomputed=should, formula=f"published: {own[0].source}",
    )  # fmt: skip


def _stale(claim: Claim, right: list[National], year: int | None) -> Iterator[AuditFinding]:
    """Tell a comparator without a year that is older than the one before the report's own."""
    newest = max(max(one.years) for one in right)
    right = [one for one in right if one.ground]
    if right and year is not None and newest < year - 1:
        message = f"The comparator is that of {newest}, and the report doesn't say so."
        yield finding(
            claim, WORDING, "stale comparator", message, of="comparator_value",
            formula=f"published: {right[0].source}",
        )  # fmt: skip
