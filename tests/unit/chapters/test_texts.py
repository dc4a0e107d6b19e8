"""Texts of a document print as they were typed, lists, emphasis and links aside.

What they become is read back by pandoc in the report's own dialect.
"""

from __future__ import annotations

from pathlib import Path

import pypandoc
import pytest
import yaml
from bs4 import BeautifulSoup

from wres.chapters.texts import report_markdown

PROJECT = Path(__file__).parents[3]


def printed(text: str) -> BeautifulSoup:
    settings = yaml.safe_load((PROJECT / "_quarto.yml").read_text(encoding="utf-8"))
    html = pypandoc.convert_text(
        report_markdown(text), "html", format=settings["from"], extra_args=["--wrap=none"]
    )
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> & <b>bold</b>",
        "{{< meta title >}} and {{< include /etc/passwd >}}",
        "`{python} share('BME')` @fig-board [x]{.y} ^[note]",
        "$5 and $6, $$x^2$$, \\textbf{a} #set text(red) \\newpage",
        "::: {.content-visible when-meta=x} hidden :::",
        'H~2~O x^2^ ~~gone~~ a -- b ... "it\'s"',
        "\N{HEBREW LETTER SHIN}\N{HEBREW LETTER LAMED} \N{RIGHT-TO-LEFT OVERRIDE}abc",
        "| a | b | and Term : not defined",
        "word " * 400,
    ],
)
def test_whatever_is_typed_is_printed(text: str) -> None:
    page = printed(text)
    assert page.get_text().split() == text.split()
    assert not page.find(["script", "b", "code", "img", "table", "span", "div", "del", "sub"])


def test_lists_emphasis_headings_and_links_are_kept() -> None:
    page = printed(
        "**Strong** and *soft*, [site](https://example.org/a?b=c&d).\n\n"
        "• one\n• two\n   - inner\n\nA) first\nB) second\n\n# Head {#x}\n\nEnd."
    )
    assert page.strong.get_text() == "Strong"
    assert page.em.get_text() == "soft"
    assert page.a["href"] == "https://example.org/a?b=c&d"
    assert [one.get_text().split()[0] for one in page.ul.find_all("li")] == ["one", "two", "inner"]
    assert page.ol["type"] == "A"
    assert page.h2.get_text() == "Head {#x}"


@pytest.mark.parametrize("target", ["javascript:alert(1)", "#sec-about", "file:///etc/passwd"])
def test_links_lead_to_the_web_alone(target: str) -> None:
    page = printed(f"[words]({target})")
    assert page.a is None
    assert page.get_text().strip() == "words"


def test_pictures_stand_as_they_were_typed_and_boxes_become_symbols() -> None:
    typed = '![the *seal*](seal.png) and ![](a/b.png "Seal")'
    page = printed(f"{typed}\n\n- [ ] open\n- [x] done")
    assert page.find(["img", "input"]) is None
    assert page.p.get_text() == typed.replace("*", "")
    assert page.ul.get_text().split() == ["☐", "open", "☑", "done"]


def test_lines_of_code_are_lines_of_text() -> None:
    page = printed("Before.\n\n    {{< video x >}}\n    second\n\n```\n<b>\n```")
    assert page.find(["pre", "code"]) is None
    assert page.get_text().split() == ["Before.", "{{<", "video", "x", ">}}", "second", "<b>"]


def test_figure_from_elsewhere_tells_its_source() -> None:
    page = printed('In England [14.9%]{source="Census 2021, table <b>3</b>"} of **people** were.')
    assert page.get_text().strip() == (
        "In England 14.9% (source: Census 2021, table <b>3</b>) of people were."
    )
    assert page.find(["b", "span"]) is None


@pytest.mark.parametrize("mark", ['[14.9%]{source=""}', "[14.9%]{.x}", "[14.9%]{source=Census}"])
def test_what_names_no_source_is_printed_as_it_was_typed(mark: str) -> None:
    assert printed(f"Of them {mark} were.").get_text().strip() == f"Of them {mark} were."
