"""Command line: results on stdout, messages on stderr, an exit code for each kind of end."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from wres.errors import UsageError, WresError

__all__ = ["app", "main"]

app = typer.Typer(
    help="Workforce Race Equality Standard reports for NHS trusts.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Profile(StrEnum):
    """Disclosure profiles."""

    public = "public"
    internal = "internal"


class Engine(StrEnum):
    """Renderers."""

    auto = "auto"
    quarto = "quarto"
    embedded = "embedded"


class Form(StrEnum):
    """Forms in which results are printed."""

    table = "table"
    csv = "csv"
    json = "json"


Organisation = Annotated[str, typer.Argument(metavar="ODS", help="ODS code of the trust.")]
Year = Annotated[
    int, typer.Argument(metavar="YEAR", help="Reporting year, that of the 31 March snapshot.")
]
Data = Annotated[Path, typer.Option("--data", help="Folder with the trusts' figures.")]
ProfileOption = Annotated[
    Profile, typer.Option("--profile", help="public, or internal: marked, on a shelf of its own.")
]


@app.callback()
def wres() -> None:
    """Workforce Race Equality Standard reports for NHS trusts."""


@app.command()
def render(
    organisation: Organisation,
    year: Year,
    to: Annotated[str, typer.Option("--to", help="Formats, with commas: html,pdf.")] = "html,pdf",
    engine: Annotated[
        Engine, typer.Option("--engine", help="auto: Quarto where it is on PATH.")
    ] = Engine.auto,
    output: Annotated[Path, typer.Option("--output", help="The shelf.")] = Path("build"),
    data: Data = Path("data"),
    profile: ProfileOption = Profile.public,
) -> None:
    """Render the whole report of one trust and year.

    Example: wres render RYV 2020
    """
    from wres.project import find_project  # noqa: PLC0415 - keeps --help fast
    from wres.report import Report, make_report  # noqa: PLC0415

    place = make_report(
        Report(
            organisation=organisation,
            year=year,
            data=data,
            shelf=output,
            project=find_project(Path.cwd()),
            profile=profile.value,
            formats=_formats(to),
            engine=engine.value,
        )
    )
    typer.echo(place)


@app.command()
def indicators(
    organisation: Organisation,
    year: Year,
    form: Annotated[Form, typer.Option("--format", help="How to print.")] = Form.table,
    data: Data = Path("data"),
    profile: ProfileOption = Profile.public,
) -> None:
    """Print the results of one trust and year, without rendering.

    Example: wres indicators RYV 2020 --format csv
    """
    from wres.listing import print_results  # noqa: PLC0415 - keeps --help fast
    from wres.report import load_chapter  # noqa: PLC0415

    chapter = load_chapter(data, organisation, year, profile.value)
    print_results(chapter, form.value)


def main() -> None:
    """Run the command line; a user's mistake ends with a message and a code, no traceback."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may not be able to print a minus sign; the message matters more.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        app()
    except WresError as error:
        typer.echo(f"wres: {error}", err=True)
        sys.exit(error.exit_code)


def _formats(to: str) -> list[str]:
    from wres.render import FORMATS  # noqa: PLC0415

    wanted = [part.strip() for part in to.split(",") if part.strip()]
    unknown = [part for part in wanted if part not in FORMATS]
    if unknown or not wanted:
        raise UsageError(f"--to takes {', '.join(FORMATS)}, with commas between; got {to!r}")
    return list(dict.fromkeys(wanted))


if __name__ == "__main__":
    main()
