"""Commands that show figures: a report, every report, the results."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

from wres.cli.options import (
    Chapters,
    Data,
    Engine,
    Extracts,
    Form,
    Organisation,
    Peers,
    Profile,
    ProfileOption,
    Year,
)
from wres.errors import UsageError

__all__ = ["indicators", "render"]

_WITH_SMALL_COUNTS: Final = (
    "warning: these results hold every count, small ones among them; do not pass them on"
)


def render(
    organisation: Annotated[
        str | None, typer.Argument(metavar="[ODS]", help="ODS code of the trust.")
    ] = None,
    year: Annotated[
        int | None, typer.Argument(metavar="[YEAR]", help="Reporting year, that of the snapshot.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every trust that has data for the year.")
    ] = False,
    of_year: Annotated[
        int | None, typer.Option("--year", help="The reporting year, with --all.")
    ] = None,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            help="Any of html, pdf, docx (Word) and xlsx (the tables as an accessible "
            "spreadsheet), with commas between.",
        ),
    ] = "html,pdf",
    engine: Annotated[
        Engine, typer.Option("--engine", help="auto: Quarto where it is on PATH.")
    ] = Engine.auto,
    output: Annotated[Path, typer.Option("--output", help="The shelf.")] = Path("build"),
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help="No report unless every sentence holds, or can't be checked."
        ),
    ] = False,
    paper: Annotated[
        Path | None,
        typer.Option(
            "--paper", help="Describes the document, in place of the year's board_paper.yml."
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option("--workers", min=1, help="With --all: how many reports are made at a time."),
    ] = None,
    cluster: Annotated[
        str,
        typer.Option(
            "--cluster",
            help="With --all: made by the workers of a Dask cluster, whose scheduler has this "
            "address; local begins one on this machine.",
        ),
    ] = "",
    resume: Annotated[
        bool, typer.Option("--resume", help="With --all: go on with a run that did not finish.")
    ] = False,
    among_peers: Annotated[
        bool,
        typer.Option(
            "--among-peers",
            help="With --all: set each trust beside the public results of the others, which are "
            "computed first.",
        ),
    ] = False,
    chapters: Annotated[
        Chapters,
        typer.Option(
            "--chapters",
            help="How chapters run. warm: in forks of a process that has everything imported; "
            "standard: in a kernel each; auto: warm where processes fork.",
        ),
    ] = Chapters.auto,
    time_limit: Annotated[
        int, typer.Option("--time-limit", min=1, help="Seconds that a chapter's cell may run.")
    ] = 300,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Make again what has not changed.")
    ] = False,
    data: Data = Path("data"),
    extracts: Extracts = None,
    peers: Peers = None,
    profile: ProfileOption = Profile.public,
) -> None:
    """Render the whole report of one trust and year, or of every trust.

    A report that would come out as it stands on the shelf is left there. With --all, --extracts
    must hold ODS/YEAR/ for each trust; files beside those are not read.

    Examples: wres render RYV 2020; wres render RYV 2020 --to html,docx,xlsx;
    wres render --all --year 2024 --workers 4; wres render --all --year 2024 --resume
    """
    from wres.project import find_project  # noqa: PLC0415 - keeps --help fast
    from wres.report import Report, make_report  # noqa: PLC0415
    from wres.scratch import working_in_scratch  # noqa: PLC0415

    if not every and (workers or cluster or resume or among_peers):
        raise UsageError("--workers, --cluster, --resume and --among-peers go with --all")
    if among_peers and peers is not None:
        raise UsageError("--among-peers computes the peers itself; leave out --peers")
    wanted = _wanted(organisation, year, every=every, of_year=of_year)
    report = Report(
        organisation=wanted[0],
        year=wanted[1],
        data=data,
        shelf=output,
        project=find_project(Path.cwd()),
        profile=profile.value,
        formats=_formats(to),
        engine=engine.value,
        extracts=extracts,
        peers=peers,
        strict=strict,
        paper=paper,
        chapters=chapters.value,
        seconds=time_limit,
        fresh=fresh,
    )
    with working_in_scratch():
        if every:
            from wres.batch import Batch, make_reports  # noqa: PLC0415 - slow to load

            told = Batch(cluster=cluster, resume=resume, among_peers=among_peers)
            make_reports(report, _tell, replace(told, workers=workers) if workers else told)
        else:
            typer.echo(make_report(report, _tell))


def _tell(text: str, error: bool) -> None:
    typer.echo(text, err=error)


def _wanted(
    organisation: str | None, year: int | None, *, every: bool, of_year: int | None
) -> tuple[str, int]:
    if every:
        if organisation is not None or year is not None or of_year is None:
            raise UsageError("--all takes its year by --year: wres render --all --year 2024")
        return "", of_year
    if organisation is None or year is None or of_year is not None:
        raise UsageError("name one trust and year (wres render RYV 2020), or --all --year YEAR")
    return organisation, year


def indicators(
    organisation: Organisation,
    year: Year,
    form: Annotated[Form, typer.Option("--format", help="How to print.")] = Form.table,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            help="Write them into this folder instead, as chapters read them: to open a chapter "
            "by hand that lies there.",
        ),
    ] = None,
    data: Data = Path("data"),
    extracts: Extracts = None,
    peers: Peers = None,
    profile: ProfileOption = Profile.public,
) -> None:
    """Print the results of one trust and year, without rendering.

    Example: wres indicators RYV 2020 --format csv
    """
    from wres.chapters.staging import hand_over  # noqa: PLC0415 - keeps --help fast
    from wres.listing import print_results  # noqa: PLC0415
    from wres.loading import load  # noqa: PLC0415
    from wres.paper import require_released  # noqa: PLC0415
    from wres.sources.folders import YearFolder  # noqa: PLC0415

    loaded = load(data, organisation, year, profile.value, extracts, peers)
    for note in loaded.notes:
        _tell(f"note: {note}", error=True)
    if profile is Profile.public:
        folder = YearFolder(data, organisation, year)
        require_released(folder, loaded.sources, None, date.today())
    if output is None:
        print_results(loaded.chapter, form.value)
        return
    for path in hand_over(loaded.chapter, output):
        typer.echo(path)
    if profile is Profile.internal:
        _tell(_WITH_SMALL_COUNTS, error=True)


def _formats(to: str) -> list[str]:
    from wres.render import FORMATS  # noqa: PLC0415

    wanted = [part.strip() for part in to.split(",") if part.strip()]
    unknown = [part for part in wanted if part not in FORMATS]
    if unknown or not wanted:
        raise UsageError(f"--to takes {', '.join(FORMATS)}, with commas between; got {to!r}")
    return list(dict.fromkeys(wanted))
