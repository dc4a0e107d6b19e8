"""One audit from its files to its findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from wres.audit.auditing import audit_and_doubt, once
from wres.audit.candidates import Report, read_report
from wres.audit.checks.comparators import National, national_figures
from wres.audit.claim import Claim
from wres.audit.claims_rows import audit_rows, coverage_of_rows, holds_figure, report_of_rows
from wres.audit.claims_table import read_claims, write_claims
from wres.audit.confirming import Confirmed, confirm
from wres.audit.coverage import Coverage, coverage_of
from wres.audit.documents import read_document
from wres.audit.documents.reading import is_table_of_claims, problem
from wres.audit.findings import AuditFinding, in_order
from wres.audit.own_results import borne_out, check_own_results, check_own_words
from wres.chapters.reading import Chapter
from wres.errors import InputError
from wres.sources.benchmarks import load_benchmarks

__all__ = ["Audit", "run_audit"]


_NEEDED: Final = (
    "To hold a figure to its counts, fill in indicator, measure, group, year and value, with "
    "numerator and denominator (of a ratio or gap the comparator's too)."
)
_NOTHING_READ: Final = (
    "holds no figure or sentence that could be read as a claim of this standard; nothing was "
    "audited"
)
_ONLY_TEXTS: Final = (
    "the table has no figures in columns of their own: its texts were read as a report's "
    f"sentences, and held to each other. {_NEEDED}"
)


@dataclass(frozen=True)
class Audit:
    """What an audit found.

    Parameters
    ----------
    name : str
        Of the report's file.
    claims : tuple of Claim
        Those that were checked.
    findings : tuple of AuditFinding
    report : Report, optional
        The report as read; none where a table of claims was audited.
    notes : tuple of str
        What the user should know besides.
    coverage : Coverage, optional
        How much of the report was read.
    """

    name: str
    claims: tuple[Claim, ...]
    findings: tuple[AuditFinding, ...]
    report: Report | None = None
    notes: tuple[str, ...] = ()
    coverage: Coverage | None = None


def run_audit(
    source: Path,
    *,
    claims: Path | None = None,
    benchmarks: Path = Path("data"),
    year: int | None = None,
    chapter: Chapter | None = None,
) -> Audit:
    """Audit a report, or a table of claims.

    Parameters
    ----------
    source : Path
        docx, pdf, html, txt, md: a report; csv, xlsx: a table of claims.
    claims : Path, optional
        Table in which the candidates of a report are confirmed; written where it isn't there.
    benchmarks : Path
        Data folder with `benchmarks/national.csv`; without it comparators aren't checked.
    year : int, optional
        The report's year.
    chapter : Chapter, optional
        The trust's own results, to hold the claims to.

    Raises
    ------
    InputError
        A file can't be read, or the table breaks its rules.
    """
    national, notes = _national(benchmarks)
    if is_table_of_claims(source):
        rows = [row for row in read_claims(source) if row.confirmed != "no"]
        if any(map(holds_figure, rows)):
            return _with_results(_of_rows(source.name, rows, national, notes, year), chapter)
        notes += (_ONLY_TEXTS,)
        report = report_of_rows(source.name, rows, year)
        coverage = coverage_of_rows(rows, report)
    else:
        report, coverage = read_report(read_document(source), year), None
    if not report.claims and not any(passage.text for passage in report.passages):
        raise problem(source, "holds nothing that can be read", "Save it with its text.")
    audited, more = _confirmed(report, claims, national)
    findings, doubtful = audit_and_doubt(audited, national)
    if not report.claims and not findings:
        raise problem(source, _NOTHING_READ, "See docs/audit.md for what can be read.")
    audit = Audit(
        source.name, audited.claims, tuple(findings), audited, notes + more,
        coverage or coverage_of(audited, doubtful),
    )  # fmt: skip
    return _with_results(audit, chapter)


def _of_rows(
    name: str,
    rows: Sequence[Claim],
    national: Sequence[National],
    notes: tuple[str, ...],
    year: int | None,
) -> Audit:
    told = [row.but(confirmed="yes") for row in rows]
    report = report_of_rows(name, told, year)
    found = audit_rows(told, report, national)
    wordy = sum(not holds_figure(row) for row in rows)
    if not wordy:
        return Audit(name, tuple(told), tuple(found), None, notes)
    notes += (
        f"{wordy} of {len(rows)} rows hold words only: they were read as sentences, and held to "
        f"the others. {_NEEDED}",
    )
    coverage = coverage_of_rows(told, report)
    return Audit(name, report.claims, tuple(found), report, notes, coverage)


def _national(data: Path) -> tuple[Sequence[National], tuple[str, ...]]:
    path = data / "benchmarks" / "national.csv"
    if not path.is_file():
        return (), (f"comparators are not held to published figures: there is no {path}",)
    try:
        return national_figures(load_benchmarks(data)), ()
    except InputError as fault:
        return (), (f"comparators are not held to published figures: {fault}",)


def _wordy(report: Report, national: Sequence[National]) -> Iterator[Claim]:
    """Give a row to each questioned sentence without a figure, so that it too can be struck."""
    told = {" ".join(claim.text.split()) for claim in report.claims}
    for one in audit_and_doubt(report, national)[0]:
        text = " ".join(one.text.split())
        if text and text not in told:
            told.add(text)
            yield Claim(
                place=one.spot.place, text=text, origin="sentence", spots={"value": one.spot}
            )


def _confirmed(
    report: Report, table: Path | None, national: Sequence[National]
) -> tuple[Report, tuple[str, ...]]:
    if table is None:
        return report, ()
    if not table.is_file():
        rows = [*report.claims, *_wordy(report, national)]
        write_claims(sorted(rows, key=lambda claim: claim.spot().order), table)
        note = (
            f"{len(rows)} candidate claims written to {table}: put yes or no into its "
            "last column and run this again"
        )
        return report, (note,)
    joined = confirm(report.claims, read_claims(table))
    heard = replace(
        report, claims=joined.claims, struck=joined.struck, struck_spots=joined.struck_spots
    )
    return heard, _told(joined, table)


def _told(joined: Confirmed, table: Path) -> tuple[str, ...]:
    notes = []
    if joined.left_out:
        notes.append(f"{joined.left_out} rows of {table} are not confirmed and were left out")
    if joined.struck_out:
        notes.append(f"{joined.struck_out} rows of {table} are struck out")
    return tuple(notes)


def _with_results(audit: Audit, chapter: Chapter | None) -> Audit:
    if chapter is None:
        return audit
    passages = audit.report.passages if audit.report is not None else ()
    more = [
        *check_own_results(audit.claims, chapter),
        *check_own_words(passages, audit.claims, chapter),
    ]
    told = borne_out(audit.findings, audit.claims, chapter)
    return replace(audit, findings=tuple(in_order(once([*more, *told]))))
