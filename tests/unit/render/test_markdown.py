"""Text that others wrote stays text."""

from __future__ import annotations

import string

import pytest

from wres.labels import escape_markdown
from wres.render.markdown import quote_attribute, raw_html


@pytest.mark.parametrize("character", string.punctuation.replace("'", ""))
def test_every_ascii_punctuation_mark_is_escaped(character: str) -> None:
    assert escape_markdown(f"a{character}b") == f"a\\{character}b"


def test_an_apostrophe_stays_bare_so_that_quarto_keeps_a_caption() -> None:
    assert escape_markdown("the trust's") == "the trust's"


def test_letters_digits_and_other_scripts_are_left_alone() -> None:
    assert escape_markdown("Llŷn 2,480 – ok") == "Llŷn 2\\,480 – ok"


def test_text_is_brought_to_one_line() -> None:
    assert escape_markdown(" a\n\n b ") == "a b"
    assert quote_attribute("a\n\tb") == '"a b"'


def test_an_attribute_can_not_be_left() -> None:
    assert quote_attribute('" onload="x\\') == '"&quot; onload=&quot;x&#92;"'


def test_raw_markup_can_not_end_its_fence() -> None:
    assert raw_html("<b>\n````\n</b>").startswith("`````{=html}\n")
