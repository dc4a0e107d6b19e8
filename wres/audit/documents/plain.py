"""Reading plain text or markdown: headings, paragraphs, tables of bars, tabs or spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from wres.audit.documents.captions import with_captions
from wres.audit.documents.contents import Block, Document, Grid, tidy
from wres.audit.documents.numbering import NUMBERED
from wres.audit.documents.ruled import RuledTable, ruled_tables
from wres.audit.documents.spaced import (
    cells_of,
    grid_of,
    has_figures,
    is_spaced,
    running_lines,
)
from wres.errors import InputError

__all__ = ["read_plain"]

_RULE: Final = re.compile(r"[\s|:+=-]+")
_DRAWN: Final = re.compile(r"\s*[-–—=_]{6,}\s*")
_HEADING: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_UNDERLINE: Final = re.compile(r"(=+|-+)\s*$")
_ITEM: Final = re.compile(r"\s*(?:[-*+–•▪◦‣●○·\uf0b7]|\d+[.)])\s+")
_MARKS: Final = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
_LEAD: Final = re.compile(r"\s*(?:WRES )?(?:Indicator|Metric) [1-9]\b", re.IGNORECASE)
# A sentence, or a figure that one begins with.
_BEGINS: Final = re.compile(r"[A-Z]|\d[\d,.]*(?:\s?%|\s[A-Za-z])")
_ENDED: Final = re.compile(r"[.:;!?)]\s*$")
_LONG: Final = 70
# Headings without a mark: below all that have one.
_BARE: Final = 7
_TITLE: Final = re.compile(r"(?:\d+(?:\.\d+)*\.?\s+)?[A-Z][^%=:]*$")
_NUMBERED: Final = re.compile(r"\s*\d+(?:\.\d+)*\.?\s+[A-Z]")
_NAMED: Final = re.compile(r"\([^()]*\)\s*$")
_FEW_WORDS: Final = 10
# A line of running text is longer; one that ends so is not at its sentence's end.
_RUNNING: Final = 40
_WITHIN: Final = re.compile(r"\d[\d.]*\s?%?[,;]\s")
_OPEN: Final = re.compile(
    r"(?:,|\b(?:of|the|an?|and|or|to|by|in|for|with|than|from|at|is|are))\s*$"
)
# Lines longer than these are not broken at a page's width: some of them, and a part of all.
_WIDEST: Final = 160
_SOME: Final = 3
_SHARE: Final = 0.05
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)


def read_plain(path: Path, content: bytes) -> Document:
    """Read a text file in UTF-8, UTF-16 or the encoding of Windows.

    Raises
    ------
    InputError
        It is no text.
    """
    text = _COMMENT.sub(_blank_lines, _decoded(path, content))
    lines = text.replace("\f", "").split("\n")
    for number in running_lines(text.split("\f")):
        lines[number] = ""
    return Document(path.name, with_captions(list(_blocks(lines))))


def _blank_lines(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _decoded(path: Path, content: bytes) -> str:
    from wres.audit.documents.reading import problem  # noqa: PLC0415 - reading knows every reader

    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        fault: InputError = problem(
            path, "is no text", "Save the report as docx, pdf, html or txt."
        )
        raise fault
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _blocks(lines: list[str]) -> Iterator[Block]:
    tables = 0
    ruled = {one.first: one for one in ruled_tables(lines)}
    groups = list(_around(lines, list(ruled.values())))
    for number, (first, group) in enumerate(groups):
        place = f"line {first + 1}"
        grid = ruled[first].grid if first in ruled else _grid(group)
        following = groups[number + 1][1] if number + 1 < len(groups) else []
        heading = _heading(group) or _bare_heading(group, following)
        if grid is not None:
            tables += 1
            yield Block("table", "", f"table {tables} (line {first + 1})", grid=grid, source=tables)
        elif heading is not None:
            yield Block("heading", heading[1], place, level=heading[0], source=first)
        else:
            text = " ".join(_without_mark(line) for line in group)
            yield Block("paragraph", _unmarked(text), place, source=first)


def _around(lines: list[str], ruled: list[RuledTable]) -> Iterator[tuple[int, list[str]]]:
    """Yield runs of lines that belong together, those of a ruled table as one."""
    start, unwrapped = 0, _is_unwrapped(lines)
    for table in ruled:
        for first, group in _groups(lines[start : table.first], unwrapped):
            yield start + first, group
        yield table.first, lines[table.first : table.last]
        start = table.last
    for first, group in _groups(lines[start:], unwrapped):
        yield start + first, group


def _without_mark(line: str) -> str:
    mark = _ITEM.match(line)
    return line[mark.end() :] if mark else line


def _groups(lines: list[str], unwrapped: bool) -> Iterator[tuple[int, list[str]]]:
    """Yield runs of lines that belong together, with the number of their first."""
    group: list[str] = []
    first = 0
    for number, line in enumerate([*lines, ""]):
        if group and not line.strip() and _goes_on(group, lines[number:]):
            continue
        if group and _DRAWN.fullmatch(line) and is_spaced(group[-1]):
            continue  # a rule between the rows of a table set with spaces
        fresh = bool(group) and (
            _starts_anew(group, line) or (unwrapped and not (_is_row(line) and _is_row(group[-1])))
        )
        if fresh or not line.strip():
            if group:
                yield first, group
            group = []
        if line.strip():
            first = first if group else number
            group.append(line)


def _is_unwrapped(lines: list[str]) -> bool:
    """Say whether no line ends but with its paragraph: many are longer than any page is wide."""
    told = [len(line) for line in lines if line.strip() and not _is_row(line)]
    wide = sum(length > _WIDEST for length in told)
    return wide >= _SOME and wide >= _SHARE * len(told)


def _goes_on(group: list[str], following: list[str]) -> bool:
    """Say whether an empty line stands within a sentence, or between two rows of one table."""
    after = next((line for line in following if line.strip()), "")
    if _runs_on(group, after):
        return True
    return is_spaced(group[-1]) and is_spaced(after) and has_figures(cells_of(after)[1:])


def _runs_on(group: list[str], after: str) -> bool:
    """Say whether a sentence goes on behind an empty line, as where each line of a page has one."""
    line = group[-1]
    whole = len(" ".join(group).strip()) > _RUNNING and not (_ENDED.search(line) or _is_row(line))
    begun = after[:1].islower() or _WITHIN.match(after) or (after and _OPEN.search(line))
    return whole and bool(begun) and not (_is_row(after) or _ITEM.match(after))


def _starts_anew(group: list[str], line: str) -> bool:
    if _HEADING.match(line) or _HEADING.match(group[0]):
        return True
    if _is_row(line) != _is_row(group[-1]):
        return True
    item = _ITEM.match(group[0])
    if item and _indent(line) < _indent(group[0]):
        return True  # what goes on with an item stands below its mark, or further in
    ended = _ENDED.search(group[-1]) is not None
    # A heading that no empty line sets apart from its text.
    headed = len(group) == 1 and not ended and _LEAD.match(group[0]) and len(group[0]) < _LONG
    titled = len(group) == 1 and _TITLE.match(group[0]) and len(group[0]) < _LONG
    fresh = (
        _ITEM.match(line)
        or ((ended or item) and _LEAD.match(line))
        or (headed and _BEGINS.match(line))
        or ((ended or titled) and NUMBERED.match(line))
    )
    return not _is_row(line) and bool(fresh)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_row(line: str) -> bool:
    return line.count("|") >= 2 or line.strip("\t").count("\t") >= 1 or _is_apart(line)


def _is_apart(line: str) -> bool:
    return is_spaced(line) and (_ITEM.match(line) is None or has_figures(cells_of(line)[1:]))


def _heading(group: list[str]) -> tuple[int, str] | None:
    match = _HEADING.match(group[0])
    if match:
        return len(match[1]), _unmarked(match[2])
    if len(group) == 2 and _UNDERLINE.fullmatch(group[1]):
        return (1 if group[1].startswith("=") else 2), _unmarked(group[0])
    if len(group) == 1 and re.fullmatch(r"\*\*[^*]+\*\*", group[0].strip()):
        return 7, _unmarked(group[0])
    return None


def _bare_heading(group: list[str], following: list[str]) -> tuple[int, str] | None:
    """Read a short line above a paragraph or a table as its heading."""
    text = " ".join(group).strip()
    if _is_numbered(group, following):
        return (_BARE, _unmarked(text))
    if len(group) > 1 or _ENDED.search(text) or not _TITLE.match(text) or _is_row(group[0]):
        return None
    below = following[:1] and (_is_row(following[0]) or len(" ".join(following)) > _LONG)
    return (_BARE, _unmarked(text)) if below and len(text) < _LONG else None


def _is_numbered(group: list[str], following: list[str]) -> bool:
    """Say whether a line alone is a heading with its number: `2. Recruitment (indicator 2)`."""
    line = group[0].strip()
    alone = len(group) == 1 and len(line.split()) <= _FEW_WORDS and not _is_row(group[0])
    listed = _NUMBERED.match(following[0]) if following else True
    ended = _ENDED.search(_NAMED.sub("", line))
    return bool(alone and _NUMBERED.match(line) and not listed and not ended)


def _grid(group: list[str]) -> Grid | None:
    if not all(_is_row(line) for line in group):
        return None
    if all(_is_apart(line) for line in group):
        return grid_of([[_unmarked(cell) for cell in cells_of(line)] for line in group])
    bar = group[0].count("|") >= 2
    rows: list[list[str]] = []
    heads: int | None = None
    for line in group:
        if bar and _RULE.fullmatch(line):
            heads = heads or len(rows)
            continue
        cells = line.strip().strip("|").split("|") if bar else line.split("\t")
        rows.append([_unmarked(cell) for cell in cells])
    width = max(len(row) for row in rows) if rows else 0
    if len(rows) < 2 or width < 2:
        return None
    return Grid(tuple(tuple(row + [""] * (width - len(row))) for row in rows), heads)


def _unmarked(text: str) -> str:
    previous = None
    while text != previous:
        previous, text = text, _MARKS.sub(r"\2", text)
    return tidy(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text.replace("\\|", "|")))
