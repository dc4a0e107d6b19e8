"""What several commands ask for in the same words."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

__all__ = [
    "WITH_SMALL_COUNTS",
    "Browser",
    "Chapters",
    "Data",
    "Engine",
    "Extracts",
    "Form",
    "Organisation",
    "Peers",
    "Port",
    "Profile",
    "ProfileOption",
    "Year",
]


WITH_SMALL_COUNTS: Final = (
    "warning: these tables hold true counts, small ones among them, and git does not ignore them; "
    "do not pass them on"
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


class Chapters(StrEnum):
    """Engines that run chapters."""

    auto = "auto"
    warm = "warm"
    standard = "standard"


class Form(StrEnum):
    """Forms in which results are printed."""

    table = "table"
    csv = "csv"
    json = "json"


Organisation = Annotated[str, typer.Argument(metavar="ODS", help="ODS code of the trust.")]
Year = Annotated[
    int, typer.Argument(metavar="YEAR", help="Reporting year, that of the 31 March snapshot.")
]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes any that is free.")]
Browser = Annotated[bool, typer.Option("--browser/--no-browser", help="Open it in the browser.")]
Data = Annotated[Path, typer.Option("--data", help="Folder with the trusts' figures.")]
Extracts = Annotated[
    Path | None,
    typer.Option(
        "--extracts",
        help="Folder with the trust's own extracts, where they don't lie in the year's folder: "
        "the files themselves, or ODS/YEAR/ in it.",
    ),
]
Peers = Annotated[
    Path | None,
    typer.Option(
        "--peers",
        help="Folder with other trusts' public reports of that year, ODS/results.csv in it, as "
        "build/YEAR: tells how many have a lower figure.",
    ),
]
ProfileOption = Annotated[
    Profile, typer.Option("--profile", help="public, or internal: marked, on a shelf of its own.")
]
