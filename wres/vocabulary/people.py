"""Who works at the trust and who sits on its board (indicators 1 and 9)."""

from __future__ import annotations

import pandas as pd

from wres.chapters.reading import opened_chapter
from wres.definitions.groupings import LEVELS
from wres.narrative.words import figure_of, headline_row
from wres.vocabulary.errors import VocabularyError, one_of
from wres.vocabulary.lookup import (
    WORKFORCE,
    board_breakdown,
    group_of,
    record_of,
    row_of,
    staff_breakdown,
)

__all__ = [
    "board_members",
    "board_share",
    "difference",
    "disparity",
    "headcount",
    "share",
]


def headcount(
    group: str = "all",
    *,
    staff_group: str | None = None,
    band: str | None = None,
    year: int | None = None,
) -> str:
    """Return how many staff of an ethnic group there are.

    Parameters
    ----------
    group : str
        'White', 'BME' (or the trust's own term), 'Unknown', or 'all'.
    staff_group : str, optional
        'clinical' or 'non-clinical'; the whole workforce unless given.
    band : str, optional
        A pay band as the report names it, such as '8a-8b'.
    year : int, optional
        An earlier reporting year.

    Examples
    --------
    >>> headcount(), headcount("BME"), headcount("BME", year=2019)
    ('2,480', '284', '275')
    """
    return figure_of(_staff("headcount", group_of(group, "all"), staff_group, band, year))


def share(
    group: str,
    *,
    staff_group: str | None = None,
    band: str | None = None,
    year: int | None = None,
) -> str:
    """Return an ethnic group's share of staff: of the workforce, of a staff group, of a band.

    Parameters
    ----------
    group : str
        'White', 'BME' (or the trust's own term), or 'Unknown'.
    staff_group : str, optional
        'clinical' or 'non-clinical'; the whole workforce unless given.
    band : str, optional
        A pay band as the report names it, such as '8a-8b'.
    year : int, optional
        An earlier reporting year.

    Examples
    --------
    >>> share("BME"), share("BME", staff_group="clinical", band="5-7")
    ('11.5%', '9.4%')
    """
    return figure_of(_staff("share", group_of(group), staff_group, band, year))


def _staff(
    measure: str, group: str, staff_group: str | None, band: str | None, year: int | None
) -> pd.Series | None:
    if staff_group is None and band is None:
        return row_of(year, "all", indicator=WORKFORCE, measure=measure, group=group)
    breakdown = staff_breakdown(staff_group, band)
    return row_of(year, breakdown, indicator="1", measure=measure, group=group)


def disparity(staff_group: str, start: str, end: str, *, year: int | None = None) -> str:
    """Return the race disparity ratio between two levels of bands.

    Above 1, White staff are better placed at the higher level.

    Parameters
    ----------
    staff_group : str
        'clinical' or 'non-clinical'.
    start, end : str
        'lower' (up to band 5), 'middle' (6 and 7), 'upper' (8a and above).
    year : int, optional
        An earlier reporting year.

    Examples
    --------
    >>> disparity("clinical", "lower", "upper")
    'not available'
    """
    for level in (start, end):
        if level not in LEVELS:
            raise VocabularyError(one_of("a level of bands", level, LEVELS))
    if LEVELS.index(start) >= LEVELS.index(end):
        raise VocabularyError(f"{end!r} must be above {start!r}")
    if staff_group not in {"clinical", "non-clinical"}:
        raise VocabularyError(one_of("staff_group", staff_group, ["clinical", "non-clinical"]))
    breakdown = f"staff_group={staff_group};from={start};to={end}"
    row = row_of(year, breakdown, indicator="1", measure="disparity_ratio")
    return figure_of(row)


def board_members(group: str = "all", members: str = "all", *, year: int | None = None) -> str:
    """Return how many members of the board belong to an ethnic group.

    Parameters
    ----------
    group : str
        'White', 'BME' (or the trust's own term), 'Unknown', or 'all'.
    members : str
        'all', 'voting', 'non-voting', 'executive' or 'non-executive'.
    year : int, optional
        An earlier reporting year.

    Examples
    --------
    >>> board_members("BME", "voting")
    '1'
    """
    return figure_of(_board("headcount", group_of(group, "all"), members, year))


def board_share(group: str = "BME", members: str = "all", *, year: int | None = None) -> str:
    """Return an ethnic group's share of the board, or of a part of it.

    Parameters
    ----------
    group : str
        'White', 'BME' (or the trust's own term), or 'Unknown'.
    members : str
        'all', 'voting', 'non-voting', 'executive' or 'non-executive'.
    year : int, optional
        An earlier reporting year.

    Examples
    --------
    >>> board_share("White", "voting")
    '91.7%'
    """
    return figure_of(_board("share", group_of(group), members, year))


def difference(members: str | None = None, *, year: int | None = None) -> str:
    """Return indicator 9: the BME share of the board less that of the workforce, in points.

    Parameters
    ----------
    members : str, optional
        'all', 'voting', 'non-voting', 'executive' or 'non-executive'; as in the summary unless
        given, that is of the whole board or of its voting members where only those are known.
    year : int, optional
        An earlier reporting year.

    Examples
    --------
    >>> difference()
    '−3.1'
    """
    if members is not None:
        return figure_of(_board("difference", "BME", members, year))
    row = headline_row(opened_chapter(), record_of(9))
    if row is None:
        return figure_of(row)
    breakdown = str(row["breakdown"])
    return figure_of(
        row_of(year, breakdown, indicator="9", measure="difference", group=str(row["group"]))
    )


def _board(measure: str, group: str, members: str, year: int | None) -> pd.Series | None:
    breakdown = board_breakdown(members)
    return row_of(year, breakdown, indicator="9", measure=measure, group=group)
