"""Noticing what was saved, by looking again and again.

A system's own notices of changed files don't come from the shared drives that trusts keep their
data on, and a report is made from a few dozen files: looking at them costs next to nothing.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from wres.extracts import has_own_place
from wres.preview.wanted import Wanted

__all__ = ["Seen", "look", "settled"]

# A file is taken as saved once it has stood still for so long.
STILL_SECONDS = 0.1
# No save takes longer; a file that never stands still (a log) must not hold up the page.
LONGEST_SAVE_SECONDS = 5.0

# When a file was written, and how long it is.
Stamp = tuple[int, int]


@dataclass(frozen=True)
class Seen:
    """Every file that the report is made from, with its stamp: of figures, and of words."""

    figures: dict[str, Stamp] = field(default_factory=dict)
    words: dict[str, Stamp] = field(default_factory=dict)


def look(wanted: Wanted) -> Seen:
    """Take note of every file that the report is made from."""
    chapters = wanted.folder.path / "notebooks"
    trust = dict(_stamps(wanted.folder.path.parent))
    own = {name: stamp for name, stamp in trust.items() if Path(name).is_relative_to(chapters)}
    figures = {name: stamp for name, stamp in trust.items() if name not in own}
    for folder in _elsewhere(wanted):
        figures |= dict(_stamps(folder))
    return Seen(figures, own | dict(_templates(wanted.project)))


def settled(wanted: Wanted, before: Seen) -> Seen:
    """Wait until nothing is being written any more, and tell what there is then.

    A file that had words in it `before` and has none now was opened to be written: what is to
    stand in it comes, however slowly.
    """
    until = time.monotonic() + LONGEST_SAVE_SECONDS
    seen, still = look(wanted), False
    while not still and time.monotonic() < until:
        time.sleep(STILL_SECONDS)
        now = look(wanted)
        still = now == seen and not _opened(now, before)
        seen = now
    return seen


def _opened(now: Seen, before: Seen) -> bool:
    """Tell whether a file has been emptied since."""
    pairs = ((now.figures, before.figures), (now.words, before.words))
    return any(
        size == 0 and name in earlier and earlier[name][1] > 0
        for stamps, earlier in pairs
        for name, (_, size) in stamps.items()
    )


def _elsewhere(wanted: Wanted) -> Iterator[Path]:
    yield wanted.data / "benchmarks"
    if wanted.extracts is not None:
        own = has_own_place(wanted.extracts, wanted.organisation, wanted.year)
        yield wanted.extracts / wanted.organisation if own else wanted.extracts
    if wanted.peers is not None:
        yield wanted.peers


def _templates(project: Path) -> Iterator[tuple[str, Stamp]]:
    yield from _entries(_listed(project), names={"_quarto.yml", "report.qmd"})
    yield from _stamps(project / "notebooks")
    yield from _stamps(project / "assets")


def _stamps(folder: Path) -> Iterator[tuple[str, Stamp]]:
    """Yield the files in a folder and those below."""
    entries = _listed(folder)
    yield from _entries(entries)
    for entry in entries:
        with suppress(OSError):
            if not _is_aside(entry.name) and entry.is_dir(follow_symlinks=False):
                yield from _stamps(Path(entry.path))


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    """List a folder; one that is gone, as a drive may be for a moment, has nothing in it."""
    try:
        return list(os.scandir(folder))
    except OSError:
        return []


def _entries(
    entries: Iterable[os.DirEntry[str]], names: set[str] | None = None
) -> Iterator[tuple[str, Stamp]]:
    for entry in entries:
        if _is_aside(entry.name) or (names is not None and entry.name not in names):
            continue
        try:
            if entry.is_file():
                state = Path(entry.path).stat()  # an entry's own is out of date on Windows
                yield entry.path, (state.st_mtime_ns, state.st_size)
        except OSError:
            continue  # gone between the listing and the look


def _is_aside(name: str) -> bool:
    """Tell files that editors and office programs keep beside what they edit."""
    return name.startswith((".", "~")) or name.endswith(("~", ".tmp", ".swp"))
