"""Indicators 2 to 4: how much likelier an outcome is for one group than for the other."""

from __future__ import annotations

from collections.abc import Sequence

from wres.chapters.reading import Chapter
from wres.charts.figure import Figure, compose
from wres.charts.forest import draw_forest, zone_words
from wres.charts.likelihood_rows import (
    ANOTHER_WAY,
    Likelihood,
    likelihoods,
)
from wres.charts.words import (
    caption,
    explained,
    interval_lines,
    kept_together,
    place,
    table_has,
)
from wres.definitions.indicators import indicator
from wres.labels import capitalise, listed

__all__ = ["relative_likelihoods"]

ANOTHER = "ratios taken another way"


def relative_likelihoods(
    chapter: Chapter, indicators: Sequence[str] = ("2", "3", "4")
) -> Figure | None:
    """Draw relative likelihoods with their intervals, last year's and the national ratio.

    Parameters
    ----------
    chapter : Chapter
        Its rows of measure relative_likelihood are used, those of the whole trust.
    indicators : sequence of {'2', '3', '4'}

    Returns
    -------
    Figure or None
        None if none of them has a ratio or an interval.
    """
    shown = likelihoods(chapter, indicators)
    told = [one for one in shown if one.now.is_drawn or one.now.is_withheld]
    if not any(one.now.is_drawn for one in shown):
        return None
    return compose(
        title=_title(told),
        subtitle=_subtitle(chapter, shown),
        caption=_caption(chapter, shown),
        alt=_alt(chapter, shown),
        term=chapter.facts.term,
        draw=lambda sheet, top: draw_forest(sheet, top, shown),
    )


def _title(told: Sequence[Likelihood]) -> str:
    published = all(one.now.status == "as published" for one in told)
    if published and len(told) == 1:
        return f"{told[0].stated}, as published"
    if published:
        text = f"{listed([one.figure for one in told])}, as published"
    else:
        text = "; ".join(_findings(told))
    return capitalise(text)


def _findings(told: Sequence[Likelihood]) -> list[str]:
    """Tell what is clear first, and indicators without a clear finding together."""
    grouped: dict[str, list[str]] = {}
    for one in sorted(told, key=lambda one: not one.is_clear):
        start, outcome = one.finding_parts
        grouped.setdefault(start, []).append(outcome)
    findings = [f"{start} {listed(outcomes)}".strip() for start, outcomes in grouped.items()]
    return [*findings, *(text for one in told for text in one.otherwise)]


def _subtitle(chapter: Chapter, shown: Sequence[Likelihood]) -> str:
    numbers = [one.record.number for one in shown]
    noun = "indicators" if len(numbers) > 1 else "indicator"
    return (
        f"Relative likelihood, {noun} {listed(numbers)}; 1.00 means equally likely. "
        f"{place(chapter)}, {_span(chapter, shown)}"
    )


def _span(chapter: Chapter, shown: Sequence[Likelihood]) -> str:
    """Name the period; where the events of one indicator are those of two years, which."""
    day = kept_together(chapter.facts.snapshot)
    two_years = [one.record.number for one in shown if one.two_years]
    if len(two_years) == len(shown):
        return f"two years to {day}"
    also = f" (indicator {listed(two_years)}: two years)" if two_years else ""
    return f"year to {day}{also}"


def _caption(chapter: Chapter, shown: Sequence[Likelihood]) -> str:
    numbers = [one.record.number for one in shown]
    tables = [
        "published_ratios"
        if one.now.status == "as published"
        else indicator(one.record.number).table
        for one in shown
    ]
    what = "Relative likelihoods"
    if len(shown) == 1:
        what = f"{shown[0].record.short_title}: relative likelihood"
    text = caption(chapter, f"{what}, {_plain_span(chapter, shown)}", numbers, tables)
    lines = interval_lines(
        (ANOTHER if reading.kind == ANOTHER_WAY else f"indicator {one.record.number}", reading.cell)
        for one in shown
        for reading in one.readings
    )
    return explained(f"{text} Shaded: {zone_words()}.{lines}", *_labels(shown))


def _labels(shown: Sequence[Likelihood]) -> list[str]:
    return [reading.cell.label for one in shown for reading in one.readings]


def _plain_span(chapter: Chapter, shown: Sequence[Likelihood]) -> str:
    return _span(chapter, shown).replace("\N{NO-BREAK SPACE}", " ")


def _tables(shown: Sequence[Likelihood]) -> str:
    numbers = [one.record.number for one in shown]
    several = len(numbers) > 1
    return f"{'tables of indicators' if several else 'table of indicator'} {listed(numbers)}"


def _alt(chapter: Chapter, shown: Sequence[Likelihood]) -> str:
    blocks = []
    for one in shown:
        note = f" {one.note}." if one.note else ""
        readings = "; ".join(reading.label for reading in one.readings)
        order = f"{one.order}; above 1.00 means {one.ends[1]} to {one.record.event}"
        blocks.append(f"{one.record.short_title} ({order}): {readings}.{note}")
    return (
        f"Forest plot of relative likelihoods at {place(chapter)}, {_plain_span(chapter, shown)}, "
        f"on a logarithmic scale with 1.00 in the middle and {zone_words()}, shaded. "
        f"{explained(' '.join(blocks), *_labels(shown))} {table_has(_tables(shown))}"
    )
