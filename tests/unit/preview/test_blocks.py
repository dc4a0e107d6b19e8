"""Typed markdown and printed HTML, reduced to what they have in common."""

from __future__ import annotations

import pytest

from wres.preview.blocks import read_region, solid


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("the **ratio** was 1.31", "the ratio\nwas 1.31"),
        ('"twice" -- it\'s', "“twice” – it’s"),
        ("and so on...", "and so on…"),
        (r"a \[c\] mark", "a [c] mark"),
    ],
)
def test_typed_words_and_printed_words_have_one_solid_form(typed: str, printed: str) -> None:
    assert solid(typed) == solid(printed)


def test_words_are_found_nearest_to_where_they_were_typed() -> None:
    source = "<p>It was 4% then, 14% later and 4% now.</p>"
    region = read_region(source, 0, len(source))
    expected = len(solid("It was 4% then, 14% later and "))
    found = region.find("4%", expected)
    assert found is not None
    assert source[region.places[found.start][0] :].startswith("4% now")


def test_a_character_that_is_written_as_an_entity_keeps_its_place() -> None:
    source = "<p>R&amp;D, 5 &lt; 7%</p>"
    region = read_region(source, 0, len(source))
    found = region.find("7%", 0)
    assert found is not None
    assert region.places[found.start] == (source.index("7%"), source.index("7%") + 1)


def test_the_inmost_paragraph_or_item_is_the_block_of_a_place() -> None:
    source = "<ul><li><p>one</p></li><li>two</li></ul>"
    region = read_region(source, 0, len(source))
    names = [
        block.name
        for word in ("one", "two")
        if (block := region.block_of(source.index(word))) is not None
    ]
    assert names == ["p", "li"]


def test_a_note_on_a_cell_of_a_table_stands_beside_the_whole_table() -> None:
    source = '<div class="scroll"><table><tr><td><p>7%</p></td></tr></table></div>'
    block = read_region(source, 0, len(source)).block_of(source.index("7%"))
    assert block is not None
    assert source[block.start : block.end].startswith("<table>")


def test_an_element_that_ends_outside_the_stretch_is_no_block_of_it() -> None:
    source = "<li>before <p>inside</p> after"
    region = read_region(source, 0, len(source))
    assert [block.name for block in region.blocks] == ["p"]
