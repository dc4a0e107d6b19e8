"""Words that charts of a trust's parts share."""

from __future__ import annotations

from collections.abc import Sequence

from wres.charts.words import caption, kept_together, place, table_has
from wres.definitions.indicators import indicator
from wres.hotspots import Finding, Hotspots
from wres.hotspots.kinds import noun, plural
from wres.hotspots.measures import SENIOR, SHARE, Measure, measure
from wres.hotspots.naming import mirrors
from wres.labels import capitalise, listed

__all__ = ["TABLE", "by", "captioned", "cut_words", "likelihood_words", "sure_words", "title_of"]

TABLE = table_has("table of places")


def title_of(spots: Hotspots, one: Measure) -> str:
    """Name a measure in the trust's own term."""
    return spots.chapter.in_term(one.title)


def by(spots: Hotspots, key: str, dimension: str) -> str:
    """Say what a chart is of: measure, dimension, trust and date."""
    day = spots.chapter.facts.snapshot
    when = kept_together(day) if key in (SHARE, SENIOR) else kept_together(_period(spots, key))
    return f"{title_of(spots, measure(key))} by {dimension}. {place(spots.chapter)}, {when}"


def _period(spots: Hotspots, key: str) -> str:
    return spots.chapter.period(key)


def captioned(spots: Hotspots, keys: str | Sequence[str], dimension: str, what: str) -> str:
    """Write a caption with the source of the counts, marked where they are internal."""
    wanted = [keys] if isinstance(keys, str) else list(keys)
    tables = [
        "workforce" if one in (SHARE, SENIOR) else str(indicator(one).table) for one in wanted
    ]
    text = caption(spots.chapter, f"{what} by {dimension}", wanted, tables)
    return f"{text} {spots.mark}".strip()


def likelihood_words(spots: Hotspots, key: str) -> str:
    """Name what is counted of BME people, in percent."""
    term, one = spots.chapter.group_label("BME"), measure(key)
    if key == SHARE:
        return f"{term} staff, in percent of staff of known ethnicity"
    return f"{term} {one.people} who {one.events}, in percent"


def sure_words(spots: Hotspots, found: list[Finding], dimension: str) -> str:
    """Say how many places differ, by whatever measure, each counted once; name the surest first."""
    told = sorted((one for one in found if spots.is_sure(one)), key=lambda one: one.chance)
    sure = [spot.name for spot in dict.fromkeys(one.spot for one in told)]
    if not sure:
        where = dimension if " and " not in dimension else noun(dimension)
        return f"No {where} differs from the rest by more than chance allows"
    if len(sure) > 3:
        return f"{len(sure)} {plural(dimension)} differ from the rest, {sure[0]} most surely"
    if len(sure) == 2 and all(any(mirrors(one, other) for other in told) for one in told):
        return f"{capitalise(listed(sure))} differ from each other"
    return f"{capitalise(listed(sure))} {'differ' if len(sure) > 1 else 'differs'} from the rest"


def cut_words(drawn: int, of: int, dimension: str, which: str) -> str:
    """Say which parts are drawn where not all are.

    Examples
    --------
    >>> cut_words(28, 31, "division", "the highest")
    ': 28 of 31 places drawn, the highest'
    """
    return f": {drawn} of {of} {plural(dimension)} drawn, {which}" if drawn < of else ""
