"""Tables of a PDF that have no grid of lines: words that stand in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, Final

from wres.audit.documents.contents import Grid, put_together, visible

__all__ = ["AlignedTable", "filled_down", "find_aligned"]

Box = tuple[float, float, float, float]
# Words further apart than this many sizes of their type stand in different columns.
_APART: Final = 0.9
_FIGURE: Final = re.compile(r"[-−+–▲▼↑↓]?\s?£?\d[\d,]*(?:\.\d+)?\s?%?|[-–—*]|n/a", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:[/–-]\d\d)?")
# `Table 2: staff by pay band` belongs to no row.
_CAPTION: Final = re.compile(r"(?:table|figure|chart|graph)$", re.IGNORECASE)
# How far apart two lines of one table may stand, in sizes of their type.
_REACH: Final = 3.5
_SHORT_RULE: Final = 0.3
# A heading's type is so much larger than that of rows.
_LARGER: Final = 1.08
# Cells of a column begin, end or have their middle within this, in sizes of their type.
_SAME_PLACE: Final = 0.35
# Gaps between headings that stand close are wider than a blank between words.
_BLANK: Final = 0.42
_FEWEST_COLUMNS: Final = 3
_FEWEST_ROWS: Final = 3
# A heading stands so much further from the rows above it than they from each other.
_FURTHER: Final = 1.4
# Lines of one cell stand closer than this, in sizes of their type; rows stand further by a jump.
_WRAPPED: Final = 0.5
_JUMP: Final = 0.2


def _is_figure(text: str) -> bool:
    """Say whether text opens with a number that is no year."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return bool(_FIGURE.match(first)) and not _YEAR.fullmatch(first.strip("(),.;:"))


@dataclass(frozen=True)
class Segment:
    """Words of one line that stand together."""

    text: str
    left: float
    right: float

    @property
    def is_figure(self) -> bool:
        """Whether it is a number, and no year."""
        return _is_figure(self.text)


@dataclass
class Line:
    """One line of a page, in segments."""

    top: float
    bottom: float
    size: float
    segments: list[Segment]
    words: list[Segment] = field(default_factory=list)

    @property
    def is_tabular(self) -> bool:
        """Whether it looks like a row: three segments, or two of which one is a figure."""
        figures = sum(segment.is_figure for segment in self.segments)
        return len(self.segments) > 2 or (len(self.segments) == 2 and figures > 0)


@dataclass(frozen=True)
class AlignedTable:
    """A table and the part of the page that it takes up."""

    box: Box
    grid: Grid


@dataclass
class _Row:
    cells: list[list[str]]
    figures: set[int] = field(default_factory=set)

    @property
    def filled(self) -> int:
        return sum(bool(cell) for cell in self.cells)


def find_aligned(page: Any, taken: Sequence[Box]) -> Iterator[AlignedTable]:
    """Find the tables of a page outside of those that are known."""
    lines = [line for line in _lines(page) if not _inside(line, taken)]
    rules = _rules(page)
    for found in _regions(lines):
        region = _headed(found, lines)
        first = _columns(region)
        region = [_resplit(line, first) for line in region]
        columns = _columns(region)
        rows = _rows(region, columns, rules)
        if len(columns) < 2 or len(rows) < 2 or not any(row.figures for row in rows):
            continue
        cells = filled_down([[put_together(cell) for cell in row.cells] for row in rows])
        left = min(segment.left for line in region for segment in line.segments)
        right = max(segment.right for line in region for segment in line.segments)
        box = (left - 1, region[0].top - 1, right + 1, region[-1].bottom + 1)
        yield AlignedTable(box, Grid(tuple(map(tuple, cells)), origin="aligned"))


def _lines(page: Any) -> list[Line]:
    words = page.extract_words(extra_attrs=["size"], x_tolerance_ratio=0.15)
    for word in words:
        word["text"] = visible(word["text"])
    lines: list[list[Any]] = []
    for word in sorted(words, key=lambda one: (one["bottom"], one["x0"])):
        if lines and abs(lines[-1][-1]["bottom"] - word["bottom"]) < 0.35 * word["size"]:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_line(sorted(line, key=lambda word: word["x0"])) for line in lines]


def _line(words: list[Any]) -> Line:
    segments: list[Segment] = []
    for word in words:
        last = segments[-1] if segments else None
        if last is not None and word["x0"] - last.right < _APART * word["size"]:
            segments[-1] = Segment(f"{last.text} {word['text']}", last.left, word["x1"])
        else:
            segments.append(Segment(word["text"], word["x0"], word["x1"]))
    top = min(word["top"] for word in words)
    bottom = max(word["bottom"] for word in words)
    each = [Segment(word["text"], word["x0"], word["x1"]) for word in words]
    return Line(top, bottom, words[0]["size"], segments, each)


def _inside(line: Line, boxes: Sequence[Box]) -> bool:
    middle = (line.top + line.bottom) / 2
    left = line.segments[0].left
    return any(x0 - 2 <= left <= x1 and y0 <= middle <= y1 for x0, y0, x1, y1 in boxes)


def _rules(page: Any) -> list[float]:
    """Give the heights at which horizontal lines are drawn."""
    edges = [edge for edge in page.edges if edge["orientation"] == "h"]
    return sorted({e["top"] for e in edges if e["x1"] - e["x0"] > _SHORT_RULE * page.width / 4})


def _regions(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield runs of lines that are rows, with the short lines between them."""
    region: list[Line] = []
    waiting: list[Line] = []
    for line in lines:
        near = not region or (
            line.top - (waiting or region)[-1].bottom < _REACH * line.size
            and not _is_heading(line, region)
            and not _is_loose(line, region)
        )
        goes_on = bool(region) and _continues(line, [*region, *waiting])
        if (line.is_tabular and near) or goes_on:
            region += [*waiting, line]
            waiting = []
        elif region and near and len(waiting) < 2 and _fits(line, region):
            waiting.append(line)
        else:
            if _is_table(region):
                yield region + _tail(region, waiting or [line])
            region = [line] if line.is_tabular else []
            waiting = []
    if _is_table(region):
        yield region + _tail(region, waiting)


def _is_heading(line: Line, region: Sequence[Line]) -> bool:
    """Say whether a line is a heading: larger than the rows above it, or alone and further off."""
    if line.size > _LARGER * max(one.size for one in region) or _CAPTION.match(line.words[0].text):
        return len(line.segments) == 1 or line.size > _LARGER * region[-1].size
    if len(line.segments) > 1 or line.segments[0].is_figure or len(region) < _FEWEST_ROWS:
        return False
    gaps = [below.top - above.bottom for above, below in pairwise(region)]
    return line.top - region[-1].bottom > _FURTHER * max(*gaps, 0.1 * line.size)


def _is_loose(line: Line, region: Sequence[Line]) -> bool:
    """Say whether figures stand under none of those above: the labels of a chart, not a row."""
    rows = [[one for one in row.segments if one.is_figure] for row in region]
    figures = [one for one in line.segments if one.is_figure]
    if sum(bool(row) for row in rows) < 2 or len(figures) < 2:
        return False
    above = [segment for row in rows for segment in row]
    fitting = sum(any(_stand_together(one, other, line.size) for other in above) for one in figures)
    return 2 * fitting < len(figures)


def _stand_together(one: Segment, other: Segment, size: float) -> bool:
    """Say whether two segments have their left, their right or their middle in common."""
    room = _SAME_PLACE * size
    middles = abs(one.left + one.right - other.left - other.right) / 2
    return min(abs(one.left - other.left), abs(one.right - other.right), middles) < room


def _headed(region: list[Line], lines: Sequence[Line]) -> list[Line]:
    """Give a region the line of headings above it, whose words stand too near to be told apart.

    Headings are wider than the figures below them: these tell where their columns are.
    """
    place = next(number for number, line in enumerate(lines) if line is region[0])
    line = lines[place - 1] if place else None
    columns = _columns(region)
    if line is None or len(columns) < _FEWEST_COLUMNS or line.is_tabular:
        return region
    first, last = columns[0][0], columns[-1][1]
    across = line.words[0].left >= first - line.size and line.words[-1].right > columns[-1][0]
    near = region[0].top - line.bottom < _REACH * line.size / 2
    if not near or not across or _is_heading(line, region) or last <= first:
        return region
    split = _split(line, columns)
    if len(split) < len(columns) - 1 or any(segment.is_figure for segment in split):
        return region
    return [replace(line, segments=split), *region]


def _resplit(line: Line, columns: Sequence[tuple[float, float]]) -> Line:
    """Part a line's words that stand over several columns, nearer than cells mostly do."""
    segments: list[Segment] = []
    for segment in line.segments:
        met = sum(left <= segment.right and segment.left <= right for left, right in columns)
        inside = [w for w in line.words if segment.left <= w.left and w.right <= segment.right]
        part = replace(line, words=inside)
        segments += _split(part, columns) if met > 1 and len(inside) > 1 else [segment]
    return replace(line, segments=segments)


def _split(line: Line, columns: Sequence[tuple[float, float]]) -> list[Segment]:
    """Put a line's words into columns, where gaps wider than a blank part them."""
    runs: list[Segment] = []
    for word in line.words:
        last = runs[-1] if runs else None
        if last is not None and word.left - last.right < _BLANK * line.size:
            runs[-1] = Segment(f"{last.text} {word.text}", last.left, word.right)
        else:
            runs.append(word)
    split: list[Segment] = []
    for run in runs:
        if split and _nearest(split[-1], columns) == _nearest(run, columns):
            split[-1] = Segment(f"{split[-1].text} {run.text}", split[-1].left, run.right)
        else:
            split.append(run)
    return split


def _nearest(segment: Segment, columns: Sequence[tuple[float, float]]) -> int:
    def away(number: int) -> float:
        left, right = columns[number]
        apart = max(left - segment.right, segment.left - right, 0.0)
        return apart or abs(segment.left + segment.right - left - right) / 1e6

    return min(range(len(columns)), key=away)


def _tail(region: Sequence[Line], following: Sequence[Line]) -> list[Line]:
    """Give the line after a table's last that goes on with its name: `All clini-`, `cal staff`."""
    last = region[-1]
    for line in following[:1]:
        only = line.segments[0]
        near = line.top - last.bottom < 0.9 * line.size
        under = abs(only.left - last.segments[0].left) < line.size
        if near and under and len(line.segments) == 1 and only.text[:1].islower():
            return [line]
    return []


def _continues(line: Line, region: Sequence[Line]) -> bool:
    """Say whether a line goes on with cells of the line above: close below and under them."""
    if line.top - region[-1].bottom > _WRAPPED * line.size or not _fits(line, region):
        return False
    lefts = [segment.left for one in region for segment in one.segments]
    return all(
        any(abs(segment.left - left) < 0.3 * line.size for left in lefts)
        for segment in line.segments
    )


def _fits(line: Line, region: Sequence[Line]) -> bool:
    """Say whether a line is short enough to be a part of a cell."""
    left = min(segment.left for one in region for segment in one.segments)
    right = max(segment.right for one in region for segment in one.segments)
    return all(segment.right - segment.left < 0.5 * (right - left) for segment in line.segments)


def _is_table(region: Sequence[Line]) -> bool:
    figures = sum(segment.is_figure for line in region for segment in line.segments)
    return sum(line.is_tabular for line in region) >= 2 and figures >= 2


def _columns(region: Sequence[Line]) -> list[tuple[float, float]]:
    """Put segments that stand over each other together, those of the fullest lines first."""
    columns: list[tuple[float, float]] = []
    for line in sorted(region, key=lambda one: -len(one.segments)):
        for segment in line.segments:
            met = [one for one in columns if one[0] <= segment.right and segment.left <= one[1]]
            if len(met) > 1:
                continue
            joined = (segment.left, segment.right)
            if met:
                columns.remove(met[0])
                joined = (min(met[0][0], segment.left), max(met[0][1], segment.right))
            columns.append(joined)
    return _without_spread(_merged(sorted(columns)), region)


def _without_spread(
    columns: list[tuple[float, float]], region: Sequence[Line]
) -> list[tuple[float, float]]:
    """Put two columns into one where cells that go over both are as many as those of each apart.

    Words of one cell stand wide apart where its lines are stretched to its width.
    """
    for number in range(len(columns) - 1, 0, -1):
        pair = columns[number - 1 : number + 1]
        over = apart = 0
        for line in region:
            met = [
                [one for one in line.segments if left <= one.right and one.left <= right]
                for left, right in pair
            ]
            over += any(one in met[1] for one in met[0])
            apart += bool(met[0] and met[1]) and not any(one in met[1] for one in met[0])
        if over and over >= apart:
            columns[number - 1 : number + 1] = [(pair[0][0], max(pair[0][1], pair[1][1]))]
    return columns


def _merged(columns: list[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for left, right in columns:
        if merged and left <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged


def _rows(
    region: Sequence[Line], columns: Sequence[tuple[float, float]], rules: Sequence[float]
) -> list[_Row]:
    """Put lines to rows: a new one at a rule, or where a column gets a second figure."""
    rows: list[_Row] = []
    apart = _rows_by_gaps(region, columns)
    if apart is not None:
        return apart
    inner = [rule for rule in rules if region[0].bottom < rule < region[-1].top]
    for place, line in enumerate(region):
        cells = _cells(line, columns)
        figures = {n for n, text in enumerate(cells) if n and _is_figure(text)}
        ruled = place > 0 and any(region[place - 1].bottom - 2 < r < line.bottom - 2 for r in inner)
        if not rows or ruled or _begins(rows[-1], cells, figures, bool(inner)):
            rows.append(_Row([[] for _ in columns]))
        for number, text in enumerate(cells):
            rows[-1].cells[number] += [text] if text else []
        rows[-1].figures |= figures
    return rows


def _rows_by_gaps(
    region: Sequence[Line], columns: Sequence[tuple[float, float]]
) -> list[_Row] | None:
    """Put lines to rows where rows stand further apart than the lines of a cell.

    None where they don't, or where that would put two figures into one cell.
    """
    gaps, bottom = [], region[0].bottom
    for line in region[1:]:
        gaps.append((line.top - bottom) / line.size)
        bottom = max(bottom, line.bottom)
    limit = _widest_jump(gaps)
    if limit is None:
        return None
    rows = [_Row([[] for _ in columns])]
    for place, line in enumerate(region):
        if place and gaps[place - 1] > limit:
            rows.append(_Row([[] for _ in columns]))
        for number, text in enumerate(_cells(line, columns)):
            cell = rows[-1].cells[number]
            if text and number and cell and _is_bare(text) and _is_bare(cell[-1]):
                return None
            cell += [text] if text else []
            rows[-1].figures |= {number} if number and _is_figure(text) else set()
    return rows


def _widest_jump(gaps: Sequence[float]) -> float | None:
    """Give the middle of the widest jump between gaps, where they are of two sorts."""
    ordered = sorted(gaps)
    jumps = [(after - before, before) for before, after in pairwise(ordered)]
    widest, below = max(jumps, default=(0.0, 0.0))
    return below + widest / 2 if widest > _JUMP and below < _WRAPPED else None


def _is_bare(text: str) -> bool:
    return _FIGURE.fullmatch(text.strip()) is not None


def _begins(row: _Row, cells: Sequence[str], figures: set[int], ruled: bool) -> bool:
    if figures & row.figures:
        return True
    if figures:
        return not row.figures and row.filled > 1
    alone = [text for text in cells if text]
    # Headings in the middle: another table follows close below.
    if row.figures and len(alone) > 1 and sum(bool(_YEAR.search(text)) for text in alone) > 1:
        return True
    section = len(alone) == 1 and bool(cells[0]) and cells[0][:1].isupper()
    return section and not ruled and bool(row.figures)


def _cells(line: Line, columns: Sequence[tuple[float, float]]) -> list[str]:
    cells = [""] * len(columns)
    for segment in line.segments:
        met = [
            number
            for number, (left, right) in enumerate(columns)
            if left <= segment.right and segment.left <= right
        ]
        for number in met or [0]:
            cells[number] = f"{cells[number]} {segment.text}".strip()
    return cells


def filled_down(rows: list[list[str]]) -> list[list[str]]:
    """Give rows whose name stands once, over several of them, that name.

    A name may go on in the rows below it: `Executive`, `members with a`, `vote`.
    """
    filled = [list(row) for row in rows]
    start = 0
    for place, row in enumerate(filled):
        second = row[1] if len(row) > 2 else ""
        part = bool(second) and not _is_figure(second)
        if place and part and (not row[0] or row[0][:1].islower()):
            if row[0]:
                joined = f"{filled[start][0]} {row[0]}"
                for one in filled[start:place]:
                    one[0] = joined
            row[0] = filled[start][0]
        else:
            start = place
    return filled
