"""What must hold of every chart in every state; a failure names the state and what is wrong."""

import re
from dataclasses import replace
from functools import cache
from itertools import combinations, product

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.ft2font import FT2Font
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox, IdentityTransform

from tests.gallery.contrast import contrast
from tests.gallery.states import NOT_DRAWN, STATES, drawn
from wres.charts import theme

# What only helps the eye along may be pale.
PALE = ("grid", "zone", "band", "key", "Unknown")
CHARTS = sorted({state.partition(":")[0] if ":" in state else "special" for state in STATES})


LAYOUTS = {"page": theme.WIDTH, "phone": theme.NARROW}


@cache
def laid_out(state, layout):
    """One state with the picture of that layout as its picture."""
    figure = drawn(state)
    if figure is None or layout == "page":
        return figure
    return replace(figure, drawing=figure.narrow)


@pytest.fixture(params=LAYOUTS)
def layout(request):
    return request.param


@pytest.fixture(params=CHARTS)
def figures(request, layout):
    """All states of one chart, or all special states, with their pictures."""
    chart = request.param
    states = [
        state
        for state in STATES
        if state not in NOT_DRAWN
        and (":" not in state if chart == "special" else state.startswith(f"{chart}:"))
    ]
    return {state: laid_out(state, layout) for state in states}


def wrong(figures, check):
    """Return what `check` finds, by state; states with nothing wrong are left out."""
    found = {state: list(check(figure)) for state, figure in figures.items()}
    return {state: problems for state, problems in found.items() if problems}


def texts(figure):
    return [artist for artist in figure.drawing.findobj(Text) if artist.get_text()]


@cache
def boxes(figure):
    """Measure every text of a picture, once for all tests."""
    renderer = FigureCanvasAgg(figure.drawing).get_renderer()
    return [(text.get_text(), text.get_window_extent(renderer)) for text in texts(figure)]


def marks(figure):
    """Where each single marker stands, its corners aside."""
    for line in figure.drawing.findobj(Line2D):
        if len(line.get_xdata()) == 1:
            x, y = line.get_transform().transform((line.get_xdata()[0], line.get_ydata()[0]))
            half = 0.4 * line.get_markersize() / 72 * figure.drawing.dpi
            yield Bbox.from_extents(x - half, y - half, x + half, y + half)


def told(figure):
    return " ".join((figure.title, figure.subtitle, figure.caption, figure.alt))


def overlapping(figure):
    for (one, box), (other, other_box) in combinations(boxes(figure), 2):
        if box.overlaps(other_box):
            yield one, other


def test_no_two_texts_overlap(figures):
    assert wrong(figures, overlapping) == {}


def outside(figure):
    width, height = figure.drawing.bbox.width, figure.drawing.bbox.height
    for words, box in boxes(figure):
        if box.x0 < -0.5 or box.x1 > width + 0.5 or box.y0 < 0 or box.y1 > height:
            yield words


def test_no_text_runs_over_the_edge(figures):
    assert wrong(figures, outside) == {}


def marks_outside(figure):
    width, height = figure.drawing.bbox.width, figure.drawing.bbox.height
    for line in figure.drawing.findobj(Line2D):
        box = line.get_window_extent()
        if box.x0 < -1 or box.x1 > width + 1 or box.y0 < 0 or box.y1 > height:
            yield line.get_label()


def test_no_mark_or_line_runs_over_the_edge(figures):
    assert wrong(figures, marks_outside) == {}


def hidden_words(figure):
    for mark in marks(figure):
        yield from (words for words, box in boxes(figure) if mark.overlaps(box.padded(-3)))


def test_no_mark_hides_words(figures):
    assert wrong(figures, hidden_words) == {}


def crossed_words(figure):
    for line in figure.drawing.findobj(Line2D):
        if len(line.get_xdata()) > 1 and to_hex(line.get_color()) != theme.GRID.lower():
            path = line.get_transform().transform_path(line.get_path())
            for words, box in boxes(figure):
                if path.intersects_bbox(box.padded(-2), filled=False):
                    yield line.get_label(), words


def test_no_line_but_a_pale_one_crosses_words(figures):
    assert wrong(figures, crossed_words) == {}


def fills(figure):
    """The boxes that stand out from the page, with their colours and where they stand."""
    for box in figure.drawing.findobj(Rectangle):
        colour = to_hex(box.get_facecolor())
        if colour != theme.BACKGROUND.lower():
            yield box.get_label(), colour, box.get_window_extent()


def on_edges(figure):
    for (label, _, extent), (words, box) in product(fills(figure), boxes(figure)):
        inner, grown = box.padded(-2), extent.padded(1)
        is_inside = grown.contains(*inner.min) and grown.contains(*inner.max)
        if label != "zone" and inner.overlaps(extent) and not is_inside:
            yield label, words


def test_words_stand_inside_a_bar_or_beside_it(figures):
    assert wrong(figures, on_edges) == {}


def pale_on_its_ground(figure):
    grounds = list(fills(figure))
    for text, (words, box) in zip(texts(figure), boxes(figure), strict=True):
        below = [colour for _, colour, extent in grounds if extent.overlaps(box.padded(-2))]
        colour = to_hex(text.get_color())
        if any(contrast(colour, ground) < 4.5 for ground in below or [theme.BACKGROUND]):
            yield words, colour, below


def test_words_stand_out_from_what_is_behind_them(figures):
    assert wrong(figures, pale_on_its_ground) == {}


def pale(figure):
    for line in figure.drawing.findobj(Line2D):
        colour = to_hex(line.get_color())
        is_drawn = colour != theme.BACKGROUND.lower()  # lines on dark segments
        helps = any(word in line.get_label() for word in PALE)
        if is_drawn and not helps and contrast(colour, theme.BACKGROUND) < 3.0:
            yield line.get_label(), colour


def test_lines_and_marks_stand_out_from_the_page(figures):
    assert wrong(figures, pale) == {}


def unreadable(figure):
    for text in texts(figure):
        if text.get_rotation() or text.get_fontsize() < theme.SMALL:
            yield text.get_text()


def test_all_words_are_horizontal_and_of_a_readable_size(figures):
    assert wrong(figures, unreadable) == {}


def misplaced_headline(figure):
    written = texts(figure)
    words = " ".join(text.get_text() for text in written)
    if not words.startswith(f"{figure.title} {figure.subtitle}"):
        yield words
    if written[0].get_position()[0] != 0.0:
        yield written[0].get_position()


def test_headline_and_subtitle_stand_at_the_top_left(figures):
    assert wrong(figures, misplaced_headline) == {}


def misplaced_source(figure):
    if "Source: " not in figure.caption:
        yield figure.caption
    yield from (t.get_text() for t in texts(figure) if "Source: " in t.get_text())


def test_source_stands_in_the_caption_and_not_in_the_picture(figures):
    assert wrong(figures, misplaced_source) == {}


def test_a_chart_is_as_wide_as_its_page_or_phone(figures, layout):
    widths = {figure.drawing.get_size_inches()[0] for figure in figures.values()}
    assert widths == {LAYOUTS[layout]}


def too_high(figure):
    height = figure.drawing.get_size_inches()[1]
    if height >= 9.2:
        yield height


@pytest.mark.parametrize("layout", ["page"], indirect=True)
def test_a_chart_is_no_higher_than_a_page(figures):
    assert wrong(figures, too_high) == {}


def words_of_a_program(figure):
    return re.findall(r"\b(?:nan|None|NA|inf|<NA>)\b|  ", told(figure))


def test_no_word_of_a_program_reaches_a_reader(figures):
    assert wrong(figures, words_of_a_program) == {}


def untold(figure):
    numbers = re.findall(r"\d+\.\d+%?|\d+%", figure.title)
    return [number for number in numbers if number not in figure.alt]


def test_every_figure_of_the_headline_is_in_the_alternative_text(figures):
    assert wrong(figures, untold) == {}


def unexplained(figure):
    drawn_words = " ".join(text.get_text() for text in texts(figure))
    if "[c]" in drawn_words and not (
        "[c] means withheld" in figure.caption and "[c] means withheld" in figure.alt
    ):
        yield drawn_words


def test_the_symbol_for_withheld_is_explained_in_caption_and_alternative_text(figures):
    assert wrong(figures, unexplained) == {}


def missing_characters(figure):
    known = FT2Font(theme.font(11).get_file()).get_charmap()
    return {letter for t in texts(figure) for letter in t.get_text() if ord(letter) not in known}


def test_every_character_is_in_the_font(figures):
    assert wrong(figures, missing_characters) == {}


def without_table(figure):
    if not re.search(r"\. The (survey )?tables? [^.]+\.$", figure.alt):
        yield figure.alt


def test_alternative_text_says_which_table_has_the_figures(figures):
    assert wrong(figures, without_table) == {}


def words_at(x, y, **style):
    return Text(x, y, "12.3%", transform=IdentityTransform(), **style)


def line_through(box):
    middle = (box.y0 + box.y1) / 2
    return Line2D([box.x0, box.x1], [middle] * 2, color=theme.AXIS, transform=IdentityTransform())


def mark_on(box):
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return Line2D([x], [y], marker="o", markersize=12, transform=IdentityTransform())


def bar_under_half(box):
    size = (box.width / 2, box.height)
    return Rectangle(box.min, *size, facecolor=theme.POINT, transform=IdentityTransform())


FAULTS = {
    "a label on a label": (lambda box: words_at(box.x0, box.y0), overlapping),
    "a label over the edge": (lambda box: words_at(-9, box.y0), outside),
    "a mark over the edge": (lambda _: mark_on(Bbox.from_extents(-9, 40, 0, 50)), marks_outside),
    "a mark on words": (mark_on, hidden_words),
    "a line through words": (line_through, crossed_words),
    "words on the end of a bar": (bar_under_half, on_edges),
    "dark words on a dark bar": (bar_under_half, pale_on_its_ground),
    "pale words": (lambda box: words_at(box.x0, box.y0, color=theme.GRID), pale_on_its_ground),
    "small words": (lambda box: words_at(box.x0, box.y0, fontsize=9), unreadable),
}


@pytest.mark.parametrize(("plant", "check"), FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_found(plant, check, layout):
    figure = STATES["gaps: ordinary"]()
    planted = figure if layout == "page" else replace(figure, drawing=figure.narrow)
    assert list(check(replace(planted))) == []
    (label,) = (box for words, box in boxes(replace(planted)) if words == "29.4%")
    planted.drawing.add_artist(plant(label))
    assert list(check(planted)) != []
