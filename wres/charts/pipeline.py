"""Senior bands: BME staff now, the goal, and the straight line to the target year."""

from __future__ import annotations

from collections.abc import Sequence

from wres.chapters.reading import Chapter
from wres.charts import theme
from wres.charts.figure import Figure, compose
from wres.charts.key import Mark, draw_key
from wres.charts.pipeline_panel import draw_panel
from wres.charts.senior_bands import SeniorBand, senior_bands
from wres.charts.sheet import Sheet
from wres.charts.words import caption, explained, kept_together, place, table_has
from wres.definitions.goals import leavers_note
from wres.definitions.workforce_counts import BY_BAND
from wres.labels import decapitalise
from wres.stats import is_short

__all__ = ["pipeline"]

TABLE = table_has("table of senior pay bands")
COLUMNS, BETWEEN = 2, 0.35  # one column on a phone


def pipeline(chapter: Chapter) -> Figure | None:
    """Draw how many BME staff senior bands have, and what the workforce's share would be.

    Parameters
    ----------
    chapter : Chapter
        Its rows of measure parity_headcount, trajectory and yearly_increase of the bands of
        `staff_group=all` are used.

    Returns
    -------
    Figure or None
        None if no senior band has a goal.
    """
    bands = senior_bands(chapter)
    if not any(band.is_drawn for band in bands):
        return None
    term, day = chapter.group_label("BME"), chapter.facts.snapshot
    what = f"{term} staff in senior bands, and the workforce's {term} share of them{_until(bands)}"
    increases = chapter.rows(indicator="1", measure="yearly_increase")
    source = caption(chapter, f"{what}, {day}", ["1"], ["workforce"], [BY_BAND])
    return compose(
        title=_title(bands, term),
        subtitle=f"{term} head count now and at the workforce's {term} share{_until(bands)}; each "
        f"panel has a scale of its own. {place(chapter)}, {kept_together(day)}",
        caption=explained(
            f"{source} {leavers_note(increases, term)}".strip(),
            *(band.told for band in bands),
        ),
        alt=_alt(chapter, bands, term),
        term=chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, bands),
    )


def _years(bands: Sequence[SeniorBand]) -> list[int]:
    return sorted({year for band in bands for year in band.steps})


def _until(bands: Sequence[SeniorBand]) -> str:
    years = _years(bands)
    return f" by {years[-1]}" if years else ""


def _title(bands: Sequence[SeniorBand], term: str) -> str:
    drawn = [band for band in bands if band.is_drawn]
    below = [band for band in drawn if _is_below(band)]
    shown = "shown" if len(drawn) == len(bands) else "with figures"
    groups = f"the {len(drawn)} senior bands {shown}"
    if len(drawn) == 1:
        band = drawn[0]
        return (
            f"{band.held} are {term} in {decapitalise(band.title)} now; the workforce's share "
            f"would be {band.goal.label}"
        )
    if not below:
        return f"No fewer {term} staff than the workforce's share in any of {groups}"
    count = "each" if len(below) == len(drawn) else str(len(below))
    return f"Fewer {term} staff than the workforce's share in {count} of {groups}"


def _is_below(band: SeniorBand) -> bool:
    """Say whether half a person or more is missing: 0 of 1 is not fewer than 0.2."""
    return is_short(band.goal.count or 0, band.goal.value or 0.0)


def _alt(chapter: Chapter, bands: Sequence[SeniorBand], term: str) -> str:
    told = explained("; ".join(f"{band.title}: {band.told}" for band in bands) + ".")
    return (
        f"Small line charts of {term} head count in senior bands at {place(chapter)}, from "
        f"{chapter.facts.snapshot} to the workforce's {term} share{_until(bands)}. {told} "
        f"{TABLE}"
    )


def _draw(sheet: Sheet, top: float, bands: Sequence[SeniorBand]) -> float:
    now = Mark("now", "o", theme.GROUP_FILLS["BME"], size=8.5)
    goal = Mark("goal: the workforce's share", "D", theme.BENCHMARK, hollow=True, size=6.5)
    top = draw_key(sheet, top, [now, goal])
    columns = 1 if sheet.is_narrow or len(bands) == 1 else COLUMNS
    width = sheet.width if sheet.is_narrow else (sheet.width - BETWEEN) / COLUMNS
    years = _years(bands)
    for first in range(0, len(bands), columns):
        ends = [
            draw_panel(sheet, (place_ * (width + BETWEEN), top, width), band, years)
            for place_, band in enumerate(bands[first : first + columns])
        ]
        top = max(ends) + 0.14
    return top - 0.1
