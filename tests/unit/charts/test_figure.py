"""A chart and the words that go with it."""

import base64
import os
import re
import subprocess
import sys
from pathlib import Path

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure as Drawing

from wres.charts import Figure, band_shares

WORDS = {"title": "A finding", "subtitle": "Of what", "caption": "Source: here.", "alt": "A bar."}
ROOT = Path(__file__).parents[3]
SCRIPT = """
import importlib.util
spec = importlib.util.spec_from_file_location("states", "tests/unit/charts/conftest.py")
states = importlib.util.module_from_spec(spec)
spec.loader.exec_module(states)
for line in states.digests():
    print(line)
"""


@pytest.mark.parametrize("missing", WORDS)
def test_a_chart_without_its_words_can_not_be_made(missing):
    with pytest.raises(ValueError, match=f"a chart needs its {missing}"):
        Figure(**(WORDS | {missing: " "}), drawing=Drawing(), narrow=Drawing())


def test_a_notebook_gets_both_pictures_and_the_alternative_text_as_plain_text(ryv):
    figure = band_shares(ryv)
    pictures, _ = figure._repr_mimebundle_()
    assert pictures["image/svg+xml"].startswith("<?xml")
    assert base64.b64decode(pictures["image/png"]).startswith(b"\x89PNG")
    assert pictures["text/plain"] == figure.alt


def test_the_picture_for_a_page_carries_the_one_for_a_phone(ryv):
    figure = band_shares(ryv)
    pictures, _ = figure._repr_mimebundle_()
    head, packed, tail = re.split(
        r'<metadata id="narrow">(.*)</metadata>', pictures["image/svg+xml"]
    )
    assert head + tail == figure.svg
    assert base64.b64decode(packed).decode() == figure.narrow_svg
    assert figure.narrow_svg != figure.svg


def test_the_executing_engine_gets_caption_and_alternative_text(ryv):
    figure = band_shares(ryv)
    _, metadata = figure._repr_mimebundle_()
    assert metadata == {"wres": {"fig-cap": figure.caption, "fig-alt": figure.alt}}


def test_pictures_hold_no_date_no_version_and_no_address_of_their_maker(ryv):
    figure = band_shares(ryv)
    assert "matplotlib" not in figure.svg.lower()
    assert "<metadata>" not in figure.svg
    assert b"matplotlib" not in figure.png.lower()


def test_words_in_a_picture_are_paths(ryv):
    assert "<text" not in band_shares(ryv).svg


def test_somebodys_own_settings_do_not_change_a_chart(ryv):
    usual = band_shares(ryv).svg
    settings = {"lines.linewidth": 9, "font.size": 30, "savefig.bbox": "tight", "figure.dpi": 40}
    with mpl.rc_context(settings):
        assert band_shares(ryv).svg == usual


def test_drawing_leaves_the_settings_as_they_were(ryv):
    before = dict(mpl.rcParams)
    assert band_shares(ryv).svg
    assert dict(mpl.rcParams) == before


def test_another_process_gives_the_same_bytes(digests):
    other = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONHASHSEED": "1", "PYTHONPATH": str(ROOT)},
    )
    assert other.stdout.splitlines() == digests
