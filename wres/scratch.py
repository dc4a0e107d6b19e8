"""A folder for temporary files that a killed run leaves to the next one to remove.

Its lock stands beside it, is taken before the folder is made and removed after it: a folder whose
lock is free is nobody's, whenever one looks.
"""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import util
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from wres.shelf import told_of_disk

__all__ = ["scratch_folder", "working_in_scratch"]

_PREFIX: Final = "wres-run-"
_LOCK: Final = ".lock"
# Sockets may have paths of 107 bytes; `/pymp-12345678/listener-12345678` is the longest put below.
_LONGEST: Final = 107 - 32
# multiprocessing removes its own folder, which lies in ours, at -100.
_AFTER_THE_REST: Final = -101


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give a folder that only this user may read, and remove it with what killed runs left."""
    folder, lock = _make()
    try:
        yield folder
    finally:
        _remove(folder, lock)


@contextmanager
def working_in_scratch() -> Iterator[None]:
    """Have this process and those that it starts write all temporary files into one folder.

    It goes at the end of this process, which may keep a fork server in it, or with the next run if
    this one is killed. Where the path would be too long for sockets, temporary files are written
    where the system has them.

    Raises
    ------
    ShelfError
        The disk is full, or nothing may be written to it.
    """
    before = tempfile.gettempdir(), os.environ.get("TMPDIR")
    if len(os.fsencode(_path(before[0], "12345678"))) > _LONGEST:
        yield
        return
    folder, lock = _make()
    util.Finalize(None, _remove, args=(folder, lock), exitpriority=_AFTER_THE_REST)
    tempfile.tempdir = os.environ["TMPDIR"] = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before[0]
        if before[1] is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = before[1]


def _path(place: str, name: str) -> Path:
    return Path(place, _PREFIX + name)


def _make() -> tuple[Path, FileLock]:
    place = tempfile.gettempdir()
    _sweep(Path(place))
    folder = _path(place, secrets.token_hex(4))
    lock = FileLock(f"{folder}{_LOCK}")
    with told_of_disk(Path(place), "another folder in the environment as TMPDIR"):
        lock.acquire()
        try:
            folder.mkdir(mode=0o700)
        except BaseException:
            _remove(folder, lock)
            raise
    return folder, lock


def _sweep(place: Path) -> None:
    """Remove what runs left that were killed: it may hold rows about people."""
    for path in place.glob(f"{_PREFIX}*{_LOCK}"):
        with suppress(OSError, Timeout):
            if _is_own(path):
                lock = FileLock(path, timeout=0)
                lock.acquire()
                _remove(path.with_suffix(""), lock)


def _is_own(path: Path) -> bool:
    """Tell whether a file is this user's; on Windows so is the whole folder of temporary files."""
    return os.name == "nt" or path.lstat().st_uid == os.getuid()


def _remove(folder: Path, lock: FileLock) -> None:
    """Remove the folder, then its lock while it is held: who waits for it looks again."""
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):  # Windows removes it when it is let go
        Path(lock.lock_file).unlink()
    lock.release()
