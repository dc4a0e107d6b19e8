"""Numbers of paragraphs, which are no figures: `4.1`, `4.2`, `4.3` at the head of what they number.

They are told by their running order alone, for reports set them in many ways: as text, in an
element or a line of their own, in a cell beside the paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from wres.audit.documents.contents import Block, Grid

__all__ = ["NUMBERED", "without_numbers"]

Number = tuple[int, ...]

_PARTS: Final = r"[1-9]\d?(?:\.[1-9]\d?){1,3}"
# A paragraph's number and the start of its text: no unit follows it, and no small letter.
_DEEP: Final = re.compile(rf"\(?({_PARTS})[.):]?(?:$|\s+(?=[^a-z%\s]))(?!per\s?cent)")
_FLAT: Final = re.compile(r"\(?([1-9]\d?)[.):]?(?:$|\s+(?=[A-Z“‘\"']))")
# The same at the head of a line, where lines are all that tells of paragraphs.
NUMBERED: Final = re.compile(rf"\s*\(?{_PARTS}[.):]?\s+(?=[A-Z\d“‘\"'])")
_RUN: Final = 3
# Shorter runs that do not begin at a `.1` may be figures: `1.4`, `1.5`, `1.6`.
_LONG_RUN: Final = 5
_WORDY: Final = 5
# Of a number that stands alone: its parts, and how far paragraphs are counted.
_DEEP_PARTS: Final = 2
_MOST: Final = 20
_DIGIT: Final = re.compile(r"\d")
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|rose|fell|employs?|shows?|stands?|stood|remains?|reported)\b"
)
_OPENER: Final = re.compile(
    r"(?:The|Our|We|This|These|It|In|Of|At|On|A|An|As|All|Both|For|There|Since|Between|Members)\b"
)


@dataclass(frozen=True)
class _Head:
    """A number at the head of a block or cell, which may number it."""

    block: int
    cell: tuple[int, int] | None
    number: Number
    end: int
    rest: str = ""


def without_numbers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Take the numbers of paragraphs from their heads; one that stands alone goes whole.

    Examples
    --------
    >>> texts = ["4.1 Of our staff", "4.2", "1.61 is the ratio", "4.3 A share"]
    >>> [one.text for one in without_numbers([Block("paragraph", text, "") for text in texts])]
    ['Of our staff', '1.61 is the ratio', 'A share']
    """
    numbering = _numbering(_heads(blocks))
    cells: dict[int, dict[tuple[int, int], int]] = {}
    ends: dict[int, int] = {}
    for head in numbering:
        if head.cell is not None:
            cells.setdefault(head.block, {})[head.cell] = head.end
        elif len(head.number) > 1 or blocks[head.block].kind != "heading":
            ends[head.block] = head.end
    kept = []
    for place, block in enumerate(blocks):
        if place in cells and block.grid is not None:
            kept.append(replace(block, grid=_without(block.grid, cells[place])))
        elif (text := block.text[ends.get(place, 0) :]) or block.grid is not None:
            kept.append(replace(block, text=text) if place in ends else block)
    return tuple(kept)


def _without(grid: Grid, ends: dict[tuple[int, int], int]) -> Grid:
    rows = tuple(
        tuple(text[ends.get((row, column), 0) :] for column, text in enumerate(cells))
        for row, cells in enumerate(grid.rows)
    )
    return replace(grid, rows=rows)


def _heads(blocks: Sequence[Block]) -> list[_Head]:
    found = []
    for place, block in enumerate(blocks):
        if block.grid is None:
            match = _DEEP.match(block.text) or _FLAT.match(block.text)
            if match:
                rest = block.text[match.end() :]
                found.append(_Head(place, None, _read(match[1]), match.end(), rest))
            continue
        for row, cells in enumerate(block.grid.rows):
            for column, text in enumerate(cells):
                match = _DEEP.match(text)
                following = cells[column + 1] if column + 1 < len(cells) else ""
                wordy = len((text if match and text[match.end() :] else following).split())
                if match and wordy >= _WORDY and (row, column) not in block.grid.copies:
                    found.append(_Head(place, (row, column), _read(match[1]), match.end()))
    return found


def _read(text: str) -> Number:
    return tuple(int(part) for part in text.split("."))


def _numbering(heads: Sequence[_Head]) -> list[_Head]:
    """Give the heads that run on from each other, and those that fit between two such."""
    before = _runs(heads, _follows)
    after = _runs(heads[::-1], lambda one, other: _follows(other, one))[::-1]
    sure = []
    for place in range(len(heads)):
        length = len(before[place]) + len(after[place]) - 1
        starts = any(number[-1] == 1 for number in (*before[place], *after[place]))
        if (
            length >= (_RUN if starts else _LONG_RUN)
            or _numbers_a_sentence(heads[place])
            or (starts and _are_two(place, heads))
        ):
            sure.append(place)
    known = {*sure}
    return [head for place, head in enumerate(heads) if place in known or _fits(place, heads, sure)]


def _numbers_a_sentence(head: _Head) -> bool:
    """Say whether a number can be no figure of the whole sentence that it stands before.

    `2.4 The ratio is 1.48.`, `1.2 White applicants were 1.48 times as likely to be appointed.`
    """
    if len(head.number) < _DEEP_PARTS or head.number[-1] > _MOST or not _is_sentence(head.rest):
        return False
    told = _VERB.search(head.rest) is not None
    return told and (_OPENER.match(head.rest) is not None or bool(_DIGIT.search(head.rest)))


def _are_two(place: int, heads: Sequence[_Head]) -> bool:
    """Say whether a number stands by the next of two paragraphs: `4.1 ...`, `4.2 ...`."""
    one = heads[place]
    near = [*heads[max(0, place - 1) : place], *heads[place + 1 : place + 2]]
    return any(
        abs(other.block - one.block) == 1
        and (_follows(one.number, other.number) or _follows(other.number, one.number))
        and _is_sentence(one.rest)
        and _is_sentence(other.rest)
        for other in near
        if min(len(one.number), len(other.number)) >= _DEEP_PARTS
    )


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith(".") and len(text.split()) >= _WORDY


def _runs(
    heads: Sequence[_Head], follows: Callable[[Number, Number], bool]
) -> list[tuple[Number, ...]]:
    """Give for each head the longest run of numbers that ends in it."""
    longest: dict[Number, tuple[Number, ...]] = {}
    runs = []
    for head in heads:
        earlier = [run for number, run in longest.items() if follows(number, head.number)]
        run = (*max(earlier, key=len, default=()), head.number)
        runs.append(run)
        longest[head.number] = max(run, longest.get(head.number, ()), key=len)
    return runs


def _follows(one: Number, other: Number) -> bool:
    """Say whether a number comes next: `4.2` after `4.1` and `4.1.6`; `5` or `5.1` after `4.9`."""
    if other == (*one, 1):
        return True
    *parent, last = other
    if last > 1:
        # One may be lost in a table or picture.
        steps = {last - 1, last - 2} if parent else {last - 1}
        return one[: len(parent)] == tuple(parent) and {*one[len(parent) : len(other)]} <= steps
    # The first of its chapter, where the chapter's own number is not printed.
    return bool(parent) and one[: len(parent)] == (*parent[:-1], parent[-1] - 1)


def _fits(place: int, heads: Sequence[_Head], sure: Sequence[int]) -> bool:
    """Say whether a number of parts lies between the numbers before and after it."""
    number = heads[place].number
    after = bisect(sure, place)
    if not 0 < after < len(sure) or len(number) == 1:
        return False
    low, high = heads[sure[after - 1]].number, heads[sure[after]].number
    return low < number < high and number[0] in {low[0], high[0]}
