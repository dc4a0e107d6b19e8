"""Command that splits a staff list of many trusts into their counts."""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path
from typing import Annotated, Final

import typer

from wres.cli.options import WITH_SMALL_COUNTS, Data
from wres.errors import StoppedError, UsageError

__all__ = ["split"]

_GO_ON: Final = "tables that are written are whole. To write the rest, run the same command again."


def split(
    staff_list: Annotated[
        Path, typer.Argument(metavar="FILE", help="Staff of many trusts: Parquet, or csv in UTF-8.")
    ],
    year: Annotated[int, typer.Option("--year", help="Year of the 31 March snapshot.")],
    heading: Annotated[
        list[str] | None,
        typer.Option("--heading", help="A heading of yours and the field it means: 'Emp=person'."),
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", help="What reports are to name as the source.")
    ] = None,
    replacing: Annotated[
        bool, typer.Option("--replace", help="Write over tables that hold other counts.")
    ] = False,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, help="How many trusts are counted at a time.")
    ] = None,
    notes: Annotated[
        bool, typer.Option("--notes", help="Tell too what was left out or read otherwise.")
    ] = False,
    data: Data = Path("data"),
) -> None:
    """Count the staff of every trust in one list, and write each trust's workforce.csv.

    A trust with a problem is named, and the others are written.

    Example: wres split national.parquet --year 2024
    """
    try:
        import polars  # noqa: F401, PLC0415 - an optional extra
    except ImportError:
        raise UsageError("wres split needs Polars: pip install 'wres[national]'") from None
    from wres.sources.files import InputFile  # noqa: PLC0415 - keeps --help fast
    from wres.sources.folders import shown_path  # noqa: PLC0415
    from wres.split import Split, split_staff_list  # noqa: PLC0415
    from wres.stopping import Ended, ends_by_signal  # noqa: PLC0415

    shown = shown_path(staff_list)

    def tell(one: Split, outcome: str) -> None:
        for problem in one.problems:
            typer.echo(f"{one.organisation}: {problem}", err=True)
        for problem in one.warnings:
            typer.echo(f"{one.organisation}: warning: {problem}", err=True)
        for problem in one.notes if notes else ():
            typer.echo(f"{one.organisation}: note: {problem}", err=True)

    begun = time.monotonic()
    try:
        with ends_by_signal():
            made = split_staff_list(
                InputFile(staff_list, shown, f"wres split {shown} --year {year}"),
                data,
                year,
                headings=dict(_pair(one) for one in heading or ()),
                source=source,
                replacing=replacing,
                workers=workers or os.cpu_count() or 1,
                told=tell,
            )
    except Ended as fault:
        raise StoppedError(f"{fault}; {_GO_ON}", fault.exit_code) from None
    for problem in made.notes:
        typer.echo(f"note: {problem}", err=True)
    outcomes = Counter(outcome for _, outcome in made.trusts)
    rows = sum(one.rows for one, _ in made.trusts)
    people = sum(one.people for one, _ in made.trusts)
    told = ", ".join(f"{outcomes[one]} {one}" for one in ("written", "unchanged", "failed"))
    seconds = time.monotonic() - begun
    typer.echo(
        f"{len(made.trusts)} trusts ({told}): {people:,} people counted in {rows:,} rows; "
        f"{seconds:.1f} s"
    )
    if outcomes["written"]:
        typer.echo(WITH_SMALL_COUNTS, err=True)
    raise typer.Exit(1 if outcomes["failed"] or not made.trusts else 0)


def _pair(given: str) -> tuple[str, str]:
    heading, mark, name = given.rpartition("=")
    if not mark or not heading.strip() or not name.strip():
        raise UsageError(f"--heading takes HEADING=field ('Emp Ref=person'), not {given!r}")
    return heading.strip(), name.strip()
