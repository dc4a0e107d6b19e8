"""Figures told year by year against those that the report's tables print of these years."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final

from wres.audit.candidates import Passage
from wres.audit.checks.directions import good_direction, is_better
from wres.audit.checks.ledger import figure_of
from wres.audit.checks.said import about, place_of
from wres.audit.claim import ALL, SURVEY, Claim, Spot, alike_of
from wres.audit.findings import CONTRADICTION, AuditFinding
from wres.audit.pieces import MOVES
from wres.audit.printed import Printed
from wres.audit.series import FEWEST, Series, series_in
from wres.audit.tables.labels import read_label
from wres.audit.words import first_of, is_any, matches
from wres.claims.answers import RATIOS
from wres.claims.findings import Finding

__all__ = ["Years", "check_series", "is_of_years", "years_printed"]

_EACH: Final = re.compile(
    r"\b(?:each|every|year[\s-]on|year after|successive|consecutive) ?(?:years?|surveys?)\b"
    r"|\b(?:steadily|consistently|continuously|continually)\b",
    re.IGNORECASE,
)
_VALUED: Final = re.compile(r"\b(?P<better>improv\w+)\b|\b(?:worsen\w*|deteriorat\w+)\b", re.I)
_NOT: Final = re.compile(
    r"\b(?:not|no|never|neither|nor|without|cannot|than|but|except|apart|until|if|whether|will|aims?"
    r"|plan\w*|target\w*|should|expect\w*|gap|difference)\b|n[’']t\b",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(r"\b(?:since|from)\b[^.;\d]{0,30}((?:19|20)\d\d)\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")

# A figure's values by the year of their report.
Years = Mapping[int, Claim]


@dataclass(frozen=True)
class _Told:
    """A sentence of one indicator, and the rows of years that it can mean."""

    spot: Spot
    text: str
    rows: tuple[Years, ...]


def check_series(
    passages: Sequence[Passage], claims: Sequence[Claim], year: int | None
) -> Iterator[AuditFinding]:
    """Hold `4.8%, 10.5%, 12.4% and 18.4%` and `risen every year` to three printed years or more.

    Parameters
    ----------
    passages : sequence of Passage
    claims : sequence of Claim
        Those of tables are held to.
    year : int, optional
        The report's own.
    """
    every = years_printed(claims, year)
    for passage in passages:
        for spot, text in passage.sentences():
            if is_any("others", text) or first_of("comparator", text) or is_any("part", text):
                continue
            rows = _rows_of(text, passage, every)
            if not rows:
                continue
            told = _Told(spot, text, tuple(rows))
            listed = list(series_in(text))
            for one in listed:
                yield from _held(one, told)
            yield from _each_year(told, listed)


def years_printed(claims: Sequence[Claim], year: int | None) -> dict[tuple[str, str, str], Years]:
    """Give what tables print of three years or more, by indicator, measure and group."""
    found: dict[tuple[str, str, str], dict[int, Claim]] = defaultdict(dict)
    for claim in claims:
        rate = claim.measure in {"share", "percentage", "relative_likelihood", "likelihood"}
        own = claim.year or year
        if claim.origin in {"", "sentence"} or claim.breakdown != ALL or not rate or own is None:
            continue
        key = (claim.indicator, claim.measure, claim.groups[0])
        if figure_of(claim) is not None:
            found[key][own] = claim
        if claim.previous:
            then = claim.previous_year or own - 1
            found[key].setdefault(then, claim.but(value=claim.previous, year=then, previous=""))
    return {key: row for key, row in found.items() if len(row) >= FEWEST}


def is_of_years(found: Finding, sentence: str, claims: Sequence[Claim], year: int) -> bool:
    """Say whether a finding is of figures told year by year, which are held as a row."""
    place = place_of(found, sentence)
    rows = list(series_in(sentence))
    if any(one.start <= place < one.end for one in rows):
        return True
    if "trend" not in found.message:
        return False
    number = about(found)
    printed = any(indicator == number for indicator, _, _ in years_printed(claims, year))
    return bool(rows) or (printed and _EACH.search(sentence) is not None)


def _rows_of(
    text: str, passage: Passage, every: Mapping[tuple[str, str, str], Years]
) -> list[Years]:
    number = read_label(text).indicator or passage.indicator
    alike = alike_of(number)
    groups = {name for _, name in matches("group", text)}
    return [
        row
        for (indicator, measure, group), row in every.items()
        if indicator in alike and (measure == "relative_likelihood" or group in groups)
        if not (measure == "relative_likelihood" and indicator not in RATIOS)
    ]


def _values(row: Years) -> list[Printed]:
    figures = [figure_of(row[one]) for one in sorted(row)]
    return [one for one in figures if one is not None]


def _held(one: Series, told: _Told) -> Iterator[AuditFinding]:
    """Tell the one figure of a row that the tables print otherwise, or two in the other's place."""
    size = len(one.figures)
    said = [figure for _, _, figure in one.figures]
    wrong, backwards = [], []
    for row in told.rows:
        values, years = _values(row), sorted(row)
        for at in range(len(values) - size + 1):
            run = values[at : at + size]
            wrong.append((years[at : at + size], _off(said, run), run))
            backwards.append(_off(said, run[::-1]))
    if not wrong or any(not off for _, off, _ in wrong) or not all(backwards):
        return
    near = [(years, off, run) for years, off, run in wrong if _is_near(off, said, run)]
    if len(near) != 1 or any(len(off) <= len(near[0][1]) for off in backwards):
        return
    years, off, run = near[0]
    for place in off:
        start, end, figure = one.figures[place]
        right = run[place].text
        yield AuditFinding(
            CONTRADICTION, "wrong year" if len(off) > 1 else "text against table",
            told.spot.within(start, end),
            f"The tables print {', '.join(value.text for value in run)} for these years.",
            published=figure.text, recomputed=right,
            formula=f"{years[place]}: {right}", text=told.text, confirmed=False,
        )  # fmt: skip


def _off(said: Sequence[Printed], run: Sequence[Printed]) -> list[int]:
    """Give the places at which figures differ."""
    return [
        place
        for place, (one, two) in enumerate(zip(said, run, strict=True))
        if not one.span.meets(two.span)
    ]


def _is_near(off: Sequence[int], said: Sequence[Printed], run: Sequence[Printed]) -> bool:
    """Say whether one figure of a row differs, or two that stand in each other's place."""
    if len(off) == 1:
        return True
    told = sorted(one.value for one in said)
    return len(off) <= len(said) - 1 and told == sorted(one.value for one in run)


def _each_year(told: _Told, listed: Sequence[Series]) -> Iterator[AuditFinding]:
    """Tell `has fallen every year` where a year of the row denies it."""
    each, text = _EACH.search(told.text), told.text
    ways = {bool(one["up"]) for one in MOVES.finditer(text)}
    valued = list(_VALUED.finditer(text))
    if each is None or _NOT.search(text) or len(ways) + len(valued) != 1:
        return
    if valued and len({*_groups(text)}) != 1:
        return
    match = valued[0] if valued else next(iter(MOVES.finditer(text)))
    rows = [row for one in told.rows for row in _since(one, text)]
    if any(not _denies(row, match, ways) for row in rows) or not rows:
        return
    if any((one.rises() if True in ways else one.falls()) for one in listed if ways):
        return  # the figures beside the words bear them out
    row = rows[0]
    values = " → ".join(row[one].value for one in sorted(row))
    yield AuditFinding(
        CONTRADICTION, "wrong direction", told.spot.within(match.start(), match.end()),
        f"The years that the report prints say otherwise: {values}.",
        published=match[0], recomputed=values, formula=values, text=text, confirmed=False,
    )  # fmt: skip


def _groups(text: str) -> set[str]:
    return {name for _, name in matches("group", text)} & {"White", "BME"}


def _since(row: Years, text: str) -> Iterator[Years]:
    """Give the years of a row that a sentence can mean: all, or those since the one it names."""
    named = _SINCE.search(text)
    if named is None:
        if not _YEAR.search(text):
            yield row
        return
    first = int(named[1])
    survey = next(iter(row.values())).indicator in SURVEY
    for start in {first, first + survey}:
        part = {one: claim for one, claim in row.items() if one >= start}
        if start in row and len(part) >= FEWEST:
            yield part


def _denies(row: Years, match: re.Match[str], ways: set[bool]) -> bool:
    """Say whether some year of a row moved otherwise than words say of all."""
    values = [one.value for one in _values(row)]
    if ways:
        return any((two < one) if True in ways else (two > one) for one, two in pairwise(values))
    good, wanted = good_direction(next(iter(row.values()))), 1 if match["better"] else -1
    if good == "towards 1" and any((one - 1) * (values[0] - 1) < 0 for one in values):
        return False
    moved = [is_better(Fraction(two), Fraction(one), good) for one, two in pairwise(values)]
    return any(one == -wanted for one in moved)
