"""Command line: results on stdout, messages on stderr, an exit code for each kind of end."""

from __future__ import annotations

import sys

import typer

from wres.cli import audit, explore, inputs, preview, reports, split
from wres.errors import WresError

__all__ = ["app", "main"]

app = typer.Typer(
    help="Workforce Race Equality Standard reports for NHS trusts.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def wres() -> None:
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
