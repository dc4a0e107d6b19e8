"""What must hold of every chart in every state."""

import re
from functools import cache

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.lines import Line2D
from matplotlib.text import Text

from wres.charts import theme


@pytest.fixture
def texts(figure):
    return [artist for artist in figure.drawing.findobj(Text) if artist.get_text()]


@pytest.fixture
def boxes(figure):
    return measured(figure)


@cache
def measured(figure):
    """Measure every text of a picture, once for all tests."""
    renderer = FigureCanvasAgg(figure.drawing).get_renderer()
    texts = [text for text in figure.drawing.findobj(Text) if text.get_text()]
    return [(text.get_text(), text.get_window_extent(renderer)) for text in texts]


def test_no_two_texts_overlap(boxes):
    overlapping = [
        (one, other)
        for place, (one, box) in enumerate(boxes)
        for other, other_box in boxes[place + 1 :]
        if box.overlaps(other_box)
    ]
    assert overlapping == []


def test_no_text_runs_over_the_edge(figure, boxes):
    width, height = figure.drawing.bbox.width, figure.drawing.bbox.height
    outside = [
        words
        for words, box in boxes
        if box.x0 < -0.5 or box.x1 > width + 0.5 or box.y0 < 0 or box.y1 > height
    ]
    assert outside == []


def test_no_marker_runs_over_the_edge(figure):
    width, height = figure.drawing.bbox.width, figure.drawing.bbox.height
    for line in figure.drawing.findobj(Line2D):
        box = line.get_window_extent()
        assert box.x0 >= -1
        assert box.x1 <= width + 1
        assert box.y0 >= 0
        assert box.y1 <= height


def test_the_workforce_line_crosses_no_words(figure, boxes):
    lines = [
        line.get_window_extent()
        for line in figure.drawing.findobj(Line2D)
        if line.get_label() == "Whole workforce"
    ]
    crossed = [words for words, box in boxes for line in lines if box.overlaps(line)]
    assert crossed == []


def test_all_words_are_horizontal_and_of_a_readable_size(texts):
    assert {text.get_rotation() for text in texts} == {0.0}
    assert min(text.get_fontsize() for text in texts) >= theme.SMALL


def test_headline_and_subtitle_stand_at_the_top_left(figure, texts):
    drawn = " ".join(text.get_text() for text in texts)
    assert drawn.startswith(f"{figure.title} {figure.subtitle}")
    assert texts[0].get_position()[0] == 0.0


def test_source_stands_in_the_caption_and_not_in_the_picture(figure, texts):
    assert "Source: " in figure.caption
    assert not any("Source: " in text.get_text() for text in texts)


def test_a_chart_is_as_wide_as_the_page_and_no_higher(figure):
    width, height = figure.drawing.get_size_inches()
    assert width == theme.WIDTH
    assert height < 9.2


def test_no_word_of_a_program_reaches_a_reader(figure):
    words = " ".join((figure.title, figure.subtitle, figure.caption, figure.alt))
    assert not re.search(r"\b(nan|None|NA|inf|<NA>)\b", words)
    assert "  " not in words


def test_every_figure_of_the_headline_is_in_the_alternative_text(figure):
    figures = re.findall(r"\d+\.\d+%?|\d+%", figure.title)
    assert [number for number in figures if number not in figure.alt] == []


def test_every_character_is_in_the_font(figure, texts):
    from matplotlib.ft2font import FT2Font  # noqa: PLC0415

    known = FT2Font(theme.font(11).get_file()).get_charmap()
    assert {
        letter for text in texts for letter in text.get_text() if ord(letter) not in known
    } == set()


def test_alternative_text_points_to_the_table(figure):
    assert figure.alt.endswith("The table beside the chart has all figures.")
