"""What is cut of drawing changes no picture: beside matplotlib's own texts, laid out in full."""

import re
from io import BytesIO

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.text import Text
from PIL import Image

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


def ink(png):
    """How dark a picture is, place by place: letters that begin a pixel later change little."""
    picture = Image.open(BytesIO(png)).convert("L").resize((90, 60), Image.Resampling.BOX)
    return 255 - np.asarray(picture, float)


def test_the_picture_in_points_is_the_one_that_matplotlib_draws():
    for state in EXTREME:
        figure, buffer = STATES[state](), BytesIO()
        figure.drawing.savefig(buffer, format="png", dpi=150)
        ours, theirs = ink(figure.png), ink(buffer.getvalue())
        assert Image.open(BytesIO(figure.png)).width == Image.open(buffer).width
        assert np.corrcoef(ours.ravel(), theirs.ravel())[0, 1] > 0.85, state
        assert np.abs(ours - theirs).mean() < 5, state
