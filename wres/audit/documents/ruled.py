"""Tables of text whose columns are ruled with dashes, as pandoc and reStructuredText set them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from wres.audit.documents.contents import Grid, tidy

__all__ = ["RuledTable", "ruled_tables"]

# `-------- ----- ----`: the rule under the headings, one run of dashes a column
_RULE: Final = re.compile(r"\s*(?:-{2,}(?:\s+-{2,})+|={2,}(?:\s+={2,})+)\s*$")
# The rule above and below a table whose cells are wrapped.
_FRAME: Final = re.compile(r"\s*-{3,}\s*$")
# `+-----+-----+`, between the rows of a table that is drawn whole
_CROSSED: Final = re.compile(r"\s*\+(?:[-=:]{2,}\+)+\s*$")
_RUN: Final = re.compile(r"[-=]+")
# A heading of more lines than this is none.
_HIGHEST: Final = 6


@dataclass(frozen=True)
class RuledTable:
    """A table and the lines, from 0, that it takes up; `last` is not among them."""

    first: int
    last: int
    grid: Grid


def ruled_tables(lines: Sequence[str]) -> Iterator[RuledTable]:
    r"""Find the tables of a text that are ruled with dashes.

    Parameters
    ----------
    lines : sequence of str

    Examples
    --------
    >>> text = "  Group   Number\n  ------- ------\n  White   12\n  BME     3\n"
    >>> [one.grid.rows for one in ruled_tables(text.split("\n"))]
    [(('Group', 'Number'), ('White', '12'), ('BME', '3'))]
    """
    end = 0
    for number, line in enumerate(lines):
        if number < end:
            continue
        if _CROSSED.match(line) and (boxed := _boxed(lines, number)) is not None:
            end = boxed.last
            yield boxed
            continue
        if not _RULE.match(line):
            continue
        first = _head(lines, number, end)
        framed = bool(first < number and _FRAME.match(lines[first]))
        last = _foot(lines, number + 1, framed=framed)
        starts = [run.start() for run in _RUN.finditer(line)]
        heads = _row(lines[first + framed : number], starts)
        rows = list(_rows(lines[number + 1 : last], starts, framed=framed))
        if rows and any(heads):
            end = min(last + 1, len(lines))
            yield RuledTable(first, end, Grid((heads, *rows), 1))


def _boxed(lines: Sequence[str], first: int) -> RuledTable | None:
    """Read a table of which every cell is drawn: `+----+----+` between its rows."""
    starts = [number for number, mark in enumerate(lines[first]) if mark == "+"][:-1]
    last = first
    while last < len(lines) and lines[last].lstrip()[:1] in {"+", "|"}:
        last += 1
    rows: list[tuple[str, ...]] = []
    held: list[str] = []
    heads = 1
    for line in lines[first + 1 : last]:
        if not _CROSSED.match(line):
            held.append(line)
            continue
        if held:
            cells = _row([" ".join(one.split("|")) for one in held], starts)
            rows.append(cells)
        heads = len(rows) if "=" in line else heads
        held = []
    return RuledTable(first, last, Grid(tuple(rows), heads)) if len(rows) > 1 else None


def _head(lines: Sequence[str], rule: int, end: int) -> int:
    """Give the first line of a heading: the frame above it, or what follows an empty line."""
    first = rule
    while first > end and lines[first - 1].strip() and rule - first < _HIGHEST:
        if _RULE.match(lines[first - 1]):
            break
        first -= 1
        if _FRAME.match(lines[first]):
            break
    return first


def _foot(lines: Sequence[str], first: int, *, framed: bool) -> int:
    """Give the line that ends a table: its frame, or the first empty one."""
    for number in range(first, len(lines)):
        line = lines[number]
        if _FRAME.match(line) or _RULE.match(line) or not (framed or line.strip()):
            return number
    return len(lines)


def _rows(
    lines: Sequence[str], starts: Sequence[int], *, framed: bool
) -> Iterator[tuple[str, ...]]:
    """Yield rows: of one line each, or in a frame of all lines up to an empty one."""
    held: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            held.append(line)
        if held and not (framed and line.strip()):
            yield _row(held, starts)
            held = []


def _row(lines: Sequence[str], starts: Sequence[int]) -> tuple[str, ...]:
    ends = [*starts[1:], None]
    return tuple(
        tidy(" ".join(line[start:end].strip() for line in lines))
        for start, end in zip(starts, ends, strict=True)
    )
