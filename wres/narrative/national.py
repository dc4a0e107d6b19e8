"""What national publications say of each indicator: the first and the latest figure of England."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wres.chapters.reading import Chapter, NationalFigure
from wres.definitions.geographies import ENGLAND
from wres.definitions.indicators import indicator
from wres.definitions.national import NATIONAL_CODES
from wres.labels import decapitalise, escape_markdown, format_figure, listed
from wres.narrative.findings import Markdown

__all__ = ["national"]


def national(chapter: Chapter) -> Markdown | None:
    """Return how the national picture moved, an entry an indicator; None where nothing is known."""
    lines = [f"- {line}" for code in NATIONAL_CODES for line in _entry(chapter, code)]
    return Markdown("\n".join(lines)) if lines else None


def national_sources(chapter: Chapter) -> Markdown | None:
    """Name the publications of the figures, with their years: reports, and what quotes them."""
    told = [
        _publications(chapter, word, published)
        for word, published in (("Published", True), ("Quoted", False))
    ]
    lines = [f"- {one}" for one in told if one]
    return Markdown("\n".join(lines)) if lines else None


def _publications(chapter: Chapter, word: str, published: bool) -> str:
    years: dict[str, set[int]] = {}
    for one in chapter.national:
        if (one.status == "published report") == published:
            years.setdefault(one.source, set()).add(one.year)
    if not years:
        return ""
    told = [
        f"{source} ({listed([str(year) for year in sorted(of)])})"
        for source, of in sorted(years.items())
    ]
    return f"**{word}:** {escape_markdown(chapter.in_term('; '.join(told)))}."


def _entry(chapter: Chapter, code: str) -> Iterator[str]:
    told = [_told(figures) for figures in _by_base(chapter, code)]
    if told:
        text = chapter.in_term(f"{_subject(code)} {'; '.join(told)}.")
        yield f"**{_title(code)}** {escape_markdown(text)}"


def _title(code: str) -> str:
    number = NATIONAL_CODES[code][0]
    if number == "workforce":
        return "The workforce."
    return f"Indicator {number}, {decapitalise(indicator(number).short_title)}."


def _subject(code: str) -> str:
    of = NATIONAL_CODES[code][1]
    if of:
        return f"The BME share of {of} was"
    record = indicator(code)
    if record.kind == "ratio":
        return f"The relative likelihood, {record.group} over {record.comparator_group}, was"
    return "The share of BME respondents was"


def _by_base(chapter: Chapter, code: str) -> Iterator[list[NationalFigure]]:
    """Give England's figures, not those of White people alone; those of one base together."""
    found = [
        one
        for one in chapter.national
        if (one.indicator, one.geography) == (code, ENGLAND) and one.group != "White"
    ]
    for base in dict.fromkeys(one.base for one in found):
        yield [one for one in found if one.base == base]


def _told(figures: Sequence[NationalFigure]) -> str:
    years = sorted({one.year for one in figures})
    ends = list(dict.fromkeys((years[0], years[-1])))
    told = listed([f"{_figure(figures, year)} in {year}" for year in ends])
    base = f" ({figures[0].base})" if figures[0].base else ""
    return f"{told}{base}"


def _figure(figures: Sequence[NationalFigure], year: int) -> str:
    """Write the figure of a year, and what else a source says of it."""
    shown = dict.fromkeys(
        format_figure(one.value, one.unit, published=True) for one in figures if one.year == year
    )
    first, *others = shown
    return f"{first} (or {listed(others)})" if others else first
