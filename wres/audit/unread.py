"""How much of a PDF's tables was read: what wasn't may bear out what a sentence says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from wres.audit.candidates import Report
from wres.audit.claim import Claim
from wres.audit.findings import CONTRADICTION, UNCHECKABLE, AuditFinding
from wres.audit.printed import read_printed
from wres.audit.tables.cells import read_parts
from wres.audit.tables.layout import is_plan
from wres.audit.trust import DOUBT, FROM_PAGES

__all__ = ["half_read", "held_to_unread"]

_MOST: Final = 0.6


def half_read(report: Report) -> frozenset[int]:
    """Find the tables told by where their words stand of which many figures make no claim."""
    return frozenset(
        number
        for number, origin, share in _read(report)
        if origin == "aligned" and share < _MOST
    )  # fmt: skip


def _read(report: Report) -> Iterator[tuple[int, str, float]]:
    spots: Counter[int] = Counter()
    cells = {
        (spot.block, spot.row, spot.column)
        for claim in report.claims
        if claim.origin in FROM_PAGES
        for spot in claim.spots.values()
    }
    spots.update(block for block, _, _ in cells)
    for number, block in enumerate(report.document.blocks):
        grid = block.grid
        if grid is None or grid.origin not in FROM_PAGES or is_plan(grid):
            continue
        figures = sum(bool(read_parts(cell)) for row in grid.rows[1:] for cell in row[1:])
        yield number, grid.origin, spots[number] / figures if figures else 1.0


def held_to_unread(
    findings: Iterable[AuditFinding], report: Report, believed: Sequence[Claim]
) -> list[AuditFinding]:
    """Mark sentences' contradictions in reports of whose tables a part wasn't read.

    A sentence may be right by a table that wasn't; one that gives a figure as another's, which a
    table has, stays contradicted.
    """
    read = list(_read(report))
    shares = [share for _, _, share in read]
    pages = {number for number, _, _ in read}
    little = bool(shares) and sum(shares) / len(shares) < _MOST
    known = {
        figure.value
        for claim in believed
        if claim.origin in FROM_PAGES and (figure := claim.printed()) is not None
    }
    # A caption may be lost at a page's end: bands are then those of other staff.
    unread = _figures_unread(report, pages) | {
        figure.value
        for claim in believed
        if claim.origin in FROM_PAGES and "band=" in claim.breakdown and claim.measure == "share"
        if (figure := claim.printed()) is not None
    }
    doubts = []
    for one in findings:
        figure = read_printed(one.published)
        value = figure.value if figure is not None else None
        doubtful = pages and _is_of_words(one) and (
            one.spot.block in pages or value in unread or (little and value not in known)
        )  # fmt: skip
        message = f"{DOUBT} {one.message}"
        doubts.append(
            replace(one, kind=UNCHECKABLE, message=message, confirmed=False) if doubtful else one
        )
    return doubts


def _figures_unread(report: Report, pages: set[int]) -> set[Fraction]:
    """Give the figures of cells that make no claim."""
    cells = {
        (spot.block, spot.row, spot.column)
        for claim in report.claims
        if claim.origin in FROM_PAGES
        for spot in claim.spots.values()
    }
    return {
        part.figure.value
        for number in pages
        if (grid := report.document.blocks[number].grid) is not None
        for row, texts in enumerate(grid.rows)
        for column, text in enumerate(texts)
        if (number, row, column) not in cells
        for part in read_parts(text)
    }


def _is_of_words(one: AuditFinding) -> bool:
    """Say whether a sentence is held to a table, and not to its own counts."""
    return one.kind == CONTRADICTION and not one.formula and not one.recomputed
