"""Sentences about the whole workforce and its pay bands (indicator 1)."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.bands import band_title
from wres.definitions.ethnicity import GROUPS
from wres.definitions.indicators import Indicator, indicator
from wres.labels import (
    decapitalise,
    format_headcount,
    format_percent,
    format_points,
    is_withheld,
    listed,
    round_half_up,
)
from wres.narrative.earlier import NOT_COMPARED, last_before, no_figure_of, was_withheld
from wres.narrative.words import absence, figure_of

__all__ = ["bands", "bands_finding", "change", "fall_of_unknown", "make_up", "parse_breakdown"]

COUNTS = ("numerator", "denominator", "comparator_numerator", "comparator_denominator")
WHY = "to protect people"
FELL = "The share of staff whose ethnicity is unknown fell"
TOLD = "people told the trust, or people of unknown ethnicity left"
FEWER = f"{FELL}, and so did their number: {TOLD}."
FEWER_OF_MORE = f"{FELL}, and so did their number ({TOLD}), while the number of all staff grew."
OF_MORE = (
    f"{FELL} only because the number of other staff grew: no fewer people than before are of "
    "unknown ethnicity."
)
ANY_WAY = (
    f"{FELL}: because people told the trust, because people of unknown ethnicity left, or because "
    "the number of other staff grew."
)


def parse_breakdown(breakdown: str) -> dict[str, str]:
    """Split a breakdown into its dimensions.

    Examples
    --------
    >>> parse_breakdown("staff_group=clinical;band=5-7")
    {'staff_group': 'clinical', 'band': '5-7'}
    """
    if breakdown == "all":
        return {}
    return dict(part.split("=", 1) for part in breakdown.split(";"))


def make_up(chapter: Chapter) -> str:
    """Say how many staff there were, of which ethnic group."""
    shares = {group: _whole(chapter, "share", group) for group in GROUPS}
    total = _whole(chapter, "headcount", "all")
    if any(is_withheld(row) for row in shares.values()):
        return _make_up_withheld(chapter, shares, total)
    if any(row is None or pd.isna(row["value"]) for row in shares.values()):
        reasons = (row["reason"] for row in shares.values() if row is not None)
        reason = next(filter(None, reasons), "it needs the share of every ethnic group")
        return f"The make-up of the whole workforce is not available: {chapter.in_term(reason)}."
    parts = [_part(chapter, group, row) for group, row in shares.items() if row is not None]
    return f"{_people(total)} on {chapter.facts.snapshot}, {listed(parts)}."


def change(chapter: Chapter) -> str:
    """Say how the shares moved, and warn where a fall of the unknown may explain it."""
    now = _whole(chapter, "share", "BME")
    if now is None or pd.isna(now["value"]):
        gone = f"The {chapter.group_label('BME')} share of this year is not available."
        return NOT_COMPARED if is_withheld(now) else gone
    if was_withheld(now):
        return "The share of the year before is withheld to protect people."
    rows = {group: _whole(chapter, "change", group) for group in GROUPS}
    moved = {group: row for group, row in rows.items() if row is not None}
    if "BME" in moved and len(moved) < len(GROUPS):
        return f"{_moved(chapter, now, moved['BME'])}."
    if len(moved) < len(GROUPS):
        older = last_before(chapter, indicator(1), now)
        if older is not None:
            return no_figure_of(
                chapter, indicator(1), older, f"the {chapter.group_label('BME')} share"
            )
        return "There are no earlier figures of the whole workforce to compare these with."
    return (
        f"{_moved(chapter, now, moved['BME'])}. The share of unknown ethnicity "
        f"changed by {format_points(moved['Unknown']['value'])} points and that of White staff by "
        f"{format_points(moved['White']['value'])} points.{_redeclaration(chapter, moved)}"
    )


def fall_of_unknown(chapter: Chapter) -> str:
    """Say that the share of unknown ethnicity fell, and by the counts of both years of what."""
    row = _whole(chapter, "change", "Unknown")
    if row is None or row[list(COUNTS)].isna().any():
        return ANY_WAY
    now, of, then, of_then = (row[name] for name in COUNTS)
    if now >= then:
        return OF_MORE
    return FEWER_OF_MORE if of > of_then else FEWER


def bands_finding(chapter: Chapter, record: Indicator) -> str:
    """Say the workforce share and in which pay bands BME staff are most and least present."""
    share = _whole(chapter, "share", "BME")
    if is_withheld(share):
        label = chapter.group_label("BME")
        return f"The {label} share of the workforce is withheld to protect people. {bands(chapter)}"
    if share is None or pd.isna(share["value"]):
        told = "" if _band_shares(chapter).empty else f" {bands(chapter)}"
        missing = absence(chapter, record, share)
        return missing if not told else f"The share of the whole workforce is not available.{told}"
    label = chapter.group_label("BME")
    return f"{figure_of(share)} of the workforce was {label}. {bands(chapter)}"


def bands(chapter: Chapter) -> str:
    """Say between which pay bands the BME share runs."""
    rows = _band_shares(chapter)
    if rows.empty:
        return _no_bands(chapter)
    ordered = rows.sort_values("value", kind="stable")
    low, high = ordered.iloc[0], ordered.iloc[-1]
    label = chapter.group_label("BME")
    if _hides_bands(chapter):
        return f"{_among_shown(label, low, high)} Figures of some pay bands are withheld {WHY}."
    if len(rows) == 1:
        return f"One pay band was published: the {label} share was {_in_band(low)}."
    if figure_of(low) == figure_of(high):
        return f"In the pay bands published, the {label} share was {figure_of(low)} throughout."
    return f"By pay band, the {label} share ran from {_in_band(low)} to {_in_band(high)}."


def _whole(chapter: Chapter, measure: str, group: str) -> pd.Series | None:
    return chapter.row(indicator="workforce", measure=measure, breakdown="all", group=group)


def _people(total: pd.Series | None) -> str:
    if total is None or pd.isna(total["value"]):
        return "Of the workforce"
    return f"Of {format_headcount(total['value'])} staff"


def _make_up_withheld(
    chapter: Chapter, shares: dict[str, pd.Series | None], total: pd.Series | None
) -> str:
    """Say what is shown of the make-up and which groups' figures are withheld."""
    shown = {
        group: row for group, row in shares.items() if row is not None and not pd.isna(row["value"])
    }
    hidden = [_staff_of(chapter, group) for group, row in shares.items() if is_withheld(row)]
    if not shown:
        return f"The make-up of the whole workforce is withheld {WHY}."
    parts = [_part(chapter, group, row) for group, row in shown.items()]
    return (
        f"{_people(total)} on {chapter.facts.snapshot}, {listed(parts)}. Figures of "
        f"{listed(hidden)} are withheld {WHY}."
    )


def _staff_of(chapter: Chapter, group: str) -> str:
    if group == "Unknown":
        return "staff of unknown ethnicity"
    return f"{chapter.group_label(group)} staff"


def _moved(chapter: Chapter, now: pd.Series, change: pd.Series) -> str:
    return (
        f"The year before, {format_percent(now['previous'])} of staff were "
        f"{chapter.group_label('BME')}: a change of {format_points(change['value'])} percentage "
        "points"
    )


def _part(chapter: Chapter, group: str, row: pd.Series) -> str:
    what = {
        "White": "were White",
        "BME": f"were {chapter.group_label('BME')}",
        "Unknown": "were of unknown ethnicity",
    }[group]
    count = "" if pd.isna(row["numerator"]) else f"{format_headcount(row['numerator'])} "
    share = f"({figure_of(row)})" if count else figure_of(row)
    return f"{count}{share} {what}"


def _redeclaration(chapter: Chapter, moved: dict[str, pd.Series]) -> str:
    """Warn that a rise in BME share beside a fall in unknown may come of the latter."""
    rise, fall = (round_half_up(float(moved[name]["value"]), 1) for name in ("BME", "Unknown"))
    if not rise > 0 > fall:
        return ""
    told = fall_of_unknown(chapter)
    if told == OF_MORE:
        return f" {told}"
    return (
        f" {told} Part of the rise in the {chapter.group_label('BME')} share can come from people "
        "telling the trust or leaving, not from recruitment."
    )


def _hides_bands(chapter: Chapter) -> bool:
    rows = chapter.own_rows(indicator="1", measure="share", group="BME", status="suppressed")
    return not rows[_is_band(rows)].empty


def _among_shown(label: str, low: pd.Series, high: pd.Series) -> str:
    """Speak of the pay bands that are shown, never of all: the others may lie beyond them."""
    start = f"Among the pay bands that are shown, the {label} share"
    if low["breakdown"] == high["breakdown"]:
        return f"The {label} share is shown of one pay band: {_in_band(low)}."
    if figure_of(low) == figure_of(high):
        return f"{start} was {figure_of(low)} throughout."
    return f"{start} ran from {_in_band(low)} to {_in_band(high)}."


def _no_bands(chapter: Chapter) -> str:
    if _hides_bands(chapter):
        return f"The {chapter.group_label('BME')} share in each pay band is withheld {WHY}."
    rows = chapter.own_rows(indicator="1", measure="headcount")
    rows = rows[_is_band(rows)]
    if not rows["value"].notna().any():
        return "No figures by pay band were supplied."
    return (
        f"Only head counts of some ethnic groups were published by pay band, so the share of "
        f"{chapter.group_label('BME')} staff in each band is not available."
    )


def _band_shares(chapter: Chapter) -> pd.DataFrame:
    rows = chapter.own_rows(indicator="1", measure="share", group="BME")
    return rows[rows["value"].notna() & _is_band(rows)]


def _is_band(rows: pd.DataFrame) -> pd.Series[bool]:
    """Tell this year's rows of one pay band from those of all, of groupings and of other years."""
    return rows["breakdown"].str.fullmatch(r"staff_group=[^;]+;band=(?!all$)[^;]+").astype(bool)


def _in_band(row: pd.Series) -> str:
    parts = parse_breakdown(row["breakdown"])
    staff = "" if parts["staff_group"] == "all" else f"{parts['staff_group']} "
    count = ""
    if not pd.isna(row["denominator"]):
        count = f", {format_headcount(row['numerator'])} of {format_headcount(row['denominator'])}"
    return f"{figure_of(row)} ({staff}{decapitalise(band_title(parts['band']))}{count})"
