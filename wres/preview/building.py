"""Keeping a page up to date: from what was saved to the page that shows it."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
import traceback
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from wres.accepting import MEMORY
from wres.chapters.own import OwnChapter, asks_for_places
from wres.chapters.parameters import require_parameters
from wres.chapters.reading import Chapter
from wres.chapters.running import tell_faults
from wres.chapters.staging import hand_on, marking, stage_report
from wres.errors import InputError, Problem, WresError, told_once
from wres.loading import load
from wres.preview.chapters import Chapters, SupersededError
from wres.preview.findings import notes_on
from wres.preview.kernels import Kernels
from wres.preview.page import lay_out
from wres.preview.status import Board
from wres.preview.wanted import Wanted
from wres.preview.watching import Seen, look, settled
from wres.render import render_loose
from wres.writing import filled, own_chapters

__all__ = ["Builder"]

LOOK_SECONDS = 0.1
# Each kernel takes some 150 MB; more than two help little, since one chapter is the longest.
MOST_KERNELS = 2


class Builder:
    """Looks after one page: a thread of its own watches, runs, renders and pins it on the board.

    Parameters
    ----------
    wanted : Wanted
    scratch : Path
        An empty folder for everything that is written.
    board : Board
    """

    def __init__(self, wanted: Wanted, scratch: Path, board: Board) -> None:
        self._wanted, self._scratch, self._board = wanted, scratch, board
        self._stopping = threading.Event()
        self._seen = Seen()
        self._loaded, self._loaded_public = _Loaded(), _Loaded()
        (scratch / "run").mkdir()
        self._kernels = Kernels(scratch / "run", min(MOST_KERNELS, os.cpu_count() or 1))
        self._chapters = Chapters(
            self._kernels, wanted.parameters, self._tell_running, self._superseded
        )
        self._thread = threading.Thread(target=self._keep_up, name="wres-builder", daemon=True)

    def start(self) -> None:
        """Begin to build and to watch."""
        self._thread.start()

    def stop(self) -> None:
        """End the kernels and the thread."""
        self._stopping.set()
        self._kernels.close()
        self._thread.join()

    def _keep_up(self) -> None:
        while not self._stopping.is_set():
            if look(self._wanted) != self._seen:
                self._seen = settled(self._wanted, self._seen)
                self._build_or_tell()
            else:
                self._stopping.wait(LOOK_SECONDS)

    def _build_or_tell(self) -> None:
        """Build, or say why not: whatever is wrong with a file, the preview lives on."""
        try:
            self._build()
        except SupersededError:
            pass  # what was saved meanwhile is built next
        except WresError as error:
            self._tell_faults(_lines(error))
        except Exception as error:  # a fault of ours, told without its inner details
            if self._stopping.is_set():
                return
            traceback.print_exc(file=sys.stderr)
            what = f"the preview itself failed ({type(error).__name__}); details are where it runs"
            self._tell_faults([what])

    def _build(self) -> None:
        self._board.tell("running", "reading what was saved ...")
        chapter, own = self._read()
        filled(own, chapter)  # every unknown name is told before anything runs
        staged = self._scratch / "staged"
        shutil.rmtree(staged, ignore_errors=True)
        staged.mkdir()
        paths = stage_report(chapter, self._wanted.project, staged, own)
        for path in paths:
            require_parameters(path, self._wanted.parameters)
        hand_on(staged / "notebooks", self._scratch / "run")
        faults = self._chapters.execute(paths, chapter)
        if faults:
            tell_faults(faults, {one.name: one.file for one in own})
        self._board.tell("running", "laying out the page ...")
        with ThreadPoolExecutor(1) as beside:  # pandoc works while the text is held to the figures
            page = beside.submit(render_loose, staged)
            notes = notes_on(self._wanted.folder, own, staged, chapter, self._public(chapter))
            html, parts = lay_out(page.result(), staged, notes, marking(chapter, own))
        self._board.show(html, parts, f"up to date at {time.strftime('%H:%M')}")

    def _read(self) -> tuple[Chapter, list[OwnChapter]]:
        """Read figures and chapters before complaining of either."""
        problems: list[Problem] = []
        own: list[OwnChapter] = []
        try:
            own = own_chapters(self._wanted.folder, self._wanted.project)
        except InputError as error:
            problems += error.problems
        try:
            chapter = self._loaded.get(self._wanted, self._seen, places=asks_for_places(own))
        except InputError as error:
            problems += error.problems
        if problems:
            raise InputError(told_once(problems))
        return chapter, own

    def _public(self, chapter: Chapter) -> Chapter:
        """Give the public results, if there is text that was accepted against them."""
        memory = self._wanted.folder.path / "notebooks" / MEMORY
        if self._wanted.profile == "public" or not memory.exists():
            return chapter
        return self._loaded_public.get(replace(self._wanted, profile="public"), self._seen)

    def _superseded(self) -> bool:
        return self._stopping.is_set() or look(self._wanted) != self._seen

    def _tell_running(self, names: Sequence[str]) -> None:
        if names:
            self._board.tell("running", f"running {', '.join(names)} ...")

    def _tell_faults(self, faults: Sequence[str]) -> None:
        page, _ = self._board.now()
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        stands = "; the page is the last good one" if page.number else ""
        self._board.tell("fault", f"not up to date: {count}{stands}", faults)


class _Loaded:
    """Figures as last read: they are read again only when a file behind them has changed.

    Counts of the trust's parts take long to protect: they are read once a chapter asks for them.
    """

    def __init__(self) -> None:
        self._seen: dict[str, tuple[int, int]] | None = None
        self._chapter: Chapter | None = None
        self._places = False

    def get(self, wanted: Wanted, seen: Seen, *, places: bool = False) -> Chapter:
        """Return results and facts, or raise what keeps them from being read."""
        if self._chapter is None or (self._seen, self._places) != (seen.figures, places):
            self._chapter = load(
                wanted.data,
                wanted.organisation,
                wanted.year,
                wanted.profile,
                wanted.extracts,
                wanted.peers,
                places=places,
            ).chapter
            self._seen, self._places = seen.figures, places
        return self._chapter


def _lines(error: WresError) -> list[str]:
    problems = getattr(error, "problems", None)
    if problems:
        return [str(problem) for problem in problems]
    return [line for line in str(error).splitlines() if line.strip()]
