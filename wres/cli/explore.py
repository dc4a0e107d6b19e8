"""The command that opens the hotspots notebook."""

from __future__ import annotations

from pathlib import Path

import typer

from wres.cli.options import (
    Browser,
    Data,
    Extracts,
    Organisation,
    Port,
    Profile,
    ProfileOption,
    Year,
)

__all__ = ["explore"]


def explore(
    organisation: Organisation,
    year: Year,
    port: Port = 0,
    browser: Browser = True,
    data: Data = Path("data"),
    extracts: Extracts = None,
    profile: ProfileOption = Profile.public,
) -> None:
    """Open the hotspots notebook in JupyterLab: where in the trust are its gaps? Ctrl-C ends it.

    It reads counts by division, directorate, site, staff group and pay band as the profile shows
    them; with --profile internal all of them, marked. Only this machine and who has the token can
    open it.

    Example: wres explore ZZ1 2024 --profile internal
    """
    from wres.explore.lab import Asked  # noqa: PLC0415 - keeps --help fast
    from wres.explore.lab import explore as open_lab  # noqa: PLC0415
    from wres.project import find_project  # noqa: PLC0415

    asked = Asked(organisation, year, data, find_project(Path.cwd()), profile.value, extracts)
    open_lab(asked, port, typer.echo, open_browser=browser)
