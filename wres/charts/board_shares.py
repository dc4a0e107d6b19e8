"""Indicator 9: who sits on the board, against the workforce."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from wres.chapters.reading import Chapter
from wres.charts.cells import whole
from wres.charts.figure import Figure, compose
from wres.charts.share_bars import ShareBar, share_bar
from wres.charts.share_panel import Layout, draw_bars, draw_header, draw_line
from wres.charts.sheet import Sheet
from wres.charts.words import caption, explained, kept_together, place, table_has
from wres.definitions.workforce_counts import WHOLE_WORKFORCE
from wres.labels import BOARD_PARTS, WITHHELD_SYMBOL, decapitalise, format_headcount

__all__ = ["board_shares"]

TABLE = table_has("tables of the board and of the workforce")
BOARD = "all"
# Named even where they were not published: the standard asks for them.
EXPECTED = (BOARD, "voting=yes", "membership=executive")
PEOPLE = "Number"


def board_shares(chapter: Chapter) -> Figure | None:
    """Draw the ethnic make-up of the board and its parts against the workforce.

    Parameters
    ----------
    chapter : Chapter
        Its rows of indicator 9 (share, headcount) and of `workforce` are used.

    Returns
    -------
    Figure or None
        None if no part of the board has a BME share.
    """
    parts = _parts(chapter)
    if not any(bar.is_drawn for bar in parts.values()):
        return None
    whole_workforce = _numbered(chapter, "workforce", BOARD, "Whole workforce", emphasis=True)
    term = chapter.group_label("BME")
    what = f"Ethnicity of the board and of the workforce, {chapter.facts.snapshot}"
    return compose(
        title=_title(term, parts, whole_workforce),
        subtitle=f"{term}, White and unknown ethnicity as a percentage of members, with the "
        f"number of {term} members, {place(chapter)}, "
        f"{kept_together(chapter.facts.snapshot)}",
        caption=explained(
            caption(chapter, what, ["9"], ["board", "workforce"], ["board", WHOLE_WORKFORCE]),
            *(WITHHELD_SYMBOL for bar in (whole_workforce, *parts.values()) if bar.hides_any),
        ),
        alt=_alt(chapter, parts, whole_workforce),
        term=chapter.facts.term,
        draw=lambda sheet, top: _draw(sheet, top, chapter, [whole_workforce, *parts.values()]),
    )


def _parts(chapter: Chapter) -> dict[str, ShareBar]:
    bars = {part: _numbered(chapter, "9", part, name) for part, name in BOARD_PARTS.items()}
    held = {
        part: bar for part, bar in bars.items() if bar.is_drawn or bar.total == 0 or bar.hides_any
    }
    shown = set(held) | {part for part in EXPECTED if not _in_smaller_parts(part, held)}
    return {part: bar for part, bar in bars.items() if part in shown}


def _in_smaller_parts(part: str, held: Iterable[str]) -> bool:
    """Say whether a part was published by who has a vote, which leaves nothing to miss."""
    return any(other.startswith(f"{part};") for other in held)


def _numbered(
    chapter: Chapter, number: str, breakdown: str, name: str, *, emphasis: bool = False
) -> ShareBar:
    """Take a bar out of the results, with the BME head count of all: '0 of 11'."""
    rows = chapter.rows(indicator=number, breakdown=breakdown)
    bar = share_bar(rows.itertuples(), name, emphasis=emphasis)
    bme = chapter.row(indicator=number, breakdown=breakdown, measure="share", group="BME")
    members = None if bme is None else whole(bme["numerator"])
    if members is None or not bar.total:
        return replace(bar, people="")
    return replace(bar, people=f"{format_headcount(members)} of {format_headcount(bar.total)}")


def _title(term: str, parts: dict[str, ShareBar], workforce: ShareBar) -> str:
    bar = next(bar for bar in parts.values() if bar.is_drawn)
    board = "board" if bar.name == BOARD_PARTS[BOARD] else decapitalise(bar.name)
    against = f", against {workforce.bme_label} of the workforce" if workforce.is_drawn else ""
    if not bar.people:
        return f"{bar.bme_label} of {_the(board)} are {term}{against}"
    verb = "is" if bar.people.startswith("1 of") else "are"
    return f"{bar.people} {_members(board)} {verb} {term} ({bar.bme_label}){against}"


def _members(board: str) -> str:
    return "board members" if board == "board" else f"{board} of the board"


def _the(board: str) -> str:
    return "board members" if board == "board" else board


def _alt(chapter: Chapter, parts: dict[str, ShareBar], workforce: ShareBar) -> str:
    term = chapter.group_label("BME")
    told = "; ".join(_told(bar) for bar in (workforce, *parts.values()))
    return (
        f"Stacked bar chart of the ethnicity of the board and the workforce at {place(chapter)} "
        f"on {chapter.facts.snapshot}. {explained(f'{term} share: {told}.')} {TABLE}"
    )


def _told(bar: ShareBar) -> str:
    people = f" ({bar.people})" if bar.people else ""
    return f"{decapitalise(bar.name)} {bar.bme_label}{people}"


def _draw(sheet: Sheet, top: float, chapter: Chapter, bars: Sequence[ShareBar]) -> float:
    """Draw the workforce first: the line begins at the end of its BME segment."""
    layout = Layout.fitting(sheet.width, bars, PEOPLE, bars[0].bme)
    names = {group: chapter.group_title(group) for group in ("White", "BME", "Unknown")}
    top = draw_header(sheet, top, layout, names=names, people_title=PEOPLE)
    bottom = draw_bars(sheet, top, layout, bars) + 0.04
    draw_line(sheet, layout, top, bottom)
    return bottom
