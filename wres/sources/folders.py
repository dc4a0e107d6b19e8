"""Finding a trust's folder and a year's folder in it, and saying what there is instead."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, replace
from pathlib import Path

from wres.errors import InputError, Problem
from wres.sources.files import InputFile
from wres.sources.trust import is_ods_code

__all__ = [
    "YearFolder",
    "broken_links",
    "require_folder",
    "shown_path",
    "trusts_of",
    "without_figures",
    "years_of",
]


@dataclass(frozen=True)
class YearFolder:
    """The folder of one trust and year.

    Parameters
    ----------
    data : Path
        The data folder.
    organisation : str
        ODS code of the trust.
    year : int
        Year of the 31 March snapshot.
    """

    data: Path
    organisation: str
    year: int

    @property
    def path(self) -> Path:
        """The year's folder."""
        return self.data / self.organisation / str(self.year)

    @property
    def before(self) -> YearFolder:
        """The folder of the year before."""
        return replace(self, year=self.year - 1)

    def table(self, name: str) -> InputFile:
        """Give a file of the year's folder."""
        return self._file(self.path / name)

    def trust(self) -> InputFile:
        """Give the trust's `trust.yml`, one folder up."""
        return self._file(self.path.parent / "trust.yml")

    @property
    def rerun(self) -> str:
        """The command that looks at this year again."""
        data = shown_path(self.data)
        elsewhere = "" if data == "data" else f" --data {data}"
        return f"wres check {self.organisation} {self.year}{elsewhere}"

    def _file(self, path: Path) -> InputFile:
        return InputFile(path, shown_path(path), self.rerun)


def require_folder(folder: YearFolder) -> None:
    """Require that the trust and the year have a folder each.

    Raises
    ------
    InputError
        One of them has none; the message names what there is and what to do.
    """
    data, organisation = folder.data, folder.organisation
    if not data.is_dir():
        rule, remedy = "there is no such data folder", "Give the data folder with --data."
        raise InputError([Problem(shown_path(data), rule, remedy)])
    trusts = _trusts(data)
    if organisation not in trusts:
        rule = f"there is no folder for trust {organisation}"
        remedy = f"{_instead('Trusts', organisation, trusts)} {_make(folder)}"
        raise InputError([Problem(shown_path(data / organisation), rule, remedy)])
    years = _years(data / organisation)
    if str(folder.year) not in years:
        rule = f"there is no folder for {organisation} in {folder.year}"
        remedy = f"{_instead('Years', str(folder.year), years)} {_make(folder)}"
        raise InputError([Problem(shown_path(folder.path), rule, remedy)])


def trusts_of(data: Path, year: int) -> list[str]:
    """Give the ODS codes of the trusts that have a folder for a year.

    Raises
    ------
    InputError
        None has one.
    """
    trusts = _trusts(data) if data.is_dir() else []
    found = [name for name in trusts if str(year) in _years(data / name)]
    if not found:
        rule = f"no trust has a folder for {year}"
        lost = [f"{shown_path(path.parent)}/{path.name}" for _, path in broken_links(data, year)]
        rule += f"; {', '.join(lost)}: a link that leads nowhere" if lost else ""
        raise InputError([Problem(shown_path(data), rule, "Give the data folder with --data.")])
    return found


def broken_links(data: Path, year: int) -> list[tuple[str, Path]]:
    """Give the trusts whose folder, or the year's in it, is a link that leads nowhere; and which.

    They look like trusts without data, and would be passed over.
    """
    if not data.is_dir():
        return []
    trusts = sorted(entry for entry in data.iterdir() if is_ods_code(entry.name))
    links = [(one.name, path) for one in trusts for path in (one, one / str(year))]
    return [(name, path) for name, path in links if path.is_symlink() and not path.exists()]


def years_of(folder: YearFolder) -> list[int]:
    """Give the years for which the trust has a folder, the earliest first."""
    return [int(year) for year in _years(folder.path.parent)]


def shown_path(path: Path) -> str:
    """Give a path as the user knows it: from the working directory where it lies inside that."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except (ValueError, OSError, RuntimeError):  # elsewhere, or a link to itself
        return path.as_posix()


def without_figures(folder: YearFolder) -> Problem:
    """Say that a trust has a folder for a year, and nothing in it that counts anybody."""
    rule = "holds no figures: neither a counts table nor an extract was found"
    remedy = f"Put extracts into {shown_path(folder.path / 'extracts')}, or name their folder."
    return Problem(shown_path(folder.path), rule, remedy)


def _trusts(data: Path) -> list[str]:
    # a listing, not `is_dir`: on Windows and macOS `ryv` would be found, and printed, as RYV
    return sorted(entry.name for entry in data.iterdir() if entry.is_dir() and _years(entry))


def _years(trust: Path) -> list[str]:
    return sorted(
        entry.name
        for entry in trust.iterdir()
        if entry.is_dir() and re.fullmatch(r"[0-9]{4}", entry.name)
    )


def _instead(what: str, wanted: str, there: list[str]) -> str:
    if not there:
        return f"{what} with data: none."
    near = difflib.get_close_matches(wanted.upper(), there, n=1)
    hint = f"Perhaps {near[0]}? " if near else ""
    shown = ", ".join(there[:20]) + (" ..." if len(there) > 20 else "")
    return f"{hint}{what} with data: {shown}."


def _make(folder: YearFolder) -> str:
    return f"To begin it, run wres new {folder.organisation} {folder.year}."
