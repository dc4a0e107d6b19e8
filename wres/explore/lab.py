"""Opening the hotspots notebook in JupyterLab, for this machine only."""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat

from wres.chapters.clearing import clear_chapter
from wres.chapters.staging import RESULTS_FILE, write_inputs
from wres.errors import ChapterError
from wres.explore.controls import EXPLORING
from wres.loading import load

__all__ = [
    "NOTEBOOK",
    "PROTECTING",
    "Asked",
    "explore",
    "lab_command",
    "private_settings",
    "staged",
]

NOTEBOOK = "hotspots.ipynb"
MISSING = (
    "JupyterLab is not installed; it comes with the extra: pip install 'wres[explore]' (the "
    "notebook itself also runs with papermill)"
)
PROTECTING = (
    "choosing which counts of the trust's parts to withhold: seconds, or minutes where there are "
    "many small ones; --profile internal opens at once"
)


@dataclass(frozen=True)
class Asked:
    """Which trust and year is explored, from where."""

    organisation: str
    year: int
    data: Path
    project: Path
    profile: str = "internal"
    extracts: Path | None = None


def explore(
    asked: Asked, port: int, tell: Callable[[str], None], *, open_browser: bool = True
) -> None:
    """Open the notebook in JupyterLab until it is ended.

    Parameters
    ----------
    asked : Asked
    port : int
        0 takes any that is free.
    tell : callable
        Takes a line to print.
    open_browser : bool

    Raises
    ------
    ChapterError
        JupyterLab is not installed, the port is taken, or JupyterLab ended with an error.
    InputError
        With every problem of the input files.
    """
    if find_spec("jupyterlab") is None or find_spec("ipywidgets") is None:
        raise ChapterError(MISSING)
    if asked.profile != "internal":
        tell(PROTECTING)
    token = secrets.token_urlsafe(24)
    with staged(asked) as folder, private_settings(token) as settings:
        port = _free(port)
        command = lab_command(folder, port, settings, open_browser=open_browser)
        tell(
            f"JupyterLab opens {asked.organisation} {asked.year} ({asked.profile}); Ctrl-C ends it"
        )
        tell("copy of the notebook and counts as the profile shows them: gone when it ends")
        tell(f"to open it by hand: http://127.0.0.1:{port}/lab/tree/{NOTEBOOK}?token={token}")
        ended = subprocess.run(command, cwd=folder, env=_environment(), check=False)
    if ended.returncode not in (0, 130):
        raise ChapterError(f"JupyterLab ended with {ended.returncode}")


@contextmanager
def staged(asked: Asked) -> Iterator[Path]:
    """Lay out the notebook beside the protected counts, in a folder that is removed after."""
    loaded = load(
        asked.data, asked.organisation, asked.year, asked.profile, asked.extracts, places=True
    )
    with TemporaryDirectory(prefix="wres-explore-") as scratch:
        folder = Path(scratch)
        write_inputs(loaded.chapter, folder)
        notebook = clear_chapter(nbformat.read(asked.project / "notebooks" / NOTEBOOK, 4))
        for cell in notebook.cells:
            if "parameters" in cell.metadata.get("tags", []):
                cell.source = _parameters(asked)
        nbformat.write(notebook, folder / NOTEBOOK)
        yield folder


@contextmanager
def private_settings(token: str) -> Iterator[Path]:
    """Write the token where JupyterLab reads it and no other user does, as one reads a command.

    A file of settings, since one of the user's own that asks for no token outweighs JUPYTER_TOKEN.
    """
    with TemporaryDirectory(prefix="wres-explore-") as scratch:
        settings = Path(scratch) / "settings.json"
        settings.touch(mode=0o600)
        settings.write_text(json.dumps({"IdentityProvider": {"token": token}}), encoding="utf-8")
        yield settings


def _free(port: int) -> int:
    """Give the port to be told beside the token, before JupyterLab takes it."""
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError as error:
            raise ChapterError(
                f"port {port} can't be had ({error.strerror}); 0 takes any"
            ) from error
        return int(tried.getsockname()[1])


def lab_command(folder: Path, port: int, settings: Path, *, open_browser: bool) -> list[str]:
    """Give the command of a JupyterLab that only this machine, with its token, can open.

    Jupyter's own lines of what goes on would name an address with dots for the token.
    """
    return [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--config={settings}",
        "--log-level=WARN",
        f"--notebook-dir={folder}",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        "--ServerApp.allow_remote_access=False",
        "--ServerApp.allow_root=True",
        f"--ServerApp.default_url=/lab/tree/{NOTEBOOK}",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.news_url=None",
        *([] if open_browser else ["--no-browser"]),
    ]


def _environment() -> dict[str, str]:
    return {**os.environ, EXPLORING: "1"}


def _parameters(asked: Asked) -> str:
    return (
        f'organisation: str = "{asked.organisation}"  # ODS code of the trust\n'
        f"year: int = {asked.year}  # reporting year, that of the 31 March snapshot\n"
        f'results: str = "{RESULTS_FILE}"  # results of this trust and year\n'
        f'profile: str = "{asked.profile}"  # disclosure profile of the results'
    )
