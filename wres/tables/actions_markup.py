"""The text of an action as it was written, in HTML: paragraphs, lines, nested lists, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from textwrap import dedent

from wres.chapters.reading import with_sources

__all__ = ["cell_html", "cell_text"]

# A bullet, and what follows it; '-5%' and '*note' are none.
_BULLET = re.compile(r"(\s*)(?:[-*–▪◦‣●○o]\s+|[•·]\s*)(\S.*)")
_TAB = 4
_BLANK, _DEEPEST = "\u00a0", 8  # a blank that no format drops; a cell is narrow
# A dated update: '12/05/2023: ...', '12 May 2023 - ...', 'May 2023: ...', '2023-05-12: ...'.
_DAY = re.compile(
    r"((?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:\d{1,2} )?[A-Z][a-z]{2,8} \d{4})"
    r"(?:\s*:|\s+[-–—](?=\s)))(\s.*|$)"
)


@dataclass
class _Item:
    """A bullet, how far it is indented, its lines, and the bullets under it."""

    indent: int
    lines: list[str]
    below: list[_Item] = field(default_factory=list)


def cell_html(text: str) -> str:
    """Return a cell's text as HTML, every character of it as it was written.

    Only the mark of a figure from elsewhere is written as in the narrative, with its source. Lines
    that begin with a bullet become a list; those indented deeper a list within it. Other lines keep
    their breaks and how far they are indented, as items under a number are; what follows a blank
    line stands in a paragraph of its own.
    """
    typed = dedent(with_sources(text).expandtabs(_TAB))
    blocks = list(_blocks(typed.splitlines()))
    if len(blocks) == 1 and isinstance(blocks[0], str):
        return blocks[0]
    return "".join(f"<p>{one}</p>" if isinstance(one, str) else _list_html(one) for one in blocks)


def cell_text(text: str) -> str:
    """Return a cell's text on one line, for terminals."""
    lines = with_sources(text).splitlines()
    return " / ".join(line.strip() for line in lines if line.strip())


def _blocks(lines: Sequence[str]) -> Iterator[str | list[_Item]]:
    """Yield paragraphs and lists in their order."""
    paragraph: list[str] = []
    items: list[_Item] = []
    for line in [*lines, ""]:
        bullet = _BULLET.fullmatch(line)
        goes_on = items and line.startswith(" ") and line.strip()
        if bullet:
            if paragraph:
                yield "<br>".join(paragraph)
                paragraph = []
            _hang(items, _Item(len(bullet[1]), [_line(bullet[2])]))
        elif goes_on:
            _last(items).lines.append(_line(line))
        else:
            if items:
                yield items
                items = []
            if not line.strip() and paragraph:
                yield "<br>".join(paragraph)
                paragraph = []
            elif line.strip():
                indent = len(line) - len(line.lstrip()) if paragraph else 0
                paragraph.append(_BLANK * min(indent, _DEEPEST) + _line(line))


def _line(line: str) -> str:
    """Escape a line; the date that an update begins with stands out."""
    text = line.strip()
    dated = _DAY.fullmatch(text)
    if dated is None:
        return escape(text)
    return f"<strong>{escape(dated[1])}</strong>{escape(dated[2])}"


def _hang(items: list[_Item], item: _Item) -> None:
    """Put a bullet under the last one that is indented less."""
    while items and items[-1].indent < item.indent:
        items = items[-1].below
    items.append(item)


def _last(items: list[_Item]) -> _Item:
    return _last(items[-1].below) if items[-1].below else items[-1]


def _list_html(items: Sequence[_Item]) -> str:
    inside = "".join(
        f"<li>{'<br>'.join(one.lines)}{_list_html(one.below) if one.below else ''}</li>"
        for one in items
    )
    return f"<ul>{inside}</ul>"
