"""How much of a report was read, and what wasn't: an audit is no better than its reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from wres.audit.candidates import Report, left_out_parts
from wres.audit.documents.contents import Block
from wres.audit.tables.cells import read_parts
from wres.audit.tables.layout import is_plan

__all__ = ["Coverage", "coverage_of"]

_FIGURE: Final = re.compile(
    r"(?<![\w.,/])(?!(?:19|20)\d\d(?![\d%.,]\d))\d[\d,]*(?:\.\d+)?\s?(?:%|per\s?cent)?(?![\w/])"
)
# A line that is mostly figures, outside of any table: a chart's labels, or a table not seen as one.
_LOOSE: Final = 3
_NAMED: Final = 6


@dataclass(frozen=True)
class Coverage:
    """Counts of what was read, and a line for each sort of thing that wasn't.

    Parameters
    ----------
    tables, plans : int
        Tables of figures, and plans of actions.
    table_figures, table_figures_read : int
        Figures in the tables' cells, and those of them that became claims.
    sentence_figures, sentence_figures_read : int
        Numbers in sentences other than years, and those that became claims.
    unread : tuple of str
        In plain words, with places.
    """

    tables: int
    plans: int
    table_figures: int
    table_figures_read: int
    sentence_figures: int
    sentence_figures_read: int
    unread: tuple[str, ...]

    @property
    def told(self) -> str:
        """The counts in a sentence.

        Examples
        --------
        >>> Coverage(2, 1, 30, 28, 12, 9, ()).told
        '28 of 30 figures in 2 tables, 9 of 12 in sentences; 1 plan of actions'
        """
        plans = "no plan"
        if self.plans:
            plans = f"{self.plans} {'plan' if self.plans == 1 else 'parts of plans'}"
        tables = f"{self.tables} {'table' if self.tables == 1 else 'tables'}"
        return (
            f"{self.table_figures_read:,} of {self.table_figures:,} figures in {tables}, "
            f"{self.sentence_figures_read:,} of {self.sentence_figures:,} in sentences; "
            f"{plans} of actions"
        )


def coverage_of(report: Report, doubtful: frozenset[int] = frozenset()) -> Coverage:
    """Count what of a report was read.

    Parameters
    ----------
    report : Report
    doubtful : frozenset of int
        Blocks of tables whose reading isn't believed.
    """
    blocks = report.document.blocks
    other = set(left_out_parts(blocks))
    cells = {
        (spot.block, spot.row, spot.column)
        for claim in report.claims
        for spot in claim.spots.values()
        if spot.row is not None
    }
    plans = {plan.place for plan in report.plans if plan.grid is not None}
    tables = [
        (number, block, _cells(block))
        for number, block in enumerate(blocks)
        if block.grid is not None and not is_plan(block.grid) and number not in other
        if block.place not in plans
    ]
    tables = [(number, block, found) for number, block, found in tables if found]
    in_sentences = {
        (claim.spot().block, claim.spot().start)
        for claim in report.claims
        if claim.origin == "sentence"
    }
    said = [one for one in report.passages if one.claims]
    missed = [
        (block, sum((number, row, column) not in cells for row, column in found))
        for number, block, found in tables
    ]
    return Coverage(
        tables=len(tables),
        plans=sum(plan.grid is not None for plan in report.plans),
        table_figures=sum(len(found) for _, _, found in tables),
        table_figures_read=sum(len(found) for _, _, found in tables) - sum(n for _, n in missed),
        sentence_figures=sum(len(_FIGURE.findall(passage.text)) for passage in said),
        sentence_figures_read=len(in_sentences),
        unread=tuple(
            [
                *_doubted(report, doubtful),
                *_unread(report, missed, [blocks[number] for number in sorted(other)]),
            ]
        ),
    )


def _cells(block: Block) -> list[tuple[int, int]]:
    """Give the cells of a table that hold figures, its first row and column left out."""
    rows = block.grid.rows if block.grid is not None else ()
    return [
        (row, column)
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
        if row and column and read_parts(text)
        if block.grid is None or (row, column) not in block.grid.copies
    ]


def _doubted(report: Report, doubtful: frozenset[int]) -> Iterator[str]:
    places = [report.document.blocks[number].place for number in sorted(doubtful)]
    if places:
        yield f"tables that were read with doubt: {_some(places)}"


def _unread(
    report: Report, missed: Sequence[tuple[Block, int]], other: Sequence[Block]
) -> Iterator[str]:
    half = [
        f"{block.place} ({number} {'figure' if number == 1 else 'figures'})"
        for block, number in missed
        if number
    ]
    if half:
        yield f"figures of tables whose headings don't tell what they are: {_some(half)}"
    loose = [
        passage.spot.place
        for passage in report.passages
        if passage.explains and len(_FIGURE.findall(passage.text)) >= _LOOSE
    ]
    if loose:
        lines = f"{len(loose)} {'line' if len(loose) == 1 else 'lines'}"
        places = _some(dict.fromkeys(loose))
        yield f"{lines} of figures outside of tables (charts, methods, glossaries): {places}"
    if other:
        heads = [block.text for block in other if block.kind == "heading"][:1]
        yield f"{len(other)} paragraphs and tables of other standards, from “{heads[0]}” on"
    if report.document.pictures:
        yield f"what pictures and charts hold: {_some(report.document.pictures)}"


def _some(places: Sequence[str] | dict[str, None]) -> str:
    listed = list(places)
    more = f" and {len(listed) - _NAMED} more" if len(listed) > _NAMED else ""
    return ", ".join(listed[:_NAMED]) + more
