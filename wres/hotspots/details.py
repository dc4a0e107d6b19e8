"""Detailed ethnic groups of the whole workforce, each beside White staff, as results show them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import pandas as pd

from wres.hotspots.lacking import unknown
from wres.hotspots.opening import Hotspots
from wres.labels import (
    capitalise,
    escape_markdown,
    format_headcount,
    format_number,
    format_percent,
    listed,
)

__all__ = ["Detail", "detail_text", "details_of", "staffed", "unshown_details"]

_DETAIL: Final = re.compile("ethnic_group=(White|BME)")


@dataclass(frozen=True)
class Detail:
    """One detailed group among all staff: people, and percent of all staff this year and last."""

    name: str
    within: str
    people: int
    share: float
    before: float | None


def details_of(spots: Hotspots) -> list[Detail]:
    """Give the detailed groups that are shown, in the order of the results."""
    return [
        Detail(name, within, int(row.numerator), float(row.value), _or_none(row.previous))
        for name, within, row in _rows(spots)
        if pd.notna(row.value) and pd.notna(row.numerator)
    ]


def staffed(found: list[Detail]) -> list[Detail]:
    """Leave out the groups that nobody is in, this year or last."""
    return [one for one in found if one.people or one.before]


def unshown_details(spots: Hotspots) -> list[str]:
    """Name the detailed groups whose counts are withheld or not known."""
    return [name for name, _, row in _rows(spots) if pd.isna(row.value)]


def _rows(spots: Hotspots) -> list[tuple[str, str, pd.Series]]:
    rows = spots.chapter.rows(indicator="workforce", measure="share")
    found = []
    for _, row in rows.iterrows():
        match = _DETAIL.fullmatch(str(row["breakdown"]))
        if match:
            found.append((str(row["group"]), match[1], row))
    return found


def _or_none(value: object) -> float | None:
    return None if pd.isna(value) else float(value)  # type: ignore[arg-type,call-overload]


def detail_text(spots: Hotspots, chosen: str = "") -> str:
    """Say what detailed ethnic groups show of one of them, or of all; Markdown.

    Parameters
    ----------
    spots : Hotspots
    chosen : str
        Name of a detailed group; of all where blank.
    """
    found = details_of(spots)
    hidden = listed([escape_markdown(one) for one in unshown_details(spots)])
    lacking = f"{capitalise(unknown(spots))}: {hidden}." if hidden else ""
    scope = (
        "Detailed groups are counted among staff of the whole trust: there is nothing to show of "
        "them by indicator, place, staff group or pay band."
    )
    if not found:
        why = lacking or "No counts of them were given."
        return f"**Detailed ethnic groups** can't be shown. {why} {scope}"
    wanted = [one for one in found if one.name == chosen] or staffed(found)
    none = len(found) - len(staffed(found))
    nobody = f"Groups that nobody is in: {format_headcount(none)}." if none else ""
    white = spots.chapter.row(indicator="workforce", measure="headcount", breakdown="all",
                              group="White")  # fmt: skip
    beside = None if white is None or pd.isna(white["numerator"]) else int(white["numerator"])
    lines = "; ".join(_told(one, beside) for one in wanted)
    head = f"**Detailed ethnic groups of all staff**, {spots.chapter.facts.snapshot}"
    return " ".join(part for part in (f"{head}: {lines}.", nobody, lacking, scope) if part)


def _told(one: Detail, white: int | None) -> str:
    beside = ""
    if white and one.within != "White":
        beside = f", {format_number(round(100 * one.people / white, 1))} for every 100 White staff"
    last = "" if one.before is None else f" ({format_percent(one.before)} last year)"
    return (
        f"{escape_markdown(one.name)} {format_headcount(one.people)}, "
        f"{format_percent(one.share)} of all staff{last}{beside}"
    )
