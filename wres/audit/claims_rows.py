"""A table of claims as a report: rows of figures as its table, rows of words as its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from wres.audit.auditing import audit_claims, audit_report, once
from wres.audit.candidates import Report, read_report
from wres.audit.checks.comparators import National
from wres.audit.claim import ALL, Claim, Spot
from wres.audit.coverage import Coverage, coverage_of
from wres.audit.dates import latest_of
from wres.audit.documents import Block, Document
from wres.audit.findings import AuditFinding, in_order
from wres.labels import listed

__all__ = ["audit_rows", "coverage_of_rows", "holds_figure", "report_of_rows"]

_APART: Final = (
    "{}: the columns name another year or a part of the trust, the words don't: fill in the figures"
)
_UNSAID: Final = "{}: the words read like labels of a table, not like a sentence"
_WITHOUT: Final = "figures in {}: none is there, or the words leave open what it is of"


def holds_figure(row: Claim) -> bool:
    """Say whether a row has a figure, or the counts behind one, in a column of its own."""
    figure = row.value or row.comparator_value or row.difference
    return bool(figure) or row.numerator is not None


def report_of_rows(name: str, rows: Sequence[Claim], year: int | None) -> Report:
    """Read the rows that hold words only as a report's sentences, beside those of figures.

    Parameters
    ----------
    name : str
        Of the table's file.
    rows : sequence of Claim
    year : int, optional
        The report's own; the latest that a row names, where it isn't given.
    """
    own = year or max((row.year for row in rows if row.year), default=None)
    blocks = [
        Block("paragraph", _words(row, own), row.place, source=row.row, topic=row.indicator)
        for row in rows
    ]
    document = Document(name, tuple(blocks))
    read = read_report(document, own)
    # No row is a title: a year that one names may be of what it sets its figure against.
    latest = latest_of(read.claims) if own is None else None
    if latest is not None and latest > (read.year or latest):
        read = read_report(document, latest)
    table = [row.but(origin="table") for row in _placed(rows) if holds_figure(row)]
    claims = sorted([*table, *read.claims], key=lambda claim: claim.spot().order)
    said = tuple(one for one in read.passages if one.text)
    return replace(read, claims=tuple(claims), passages=said)


def _words(row: Claim, year: int | None) -> str:
    """Give the words of a row without a figure.

    Blank where its columns say what the words don't: that they are of another year or of a part.
    """
    if holds_figure(row) or _is_apart(row, year):
        return ""
    return " ".join((row.text, row.direction)).strip()


def _is_apart(row: Claim, year: int | None) -> bool:
    return row.breakdown != ALL or row.year not in {None, year}


def _placed(rows: Sequence[Claim]) -> list[Claim]:
    """Give each row the place that its words have among the report's blocks."""
    return [
        row.but(spots={"value": Spot(row.place, number)}) for number, row in enumerate(rows)
    ]  # fmt: skip


def audit_rows(
    rows: Sequence[Claim], report: Report, national: Sequence[National]
) -> list[AuditFinding]:
    """Audit a table's figures, and the sentences of its other rows against them.

    Parameters
    ----------
    rows : sequence of Claim
    report : Report
        What `report_of_rows` makes of them.
    national : sequence of National
        Published figures to hold comparators against.
    """
    found = audit_claims([row for row in _placed(rows) if holds_figure(row)], national, report.year)
    if report.passages:
        found += audit_report(report, national)
    return in_order(once(found))


def coverage_of_rows(rows: Sequence[Claim], report: Report) -> Coverage:
    """Count what was read of a table, and name by their lines the rows of words that were not."""
    figures = sum(map(holds_figure, rows))
    return replace(
        coverage_of(report), tables=int(figures > 0), table_figures=figures,
        table_figures_read=figures, unread=tuple(_left(rows, report)),
    )  # fmt: skip


def _left(rows: Sequence[Claim], report: Report) -> Iterator[str]:
    wordy = {number: row for number, row in enumerate(rows) if not holds_figure(row)}
    said = {one.spot.block for one in report.passages if one.claims}
    read = {one.spot().block for one in report.claims}
    left: dict[str, list[str]] = {_APART: [], _UNSAID: [], _WITHOUT: []}
    for number, row in wordy.items():
        if _is_apart(row, report.year):
            left[_APART].append(str(row.row))
        elif number not in read:
            left[_WITHOUT if number in said else _UNSAID].append(str(row.row))
    for told, lines in left.items():
        if lines:
            yield told.format(f"row{'s' if len(lines) > 1 else ''} {listed(lines)}")
