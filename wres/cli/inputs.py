"""Commands about what a trust holds: begin a year, check it, count it, return it, make one up."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from wres.cli.options import WITH_SMALL_COUNTS, Data, Extracts, Organisation, Year
from wres.errors import UsageError

__all__ = ["accept", "check", "counts", "national_return", "new", "simulate"]


class FindingsForm(StrEnum):
    """Forms in which findings are printed."""

    text = "text"
    json = "json"


def check(
    organisation: Organisation,
    year: Year,
    form: Annotated[
        FindingsForm, typer.Option("--format", help="How to print.")
    ] = FindingsForm.text,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 on a warning.")] = False,
    paper: Annotated[
        Path | None,
        typer.Option(
            "--paper", help="Describes the document, in place of the year's board_paper.yml."
        ),
    ] = None,
    data: Data = Path("data"),
    extracts: Extracts = None,
) -> None:
    """Check the inputs of one trust and year: every problem, with what to do about it.

    Example: wres check RYV 2020
    """
    from wres.check import exit_code, format_findings  # noqa: PLC0415 - keeps --help fast
    from wres.review import review  # noqa: PLC0415

    found = review(data, organisation, year, extracts, paper=paper)
    against = found.contradictions
    told = format_findings(
        found.errors, found.warnings, found.notes, form.value, contradictions=against
    )
    typer.echo(told)
    code = exit_code(found.errors, found.warnings, strict=strict, contradictions=against)
    raise typer.Exit(code)


def counts(
    organisation: Organisation,
    year: Year,
    write: Annotated[
        bool, typer.Option("--write", help="Write them as tables into the year's folder.")
    ] = False,
    data: Data = Path("data"),
    extracts: Extracts = None,
) -> None:
    """Count a trust's extracts; the figures are not protected and not for publication.

    Example: wres counts ZZ1 2024 --extracts /private/extracts
    """
    from wres.counted import print_counts, write_counts  # noqa: PLC0415 - keeps --help fast

    if write:
        written = write_counts(data, organisation, year, extracts)
        for path in written:
            typer.echo(path)
        if written:
            typer.echo(WITH_SMALL_COUNTS, err=True)
    else:
        print_counts(data, organisation, year, extracts)


def national_return(
    organisation: Organisation,
    year: Year,
    save: Annotated[
        bool,
        typer.Option(
            "--save", help="Keep the figures as returned in the year's folder: reports must agree."
        ),
    ] = False,
    output: Annotated[Path, typer.Option("--output", help="The shelf.")] = Path("build"),
    data: Data = Path("data"),
    extracts: Extracts = None,
) -> None:
    """Write the national data return as a workbook; internal, whole figures.

    Example: wres return RYV 2020
    """
    from wres.returning import make_return  # noqa: PLC0415 - keeps --help fast

    made = make_return(data, organisation, year, shelf=output, extracts=extracts, save=save)
    for path in made.files:
        typer.echo(path)
    for problem in made.unexplained:
        typer.echo(f"warning: {problem}", err=True)
    raise typer.Exit(1 if made.unexplained else 0)


def new(
    organisation: Organisation,
    year: Year,
    with_counts: Annotated[
        bool,
        typer.Option("--counts", help="Tables of counts in place of extracts that are not there."),
    ] = False,
    chapter: Annotated[
        str | None,
        typer.Option("--chapter", help="Only make this chapter the trust's own, to be edited."),
    ] = None,
    add: Annotated[
        str | None, typer.Option("--add", help="Only begin a chapter that no report has.")
    ] = None,
    merge: Annotated[
        bool,
        typer.Option(
            "--merge",
            help="Only bring into the trust's own chapters (or the one of --chapter) what their "
            "templates have changed since.",
        ),
    ] = False,
    data: Data = Path("data"),
    extracts: Extracts = None,
) -> None:
    """Begin a year: its folder, templates, and what last year left open.

    Examples: wres new RYV 2021; wres new RYV 2021 --chapter disciplinary
    """
    from wres.new_year import begin_chapter, begin_year  # noqa: PLC0415 - keeps --help fast
    from wres.project import find_project  # noqa: PLC0415

    project = find_project(Path.cwd())
    if add is not None and (merge or chapter is not None):
        raise UsageError("--add begins one new chapter; it goes with neither --chapter nor --merge")
    if merge:
        _merge(data, organisation, year, project, chapter)
        return
    name = add or chapter
    if name is not None:
        lines = begin_chapter(data, organisation, year, project, name, blank=add is not None)
    else:
        lines = begin_year(
            data, organisation, year, counts=with_counts, extracts=extracts, project=project
        )
    for line in lines:
        typer.echo(line)


def _merge(data: Path, organisation: str, year: int, project: Path, chapter: str | None) -> None:
    from wres.new_year import merge_chapters  # noqa: PLC0415 - keeps --help fast

    lines, both = merge_chapters(data, organisation, year, project, chapter)
    for line in lines:
        typer.echo(line)
    raise typer.Exit(1 if both else 0)


def accept(
    organisation: Organisation,
    year: Year,
    chapter: Annotated[str | None, typer.Option("--chapter", help="Only this chapter.")] = None,
    cell: Annotated[str | None, typer.Option("--cell", help="Only this cell, by its id.")] = None,
    data: Data = Path("data"),
    extracts: Extracts = None,
) -> None:
    """Accept the trust's own text against today's figures, once it was read again and holds.

    Texts that the figures contradict are named; they are accepted all the same.

    Example: wres accept RYV 2020 --chapter disciplinary
    """
    from wres.project import find_project  # noqa: PLC0415 - keeps --help fast
    from wres.sources.folders import YearFolder  # noqa: PLC0415
    from wres.writing import accept as accept_text  # noqa: PLC0415

    folder = YearFolder(data, organisation, year)
    accepted = accept_text(folder, find_project(Path.cwd()), extracts, chapter, cell)
    for line in accepted.news:
        typer.echo(line)
    for problem in accepted.contradicted:
        typer.echo(f"warning: {problem}", err=True)
    typer.echo(accepted.summary, err=True)


def simulate(
    year: Annotated[int, typer.Option("--year", help="The newest year.")],
    output: Annotated[Path, typer.Option("--output", help="An empty folder to fill.")],
    trusts: Annotated[int, typer.Option("--trusts", help="How many.")] = 1,
    seed: Annotated[int, typer.Option("--seed", help="The same seed, the same files.")] = 1,
    years: Annotated[int, typer.Option("--years", help="How many years up to the newest.")] = 2,
) -> None:
    """Make fictional trusts with all their extracts, marked fictional everywhere.

    Example: wres simulate --trusts 5 --year 2024 --output /tmp/fictional
    """
    from wres.simulate import simulate_trusts  # noqa: PLC0415 - keeps --help fast

    written = simulate_trusts(output, trusts, year, seed=seed, years=years)
    typer.echo(f"{len(written)} files of {trusts} fictional trusts in {output}")
