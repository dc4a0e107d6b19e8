"""A text of `board_paper.yml` on its way into report.qmd, where it must stay a text.

pandoc reads it as CommonMark and writes it in the dialect of the report: what is no paragraph,
list, emphasis or link comes out as the characters that were typed, the mark of a figure from
elsewhere with its source.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pypandoc

from wres.chapters.sourced import with_sources
from wres.chapters.typed_blocks import MARKS, with_blocks
from wres.chapters.typed_lists import with_lists

__all__ = ["prose_html", "report_markdown"]

# Lists may be lettered ('a.', 'A)'), as the processes of a board paper are.
_READ: Final = "commonmark+fancy_lists-raw_html"
_WRITTEN: Final = "markdown-tex_math_dollars-raw_tex-task_lists"
_FILTER: Final = str(Path(__file__).with_name("texts.lua"))
_PARAGRAPH: Final = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)
_HEADING: Final = re.compile(r"<h\d[^>]*>(.*?)</h\d>", re.DOTALL)
_BULLET: Final = re.compile(r"^(\s*)[•▪◦‣●○][ \t]+", re.MULTILINE)


def report_markdown(text: str) -> str:
    r"""Write a text as markdown of the report.

    Examples
    --------
    >>> print(report_markdown("In **all** {{< meta x >}} of $5\n\n• one\n• two"))
    In **all** {{\< meta x \>}} of $5
    <BLANKLINE>
    - one
    - two
    """
    written = _marked(_converted(text, _READ, _WRITTEN), "\\{}".format)
    # an escaped backtick before a brace still looks like an inline value to who scans for them
    return written.replace("\\`{", "\\`\\{")


def prose_html(text: str) -> str:
    """Write a text as HTML for a cell of a table, line by line: of one paragraph, without its tags.

    What would be a heading is a line in bold there.

    Examples
    --------
    >>> prose_html("Score **12** & rising")
    'Score <strong>12</strong> &amp; rising'
    """
    written = _marked(_converted(text, f"{_READ}+hard_line_breaks", "html"), html.escape)
    written = _HEADING.sub(r"<p><strong>\1</strong></p>", written)
    alone = _PARAGRAPH.fullmatch(written)
    return alone[1] if alone else written


def _marked(written: str, escape: Callable[[str], str]) -> str:
    for sign, mark in MARKS.items():
        written = written.replace(sign, escape(mark))
    return written


def _converted(text: str, read: str, form: str) -> str:
    written = pypandoc.convert_text(
        with_blocks(with_lists(_BULLET.sub(r"\1- ", with_sources(text)))),
        to=form,
        format=read,
        extra_args=["--wrap=none", "--eol=lf"],
        filters=[_FILTER],
    )
    return str(written).strip()
