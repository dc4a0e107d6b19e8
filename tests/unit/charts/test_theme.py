"""Colours and font: contrast by WCAG 2.2, greyscale, widths of words."""

import warnings
from itertools import pairwise

import pytest
from matplotlib.textpath import TextToPath

from tests.gallery.contrast import contrast, luminance
from wres.charts import theme


def test_contrast_is_reckoned_as_wcag_does():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21.0)
    assert contrast("#FFFFFF", "#767676") == pytest.approx(4.54, abs=0.01)  # WebAIM's example


@pytest.mark.parametrize("text", [theme.TEXT, theme.WEAK_TEXT])
@pytest.mark.parametrize("ground", [theme.BACKGROUND, theme.ZONE])
def test_text_can_be_read_on_its_ground(text, ground):
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("group", theme.GROUP_FILLS)
def test_words_inside_a_segment_can_be_read(group):
    assert contrast(theme.GROUP_LABELS[group], theme.GROUP_FILLS[group]) >= 4.5


@pytest.mark.parametrize(
    "colour",
    [
        theme.GROUP_FILLS["White"],
        theme.GROUP_FILLS["BME"],
        theme.UNKNOWN_EDGE,
        theme.POINT,
        theme.BENCHMARK,
        theme.AXIS,
    ],
)
def test_bars_lines_and_edges_stand_out_from_the_page(colour):
    assert contrast(colour, theme.BACKGROUND) >= 3.0


@pytest.mark.parametrize(("first", "second"), [("BME", "White"), ("White", "Unknown")])
def test_neighbouring_segments_stand_out_from_each_other(first, second):
    assert contrast(theme.GROUP_FILLS[first], theme.GROUP_FILLS[second]) >= 3.0


def test_the_three_groups_stay_apart_in_greyscale():
    greys = sorted(luminance(fill) for fill in theme.GROUP_FILLS.values())
    assert all((high + 0.05) / (low + 0.05) >= 2.0 for low, high in pairwise(greys))


def test_the_smallest_words_can_be_read_on_a_phone():
    # 360 px less the page's margins of 16 px on either side
    assert theme.SMALL / 72 * 328 / theme.NARROW >= 12


LINES = (
    "BME share",
    "AV To Ty. We",
    "a  b",
    " 12 ",
    "–1.5 points",
    "Łódź 5 × 3",
    "one – two",
    "",
    "אב גד",
)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_a_line_is_as_wide_as_matplotlib_measures_it_whole(line, weight):
    font = theme.font(theme.SMALL, weight)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the font has no Hebrew letters
        whole, _, _ = TextToPath().get_text_width_height_descent(line, font, False)
        assert theme.advance(line, theme.SMALL, font.get_file()) == whole


def test_the_font_is_source_sans_pro():
    assert theme.font(11).get_name() == "Source Sans Pro"


def test_a_missing_font_is_an_error_and_not_another_font(monkeypatch, tmp_path):
    import font_source_sans_pro  # noqa: PLC0415

    from wres.errors import RenderError  # noqa: PLC0415

    monkeypatch.setattr(font_source_sans_pro, "font_directory", str(tmp_path))
    theme.font.cache_clear()
    with pytest.raises(RenderError, match=r"SourceSansPro-Regular\.ttf is missing"):
        theme.font(11)
    theme.font.cache_clear()


def test_wrapped_lines_keep_to_their_width_and_lose_no_word():
    words = "Non-consultant career grade and other medical and dental staff"
    lines = theme.wrap(words, 1.5)
    assert " ".join(lines) == words
    assert len(lines) > 1
    assert max(theme.text_width(line) for line in lines) <= 1.5


def test_a_word_wider_than_the_line_stays_whole():
    assert theme.wrap("Incomprehensibilities", 0.5) == ["Incomprehensibilities"]
