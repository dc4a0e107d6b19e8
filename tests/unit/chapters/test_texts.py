"""Texts of a document print as they were typed, lists, emphasis and links aside.

What they become is read back by pandoc in the report's own dialect.
"""

from __future__ import annotations

from pathlib import Path

import pypandoc
import pytest
import yaml
from bs4 import BeautifulSoup

from wres.chapters.texts import prose_html, report_markdown

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
        "Term\n\n: no meaning\n\n::: {.callout}\n\n::::: {.column-margin}\n\n:::",
        "Before\n\n::: note\ninside\n:::\n\nAfter",
        "Ask [@smith2020], @smith2020, -@x, @{y}, [see @tbl-actions; @z] or jo@nhs.uk",
        "> quoted\n> on\n> > deeper\n\n> # no heading",
        "One\n\n---\n\nTwo\n\n***\n_ _ _\n\n> said\n---",
        "```{=typst}\n#set text(red)\n```\n\n~~~~ {python}\n```\nx = a*b*c\n```\n~~~~",
        "```\n- a\n\n# b\n1. c\n> d\n---\n: e\n::: {.f}\n@g {{< h >}} `{python} i`",
        "word " * 400,
    ],
)
def test_whatever_is_typed_is_printed(text: str) -> None:
    page = printed(text)
    assert page.get_text().split() == text.split()
    assert not page.find(["script", "b", "code", "img", "table", "span", "div", "del", "sub"])
    assert not page.find(["ul", "ol", "dl", "blockquote", "hr", "cite", "h2", "pre"])


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
    shown = "Before. {{< video x >}} second ``` <b> ```"
    assert page.get_text().split() == shown.split()


def test_entry_of_a_list_keeps_its_fences_quotations_and_colons() -> None:
    page = printed("- ```{=typst}\n  *a*\n  ```\n- > said\n- ::: {.callout}\n- last")
    shown = [one.get_text().split() for one in page.ul.find_all("li")]
    assert shown == [["```{=typst}", "*a*", "```"], [">", "said"], [":::", "{.callout}"], ["last"]]


def test_cell_of_a_table_keeps_what_is_typed_too() -> None:
    cell = prose_html("> said\n\n---\n\n```{=html}\n<b>\n```\n\n::: {.x}\n\n@y")
    shown = BeautifulSoup(cell, "html.parser").get_text().split()
    assert shown == [">", "said", "---", "```{=html}", "<b>", "```", ":::", "{.x}", "@y"]


def test_a_line_of_hyphens_under_a_line_of_text_makes_that_one_a_heading() -> None:
    page = printed("Head\n----\n\nText")
    assert page.h2.get_text() == "Head"
    assert page.p.get_text() == "Text"


def test_figure_from_elsewhere_tells_its_source() -> None:
    page = printed('In England [14.9%]{source="Census 2021, table <b>3</b>"} of **people** were.')
    assert page.get_text().strip() == (
        "In England 14.9% (source: Census 2021, table <b>3</b>) of people were."
    )
    assert page.find(["b", "span"]) is None


@pytest.mark.parametrize("mark", ['[14.9%]{source=""}', "[14.9%]{.x}", "[14.9%]{source=Census}"])
def test_what_names_no_source_is_printed_as_it_was_typed(mark: str) -> None:
    assert printed(f"Of them {mark} were.").get_text().strip() == f"Of them {mark} were."
