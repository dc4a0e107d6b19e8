"""Run the chapters of one staged report through papermill, and hold what they stored to account."""

from __future__ import annotations

import ast
import difflib
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
import papermill
from papermill.engines import papermill_engines
from papermill.exceptions import PapermillExecutionError

from wres.chapters.engine import ChapterEngine
from wres.chapters.parameters import require_parameters
from wres.errors import ChapterError

__all__ = ["CHAPTERS", "clear_chapter", "run_chapters"]

CHAPTERS = (
    "summary",
    "workforce",
    "recruitment",
    "disciplinary",
    "development",
    "staff_survey",
    "board",
    "trends",
    "comparison",
    "methods",
)
KERNEL = "python3"
CHAPTER_SECONDS = 300
STORED = ("user_expressions", "fig-cap", "fig-alt", "tbl-cap", "papermill", "execution")

papermill_engines.register("wres", ChapterEngine)


def run_chapters(chapters: Sequence[Path], parameters: dict[str, Any]) -> None:
    """Execute chapters in place, each in a kernel of its own, in the folder where they lie.

    Parameters
    ----------
    chapters : sequence of Path
        Notebooks of one staged report.
    parameters : dict
        `organisation`, `year`, `results` (a path relative to the chapters), `profile`.

    Raises
    ------
    ChapterError
        Before anything runs, if names or types of parameters don't fit any of the chapters; after
        a chapter ran, with the cell and the cause of everything that went wrong in it.
    """
    faults = [fault for chapter in chapters for fault in _parameter_faults(chapter, parameters)]
    if faults:
        raise ChapterError("\n".join(faults))
    for chapter in chapters:
        _run(chapter, parameters)


def clear_chapter(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Remove all that an execution stored, so that no figure of one trust reaches another."""
    notebook.metadata.pop("papermill", None)
    notebook.cells = [cell for cell in notebook.cells if "injected-parameters" not in _tags(cell)]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        for key in STORED:
            cell.metadata.pop(key, None)
    return notebook


def _parameter_faults(chapter: Path, parameters: dict[str, Any]) -> list[str]:
    try:
        require_parameters(chapter, parameters)
    except ChapterError as error:
        return [str(error)]
    return []


def _run(chapter: Path, parameters: dict[str, Any]) -> None:
    # papermill logs every path it touches at INFO; a reader of our stderr needs none of them.
    logging.getLogger("papermill").setLevel(logging.WARNING)
    try:
        papermill.execute_notebook(
            chapter,
            chapter,
            parameters=parameters,
            engine_name="wres",
            kernel_name=KERNEL,
            language="python",
            cwd=chapter.parent,
            progress_bar=False,
            execution_timeout=CHAPTER_SECONDS,
        )
    except PapermillExecutionError as error:
        raise ChapterError(
            f"{chapter.name} cell {error.cell_index}: {error.ename}: {error.evalue}"
        ) from error
    notebook = nbformat.read(chapter, as_version=4)
    _require_clean(chapter.name, notebook)
    nbformat.write(_without_run_traces(notebook), chapter)


def _require_clean(name: str, notebook: nbformat.NotebookNode) -> None:
    faults = [
        f"{name} cell {number}: {fault}"
        for number, cell in enumerate(notebook.cells, start=1)
        for fault in (*_inline_faults(cell, notebook), *_output_faults(cell))
    ]
    if faults:
        raise ChapterError("\n".join(faults))


def _inline_faults(cell: Any, notebook: nbformat.NotebookNode) -> list[str]:
    faults = []
    for stored in cell.metadata.get("user_expressions", []):
        result, text = stored["result"], stored["expression"]
        if result["status"] != "ok":
            cause = f"{result.get('ename')}: {result.get('evalue')}"
            faults.append(f"inline value `{text}` fails ({cause}){_nearest(text, notebook)}")
        elif not _is_words(result["data"].get("text/plain", "")):
            faults.append(
                f"inline value `{text}` gives {result['data'].get('text/plain')}, not text; "
                "use the functions of `say`, which round as the report does"
            )
    return faults


def _is_words(shown: str) -> bool:
    try:
        return isinstance(ast.literal_eval(shown), str | int)
    except (SyntaxError, ValueError):
        return False


def _nearest(text: str, notebook: nbformat.NotebookNode) -> str:
    from wres.narrative import Narrative  # noqa: PLC0415 - only to help after a fault

    known = [name for name in dir(Narrative) if not name.startswith("_")]
    wanted = text.removeprefix("say.").split("(")[0]
    near = difflib.get_close_matches(wanted, known, n=3)
    return f"; did you mean {' or '.join('say.' + name for name in near)}?" if near else ""


def _output_faults(cell: Any) -> list[str]:
    if cell.cell_type != "code":
        return []
    streams = [output for output in cell.outputs if output.output_type == "stream"]
    plain = [
        output.data["text/plain"]
        for output in cell.outputs
        if output.output_type in {"execute_result", "display_data"}
        and set(output.data) == {"text/plain"}
    ]
    return [
        *(f"prints to {output.name}: {output.text.strip()[:200]!r}" for output in streams),
        *(
            f"its output is a bare object, {text[:80]!r}: nothing a reader can use"
            for text in plain
        ),
    ]


def _without_run_traces(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Drop times, paths and versions, so that the same inputs give the same bytes."""
    notebook.metadata.pop("papermill", None)
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        if "injected-parameters" in _tags(cell):
            cell.id = "injected-parameters"  # papermill draws one at random
    return notebook


def _tags(cell: Any) -> list[str]:
    return list(cell.metadata.get("tags", []))
