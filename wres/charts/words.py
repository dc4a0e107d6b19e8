"""Words that all charts share: place, date, source, lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wres.chapters.reading import Chapter
from wres.charts.cells import Cell
from wres.labels import (
    OVER_ZERO,
    OVER_ZERO_NOTE,
    OWN_FIGURES,
    WITHHELD_NOTE,
    WITHHELD_SYMBOL,
    format_confidence,
    listed,
)

__all__ = [
    "caption",
    "certainty",
    "explained",
    "interval_lines",
    "kept_together",
    "place",
    "source",
    "table_has",
]


def place(chapter: Chapter) -> str:
    """Name the trust; a made-up one is never named without saying so."""
    name = chapter.facts.name
    said = not chapter.facts.fictional or name.casefold().endswith("(fictional)")
    return name if said else f"{name} (fictional)"


def caption(
    chapter: Chapter,
    what: str,
    numbers: Sequence[str],
    tables: Sequence[str],
    counted: Sequence[str] | None = None,
) -> str:
    """Write a caption: what is shown, where, the source, and which counts were worked out.

    Parameters
    ----------
    counted : sequence of str, optional
        What the chart shows counts of, as `Chapter.worked_out` takes it, where this is not all of
        `tables`.
    """
    text = f"{what}, {place(chapter)}. Source: {source(chapter, numbers, tables)}."
    return f"{text} {chapter.worked_out(*(tables if counted is None else counted))}".strip()


def explained(text: str, *labels: str) -> str:
    """Add what the symbol for a withheld figure, or 'over 0', means where one of `labels` is it."""
    notes = [OVER_ZERO_NOTE] if OVER_ZERO in labels else []
    notes += [WITHHELD_NOTE] if any(WITHHELD_SYMBOL in one for one in (text, *labels)) else []
    return " ".join([text, *notes])


def source(chapter: Chapter, numbers: Sequence[str], tables: Sequence[str]) -> str:
    """Name the source of `tables` as the trust noted it, else as its own figures.

    Where several tables have notes of their own, the trust's publication stands for them all.
    """
    noted = {fact.source for fact in chapter.facts.sources if fact.table in tables}
    standard = [OWN_FIGURES] if numbers else []
    general = [chapter.facts.source] if chapter.facts.source else []
    found = list(noted) if len(noted) == 1 else general or sorted(noted) or standard
    return "; ".join(dict.fromkeys(text.rstrip(". ") for text in found))


def table_has(which: str, what: str = "all figures") -> str:
    """Say, at the end of an alternative text, which table of the report has the figures in rows."""
    return f"The {which} {'have' if which.startswith('tables') else 'has'} {what}."


def kept_together(text: str) -> str:
    """Keep a date on one line."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def interval_lines(named: Iterable[tuple[str, Cell]]) -> str:
    """Say at the end of a caption which intervals lines are; '' where there are none.

    Where they are of several confidences, as an adjustment for many comparisons makes them, each is
    named with the figures (`named`, what each is and its cell) that have it.
    """
    found: dict[str, list[str]] = {}
    for name, cell in named:
        if cell.lower is not None and cell.confidence is not None:
            found.setdefault(format_confidence(cell.confidence), []).append(name)
    if len(found) == 1:
        return f" Lines are {next(iter(found))} intervals."
    told = [f"{level} for {listed(list(dict.fromkeys(names)))}" for level, names in found.items()]
    return f" Lines are intervals: {'; '.join(told)}." if told else ""


def certainty(cells: Iterable[Cell]) -> str:
    """Name the confidence of intervals as they were computed: '95%', or '98.3%' if adjusted."""
    found = sorted({cell.confidence for cell in cells if cell.confidence is not None})
    written = [format_confidence(one) for one in dict.fromkeys((*found[:1], *found[-1:]))]
    return " to ".join(written) or "95%"
