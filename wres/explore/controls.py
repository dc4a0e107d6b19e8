"""Controls that redraw the pictures of a view, and say in words what they show.

Only a notebook that `wres explore` opened has them: run by papermill or for a report it shows fixed
views, so that what is printed depends on no one's clicks.
"""

from __future__ import annotations

import os
from typing import Any, Final

from wres.explore.views import PICTURES, detail_view, view
from wres.hotspots import Hotspots, answer, details_of, marked
from wres.hotspots.kinds import KINDS
from wres.hotspots.scan import RATE

__all__ = ["EACH_GROUP", "EXPLORING", "TOGETHER", "controls"]

EXPLORING: Final = "WRES_EXPLORE"
RATES: Final = {"1 in 100": 0.01, "5 in 100": RATE, "10 in 100": 0.10, "20 in 100": 0.20}
# Of ethnic groups: BME and White people, all detailed groups, or one of them by its name.
TOGETHER: Final = "BME and White"
EACH_GROUP: Final = "each detailed group"


def _markdown(said: str) -> dict[str, Any]:
    data = {"text/markdown": said, "text/plain": said}
    return {"output_type": "display_data", "data": data, "metadata": {}}


def _groups(spots: Hotspots) -> list[tuple[str, str]]:
    names = [one.name for one in details_of(spots)]
    return [(spots.chapter.in_term(one), one) for one in (TOGETHER, EACH_GROUP)] + [
        (one, one) for one in names
    ]


def controls(spots: Hotspots) -> Any:
    """Show the controls; nothing where the notebook was not opened by `wres explore`.

    Every dimension can be chosen for every indicator: where there is nothing to show, text says so.

    Raises
    ------
    ImportError
        The extra `explore` is not installed.
    """
    if os.environ.get(EXPLORING) != "1" or not spots.measures():
        return None
    import ipywidgets  # noqa: PLC0415 - an extra, of the explorer alone

    keys = ipywidgets.Dropdown(
        options=[(spots.title(key), key) for key in spots.measures()],
        description="Indicator",
    )
    views = dict.fromkeys([*spots.dimensions(), *KINDS])
    dimensions = ipywidgets.Dropdown(options=list(views), description="By")
    groups = ipywidgets.Dropdown(options=_groups(spots), description="Ethnic group")
    pictures = ipywidgets.Dropdown(options=list(PICTURES), description="Picture")
    years = ipywidgets.Dropdown(options=spots.years(), description="Year")
    rates = ipywidgets.Dropdown(options=RATES, value=RATE, description="By chance")
    chosen = [keys, dimensions, groups, pictures, years, rates]
    text, picture, places = ipywidgets.Output(), ipywidgets.HTML(), ipywidgets.Output()
    text.add_class("wres-view-text")
    of_year = {one: spots.in_year(one) for one in spots.years()}

    def redraw(_: object = None) -> None:
        looked = of_year[years.value].at_rate(rates.value)
        if groups.value == TOGETHER:
            said, shown = view(looked, keys.value, dimensions.value, pictures.value)
        else:
            # both years stand in one view
            said, shown = detail_view(spots, "" if groups.value == EACH_GROUP else groups.value)
        text.outputs = (_markdown(said),)
        picture.value = shown
        places.outputs = (_markdown(marked(looked, answer(looked))),)

    for one in chosen:
        one.style.description_width = "initial"  # as wide as its words, none cut
        one.observe(redraw, "value")
    redraw()
    row = ipywidgets.Layout(flex_flow="row wrap")
    return ipywidgets.VBox([ipywidgets.HBox(chosen, layout=row), text, picture, places])
