"""Which words of several lines stand over each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from wres.audit.documents.lines import Line, Segment

__all__ = ["columns_of", "resplit", "split_at"]

# Gaps between headings that stand close are wider than a blank between words.
_BLANK: Final = 0.42


def columns_of(region: Sequence[Line]) -> list[tuple[float, float]]:
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


def resplit(line: Line, columns: Sequence[tuple[float, float]]) -> Line:
    """Part a line's words that stand over several columns, nearer than cells mostly do."""
    segments: list[Segment] = []
    for segment in line.segments:
        met = sum(left <= segment.right and segment.left <= right for left, right in columns)
        inside = [w for w in line.words if segment.left <= w.left and w.right <= segment.right]
        part = replace(line, words=inside)
        segments += split_at(part, columns) if met > 1 and len(inside) > 1 else [segment]
    return replace(line, segments=segments)


def split_at(line: Line, columns: Sequence[tuple[float, float]]) -> list[Segment]:
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
