"""Indicator 2 from a recruitment system: applications to people shortlisted and appointed.

One row is an application, or an applicant for a vacancy. Applicants count whether internal or
external, and those of unknown ethnicity stand in a group of their own. Who withdrew or turned the
offer down was shortlisted and not appointed. People recruited abroad are often appointed without
being shortlisted in the system: those count as shortlisted too, and `international` holds how many
of the appointed they are, so that the indicator can be given without them.

Of `cohort` rows, each follows an applicant from shortlisting to appointment: the row belongs to the
period of its shortlisting (or of the vacancy's closing), and an appointment without shortlisting
is an error. Of `period` rows, each event belongs to the period of its own date, and an appointment
whose shortlisting lies in another period counts as shortlisted too, with a warning.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from wres.definitions.extract_words import answer
from wres.errors import Problem
from wres.extracts.by_band import by_band, grade_field
from wres.extracts.by_place import by_place, place_fields
from wres.extracts.contract import Counted, Extract, Field, Layout
from wres.extracts.reading import (
    Event,
    Reader,
    Readings,
    at_rows,
    dates_of,
    read_answers,
    read_dates,
    read_ethnic_origins,
    read_events,
    read_fields,
    warn_of_legacy_codes,
)
from wres.extracts.tallies import as_counts_table, tally
from wres.extracts.windows import Window, first_known, year_to_march
from wres.sources.recruitment import RECRUITMENT
from wres.sources.trust import ExtractSettings, Settings

__all__ = ["LAYOUT", "count_recruitment"]

LAYOUT: Final = Layout(
    "recruitment",
    (
        Field("applicant", "number of the applicant or application", identifier=True),
        Field("vacancy", "number of the vacancy", identifier=True),
        Field("ethnic_origin", "code or words, as the applicant gave it", required=True),
        Field("applied", "yes or no, or the day of the application"),
        Field("shortlisted", "yes or no, or the day of shortlisting", required=True),
        Field("appointed", "yes or no, or the day of appointment", required=True),
        Field("withdrawn", "yes or no: whether the applicant withdrew"),
        Field("offer_outcome", "whether the offer was accepted or declined"),
        Field("source", "internal, external or international"),
        Field("international", "yes or no: whether recruited from abroad"),
        Field("closed_on", "day on which the vacancy closed"),
        Field("appointed_on", "day of appointment"),
        grade_field("the vacancy"),
        *place_fields("the vacancy"),
    ),
)

_EVENTS: Final = ("applied", "shortlisted", "appointed")
_COUNTS: Final = ["shortlisted", "appointed", "applied", "international"]
_NO: Final = Event(happened=False)


@dataclass
class _Findings:
    """What is said about the rows, as it is found."""

    problems: list[Problem]
    warnings: list[Problem]
    notes: list[Problem]


def count_recruitment(extract: Extract, year: int, settings: Settings) -> Counted:
    """Count applicants shortlisted and appointed in the 12 months to 31 March of `year`."""
    read = read_fields(extract, *_readers(settings.extracts))
    found = _Findings([*read.problems], [], [*extract.notes])
    found.warnings += warn_of_legacy_codes(extract, read.cells["ethnic_origin"])
    applications = _once_each(extract, _applications(read), found)
    _drop_offers_not_taken_up(extract, applications, found)
    counted = _in_period(extract, applications, year, settings.extracts.recruitment, found)
    _settle_shortlisting(extract, counted, settings.extracts.recruitment, found)
    marks = _marks(counted)
    bands, unread = by_band(
        extract, counted["origin"], marks[["shortlisted", "appointed"]], settings.extracts
    )
    places = by_place(
        extract, counted["origin"], marks[["shortlisted", "appointed"]], settings.extracts
    )
    counts = pd.concat([tally(counted["origin"], marks), bands, places], ignore_index=True)
    found.notes += unread
    for name in ("applied", "international"):
        if not _knows(extract, name):
            counts[name] = None
    table = as_counts_table(RECRUITMENT, counts)
    return Counted(table, found.problems, found.warnings, found.notes)


def _readers(settings: ExtractSettings) -> list[Reader]:
    return [
        read_ethnic_origins(settings),
        *(read_events(name, settings) for name in _EVENTS),
        read_answers("withdrawn", "withdrawn", settings),
        read_answers("offer_outcome", "accepted_offer", settings),
        read_answers("international", "international", settings),
        Reader("source", _is_international),
        read_dates("closed_on", settings),
        read_dates("appointed_on", settings),
    ]


def _is_international(source: str) -> bool:
    """Tell recruitment from abroad; where else an applicant comes from makes no difference."""
    try:
        return answer("international", source)
    except ValueError:
        return False


def _knows(extract: Extract, name: str) -> bool:
    others = ("source",) if name == "international" else ()
    return any(extract.has(one) for one in (name, *others))


def _applications(read: Readings) -> pd.DataFrame:
    """Set out what happened to each application, and when."""
    events = {name: read.get(name, _NO) for name in _EVENTS}
    frame = pd.DataFrame({"origin": read.cells["ethnic_origin"]})
    for name, happened in events.items():
        frame[name] = happened.map(lambda event: event.happened).astype(bool)
    frame["withdrawn"] = read.get("withdrawn").eq(True)
    frame["declined"] = read.get("offer_outcome").eq(False)
    frame["international"] = read.get("international").eq(True) | read.get("source").eq(True)
    days = {name: dates_of(happened) for name, happened in events.items()}
    frame["listed_on"] = first_known(
        [days["shortlisted"], dates_of(read.get("closed_on")), days["applied"]]
    )
    frame["appointed_on"] = first_known([days["appointed"], dates_of(read.get("appointed_on"))])
    return frame


def _once_each(extract: Extract, rows: pd.DataFrame, found: _Findings) -> pd.DataFrame:
    """Join the rows of one applicant for one vacancy."""
    if not extract.has("applicant", "vacancy"):
        return rows
    numbers = extract.rows.loc[rows.index, ["applicant", "vacancy"]]
    known = (numbers != "").all(axis=1)
    again = known & numbers.duplicated()
    if not again.any():
        return rows
    rule = "repeats an applicant for the same vacancy; counted once"
    found.warnings += at_rows(extract, rows.index[again].tolist(), rule, "Remove the repetition")
    key = numbers.groupby(["applicant", "vacancy"], sort=False).ngroup()
    key = key.where(known, -1 - pd.Series(range(len(rows)), index=rows.index))
    found.problems += _two_groups(extract, rows, key)
    return _joined(rows, key)


def _two_groups(extract: Extract, rows: pd.DataFrame, key: pd.Series[int]) -> list[Problem]:
    groups = rows["origin"].map(lambda origin: origin.group)
    other = groups.ne(groups.groupby(key).transform("first"))
    rule = "puts an applicant into another ethnic group than an earlier row does"
    action = "Give each applicant one ethnic origin"
    return at_rows(extract, rows.index[other].tolist(), rule, action, "ethnic_origin")


def _joined(rows: pd.DataFrame, key: pd.Series[int]) -> pd.DataFrame:
    """Take of several rows whatever happened in any of them, under the first row's number."""
    how: dict[str, Any] = {"origin": "first", "listed_on": "min", "appointed_on": "min"}
    flags = [name for name in rows if name not in how]
    joined = rows.groupby(key, sort=False).agg(how | dict.fromkeys(flags, "any"))
    first = pd.Series(rows.index, index=rows.index).groupby(key, sort=False).first()
    return joined.set_axis(first.to_numpy(), axis=0)[list(rows)]


def _drop_offers_not_taken_up(extract: Extract, rows: pd.DataFrame, found: _Findings) -> None:
    lost = rows["appointed"] & (rows["withdrawn"] | rows["declined"])
    rule = "is not counted as appointed: withdrawn, or the offer was not taken up"
    action = "Nothing need be done; if it is wrong, correct the rows"
    found.notes += at_rows(extract, rows.index[lost].tolist(), rule, action, "appointed")
    rows["appointed"] &= ~lost


def _in_period(
    extract: Extract, rows: pd.DataFrame, year: int, counting: str, found: _Findings
) -> pd.DataFrame:
    """Leave out what lies outside the 12 months, saying so."""
    window = year_to_march(year)
    found.problems += _undated(extract, rows, counting)
    listed, appointed = rows["listed_on"], first_known([rows["appointed_on"], rows["listed_on"]])
    kept = rows.copy()
    if counting == "cohort":
        inside = _may_lie_in(window, first_known([listed, appointed]))
    else:
        kept["shortlisted"] &= _may_lie_in(window, listed)
        kept["applied"] &= _may_lie_in(window, listed)
        kept["appointed"] &= _may_lie_in(window, appointed)
        inside = _may_lie_in(window, listed) | kept["appointed"]
    outside = rows.index[~inside].tolist()
    rule = f"is outside the period ({window}) and not counted"
    found.warnings += at_rows(extract, outside, rule, "Make sure that this is the year's extract")
    if len(rows) and not inside.any():
        rule = f"has no row in the period ({window})"
        found.problems.append(extract.problem(rule, "Put this year's extract in its place"))
    if listed.isna().all() and appointed.isna().all():
        rule = f"has no dates: every row is taken to be of the period ({window})"
        found.notes.append(extract.problem(rule, "Make sure that it is"))
    return kept[inside]


def _may_lie_in(window: Window, dates: pd.Series) -> pd.Series[bool]:
    return dates.isna() | window.holds(dates)


def _undated(extract: Extract, rows: pd.DataFrame, counting: str) -> list[Problem]:
    """Name rows without the day that other rows have, on which their period depends."""
    if rows["listed_on"].isna().all():
        return []
    blank = rows["listed_on"].isna() & rows["shortlisted"]
    if counting == "period":
        blank &= ~rows["appointed"] | rows["appointed_on"].isna()
    name = "closed_on" if extract.has("closed_on") else "shortlisted"
    rule = "must have a day of shortlisting or closing, as other rows have"
    return at_rows(extract, rows.index[blank].tolist(), rule, name=name)


def _settle_shortlisting(
    extract: Extract, rows: pd.DataFrame, counting: str, found: _Findings
) -> None:
    """Hold appointments against shortlisting; everyone appointed then counts as shortlisted."""
    without = rows["appointed"] & ~rows["shortlisted"]
    abroad = rows.index[without & rows["international"]].tolist()
    rule = "is appointed from abroad without being shortlisted; counted as shortlisted too"
    action = "Nothing need be done; if it is wrong, correct the rows"
    found.notes += at_rows(extract, abroad, rule, action, "appointed")
    others = rows.index[without & ~rows["international"]].tolist()
    if counting == "cohort":
        rule = "is appointed without being shortlisted"
        action = (
            "Correct the rows, mark international recruits, or set recruitment: period under "
            "settings: extracts in trust.yml,"
        )
        found.problems += at_rows(extract, others, rule, action, "appointed")
    else:
        rule = "is appointed without being shortlisted in the period; counted as shortlisted too"
        found.warnings += at_rows(extract, others, rule, "Make sure of the rows", "appointed")
    rows["shortlisted"] |= rows["appointed"]
    rows["applied"] |= rows["shortlisted"]


def _marks(rows: pd.DataFrame) -> pd.DataFrame:
    marks = rows[_COUNTS].copy()
    marks["international"] &= rows["appointed"]
    return marks
