"""Finding the one result that a word of the vocabulary is about."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter, opened_chapter
from wres.definitions.comparators import joined
from wres.definitions.ethnicity import GROUPS
from wres.definitions.indicators import Indicator, indicator, indicators
from wres.labels import BOARD_PARTS, listed
from wres.narrative.words import headline_row
from wres.vocabulary.errors import VocabularyError, one_of

__all__ = [
    "board_breakdown",
    "group_of",
    "headline",
    "record_of",
    "report_year",
    "row_of",
    "staff_breakdown",
    "survey_breakdown",
    "year_breakdown",
]

# The share of the whole workforce, beside indicator 1 with its bands.
WORKFORCE = "workforce"
KIND_WORDS = {
    "ratio": "ratio, likelihood and counts",
    "survey": "percentage, gap and respondents",
    "board": "difference, board_share and board_members",
    "workforce": "share and headcount",
}
# Parts of the board by the words of a narrative cell.
MEMBERS = {"voting": "voting=yes", "non-voting": "voting=no"} | {
    breakdown.partition("=")[2]: breakdown
    for breakdown in BOARD_PARTS
    if breakdown.startswith("membership=") and ";" not in breakdown
}


def record_of(number: int | str, *kinds: str) -> Indicator:
    """Return an indicator's record, which must be of one of the kinds if any are named."""
    wanted = "1" if str(number) == WORKFORCE else str(number)
    numbers = [one.number for one in indicators()]
    if isinstance(number, bool) or wanted not in numbers:
        raise VocabularyError(f"an indicator is a number from 1 to 9, got {number!r}")
    record = indicator(wanted)
    if kinds and record.kind not in kinds:
        fit = [one.number for one in indicators() if one.kind in kinds]
        raise VocabularyError(
            f"this word is about indicators {listed(fit)}; of indicator {wanted} there are "
            f"{KIND_WORDS[record.kind]}"
        )
    return record


def group_of(group: str, *also: str) -> str:
    """Return a group as the results name it; the trust's own term is understood."""
    chapter = opened_chapter()
    known = [*GROUPS, *also]
    if group == chapter.facts.term:
        return "BME"
    if group not in known:
        raise VocabularyError(one_of("the group", group, known))
    return group


def headline(number: int | str, group: str | None = None) -> pd.Series | None:
    """Return the result that stands for an indicator, or the same of another group."""
    chapter, record = opened_chapter(), record_of(number)
    row = headline_row(chapter, record)
    if group is None:
        return row
    wanted = group_of(group)
    if record.kind not in {"survey", "workforce"}:
        raise VocabularyError(f"indicator {record.number} sets groups beside each other: no group")
    measure = "percentage" if record.kind == "survey" else "share"
    number = record.number if record.kind == "survey" else WORKFORCE
    breakdown = survey_breakdown(chapter, None) if record.kind == "survey" else "all"
    return chapter.row(indicator=number, measure=measure, breakdown=breakdown, group=wanted)


def row_of(year: int | None, breakdown: str, **wanted: str) -> pd.Series | None:
    """Return a result of this report's year, or the same of an earlier one."""
    chapter = opened_chapter()
    return chapter.row(breakdown=year_breakdown(chapter, breakdown, year), **wanted)


def year_breakdown(chapter: Chapter, breakdown: str, year: int | None) -> str:
    """Return the breakdown of a figure of an earlier year."""
    wanted = report_year(chapter, year)
    return breakdown if wanted == chapter.facts.year else joined(breakdown, f"year={wanted}")


def survey_breakdown(chapter: Chapter, year: int | None) -> str:
    """Return the breakdown of the survey that belongs to a reporting year."""
    return f"survey_year={report_year(chapter, year) - 1}"


def report_year(chapter: Chapter, year: int | None) -> int:
    """Return the reporting year asked for: that of the report unless an earlier one is."""
    own = chapter.facts.year
    if year is None:
        return own
    if isinstance(year, bool) or not isinstance(year, int) or not own - 20 < year <= own:
        raise VocabularyError(f"year must be a reporting year up to {own}, got {year!r}")
    return year


def staff_breakdown(staff_group: str | None, band: str | None) -> str:
    """Return the breakdown of a staff group and pay band, as this report has them."""
    rows = opened_chapter().own_rows(indicator="1", measure="headcount")
    rows = pd.concat([rows, opened_chapter().own_rows(indicator="1", measure="share")])
    parts = rows["breakdown"].str.extract(r"^staff_group=([^;]+);(?:band|grouping)=(.+)$")
    wanted = staff_group or "all"
    known = sorted(set(parts[0].dropna()))
    if wanted not in known:
        told = staff_group or "none"
        raise VocabularyError(one_of("with a band, staff_group", told, known))
    bands = list(dict.fromkeys(parts[1][parts[0] == wanted]))
    if (band or "all") not in bands:
        raise VocabularyError(one_of(f"the band of {wanted} staff", band or "all", bands))
    kind = "band" if f"staff_group={wanted};band={band or 'all'}" in set(rows["breakdown"]) else ""
    return f"staff_group={wanted};{kind or 'grouping'}={band or 'all'}"


def board_breakdown(members: str) -> str:
    """Return the breakdown of a part of the board."""
    if members == "all":
        return "all"
    if members not in MEMBERS:
        raise VocabularyError(one_of("members", members, ["all", *MEMBERS]))
    return MEMBERS[members]
