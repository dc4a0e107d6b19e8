"""Words about the trust and the indicators."""

from __future__ import annotations

from wres.chapters.reading import opened_chapter
from wres.vocabulary.lookup import record_of

__all__ = ["name", "period", "snapshot", "term", "wording"]


def name() -> str:
    """Return the name of the trust.

    Examples
    --------
    >>> name()
    'Cambridgeshire Community Services NHS Trust'
    """
    return opened_chapter().facts.name


def term() -> str:
    """Return the trust's term for Black and minority ethnic staff.

    Examples
    --------
    >>> term()
    'BAME'
    """
    return opened_chapter().facts.term


def snapshot() -> str:
    """Return the day on which staff and board were counted.

    Examples
    --------
    >>> snapshot()
    '31 March 2020'
    """
    return opened_chapter().facts.snapshot


def wording(number: int | str) -> str:
    """Return an indicator's wording: of the reporting year, or the one that the trust chose.

    Parameters
    ----------
    number : int or str
        The indicator, 1 to 9.

    Examples
    --------
    >>> wording(2)[:32]
    'Relative likelihood of White app'
    """
    return opened_chapter().wording(record_of(number).number)


def period(number: int | str) -> str:
    """Return the date or period of an indicator's data.

    Parameters
    ----------
    number : int or str
        The indicator, 1 to 9.

    Examples
    --------
    >>> period(3), period(5)
    ('year to 31 March 2020', 'autumn 2019')
    """
    return opened_chapter().period(record_of(number).number)
