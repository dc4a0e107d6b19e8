"""Run the chapters of one staged report through papermill, and hold what they stored to account."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import nbformat
import papermill
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill.engines import papermill_engines
from papermill.exceptions import PapermillExecutionError

from wres.apart import given_up_on_interrupt
from wres.chapters.choosing import CHAPTER_SECONDS, choose_chapter_engine
from wres.chapters.clearing import INJECTED, clear_chapter, tags_of
from wres.chapters.engine import ChapterEngine
from wres.chapters.notebook_files import OwnFile
from wres.chapters.parameters import require_parameters
from wres.chapters.placing import CHAPTERS
from wres.chapters.stored_faults import Fault, stored_faults
from wres.chapters.warm import WarmEngine
from wres.errors import ChapterError, InputError, Problem

__all__ = ["CHAPTERS", "KERNEL", "clear_chapter", "run_chapters", "tell_faults"]

KERNEL = "python3"

ENGINES = {"standard": "wres", "warm": "wres-warm"}
papermill_engines.register(ENGINES["standard"], ChapterEngine)
papermill_engines.register(ENGINES["warm"], WarmEngine)


def run_chapters(
    chapters: Sequence[Path],
    parameters: dict[str, Any],
    own: Mapping[str, OwnFile] | None = None,
    engine: str = "auto",
    side_by_side: int = 1,
    seconds: int = CHAPTER_SECONDS,
    told: Callable[[str], None] | None = None,
) -> None:
    """Execute chapters in place, each apart from all others, in the folder where they lie.

    Parameters
    ----------
    chapters : sequence of Path
        Notebooks of one staged report.
    parameters : dict
        `organisation`, `year`, `results` (a path relative to the chapters), `profile`.
    own : mapping of str to OwnFile
        The files of those that the trust has written itself, by name.
    engine : str
        ``warm``, ``standard``, or ``auto``: warm where processes fork.
    side_by_side : int
        How many chapters may run at a time in the warm engine; the standard one runs them in turn.
    seconds : int
        For how long a cell may run.
    told : callable, optional
        Takes the name of each chapter that begins.

    Raises
    ------
    ChapterError
        Before anything runs, if names or types of parameters don't fit any of the chapters; after
        all ran, with the cell and the cause of everything that went wrong in any of them.
    InputError
        The same, where chapters of the trust's own are at fault.
    """
    faults = [fault for chapter in chapters for fault in _parameter_faults(chapter, parameters)]
    if faults:
        raise ChapterError("\n".join(faults))
    # papermill logs every path it touches at INFO; a reader of our stderr needs none of them.
    logging.getLogger("papermill").setLevel(logging.WARNING)
    chosen = choose_chapter_engine(engine)
    run = partial(_run, parameters=parameters, engine=chosen, seconds=seconds, told=told)
    if chosen == "warm" and side_by_side > 1:
        with ThreadPoolExecutor(side_by_side) as threads, given_up_on_interrupt():
            faults_of = list(threads.map(run, chapters))
    else:
        faults_of = [run(chapter) for chapter in chapters]
    if found := [fault for faults in faults_of for fault in faults]:
        tell_faults(found, own or {})


def _parameter_faults(chapter: Path, parameters: dict[str, Any]) -> list[str]:
    try:
        require_parameters(chapter, parameters)
    except ChapterError as error:
        return [str(error)]
    return []


def _run(
    chapter: Path,
    parameters: dict[str, Any],
    engine: str,
    seconds: int,
    told: Callable[[str], None] | None,
) -> list[Fault]:
    stopped = []
    if told is not None:
        told(f"chapter {chapter.stem}")
    # papermill changes the working directory of the process that it runs in: none of several
    # chapters at once may. The warm engine changes it where the chapter runs.
    place = {"folder": str(chapter.parent)} if engine == "warm" else {"cwd": chapter.parent}
    try:
        papermill.execute_notebook(
            chapter,
            chapter,
            parameters=parameters,
            engine_name=ENGINES[engine],
            kernel_name=KERNEL,
            language="python",
            progress_bar=False,
            request_save_on_cell_execute=engine == "standard",
            execution_timeout=seconds,
            **place,
        )
    except PapermillExecutionError:
        pass  # the cell that failed holds the error
    except CellTimeoutError:
        stopped = [Fault(chapter.stem, "", f"a cell runs for more than {seconds} seconds")]
    except DeadKernelError:
        stopped = [Fault(chapter.stem, "", "Python ended while the chapter ran")]
    notebook = nbformat.read(chapter, as_version=4)
    faults = stored_faults(chapter.stem, notebook) + stopped
    nbformat.write(_without_run_traces(notebook), chapter)
    return faults


def tell_faults(faults: Sequence[Fault], own: Mapping[str, OwnFile]) -> NoReturn:
    """Stop with what went wrong in chapters; it is bad input where any is of the trust's own.

    Raises
    ------
    ChapterError
    InputError
    """
    if not any(fault.chapter in own for fault in faults):
        raise ChapterError("\n".join(str(fault) for fault in faults))
    raise InputError([_problem(fault, own.get(fault.chapter)) for fault in faults])


def _problem(fault: Fault, file: OwnFile | None) -> Problem:
    if file is None:
        name = f"notebooks/{fault.chapter}.ipynb"
        return Problem(name, fault.what, "Correct the cell.", cell=fault.cell or None)
    return file.problem(fault.what, "Correct the cell", cell=fault.cell or None)


def _without_run_traces(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Drop times, paths and versions, so that the same inputs give the same bytes."""
    notebook.metadata.pop("papermill", None)
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        if INJECTED in tags_of(cell):
            cell.id = INJECTED  # papermill draws one at random
    return notebook
