"""Tables of the methods chapter: sources, and what could not be shown."""

from __future__ import annotations

from wres.chapters.reading import Chapter
from wres.definitions.indicators import indicator
from wres.labels import capitalise
from wres.tables.layout import Column, Table

__all__ = ["indicator_title", "not_available_table", "sources_table"]

TABLE_TITLES = {
    "workforce": "Workforce",
    "recruitment": "Recruitment",
    "disciplinary": "Disciplinary",
    "training": "Training",
    "staff_survey": "Staff survey",
    "board": "Board",
    "published_ratios": "Published ratios",
    "local_population": "Local population",
    "comparators": "Comparators",
    "supplementary": "Supplementary measures",
}


def sources_table(chapter: Chapter) -> Table | None:
    """Show where each table of figures comes from, and what was recovered or inferred."""
    if not chapter.facts.sources:
        return None
    lines = [
        [
            TABLE_TITLES.get(fact.table, fact.table),
            fact.source,
            chapter.in_term(" ".join(part for part in (fact.note, fact.departure) if part)) or "–",
        ]
        for fact in chapter.facts.sources
    ]
    columns = [Column("Figures"), Column("Source"), Column("What to know")]
    return Table(
        f"Sources of the figures, {chapter.facts.name}, {chapter.facts.year}.", columns, lines
    )


def not_available_table(chapter: Chapter) -> Table | None:
    """Show which figures are not available, with the reason; None where nothing is missing."""
    missing = chapter.missing()[["indicator", "reason"]].drop_duplicates()
    if missing.empty:
        return None
    lines = [
        [indicator_title(number), f"{capitalise(chapter.in_term(reason))}."]
        for number, reason in missing.to_numpy().tolist()
    ]
    columns = [Column("Indicator"), Column("Why figures are not available")]
    return Table(
        f"Figures that are not available, {chapter.facts.name}, {chapter.facts.year}.",
        columns,
        lines,
    )


def indicator_title(number: str) -> str:
    """Name an indicator, or the whole workforce, at the head of a row."""
    if number == "workforce":
        return "Whole workforce"
    record = indicator(number)
    return f"{record.number}. {record.short_title}"
