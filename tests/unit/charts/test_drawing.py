"""What is cut of drawing changes no picture: beside matplotlib's own texts, laid out in full."""

import re
from io import BytesIO

import matplotlib as mpl
import pytest
from matplotlib.text import Text

from tests.gallery.states import STATES
from wres.charts.lettering import Lettering

EXTREME = [state for state in STATES if state.endswith(": extreme")]
NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))


def plainly(drawing):
    """A drawing as matplotlib saves it, without what nobody sees."""
    buffer = BytesIO()
    with mpl.rc_context({"svg.fonttype": "path", "svg.hashsalt": "wres"}):
        drawing.savefig(buffer, format="svg", metadata=NO_METADATA)
    text = re.sub("<!--.*?-->", "", buffer.getvalue().decode(), flags=re.DOTALL)
    text = re.sub(r"\s*\n\s*", " ", re.sub(r">\s+<", "><", text))
    return re.sub(r"SourceSansPro-(\w)\w*-", r"\1", text)


@pytest.mark.parametrize("state", EXTREME)
def test_pictures_are_those_that_matplotlib_draws(state, monkeypatch):
    figure = STATES[state]()
    quick = figure.svg, figure.narrow_svg
    monkeypatch.setattr(Lettering, "draw", Text.draw)
    figure = STATES[state]()
    assert quick == (plainly(figure.drawing), plainly(figure.narrow))


def test_the_picture_in_points_is_the_one_that_matplotlib_draws(monkeypatch):
    for state in EXTREME[:4]:
        quick = STATES[state]().png
        with monkeypatch.context() as patch:
            patch.setattr(Lettering, "draw", Text.draw)
            assert STATES[state]().png == quick
