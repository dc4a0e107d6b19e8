"""Reading plain text or markdown: headings, paragraphs, and tables of bars or tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from wres.audit.documents.contents import Block, Document, Grid, tidy
from wres.errors import InputError

__all__ = ["read_plain"]

_RULE: Final = re.compile(r"[\s|:+=-]+")
_HEADING: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_UNDERLINE: Final = re.compile(r"(=+|-+)\s*$")
_ITEM: Final = re.compile(r"\s*(?:[-*+•▪]|\d+[.)])\s+")
_MARKS: Final = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)


def read_plain(path: Path, content: bytes) -> Document:
    """Read a text file in UTF-8, UTF-16 or the encoding of Windows.

    Raises
    ------
    InputError
        It is no text.
    """
    lines = _COMMENT.sub(_blank_lines, _decoded(path, content)).splitlines()
    return Document(path.name, tuple(_blocks(lines)))


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
    for first, group in _groups(lines):
        place = f"line {first + 1}"
        grid = _grid(group)
        heading = _heading(group)
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
        fresh = bool(group) and _starts_anew(group, line)
        if fresh or not line.strip():
            if group:
                yield first, group
            group = []
        if line.strip():
            first = first if group else number
            group.append(line)


def _starts_anew(group: list[str], line: str) -> bool:
    if _HEADING.match(line) or _HEADING.match(group[0]):
        return True
    if _is_row(line) != _is_row(group[-1]):
        return True
    return not _is_row(line) and _ITEM.match(line) is not None


def _is_row(line: str) -> bool:
    return line.count("|") >= 2 or line.strip("\t").count("\t") >= 1


def _heading(group: list[str]) -> tuple[int, str] | None:
    match = _HEADING.match(group[0])
    if match:
        return len(match[1]), _unmarked(match[2])
    if len(group) == 2 and _UNDERLINE.fullmatch(group[1]):
        return (1 if group[1].startswith("=") else 2), _unmarked(group[0])
    if len(group) == 1 and re.fullmatch(r"\*\*[^*]+\*\*", group[0].strip()):
        return 7, _unmarked(group[0])
    return None


def _grid(group: list[str]) -> Grid | None:
    if not all(_is_row(line) for line in group):
        return None
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
