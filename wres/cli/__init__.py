"""Command line: results on stdout, messages on stderr, an exit code for each kind of end."""

from __future__ import annotations

import platform
import sys
from typing import Annotated

import typer

from wres import __version__
from wres.cli import audit, explore, inputs, preview, reports, split
from wres.errors import WresError

__all__ = ["app", "main"]

app = typer.Typer(
    help="Workforce Race Equality Standard reports for NHS trusts.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"wres {__version__} (Python {platform.python_version()})")
        raise typer.Exit


@app.callback()
def wres(
    _: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_print_version,
            is_eager=True,
            help="Print the versions of wres and of Python.",
        ),
    ] = False,
) -> None:
    """Workforce Race Equality Standard reports for NHS trusts."""


app.command()(inputs.new)
app.command()(inputs.check)
app.command()(inputs.accept)
app.command()(inputs.counts)
app.command()(split.split)
app.command(name="return")(inputs.national_return)
app.command()(reports.indicators)
app.command()(reports.render)
app.command()(preview.preview)
app.command()(explore.explore)
app.command()(audit.audit)
app.command()(inputs.simulate)


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


if __name__ == "__main__":
    main()
