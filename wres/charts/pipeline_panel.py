"""One senior band's line from now to its goal, as a small chart."""

from __future__ import annotations

from collections.abc import Sequence

from wres.charts import theme
from wres.charts.key import Mark
from wres.charts.senior_bands import SeniorBand
from wres.charts.sheet import Sheet
from wres.labels import format_headcount, format_people

__all__ = ["draw_panel"]

HEIGHT, PITCH = 0.62, theme.LINE * theme.SMALL / 72
# Room for the figures left and right of the line.
LEFT, RIGHT = 0.5, 0.62


def draw_panel(
    sheet: Sheet,
    place: tuple[float, float, float],
    band: SeniorBand,
    years: Sequence[int],
) -> float:
    """Draw a panel at `place` (left, top, width) and return where it ends."""
    left, top, width = place
    lines = theme.wrap(band.title, width, theme.BODY, "bold")
    top = sheet.paragraph(left, top, lines, weight="bold")
    notes = theme.wrap(_note(band), width, theme.SMALL)
    top = sheet.paragraph(left, top, notes, size=theme.SMALL, colour=theme.WEAK_TEXT)
    if not band.is_drawn:
        return top
    top += 0.1
    bottom = top + HEIGHT
    ends = (left + LEFT, left + width - RIGHT)
    sheet.line(ends, [bottom] * 2, colour=theme.AXIS, label="axis")
    _draw_line(sheet, (top, bottom), ends, band)
    return _draw_years(sheet, bottom, ends, years)


def _note(band: SeniorBand) -> str:
    if not band.is_drawn:
        return band.told
    pace = f"; {band.pace}" if band.pace else ""
    return f"{band.held} now{pace}"


def _draw_line(
    sheet: Sheet, heights: tuple[float, float], ends: tuple[float, float], band: SeniorBand
) -> None:
    top, bottom = heights
    now, goal = float(band.goal.count or 0), band.goal.value or 0.0
    highest = max(now, goal, 1.0)

    def y(people: float) -> float:
        return bottom - (bottom - top) * people / highest

    _draw_steps(sheet, ends, {year: y(people) for year, people in band.steps.items()})
    Mark("", "D", theme.BENCHMARK, hollow=True, size=6.5).draw(sheet, ends[1], y(goal), "goal")
    Mark("", "o", theme.GROUP_FILLS["BME"], size=8.5).draw(sheet, ends[0], y(now), "now")
    style = {"size": theme.SMALL, "weight": "bold"}
    lowest = bottom - 0.07  # clear of the years
    at_now, at_goal = (min(y(people), lowest) for people in (now, goal))
    sheet.words_at(ends[0] - 0.1, at_now, format_headcount(now), align="right", **style)
    sheet.words_at(ends[1] + 0.1, at_goal, format_people(goal, "parity_headcount"), **style)


def _draw_steps(sheet: Sheet, ends: tuple[float, float], heights: dict[int, float]) -> None:
    """Draw the line, with a dot at the end of each year."""
    if len(heights) < 2:
        return
    first, last = min(heights), max(heights)
    run = (ends[1] - ends[0]) / (last - first)
    xs, colour = [ends[0] + run * (year - first) for year in heights], theme.GROUP_FILLS["BME"]
    sheet.line(xs, list(heights.values()), colour=colour, width=2.0, label="line")
    for x, y in list(zip(xs, heights.values(), strict=True))[1:-1]:
        sheet.marker(x, y, "o", colour=colour, size=5.0, label="step")


def _draw_years(
    sheet: Sheet, bottom: float, ends: tuple[float, float], years: Sequence[int]
) -> float:
    if not years:
        return bottom
    baseline = bottom + 0.2
    for x, year in zip(ends, (years[0], years[-1]), strict=True):
        sheet.line([x, x], [bottom, bottom + 0.04], label="tick")
        sheet.words(
            x, baseline, str(year), align="center", size=theme.SMALL, colour=theme.WEAK_TEXT
        )
    return baseline + 0.04
