"""Opening the hotspots notebook in JupyterLab, for this machine only."""

from __future__ import annotations

import os
import secrets
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

__all__ = ["NOTEBOOK", "Asked", "explore", "lab_command", "staged"]

NOTEBOOK = "hotspots.ipynb"
MISSING = (
    "JupyterLab is not installed; it comes with the extra: pip install 'wres[explore]' (the "
    "notebook itself also runs with papermill)"
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
        JupyterLab is not installed, or ended with an error.
    InputError
        With every problem of the input files.
    """
    if find_spec("jupyterlab") is None or find_spec("ipywidgets") is None:
        raise ChapterError(MISSING)
    with staged(asked) as folder:
        token = secrets.token_urlsafe(24)
        command = lab_command(folder, port, token, open_browser=open_browser)
        tell(
            f"JupyterLab opens {asked.organisation} {asked.year} ({asked.profile}); Ctrl-C ends it"
        )
        tell("copy of the notebook and counts as the profile shows them: gone when it ends")
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


def lab_command(folder: Path, port: int, token: str, *, open_browser: bool) -> list[str]:
    """Give the command of a JupyterLab that only this machine, with its token, can open."""
    return [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--notebook-dir={folder}",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        f"--IdentityProvider.token={token}",
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
