"""The command that shows a report while it is written."""

from __future__ import annotations

from pathlib import Path

import typer

from wres.cli.options import (
    Browser,
    Data,
    Extracts,
    Organisation,
    Peers,
    Port,
    Profile,
    ProfileOption,
    Year,
)

__all__ = ["preview"]


def preview(
    organisation: Organisation,
    year: Year,
    port: Port = 0,
    browser: Browser = True,
    data: Data = Path("data"),
    extracts: Extracts = None,
    peers: Peers = None,
    profile: ProfileOption = Profile.public,
) -> None:
    """Show the report in the browser while its text is written; Ctrl-C ends it.

    The page is brought up to date at every save, with what the claims check finds beside each
    paragraph. Only this machine and this browser can open it; it is not for publication.

    Example: wres preview ZZ1 2024
    """
    from wres.preview import Wanted  # noqa: PLC0415 - keeps --help fast
    from wres.preview import preview as serve  # noqa: PLC0415
    from wres.project import find_project  # noqa: PLC0415

    wanted = Wanted(
        organisation, year, data, find_project(Path.cwd()), profile.value, extracts, peers
    )
    serve(wanted, port, typer.echo, open_browser=browser)
