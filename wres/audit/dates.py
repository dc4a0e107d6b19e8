"""The report's own year, and dates in its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from wres.audit.claim import SURVEY, Claim
from wres.audit.documents.contents import Document

__all__ = ["dates_in", "latest_of", "names_survey_of", "report_year", "survey_shift"]

_SNAPSHOT: Final = re.compile(r"31(?:st)?\s+March\s+((?:19|20)\d\d)", re.IGNORECASE)
_SPAN: Final = re.compile(r"\b((?:19|20)\d\d)\s?[/–-]\s?((?:20)?\d\d)\b")
_YEAR: Final = re.compile(r"(?<![\d,.£])(20[012]\d)(?![\d,%]|\.\d)")
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_DATE: Final = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s'’-]+(20\d\d|\d\d)\b"
    r"|\b\d{1,2}[/.](\d{1,2})[/.](20\d\d|\d\d)\b|\b(20\d\d)-(\d\d)-\d\d\b"
    r"|\bQ([1-4])\s+(20\d\d)(?!/)",
    re.IGNORECASE,
)
# The title and what stands under it.
_OPENING: Final = 12


def report_year(document: Document) -> int | None:
    """Tell a report's year, that of its 31 March, from its title, its opening and its snapshot."""
    opening = [document.title, *(block.text for block in document.blocks[:_OPENING])]
    named = [year for text in opening[:6] if (year := _year_of(text)) is not None]
    snapshots = Counter(
        int(match[1]) for block in document.blocks for match in _SNAPSHOT.finditer(_all_text(block))
    )
    if named:
        # A report published in spring may name in its title the year after its snapshot.
        return (
            named[0] - 1 if named[0] not in snapshots and snapshots[named[0] - 1] > 1 else named[0]
        )
    if snapshots:
        most = max(snapshots.values())
        return max(year for year, times in snapshots.items() if times == most)
    years = [year for text in opening[6:] if (year := _year_of(text)) is not None]
    return years[0] if years else _in_headings(document)


def latest_of(claims: Sequence[Claim]) -> int | None:
    """Give the year of a report that doesn't tell it: the latest named, or the one after that.

    `7.1% in 2023, and 14.3% now`: of what has a figure of the latest named year and another of no
    named year, the other is of a later one.
    """
    latest = max((claim.year for claim in claims if claim.year), default=None)
    then = {claim.key: claim.value for claim in claims if claim.year and claim.year == latest}
    later = any(
        claim.year is None and claim.value and then.get(claim.key, claim.value) != claim.value
        for claim in claims
    )
    return latest + 1 if latest is not None and later else latest


def _all_text(block: object) -> str:
    grid = getattr(block, "grid", None)
    cells = [cell for row in grid.rows for cell in row] if grid else []
    return " ".join([getattr(block, "text", ""), *cells])


def _year_of(text: str) -> int | None:
    for match in _SPAN.finditer(text):
        first, second = int(match[1]), int(match[2][-2:])
        if second == (first + 1) % 100:
            return first + 1
        return first
    years = [int(match[1]) for match in _YEAR.finditer(text)]
    return max(years) if years else None


def _in_headings(document: Document) -> int | None:
    """Take the latest year that tables name in their headings."""
    years: set[int] = set()
    for block in document.blocks:
        if block.grid is not None:
            for cell in (cell for row in block.grid.rows[:2] for cell in row):
                year = _year_of(cell) if len(cell.split()) <= 6 else None
                years |= {year} if year else set()
    return max(years) if years else None


def dates_in(text: str) -> list[tuple[int, int]]:
    """Give the months that a text names, as (year, month).

    Examples
    --------
    >>> dates_in("by March 2020, or 31/12/21"), dates_in("in 2019")
    ([(2020, 3), (2021, 12)], [])
    """
    return [_month_of(match) for match in _DATE.finditer(text)]


def _month_of(match: re.Match[str]) -> tuple[int, int]:
    if match[1]:
        number = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(match[1].lower()))
        return _full(match[2]), number
    if match[3]:
        return _full(match[4]), int(match[3])
    if match[5]:
        return int(match[5]), int(match[6])
    return int(match[8]), 3 * int(match[7])


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


def survey_shift(claims: Iterable[Claim], year: int) -> int:
    """Say by how much a report's own years of survey figures lie before its reporting year.

    A heading that names an autumn goes by surveys, whichever one it names.
    """
    own = [claim for claim in claims if claim.indicator in SURVEY and claim.year]
    autumns = any(re.search(rf"\bautumn\s(?:of\s)?{one.year}\b", one.text, re.I) for one in own)
    return 1 if own and (autumns or max(one.year or 0 for one in own) == year - 1) else 0


def names_survey_of(text: str, autumn: int) -> bool:
    """Say whether a text names the survey of an autumn as such, and not only a year.

    Examples
    --------
    >>> names_survey_of("In the 2021 NHS Staff Survey", 2021), names_survey_of("In 2021", 2021)
    (True, False)
    """
    return bool(
        re.search(
            rf"\b{autumn}\s(?:(?:NHS|national|staff|annual)\s){{0,3}}survey"
            rf"|\bsurvey\s(?:\(|(?:of|in|for|from)\s)?(?:the\s)?(?:autumn\s)?(?:of\s)?{autumn}\b",
            text,
            re.IGNORECASE,
        )
    )
