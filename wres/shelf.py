"""The shelf: one folder a trust and year, swapped in whole."""

from __future__ import annotations

import errno
import os
import platform
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from tempfile import gettempdir, mkdtemp
from typing import Final

from wres.errors import BusyError, ShelfError

__all__ = [
    "A_MOMENT",
    "beside",
    "locked",
    "new_folder",
    "place_of",
    "swap_in",
    "told_of_disk",
    "write_whole",
]


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
    """Give a scratch folder beside `place`, on the same disk; it is gone afterwards.

    Whoever calls holds the lock on `place`: what earlier runs left that were killed goes too.
    """
    fresh = [folder for folder in (place.parent, *place.parent.parents) if not folder.exists()]
    place.parent.mkdir(parents=True, exist_ok=True)
    for left in place.parent.glob(f".{place.name}-*"):
        if left.name != f".{place.name}-old":
            shutil.rmtree(left, ignore_errors=True)
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

    Raises
    ------
    ShelfError
        A program holds a file of the old report open (on Windows nobody can move it then): the new
        one stands beside it, and the message names both.

    Notes
    -----
    Until the first rename the old report stands; between the two renames, for a moment, none does
    under its name, and a failure puts the old one back.
    """
    old = place.with_name(f".{place.name}-old")
    aside = place.with_name(f"{place.name}-new")
    if old.exists() and not place.exists():  # a run ended between the two renames
        old.rename(place)
    shutil.rmtree(old, ignore_errors=True)
    try:
        if place.exists():
            place.rename(old)
        made.rename(place)
    except PermissionError as fault:
        if old.exists() and not place.exists():
            old.rename(place)
        shutil.rmtree(aside, ignore_errors=True)
        made.rename(aside)
        raise ShelfError(_held(place, aside)) from fault
    except OSError:
        if old.exists() and not place.exists():
            old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)
    shutil.rmtree(aside, ignore_errors=True)


def _held(place: Path, aside: Path) -> str:
    """Say which file keeps a report from being replaced."""
    held = [path.name for path in sorted(place.rglob("*")) if path.is_file() and _is_held(path)]
    which = f"{' and '.join(held)} in it" if held else "a file in it"
    return (
        f"{place.as_posix()} can't be replaced while a program has {which} open; the new report "
        f"stands in {aside.as_posix()}. Close the file and run the command again."
    )


def _is_held(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return False
    except OSError:
        return True


def write_whole(path: Path, text: str) -> None:
    """Write a file that replaces the last one in whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_text(text, encoding="utf-8", newline="\n")
        new.replace(path)
    except BaseException:  # a disk refuses, or somebody ends the run
        new.unlink(missing_ok=True)
        raise


@contextmanager
def told_of_disk(folder: Path, instead: str = "another shelf with --output") -> Iterator[None]:
    """Say in plain words what a disk refuses, and what may be given in the folder's place.

    Raises
    ------
    ShelfError
        The disk is full, or nothing may be written to it; what is there stands as it was.
    """
    try:
        yield
    except OSError as fault:
        refused = _REFUSALS.get(fault.errno or 0)
        if refused is None:
            raise
        rule, remedy = refused
        raise ShelfError(
            f"{_place(folder, fault)}: {rule} ({fault.strerror}); what stood there stands as it "
            f"was. {remedy}, or give {instead}."
        ) from fault


def _place(folder: Path, fault: OSError) -> str:
    """Name the folder; and that of temporary files, where its disk may be the full one as well."""
    scratch = Path(gettempdir())
    near = next(one for one in (folder, *folder.absolute().parents) if one.exists())
    if fault.errno != errno.ENOSPC or near.stat().st_dev == scratch.stat().st_dev:
        return folder.as_posix()
    return f"{folder.as_posix()}, or {scratch.as_posix()} for temporary files"


A_MOMENT: Final = 3  # seconds in which what is being ended has ended
_ROOM = ("the disk has no room", "Make room")
_BARRED = ("nothing can be written there", "Get the right to write to it")
_REFUSALS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _ROOM),
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), _BARRED),
}


@contextmanager
def locked(path: Path, what: str, patience: float = A_MOMENT) -> Iterator[str]:
    """Hold the lock `path` on `what`; give the holder's name that a run left which did not finish.

    The system frees the lock of a process that has ended in whatever way. Another run that holds
    it is waited for, as many seconds as `patience` says.

    Raises
    ------
    BusyError
        Another run holds it; the message names that run.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - where used

    fresh = [folder for folder in path.parents if not folder.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    name = path.with_name(f"{path.name}-holder")
    lock = FileLock(path, timeout=patience)
    try:
        lock.acquire()
    except Timeout:
        raise BusyError(
            f"{what} is being rendered by {_read(name) or 'another run'}; "
            "wait until it has finished."
        ) from None
    try:
        left = _read(name)
        name.write_text(_holder(), encoding="utf-8")
        yield left
    finally:
        name.unlink(missing_ok=True)
        path.unlink(missing_ok=True)  # while it is held: who waits for it looks again
        lock.release()
        _remove_empty(fresh)


def _holder() -> str:
    begun = datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")
    return f"process {os.getpid()} on {platform.node()}, begun {begun}"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
