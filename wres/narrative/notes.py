"""Footnotes of the performance summary: what must be known of an indicator beside its figures."""

from __future__ import annotations

from collections.abc import Iterator

from wres.chapters.reading import Chapter
from wres.definitions.indicator_lists import indicator_words
from wres.definitions.indicators import Indicator, indicators
from wres.definitions.workforce_counts import WHOLE_WORKFORCE
from wres.labels import decapitalise, escape_markdown
from wres.narrative.findings import Markdown

__all__ = ["note_marks", "performance_notes"]


def performance_notes(chapter: Chapter) -> Markdown | None:
    """Return the footnotes as a list; None where there are none."""
    lines = []
    for place, (text, numbers) in enumerate(_notes(chapter).items(), start=1):
        about = decapitalise(indicator_words(tuple(numbers)))
        lines.append(f"- **Note {place}**, {about}: {escape_markdown(text)}")
    return Markdown("\n".join(lines)) if lines else None


def note_marks(chapter: Chapter, number: str) -> str:
    """Return the marks of an indicator's footnotes, ' [note 1]'; '' where it has none.

    In words, which a screen reader says as they are.
    """
    notes = enumerate(_notes(chapter).values(), start=1)
    return "".join(f" [note {place}]" for place, numbers in notes if number in numbers)


def _notes(chapter: Chapter) -> dict[str, list[str]]:
    """Give each footnote once, with the indicators that it is about."""
    notes: dict[str, list[str]] = {}
    for record in indicators():
        for text in _of_indicator(chapter, record):
            notes.setdefault(text, []).append(record.number)
    return notes


def _of_indicator(chapter: Chapter, record: Indicator) -> Iterator[str]:
    if not chapter.own_rows(indicator=record.number)["value"].notna().any():
        return
    if chapter.over_two_years(record.number):
        yield "events are counted over two years and averaged."
    for one in chapter.facts.sources:
        if one.table == record.table and one.departure:
            yield _sentence(chapter.in_term(one.departure))
    # of indicator 1 the summary shows the whole workforce, and no band
    counted = WHOLE_WORKFORCE if record.kind == "workforce" else record.table
    worked_out = chapter.worked_out(counted)
    if worked_out:
        yield _sentence(worked_out)
    if record.kind == "ratio" and _is_printed(chapter, record):
        yield "the trust printed the ratio without the counts behind it."


def _is_printed(chapter: Chapter, record: Indicator) -> bool:
    rows = chapter.own_rows(indicator=record.number, measure="relative_likelihood", breakdown="all")
    return bool(rows["status"].eq("as published").any())


def _sentence(text: str) -> str:
    return f"{decapitalise(text.strip().rstrip('.'))}."
