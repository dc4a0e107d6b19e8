"""The shelf: one folder a trust and year, swapped in whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

__all__ = ["beside", "new_folder", "place_of", "swap_in"]


def place_of(shelf: Path, organisation: str, year: int, profile: str) -> Path:
    """Return the folder of one report; internal ones have a shelf of their own.

    Examples
    --------
    >>> place_of(Path("build"), "RYV", 2020, "internal").as_posix()
    'build/internal/2020/RYV'
    """
    root = shelf / "internal" if profile == "internal" else shelf
    return root / str(year) / organisation


def beside(shelf: Path, organisation: str, year: int, name: str) -> Path:
    """Return where an internal file stands that is no part of a report: beside the internal one.

    Examples
    --------
    >>> beside(Path("build"), "RYV", 2020, "return.xlsx").as_posix()
    'build/internal/2020/RYV.return.xlsx'
    """
    return shelf / "internal" / str(year) / f"{organisation}.{name}"


@contextmanager
def new_folder(place: Path) -> Iterator[Path]:
    """Give a scratch folder beside `place`, on the same disk; it is gone afterwards."""
    fresh = [folder for folder in (place.parent, *place.parent.parents) if not folder.exists()]
    place.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
        _remove_empty(fresh)


def _remove_empty(folders: Iterable[Path]) -> None:
    """Remove folders that hold nothing, innermost first: where no report came out, none is left."""
    with suppress(OSError):  # the first that holds something ends it
        for folder in folders:
            folder.rmdir()


def swap_in(made: Path, place: Path) -> None:
    """Put the finished folder `made` in place of the last good one.

    Notes
    -----
    Until the first rename the old report stands; between the two renames, for a moment, none does
    under its name, and a failure puts the old one back.
    """
    old = place.with_name(f".{place.name}-old")
    if old.exists() and not place.exists():  # a run ended between the two renames
        old.rename(place)
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    try:
        made.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)
