"""Views that controls choose: text as Markdown, picture and table as HTML."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Final

from wres import charts, tables
from wres.charts import Figure
from wres.hotspots import Hotspots, detail_text, marked, view_text
from wres.tables import Table

__all__ = ["PICTURES", "detail_view", "view"]

PICTURES: Final[dict[str, Callable[[Hotspots, str, str], Figure | None]]] = {
    "funnel": charts.place_funnel,
    "ranks": charts.place_ranks,
    "contributions": charts.place_contributions,
    "change since last year": charts.place_changes,
    "pay bands": lambda spots, key, dimension: charts.place_bands(spots, dimension),
    "all measures": lambda spots, key, dimension: charts.place_heat(spots, dimension),
}
# Why there is no picture, where two parts with known counts would not be enough.
_NEEDS: Final = {
    "contributions": "it shares out a gap between two likelihoods (staff in post have "
    "none) among 2 to 28 parts, none of them of two dimensions",
    "change since last year": "no figure of the year before stands beside these",
    "pay bands": "no shares by pay band within these are shown, or they are more than 12",
}


def view(spots: Hotspots, key: str, dimension: str, picture: str) -> tuple[str, str]:
    """Make one view: its text as Markdown, and picture and table as HTML.

    Parameters
    ----------
    spots : Hotspots
    key : str
        A measure.
    dimension : str
        A dimension, or two.
    picture : str
        One of `PICTURES`.
    """
    why = _NEEDS.get(picture, "fewer than two parts can be compared")
    drawn = PICTURES[picture](spots, key, dimension)
    table = tables.place_table(spots, key, dimension)
    text = marked(spots, view_text(spots, key, dimension))
    return text, _shown(spots, drawn, table, why)


def detail_view(spots: Hotspots, chosen: str) -> tuple[str, str]:
    """Make the view of detailed ethnic groups, one of them or all where `chosen` is blank."""
    drawn = charts.detail_shares(spots, chosen)
    table = tables.detailed_groups_table(spots.chapter)
    text = marked(spots, detail_text(spots, chosen))
    return text, _shown(spots, drawn, table, "no detailed group is shown")


def _shown(spots: Hotspots, drawn: Figure | None, table: Table | None, why: str) -> str:
    parts = [f"<p>No picture of this can be drawn: {_quoted(why)}.</p>"]
    if drawn is not None:
        picture = f'<div role="img" aria-label="{_quoted(drawn.alt)}">{drawn.svg}</div>'
        parts = [f"{picture}<p>{_quoted(drawn.caption)}</p>"]
    if table is not None:
        parts += [f"<p><strong>{spots.mark}</strong></p>" if spots.mark else "", table.to_html()]
    return "".join(parts)


def _quoted(text: str) -> str:
    return escape(text, quote=True)
