"""One report from start to finish: what it is made of, the making of it, and its place."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wres.apart import is_wanted, warm_up
from wres.chapters.choosing import CHAPTER_SECONDS, WARM, choose_chapter_engine
from wres.errors import WresError
from wres.made_of import made_of, reread_memory
from wres.shelf import A_MOMENT, locked, new_folder, place_of, swap_in, told_of_disk
from wres.stamps import Stamp, left_as, read_stamp, stamp_path

if TYPE_CHECKING:
    from wres.sources.folders import YearFolder

__all__ = ["Made", "Report", "make_report", "remake_report"]


@dataclass(frozen=True)
class Made:
    """What became of one report.

    Parameters
    ----------
    place : Path
        Its folder.
    lines : tuple of str
        What there is to say of it.
    warnings : int
        How many of them warn.
    unchanged : bool
        Whether it stood there already as it would be.
    """

    place: Path
    lines: tuple[str, ...] = ()
    warnings: int = 0
    unchanged: bool = False


@dataclass(frozen=True)
class Report:
    """What to render, from where, to where; `strict` lets no doubtful sentence through.

    `paper` is a document's description that is read in place of the year's `board_paper.yml`.
    `chapters` is the engine that runs them (auto, warm, standard), `seconds` how long one of their
    cells may take, `side_by_side` how many run at a time; `fresh` makes again what has not changed;
    `patience` is for how many seconds another run that makes the same report is waited for.
    """

    organisation: str
    year: int
    data: Path
    shelf: Path
    project: Path
    profile: str = "public"
    formats: Sequence[str] = ("html", "pdf")
    engine: str = "auto"
    extracts: Path | None = None
    peers: Path | None = None
    strict: bool = False
    paper: Path | None = None
    chapters: str = "auto"
    seconds: int = CHAPTER_SECONDS
    side_by_side: int = os.cpu_count() or 1
    fresh: bool = False
    patience: float = A_MOMENT

    @property
    def folder(self) -> YearFolder:
        """The folder of its trust and year."""
        from wres.sources.folders import YearFolder  # noqa: PLC0415 - slow to load

        return YearFolder(self.data, self.organisation, self.year)


def make_report(report: Report, tell: Callable[[str, bool], None] | None = None) -> Path:
    """Render one report and put it on the shelf, unless it stands there already as it would be.

    Parameters
    ----------
    report : Report
    tell : callable, optional
        Takes a line to print, and whether it belongs with the errors: notes on what was read.

    Returns
    -------
    Path
        The report's folder, complete.

    Raises
    ------
    WresError
        Whatever stopped it; the shelf then stands as it was.
    """
    made = remake_report(report)
    if tell is not None:
        for line in made.lines:
            tell(line, True)
    return made.place


def remake_report(report: Report, told: Callable[[str], None] | None = None) -> Made:
    """Do the same and say what became of it; `told` takes what is being done at the time.

    Raises
    ------
    WresError
        Whatever stopped it; the shelf then stands as it was.
    """
    place = place_of(report.shelf, report.organisation, report.year, report.profile)
    stamped = stamp_path(report.shelf, report.organisation, report.year, report.profile)
    lock = stamped.with_name(f"{stamped.name}.lock")
    with told_of_disk(report.shelf), locked(lock, place.as_posix(), report.patience):
        parts = made_of(report)
        last = read_stamp(stamped)
        if last.holds(parts, place) and not report.fresh:
            return Made(place, ("unchanged: every input is as it was",), unchanged=True)
        with new_folder(place) as scratch:
            if choose_chapter_engine(report.chapters) == "warm":
                warm_up(WARM)  # beside our own imports
            from wres.making import Making  # noqa: PLC0415 - only where something is made

            making = Making(report, scratch, told or (lambda _: None))
            made = making.run(
                place, {} if report.fresh or not last.is_whole(place) else last.chapters
            )
            if not is_wanted():  # another run may be at work by now
                raise WresError("the run that asked for this report has ended")
            stamped.unlink(missing_ok=True)  # from here on it is that of another report
            swap_in(scratch / "made", place)
        stamp = Stamp(reread_memory(report, parts), making.chapters, left_as(place))
        stamp.write(stamped)
    return made
