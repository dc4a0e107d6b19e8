"""What a report was made of, so that only what has changed is made again.

A stamp names everything that a report depends on by its SHA-256, and its files as they were left.
It holds hashes of small counts, which anyone with few possible counts could try: so it stands on
the internal part of the shelf, never beside what is published.
"""

from __future__ import annotations

import hashlib
import json
import platform
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.metadata import requires, version
from itertools import chain
from pathlib import Path
from typing import Any

from wres.chapters.cells import inline_expressions
from wres.shelf import beside, write_whole

__all__ = [
    "Stamp",
    "chapter_digest",
    "files_in",
    "left_as",
    "library_digest",
    "project_digest",
    "read_stamp",
    "stamp_path",
]

_SCHEMA = 1
_PROJECT_FILE = Path(__file__).parents[1] / "pyproject.toml"
_REQUIREMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class Stamp:
    """What a report was made of, and what was left on the shelf.

    Parameters
    ----------
    made_of : dict of str to str
        SHA-256, or the value itself of a setting, of all that the report depends on, by name.
    chapters : dict of str to str
        SHA-256 of all that the code of each chapter depends on.
    files : dict of str to list of int
        Size and time of change, in nanoseconds, of every file of the report.
    """

    made_of: Mapping[str, str]
    chapters: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, list[int]] = field(default_factory=dict)

    def write(self, path: Path) -> None:
        """Write it; half a stamp is never read, since it replaces the last one in whole."""
        write_whole(path, json.dumps({"schema": _SCHEMA, **asdict(self)}))

    def holds(self, made_of: Mapping[str, str], place: Path) -> bool:
        """Tell whether a report would come out as it stands on the shelf."""
        return self.made_of == made_of and self.is_whole(place)

    def is_whole(self, place: Path) -> bool:
        """Tell whether the files on the shelf are those that were left there."""
        return bool(self.files) and self.files == left_as(place)

    def changed(self, made_of: Mapping[str, str]) -> list[str]:
        """Name what differs from what the report was made of."""
        return sorted(
            name
            for name in {*self.made_of, *made_of}
            if self.made_of.get(name) != made_of.get(name)
        )


def read_stamp(path: Path) -> Stamp:
    """Read a stamp; one that is missing or damaged is that of no report."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        if held.pop("schema") != _SCHEMA:
            return Stamp({})
        return Stamp(**held)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Stamp({})


def stamp_path(shelf: Path, organisation: str, year: int, profile: str) -> Path:
    """Return where the stamp of a report stands."""
    return beside(shelf, organisation, year, f"{profile}.stamp.json")


def left_as(place: Path) -> dict[str, list[int]]:
    """Give size and time of change of every file of a report."""
    found = {path.relative_to(place).as_posix(): path.stat() for path in _files(place)}
    return {name: [status.st_size, status.st_mtime_ns] for name, status in found.items()}


def files_in(folder: Path, name: str) -> dict[str, str]:
    """Give the SHA-256 of a file by `name`, or of every file in a folder, by its place in it."""
    found = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
    return {
        name if place == "." else f"{name}/{place}": _digest(path.read_bytes())
        for place, path in found.items()
    }


@cache
def library_digest() -> str:
    """Give the SHA-256 of all our code and the versions of what it uses.

    It is worked out once a process: code that runs doesn't change under it.
    """
    sources = [path for path in _files(Path(__file__).parent) if path.suffix != ".pyc"]
    parts = [_digest(path.read_bytes()) for path in sources]
    named = (_REQUIREMENT.match(one) for one in _requirements())
    parts += [f"{name} {_version(name)}" for name in sorted(one[0] for one in named if one)]
    return _digest("\n".join([platform.python_version(), *parts]).encode())


def _requirements() -> list[str]:
    """Name what our code uses: as it was installed, or as the checkout that it runs from says."""
    try:
        return requires("wres") or []
    except ModuleNotFoundError:  # not installed, only on the path
        asked = tomllib.loads(_PROJECT_FILE.read_text(encoding="utf-8"))["project"]
        return [*asked["dependencies"], *chain(*asked["optional-dependencies"].values())]


def project_digest(project: Path) -> str:
    """Give the SHA-256 of the report's own sources, its chapters among them."""
    names = ("_quarto.yml", "report.qmd", "assets", "notebooks")
    sources = [path for name in names for path in _files(project / name)]
    return _digest("\n".join(_digest(path.read_bytes()) for path in sources).encode())


def chapter_digest(notebook: Any, *others: str) -> str:
    """Give the SHA-256 of all that the code of a chapter depends on, its text aside.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        A cleared chapter.
    *others : str
        Whatever else, the same for all chapters of a report: figures, parameters, our code.
    """
    cells = [
        cell if cell.cell_type == "code" else inline_expressions(cell)
        for cell in notebook.cells
        if cell.cell_type == "code" or inline_expressions(cell)
    ]
    parts = [json.dumps([cells, notebook.metadata], sort_keys=True), *others]
    return _digest("\n".join(parts).encode())


def _files(place: Path) -> Iterator[Path]:
    """Yield a file, or those in a folder and below, in order; hidden ones are no input."""
    if place.is_file():
        yield place
        return
    for path in sorted(place.iterdir()) if place.is_dir() else ():
        if path.name[0] != "." and path.name != "__pycache__":
            yield from _files(path)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except ModuleNotFoundError:  # one for tests or of an extra
        return ""
