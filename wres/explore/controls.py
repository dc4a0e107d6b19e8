"""Controls that redraw the pictures of a view, and say in words what they show.

Only a notebook that `wres explore` opened has them: run by papermill or for a report it shows fixed
views, so that what is printed depends on no one's clicks.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from html import escape
from typing import Any, Final

from wres import charts, tables
from wres.charts import Figure
from wres.hotspots import Hotspots, answer, view_text
from wres.hotspots.measures import measure
from wres.hotspots.scan import RATE

__all__ = ["EXPLORING", "controls", "view"]

EXPLORING: Final = "WRES_EXPLORE"
RATES: Final = {"1 in 100": 0.01, "5 in 100": RATE, "10 in 100": 0.10, "20 in 100": 0.20}
PICTURES: Final[dict[str, Callable[[Hotspots, str, str], Figure | None]]] = {
    "funnel": charts.place_funnel,
    "ranks": charts.place_ranks,
    "contributions": charts.place_contributions,
    "pay bands": lambda spots, key, dimension: charts.place_bands(spots, dimension),
    "all measures": lambda spots, key, dimension: charts.place_heat(spots, dimension),
}


def view(
    spots: Hotspots, key: str, dimension: str, picture: str, rate: float = RATE
) -> tuple[str, str]:
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
    rate : float
        False discoveries among the places told apart, at most.
    """
    text = view_text(spots, key, dimension, rate)
    drawn = PICTURES[picture](spots, key, dimension)
    table = tables.place_table(spots, key, dimension)
    parts = (
        []
        if drawn is None
        else [
            f'<div role="img" aria-label="{_quoted(drawn.alt)}">'
            f"{drawn.svg}</div><p>{_quoted(drawn.caption)}</p>"
        ]
    )
    parts += [] if table is None else [table.to_html()]
    return text, "".join(parts) or "<p>No picture of this can be drawn.</p>"


def _quoted(text: str) -> str:
    return escape(text, quote=True)


def _markdown(said: str) -> dict[str, Any]:
    data = {"text/markdown": said, "text/plain": said}
    return {"output_type": "display_data", "data": data, "metadata": {}}


def controls(spots: Hotspots) -> Any:
    """Show the controls; nothing where the notebook was not opened by `wres explore`.

    Raises
    ------
    ImportError
        The extra `explore` is not installed.
    """
    if os.environ.get(EXPLORING) != "1" or not spots.measures():
        return None
    import ipywidgets  # noqa: PLC0415 - an extra, of the explorer alone

    keys = ipywidgets.Dropdown(
        options=[(spots.chapter.in_term(measure(key).title), key) for key in spots.measures()],
        description="Indicator",
    )
    dimensions = ipywidgets.Dropdown(options=spots.dimensions(keys.value), description="By")
    pictures = ipywidgets.Dropdown(options=list(PICTURES), description="Picture")
    rates = ipywidgets.Dropdown(options=RATES, value=RATE, description="By chance")
    text, picture, places = ipywidgets.Output(), ipywidgets.HTML(), ipywidgets.Output()
    text.add_class("wres-view-text")

    def redraw(_: object = None) -> None:
        if dimensions.value is None:
            return
        said, shown = view(spots, keys.value, dimensions.value, pictures.value, rates.value)
        text.outputs = (_markdown(said),)
        picture.value = shown
        places.outputs = (_markdown(answer(spots, rates.value)),)

    def other_indicator(_: object) -> None:
        chosen, options = dimensions.value, spots.dimensions(keys.value)
        dimensions.options = options
        dimensions.value = chosen if chosen in options else options[0]
        redraw()

    keys.observe(other_indicator, "value")
    for one in (dimensions, pictures, rates):
        one.observe(redraw, "value")
    redraw()
    return ipywidgets.VBox(
        [ipywidgets.HBox([keys, dimensions, pictures, rates]), text, picture, places]
    )
