"""What a chapter reads: the results file and, beside it, the facts of the trust."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd
from pydantic import BaseModel, ConfigDict

from wres.chapters.finding import FoundRows
from wres.chapters.national import National, NationalFigure, read_national
from wres.chapters.papers import Cover, Paper, Tick
from wres.chapters.places import no_places, read_places
from wres.chapters.register import Action, Register, Staged, read_staged
from wres.chapters.register_settings import RegisterColumn, RegisterSettings
from wres.chapters.sourced import SOURCED, with_sources
from wres.chapters.texts import prose_html
from wres.definitions.indicators import indicator
from wres.definitions.workforce_counts import BY_BAND, WHOLE_WORKFORCE
from wres.errors import ChapterError
from wres.labels import OWN_FIGURES, capitalise
from wres.results import COLUMNS, changes, compares_groups, over_two_years, read_results

__all__ = [
    "FACTS_FILE",
    "SOURCED",
    "Action",
    "Chapter",
    "Cover",
    "Facts",
    "National",
    "NationalFigure",
    "Paper",
    "Register",
    "RegisterColumn",
    "RegisterSettings",
    "SourceFact",
    "Tick",
    "open_chapter",
    "opened",
    "opened_chapter",
    "prose_html",
    "with_sources",
]

FACTS_FILE = "facts.json"
TWO_YEARS_TOLD = ", on a two-year rolling average of the current and the previous year"
# What staff of a band would be at the workforce's share: not figures that anyone failed to supply.
GOALS = ("parity_headcount", "trajectory", "yearly_increase")
# What a breakdown names where a row is not one of the report's own figures; not `survey_year`.
BESIDE = r"(?:^|;)(?:year|since|at|part|comparator|peers|label|area)="


class SourceFact(BaseModel):
    """Where one table of figures comes from.

    `counts_from_shares` names the counts that were not printed but worked out from printed shares,
    `counts_from_shares_of` those of the workforce that it is about, where it isn't about all.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    table: str
    source: str
    note: str = ""
    departure: str = ""
    counts_from_shares: str = ""
    counts_from_shares_of: str = ""

    def is_about(self, counts: str) -> bool:
        """Say whether the note on counts worked out is about a table or some of its counts."""
        if not self.counts_from_shares or counts == self.table:
            return bool(self.counts_from_shares)
        of_workforce = self.table == "workforce" and counts in (WHOLE_WORKFORCE, BY_BAND)
        return of_workforce and self.counts_from_shares_of in ("", counts)


class Facts(BaseModel):
    """Words about the trust and the report; no figures.

    `policy` states in sentences how the disclosure profile protects people, `departures` which
    figures differ from the national data return, and why. `few_events` and `multiple_comparisons`
    are the trust's settings by which certainty is judged, `wordings` the names of those that it
    has chosen, by indicator.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    organisation: str
    name: str
    year: int
    profile: str
    region: str = ""
    trust_type: str = ""
    term: str = "BME"
    already_published: bool = False
    fictional: bool = False
    source: str = ""
    sources: tuple[SourceFact, ...] = ()
    policy: tuple[str, ...] = ()
    departures: tuple[str, ...] = ()
    few_events: int = 5
    multiple_comparisons: str = "none"
    wordings: dict[str, str] = {}

    @property
    def snapshot(self) -> str:
        """Date of the workforce snapshot in words."""
        return f"31 March {self.year}"

    def source_of(self, table: str) -> str:
        """Name where a table of figures comes from, as the trust noted it."""
        notes = [fact.source for fact in self.sources if fact.table == table]
        return notes[0].rstrip(". ") if notes else OWN_FIGURES


@dataclass(frozen=True)
class Chapter:
    """Results and facts as figures, tables and narrative read them.

    Parameters
    ----------
    results : DataFrame
        As `wres.results.read_results` returns it.
    facts : Facts
    staged : Staged
        The trust's actions and board paper, where it has any.
    national : tuple of NationalFigure
        What national publications say, up to the report's year.
    places : DataFrame
        Counts of the trust's parts, of the year and of the one before: `wres.chapters.places`. No
        rows but for chapters that ask for them.
    """

    results: pd.DataFrame
    facts: Facts
    staged: Staged = field(default_factory=Staged)
    national: National = ()
    places: pd.DataFrame = field(default_factory=no_places)

    @property
    def register(self) -> Register:
        """The actions of the year's plan; none where the trust has no plan."""
        return self.staged.actions

    @property
    def register_before(self) -> Register | None:
        """The actions of last year's plan; None where there was no plan."""
        return self.staged.before

    @property
    def paper(self) -> Paper | None:
        """The document that the trust describes; None where it describes none."""
        return self.staged.paper

    @property
    def cover(self) -> Cover:
        """The cover sheet of that document; one that says nothing where there is none."""
        return self.paper.cover if self.paper else Cover()

    @property
    def register_settings(self) -> RegisterSettings:
        """How the trust wants its actions shown."""
        return self.paper.action_register if self.paper else RegisterSettings()

    @property
    def as_at(self) -> dt.date | None:
        """The day of the document, by which an action is overdue; None where it has none."""
        return self.paper.date if self.paper else None

    def sourced(self, table: str, counts: str | None = None) -> str:
        """Name the source of a table of figures, and which of the counts shown were worked out.

        Parameters
        ----------
        counts : str, optional
            The counts that are shown, as `worked_out` takes them, where they aren't the table's.
        """
        told = self.worked_out(table if counts is None else counts)
        return f"Source: {self.facts.source_of(table)}. {told}".strip()

    def worked_out(self, *counts: str) -> str:
        """Say which of some counts were worked out from printed shares; '' if none.

        Parameters
        ----------
        *counts : str
            Names of tables, for all of their counts, or of `definitions.workforce_counts`.
        """
        found = [one for one in self.facts.sources if any(map(one.is_about, counts))]
        named = [one.counts_from_shares.rstrip(". ") for one in found]
        return f"Worked out from printed shares: {self.in_term('; '.join(named))}." if named else ""

    def rows(self, **wanted: str | int) -> pd.DataFrame:
        """Return the results whose columns hold the wanted words, in order.

        Raises
        ------
        KeyError
            If a name is not a column of the results.
        """
        return self._found.frame(self._places(wanted))

    def own_rows(self, **wanted: str | int) -> pd.DataFrame:
        """Return the results that fit and are this report's own figures, surveys of all years too.

        Rows about an earlier year, a change since the baseline, a comparator, a goal or a part of
        a change stand beside them and are left out.
        """
        return self._found.frame(self._places(wanted, own=True))

    def row(self, **wanted: str | int) -> pd.Series | None:
        """Return the one result that fits, or None.

        Raises
        ------
        ChapterError
            If several fit: the question was not precise enough.
        """
        places = self._places(wanted)
        if len(places) > 1:
            raise ChapterError(f"{len(places)} results fit {wanted}; name the breakdown or group")
        return self._found.row(places[0]) if places else None

    @cached_property
    def _found(self) -> FoundRows:
        return FoundRows(self.results, BESIDE)

    def _places(self, wanted: Mapping[str, str | int], *, own: bool = False) -> tuple[int, ...]:
        unknown = sorted(set(wanted) - set(COLUMNS))
        if unknown:
            raise KeyError(f"results have no column {', '.join(unknown)}")
        return self._found.places(wanted, own=own)

    def change_of(self, row: pd.Series | None) -> pd.Series | None:
        """Return the row of measure ``change`` that belongs to a result, or None.

        Indicator 9 reports the change of its difference, not that of the board's share.
        """
        if row is None or not changes(row["indicator"], row["measure"]):
            return None
        keys = ("indicator", "breakdown", "group", "comparator_group")
        return self.row(measure="change", **{key: row[key] for key in keys})

    def comparisons(self) -> pd.DataFrame:
        """Return the results that compare groups and are judged: the family of the report."""
        return self.results[[compares_groups(row) for row in self.results.itertuples()]]

    def missing(self) -> pd.DataFrame:
        """Return the results that are not available, those of older surveys and goals aside."""
        rows = self.own_rows(status="not available")
        rows = rows[~rows["measure"].isin(GOALS)]
        survey_years = rows["breakdown"].str.extract(r"survey_year=(\d+)", expand=False)
        return rows[survey_years.isna() | survey_years.eq(str(self.facts.year - 1))]

    def withheld(self) -> pd.DataFrame:
        """Return the results that are withheld to protect people, those of older surveys too.

        What is withheld with a figure, because it would give it back, is not named again.
        """
        return self.own_rows(status="suppressed")

    def over_two_years(self, number: str) -> bool:
        """Say whether the events of an indicator were counted over two years."""
        return number in self._over_two_years

    @cached_property
    def _over_two_years(self) -> set[str]:
        rows = self.own_rows()
        reasons = zip(rows["indicator"], rows["measure"], rows["reason"], strict=True)
        likely = ("likelihood", "relative_likelihood")
        return {number for number, one, why in reasons if one in likely and over_two_years(why)}

    def wording(self, number: str | int) -> str:
        """Return an indicator's wording: that of the reporting year, or the one chosen."""
        record = indicator(number)
        chosen = self.facts.wordings.get(record.number)
        text = record.wording_named(chosen) if chosen else record.wording_in(self.facts.year)
        return f"{text}{TWO_YEARS_TOLD}" if self.over_two_years(record.number) else text

    def period(self, number: str | int) -> str:
        """Return the date or period of an indicator's data."""
        record = indicator(number)
        if self.over_two_years(record.number):
            return f"two years to {self.facts.snapshot}"
        return record.period_in(self.facts.year)

    def group_label(self, group: str) -> str:
        """Return how a group is called in this report: 'BME' by the trust's own term."""
        return {"BME": self.facts.term, "all": "All", "Unknown": "Unknown ethnicity"}.get(
            group, group
        )

    def group_title(self, group: str) -> str:
        """Return how a group is called where its name begins a heading, a cell or a sentence."""
        return capitalise(self.group_label(group))

    def in_term(self, text: str) -> str:
        """Return `text` with 'BME' put in the trust's own term."""
        return re.sub(r"\bBME\b", lambda _: self.facts.term, text)


def open_chapter(organisation: str, year: int, results: str, profile: str) -> Chapter:
    """Open the results of one trust and year.

    Parameters
    ----------
    organisation : str
        ODS code of the trust.
    year : int
        Reporting year, that of the 31 March snapshot.
    results : str
        Path of ``results.csv``; ``facts.json`` lies beside it.
    profile : {'public', 'internal'}
        Disclosure profile the results must have been made with.

    Raises
    ------
    ChapterError
        If the files are not there, or belong to another trust, year or profile.
    """
    path = Path(results)
    facts_path = path.with_name(FACTS_FILE)
    for needed in (path, facts_path):
        if not needed.is_file():
            raise ChapterError(
                f"{needed} is not there; to open a chapter by hand, run first: wres indicators "
                f"{organisation} {year} --output FOLDER, with the folder that the chapter lies in"
            )
    frame = read_results(path)
    facts = Facts.model_validate_json(facts_path.read_text(encoding="utf-8"))
    _require_same_report(frame, facts, (organisation, year, profile))
    beside = path.parent
    staged, national = read_staged(beside), read_national(beside)
    chapter = Chapter(frame, facts, staged, national, read_places(beside))
    _OPENED[:] = [chapter]
    return chapter


# The chapter opened last in this process, which the vocabulary reads. A kernel runs each cell in a
# context of its own, so that a context variable would be forgotten from one cell to the next.
_OPENED: list[Chapter] = []


def opened_chapter() -> Chapter:
    """Return the chapter that was opened last in this process.

    Raises
    ------
    ChapterError
        None has been opened.
    """
    if not _OPENED:
        raise ChapterError(
            "no chapter is open: run chapter = open_chapter(organisation, year, results, profile)"
        )
    return _OPENED[0]


@contextmanager
def opened(chapter: Chapter) -> Iterator[Chapter]:
    """Let `chapter` be the one opened last, for a while."""
    before, _OPENED[:] = list(_OPENED), [chapter]
    try:
        yield chapter
    finally:
        _OPENED[:] = before


def _require_same_report(frame: pd.DataFrame, facts: Facts, wanted: tuple[str, int, str]) -> None:
    held = {
        (str(row.organisation), int(row.year), str(row.profile))  # type: ignore[arg-type]
        for row in frame[["organisation", "year", "profile"]].drop_duplicates().itertuples()
    }
    held.add((facts.organisation, facts.year, facts.profile))
    if held != {wanted}:
        raise ChapterError(f"results are those of {sorted(held)}, the chapter asks for {wanted}")
