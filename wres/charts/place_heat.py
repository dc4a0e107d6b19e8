"""Places by measures: which way each differs and how surely, told by symbol before colour."""

from __future__ import annotations

from wres.charts import theme
from wres.charts.figure import Figure, compose
from wres.charts.place_symbols import Found, level_of, symbol_of, words_of
from wres.charts.place_words import TABLE, captioned, cut_words, sure_words
from wres.charts.row_labels import Label, label_room, lay_out
from wres.charts.sheet import Sheet
from wres.charts.words import kept_together, place
from wres.hotspots import Finding, Hotspots
from wres.hotspots.cells import Spot
from wres.hotspots.finding_words import counted
from wres.hotspots.kinds import noun, plural
from wres.hotspots.lacking import unknown
from wres.hotspots.measures import MEASURES, SENIOR, SHARE
from wres.labels import WITHHELD_NOTE, WITHHELD_SYMBOL, listed

__all__ = ["place_heat"]

ROW, LABELS_AT_MOST, MOST = 0.3, 1.9, 24
HEADS = {SHARE: "staff", SENIOR: "8a up"}
COLUMNS = {SHARE: "staff in post", SENIOR: "staff in band 8a and above"}
FILLS = {2: "#F9C9AF", 1: "#FCE6DB", 0: theme.BACKGROUND}
BETTER = {2: "#B9CCDE", 1: "#E1E9F0"}


def place_heat(spots: Hotspots, dimension: str) -> Figure | None:
    """Draw all measures of the places of a dimension; None where there are none to compare."""
    found = {(one.spot, key): one for key in spots.measures() for one in spots.of(key, dimension)}
    keys = [key for key in spots.measures() if any(other == key for _, other in found)]
    surest = sorted(found.values(), key=lambda one: one.chance)
    every = list(dict.fromkeys(one.spot for one in surest))
    places = sorted(every[:MOST])
    if not places or not keys:
        return None
    term = spots.chapter.group_label("BME")
    told = "; ".join(
        f"{spot.name}: "
        + ", ".join(f"{_head(key)} {words_of(spots, found, spot, key)}" for key in keys)
        for spot in places
    )
    hidden = any(
        symbol_of(spots, found, spot, key) == WITHHELD_SYMBOL for spot in places for key in keys
    )
    note = _left_out(spots, every, dimension) + (f" {WITHHELD_NOTE}" if hidden else "")
    meaning = (
        f"++ or −−: more or fewer {term} people than expected, told apart from chance over all "
        f"{plural(dimension)}; + or −: leaning so; =: neither; few: too few people"
    )
    day = kept_together(spots.chapter.facts.snapshot)
    return compose(
        title=sure_words(spots, surest, dimension)
        + cut_words(len(places), len(every), dimension, "the least likely by chance"),
        subtitle=f"{meaning}. Orange: worse for {term} people. {place(spots.chapter)}, {day}",
        caption=captioned(
            spots, keys, dimension, f"Differences of {plural(dimension)} from the rest"
        )
        + f" Columns: {_columns(keys)}.{note}",
        alt=f"Table-like chart of {plural(dimension)} by measure. {meaning}. {told}.{note} {TABLE}",
        term=spots.chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, spots, found, (places, keys)),
    )


def _head(key: str) -> str:
    return HEADS.get(key, key)


def _columns(keys: list[str]) -> str:
    """Name the columns that are drawn."""
    others = len([one for one in keys if one not in COLUMNS])
    named = (
        ["indicators by number" if others > 1 else "an indicator by its number"] if others else []
    )
    return listed([*(COLUMNS[one] for one in keys if one in COLUMNS), *named])


def _left_out(spots: Hotspots, drawn: list[Spot], dimension: str) -> str:
    """Say of how many parts nothing is known that could be compared."""
    names = {name for one in MEASURES for name in spots.withheld(one.key, dimension)}
    left = len(names - {spot.name for spot in drawn})
    return (
        f" Not drawn: {counted(left, noun(dimension))} with counts {unknown(spots)}."
        if left
        else ""
    )


def _draw(
    sheet: Sheet, top: float, spots: Hotspots, found: Found, what: tuple[list[Spot], list[str]]
) -> float:
    places, keys = what
    room = label_room(sheet, [spot.name for spot in places], LABELS_AT_MOST)
    left = room + 0.12 if room else 0.0
    width = min((sheet.width - left) / len(keys), 0.62)
    for at, key in enumerate(keys):
        sheet.words(
            left + width * (at + 0.5),
            top + 0.14,
            _head(key),
            size=theme.SMALL,
            align="center",
            colour=theme.WEAK_TEXT,
        )
    rows = lay_out(sheet, top + 0.22, [Label(spot.name) for spot in places], room, ROW)
    for row, spot in zip(rows, places, strict=True):
        row.draw_label(sheet)
        for at, key in enumerate(keys):
            x = left + width * at
            one = found.get((spot, key))
            fill = theme.BACKGROUND if one is None else _fill(spots, one)
            sheet.box(
                x + 0.02,
                row.start + 0.02,
                width - 0.04,
                ROW - 0.04,
                fill=fill,
                edge=theme.GRID,
                label="cell",
            )
            symbol = symbol_of(spots, found, spot, key)
            if symbol:
                weight = "bold" if symbol in ("++", "−−") else "regular"
                sheet.words_at(
                    x + width / 2,
                    row.start + ROW / 2,
                    symbol,
                    size=theme.SMALL,
                    align="center",
                    weight=weight,
                )
    return rows[-1].end


def _fill(spots: Hotspots, one: Finding) -> str:
    level = level_of(spots, one)
    if not level:
        return theme.BACKGROUND
    return FILLS[level] if one.is_worse else BETTER[level]
