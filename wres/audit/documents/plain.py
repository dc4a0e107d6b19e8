"""Reading plain text or markdown: headings, paragraphs, tables of bars, tabs or spaces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from wres.audit.documents.contents import Block, Document, Grid, tidy
from wres.errors import InputError

__all__ = ["read_plain"]

_RULE: Final = re.compile(r"[\s|:+=-]+")
_HEADING: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_UNDERLINE: Final = re.compile(r"(=+|-+)\s*$")
_ITEM: Final = re.compile(r"\s*(?:[-*+–•▪◦‣●○·\uf0b7]|\d+[.)])\s+")
_MARKS: Final = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
# Cells set apart by two spaces or more, as programs that make text of a page leave them.
_CHUNK: Final = re.compile(r"\S+(?: \S+)*")
_FIGURE: Final = re.compile(r"[-+−–]?[\d,.]*\d\s?%?[*†]?|[-–—*]|n/?a", re.IGNORECASE)
_LEAD: Final = re.compile(r"\s*(?:WRES )?(?:Indicator|Metric) [1-9]\b", re.IGNORECASE)
_ENDED: Final = re.compile(r"[.:;!?)]\s*$")
_LONG: Final = 70
# Headings without a mark: below all that have one.
_BARE: Final = 7
_TITLE: Final = re.compile(r"(?:\d+(?:\.\d+)*\.?\s+)?[A-Z][^%=:]*$")
_CELLS: Final = 3
_APART: Final = " " * 6
_FEWEST_PAGES: Final = 3
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)


def read_plain(path: Path, content: bytes) -> Document:
    """Read a text file in UTF-8, UTF-16 or the encoding of Windows.

    Raises
    ------
    InputError
        It is no text.
    """
    text = _COMMENT.sub(_blank_lines, _decoded(path, content))
    lines = text.replace("\f", "").splitlines()
    for number in _running(text.split("\f")):
        lines[number] = ""
    return Document(path.name, tuple(_blocks(lines)))


def _running(pages: list[str]) -> Iterator[int]:
    """Find the lines that stand above or below most pages, but for their number."""
    edges: list[tuple[int, str]] = []
    first = 0
    for page in pages:
        lines = page.split("\n")
        filled = [number for number, line in enumerate(lines) if line.strip()]
        for number in dict.fromkeys([*filled[:2], *filled[-2:]]):
            edges.append((first + number, re.sub(r"\d+", "", lines[number]).strip()))
        first += len(lines) - 1
    often = Counter(text for _, text in edges)
    for number, text in edges:
        if often[text] >= _FEWEST_PAGES and 2 * often[text] > len(pages):
            yield number


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
    return text


def _blocks(lines: list[str]) -> Iterator[Block]:
    tables = 0
    groups = list(_groups(lines))
    for number, (first, group) in enumerate(groups):
        place = f"line {first + 1}"
        grid = _grid(group)
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


def _without_mark(line: str) -> str:
    mark = _ITEM.match(line)
    return line[mark.end() :] if mark else line


def _groups(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield runs of lines that belong together, with the number of their first."""
    group: list[str] = []
    first = 0
    for number, line in enumerate([*lines, ""]):
        if group and not line.strip() and _goes_on(group, lines[number:]):
            continue
        fresh = bool(group) and _starts_anew(group, line)
        if fresh or not line.strip():
            if group:
                yield first, group
            group = []
        if line.strip():
            first = first if group else number
            group.append(line)


def _goes_on(group: list[str], following: list[str]) -> bool:
    """Say whether an empty line stands between two rows of one table set with spaces."""
    after = next((line for line in following if line.strip()), "")
    cells = [chunk.strip() for chunk in _CHUNK.findall(after)]
    rows = _is_spaced(group[-1]) and _is_spaced(after)
    return rows and any(_FIGURE.fullmatch(cell) for cell in cells[1:])


def _starts_anew(group: list[str], line: str) -> bool:
    if _HEADING.match(line) or _HEADING.match(group[0]):
        return True
    if _is_row(line) != _is_row(group[-1]):
        return True
    ended = _ENDED.search(group[-1]) is not None
    # A heading that no empty line sets apart from its text.
    headed = len(group) == 1 and not ended and _LEAD.match(group[0]) and len(group[0]) < _LONG
    fresh = _ITEM.match(line) or (ended and _LEAD.match(line)) or (headed and line[:1].isupper())
    return not _is_row(line) and bool(fresh)


def _is_row(line: str) -> bool:
    return line.count("|") >= 2 or line.strip("\t").count("\t") >= 1 or _is_spaced(line)


def _is_spaced(line: str) -> bool:
    if "\t" in line or line.count("|") >= 2:
        return False
    cells = _CHUNK.findall(line)
    if len(cells) < _CELLS - 1:
        return line.startswith(_APART * 2) and _ITEM.match(line) is None
    figures = any(map(_FIGURE.fullmatch, cells[1:]))
    return len(cells) >= _CELLS or figures or _APART in line.strip()


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
    if len(group) > 1 or _ENDED.search(text) or not _TITLE.match(text) or _is_row(group[0]):
        return None
    below = following[:1] and (_is_row(following[0]) or len(" ".join(following)) > _LONG)
    return (_BARE, _unmarked(text)) if below and len(text) < _LONG else None


def _grid(group: list[str]) -> Grid | None:
    if not all(_is_row(line) for line in group):
        return None
    if all(_is_spaced(line) for line in group):
        return _spaced(group)
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


def _spaced(group: list[str]) -> Grid | None:
    """Read rows set with spaces, where any of them has figures.

    With cells missing, or wrapped onto lines of their own, it can't be told what stands below what:
    they are kept without headings, so that their figures are known as not read.
    """
    lines = [[_unmarked(cell) for cell in _CHUNK.findall(line)] for line in group]
    heads, *rows = lines
    width = max(len(row) for row in lines)
    if len(heads) == width - 1:
        heads = ["", *heads]
    whole = len(heads) == width and all(len(row) == width for row in rows)
    told = [any(_FIGURE.fullmatch(cell) for cell in row[1:]) for row in rows]
    if rows and whole and all(told) and not any(_FIGURE.fullmatch(cell) for cell in heads):
        return Grid((tuple(heads), *map(tuple, rows)), 1, origin="aligned")
    if not any(_FIGURE.fullmatch(cell) for row in lines for cell in row):
        return None
    padded = [tuple(row + [""] * (width - len(row))) for row in [[""], *lines]]
    return Grid(tuple(padded), 1, origin="aligned")


def _unmarked(text: str) -> str:
    previous = None
    while text != previous:
        previous, text = text, _MARKS.sub(r"\2", text)
    return tidy(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text.replace("\\|", "|")))
