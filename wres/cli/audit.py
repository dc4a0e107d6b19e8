"""The command that audits a published report."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wres.errors import UsageError

if TYPE_CHECKING:
    from wres.audit.running import Audit
    from wres.chapters.reading import Chapter

__all__ = ["audit"]


class FindingsForm(StrEnum):
    """Forms in which findings are printed."""

    table = "table"
    csv = "csv"


def audit(
    source: Annotated[
        Path | None,
        typer.Argument(
            metavar="[REPORT]",
            help="The report (docx, pdf, html, txt, md), or a table of its claims (csv, xlsx).",
        ),
    ] = None,
    claims: Annotated[
        Path | None,
        typer.Option(
            "--claims",
            help="Table of the claims read from the report: written where it isn't there, to be "
            "confirmed; read where it is.",
        ),
    ] = None,
    template: Annotated[
        bool, typer.Option("--template", help="Print an empty table of claims, and end.")
    ] = False,
    form: Annotated[
        FindingsForm, typer.Option("--format", help="How to print the findings.")
    ] = FindingsForm.table,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write the findings as a page to send on.")
    ] = None,
    docx: Annotated[
        Path | None,
        typer.Option("--docx", help="Write the report's own docx with comments in its margin."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Print what can't be checked too.")
    ] = False,
    data: Annotated[
        Path, typer.Option("--data", help="Folder with the published national figures.")
    ] = Path("data"),
    organisation: Annotated[
        str | None,
        typer.Option("--organisation", help="Hold the claims to this trust's own results too."),
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", help="The report's year, that of its 31 March.")
    ] = None,
) -> None:
    """Audit a published report: its figures, recomputed and held against each other.

    Ends with 1 where the report contradicts itself, with 3 where it can't be read.

    Examples: wres audit report.docx --html audit.html; wres audit --template > claims.csv
    """
    from wres.audit.claims_table import template as empty_table  # noqa: PLC0415 - keeps --help fast

    if template:
        typer.echo(empty_table(), nl=False)
        return
    if source is None:
        raise UsageError("name the report, or a table of its claims: wres audit report.docx")
    _require_outputs(source, html, docx, claims)
    from wres.audit.running import run_audit  # noqa: PLC0415

    done = run_audit(
        source,
        claims=claims,
        benchmarks=data,
        year=year,
        chapter=_chapter(data, organisation, year),
    )
    _write(done, source, html, docx)
    _tell(done, form, everything=everything)
    raise typer.Exit(1 if any(one.kind == "contradiction" for one in done.findings) else 0)


def _require_outputs(
    source: Path, html: Path | None, docx: Path | None, claims: Path | None
) -> None:
    """Refuse what can't be written before anything is read."""
    if docx is not None and source.suffix.lower() != ".docx":
        raise UsageError(f"--docx writes comments into a docx; {source.name} is none")
    outputs = [path for path in (html, docx, claims) if path is not None]
    if any(path.resolve() == source.resolve() for path in outputs):
        raise UsageError("an output would overwrite the report itself: give it another name")
    missing = [path for path in outputs if not path.parent.is_dir()]
    if missing:
        raise UsageError(f"there is no folder {missing[0].parent}")


def _chapter(data: Path, organisation: str | None, year: int | None) -> Chapter | None:
    if organisation is None:
        return None
    if year is None:
        raise UsageError("--organisation needs --year: which year's results?")
    from wres.loading import load_chapter  # noqa: PLC0415

    return load_chapter(data, organisation, year, "public")


def _write(done: Audit, source: Path, html: Path | None, docx: Path | None) -> None:
    from wres.audit.margin import write_comments  # noqa: PLC0415
    from wres.audit.page import write_page  # noqa: PLC0415

    if html is not None:
        write_page(done.findings, html, done.name, len(done.claims), done.coverage)
        typer.echo(f"written: {html}", err=True)
    if docx is not None and done.report is not None:
        count = write_comments(source, docx, done.report.document, done.findings)
        typer.echo(f"written: {docx}, with {count} comments", err=True)


def _tell(done: Audit, form: FindingsForm, *, everything: bool) -> None:
    from wres.audit.terminal import print_findings, print_sample, write_csv  # noqa: PLC0415

    for note in done.notes:
        typer.echo(f"note: {note}", err=True)
    if done.report is not None:
        year = f", as one of {done.report.year}" if done.report.year else ""
        typer.echo(f"read in {done.name}{year}: {len(done.claims)} claims", err=True)
        if any(claim.confirmed != "yes" for claim in done.claims):
            print_sample(done.claims, sys.stderr)
    if done.coverage is not None:
        typer.echo(f"read: {done.coverage.told}", err=True)
        for line in done.coverage.unread:
            typer.echo(f"not read: {line}", err=True)
    if form is FindingsForm.csv:
        write_csv(done.findings, sys.stdout)
    else:
        print_findings(done.findings, sys.stdout, everything=everything)
