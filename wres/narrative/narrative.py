"""What a chapter can say: values and sentences for `` `{python} say... ` ``."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.indicators import Indicator, indicator
from wres.labels import (
    NOT_AVAILABLE,
    WITHHELD,
    capitalise,
    format_headcount,
    format_percent,
    is_withheld,
)
from wres.narrative import (
    board,
    certainty,
    change,
    comparison,
    earlier,
    ratios,
    seniority,
    survey,
    unknowns,
    within_bands,
    workforce,
)
from wres.narrative.words import figure_of, headline_row

__all__ = ["Narrative"]

SENTENCES: dict[str, Callable[[Chapter, Indicator], str]] = {
    "workforce": workforce.bands_finding,
    "ratio": ratios.finding,
    "survey": survey.finding,
    "board": board.finding,
}


HEADLINES: dict[str, Callable[[Chapter, Indicator], str]] = {
    "workforce": workforce.bands_finding,
    "ratio": ratios.headline,
    "survey": survey.headline,
    "board": board.headline,
}


class Narrative:
    """Values and sentences about one trust and year, rounded and worded as the report does.

    Parameters
    ----------
    chapter : Chapter
        As `wres.chapters.open_chapter` returns it.

    Notes
    -----
    Every method returns text and works whatever the trust has published: a figure that is absent
    reads 'not available' and one that protects people 'withheld', never 0 or nan.
    """

    def __init__(self, chapter: Chapter) -> None:
        self._chapter = chapter

    @property
    def name(self) -> str:
        """Name of the trust."""
        return self._chapter.facts.name

    @property
    def term(self) -> str:
        """The trust's term for Black and minority ethnic staff."""
        return self._chapter.facts.term

    @property
    def year(self) -> str:
        """Reporting year."""
        return str(self._chapter.facts.year)

    @property
    def snapshot(self) -> str:
        """Date of the workforce snapshot, '31 March 2020'."""
        return self._chapter.facts.snapshot

    def headcount(self, group: str = "all") -> str:
        """Return the number of staff of an ethnic group in the whole workforce."""
        row = self._chapter.row(
            indicator="workforce", measure="headcount", breakdown="all", group=group
        )
        if is_withheld(row):
            return WITHHELD
        return NOT_AVAILABLE if row is None else format_headcount(row["value"])

    def share(self, group: str) -> str:
        """Return an ethnic group's share of the whole workforce, '11.5%'."""
        row = self._whole_share(group)
        return figure_of(row)

    def ratio(self, number: int | str) -> str:
        """Return the relative likelihood of indicator 2, 3 or 4, '1.48'."""
        return figure_of(headline_row(self._chapter, indicator(number)))

    def percentage(self, number: int | str, group: str) -> str:
        """Return the percentage of survey respondents of indicator 5, 6, 7 or 8."""
        return figure_of(survey.percentage_row(self._chapter, indicator(number), group))

    def gap(self, number: int | str) -> str:
        """Return the gap in percentage points, BME minus White, of indicator 5, 6, 7 or 8."""
        return figure_of(survey.gap_row(self._chapter, indicator(number)))

    def difference(self) -> str:
        """Return the difference in points of indicator 9, board minus workforce."""
        return figure_of(headline_row(self._chapter, indicator(9)))

    def wording(self, number: int | str) -> str:
        """Return the indicator's wording: of the reporting year, or as the trust chose it."""
        return self._chapter.wording(number)

    def period(self, number: int | str) -> str:
        """Return the date or period of an indicator's data."""
        return self._chapter.period(number)

    def source(self, number: int | str) -> str:
        """Return where an indicator's data come from."""
        return indicator(number).source

    def finding(self, number: int | str) -> str:
        """Return what an indicator shows, in one to three sentences."""
        record = indicator(number)
        return SENTENCES[record.kind](self._chapter, record)

    def headline(self, number: int | str) -> str:
        """Return what an indicator shows, in one short sentence."""
        record = indicator(number)
        told = HEADLINES[record.kind](self._chapter, record)
        apart = (ratios.turned, within_bands.otherwise)
        return " ".join(filter(None, [told, *(say(self._chapter, record) for say in apart)]))

    def workforce(self) -> str:
        """Return the make-up of the whole workforce in a sentence."""
        return workforce.make_up(self._chapter)

    def workforce_change(self) -> str:
        """Return how the make-up changed since last year, re-declaration included."""
        return workforce.change(self._chapter)

    def previous(self, number: int | str) -> str:
        """Return last year's figure and the direction of travel in a sentence."""
        return earlier.previous(self._chapter, indicator(number))

    def change(self, number: int | str) -> str:
        """Return how an indicator moved since the year before, and how surely."""
        told = change.since_last_year(self._chapter, indicator(number))
        return told or self.previous(number)

    def since_baseline(self, number: int | str) -> str:
        """Return how it moved since the trust's baseline year; '' where none is set."""
        return change.since_baseline(self._chapter, indicator(number))

    def share_change(self) -> str:
        """Return what the change in the BME share of staff is made of; '' if it is not known."""
        return change.decomposition(self._chapter)

    def comparisons(self) -> str:
        """Return how many comparisons between groups the report makes, and what allows for it."""
        return certainty.comparisons(self._chapter)

    def few_events(self) -> str:
        """Return below how many cases a comparison is too few to say, in a word."""
        return certainty.few_events(self._chapter)

    def disparity(self) -> str:
        """Return the race disparity ratios in sentences; '' where there are none."""
        return seniority.disparity(self._chapter)

    def model_employer(self) -> str:
        """Return what the workforce's share would mean in each senior band, in sentences."""
        return seniority.model_employer(self._chapter)

    def compare(self, number: int | str) -> str:
        """Return how the figure compares with those of others, named and dated, a sentence each."""
        return comparison.comparison(self._chapter, self._compared(number))

    def rank(self, number: int | str) -> str:
        """Return how many of the peers at hand have a lower figure; '' without peers."""
        return comparison.rank(self._chapter, self._compared(number))

    def _compared(self, number: int | str) -> pd.Series | None:
        return comparison.compared_row(self._chapter, indicator(number))

    def within_bands(self, number: int | str) -> str:
        """Return a ratio of indicators 2 to 4 compared within pay bands; '' if it is not known."""
        return within_bands.within_bands(self._chapter, indicator(number))

    def in_people(self, number: int | str) -> str:
        """Return how many events more or fewer a ratio of indicators 2 to 4 comes to."""
        return ratios.in_people(self._chapter, indicator(number))

    def flag(self, number: int | str) -> str:
        """Return on which side of the range 0.80 to 1.25 a relative likelihood lies."""
        return ratios.flag(self._chapter, indicator(number))

    def without_international(self) -> str:
        """Return indicator 2 without applicants recruited abroad, in a sentence; '' if unknown."""
        return ratios.without_international(self._chapter, indicator(2))

    def reading(self, number: int | str) -> str:
        """Return what a relative likelihood above and below 1 means."""
        return ratios.reading(self._chapter, indicator(number))

    def unknown(self, number: int | str) -> str:
        """Return what people of unknown ethnicity could do to a relative likelihood."""
        return unknowns.unknown(self._chapter, indicator(number))

    def bands(self) -> str:
        """Return in which pay bands BME staff are most and least present, in a sentence."""
        return workforce.bands(self._chapter)

    def benchmark_share(self) -> str:
        """Return how the BME share of the workforce compares with those of others."""
        return comparison.comparison(self._chapter, self._whole_share("BME"))

    @property
    def definition(self) -> str:
        """Version of the indicators' definitions."""
        return str(self._chapter.results["definition"].iloc[0])

    def unknown_share(self) -> str:
        """Return how much of the workforce is of unknown ethnicity, in a sentence."""
        row = self._whole_share("Unknown")
        if is_withheld(row):
            return "The share of staff of unknown ethnicity is withheld to protect people."
        if row is None or pd.isna(row["value"]):
            return "The number of staff of unknown ethnicity is not available."
        count = (
            "" if pd.isna(row["numerator"]) else f" ({format_headcount(row['numerator'])} people)"
        )
        return capitalise(
            f"ethnicity is unknown for {format_percent(row['value'])} of staff{count}."
        )

    def _whole_share(self, group: str) -> pd.Series | None:
        return self._chapter.row(
            indicator="workforce", measure="share", breakdown="all", group=group
        )
