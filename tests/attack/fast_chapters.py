"""Running chapters without starting a kernel for each: for attacks on hundreds of reports.

A papermill engine, registered here only. It executes a chapter in a fork of this process, in an
IPython shell, and stores what `wres.chapters.engine` stores. That its notebooks are the same, byte
for byte, is a test; that no chapter sees another's variables follows from the fork.
"""

from __future__ import annotations

import os
import pickle
import traceback
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import nbformat
from papermill.engines import Engine, papermill_engines

from wres.chapters import running
from wres.chapters.engine import INLINE_VALUE, ChapterEngine, _stored, _take_captions
from wres.charts.figure import Figure

__all__ = ["fast_chapters"]

# One white point, since Word takes no picture of nothing.
BLANK = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP4////fwAJ+wP9KobjigAAAABJRU5ErkJggg=="
)


class ForkedShell(Engine):
    """papermill engine that runs a notebook in a forked in-process IPython shell."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **settings: Any) -> Any:
        """Execute the notebook in a child process and take over its cells."""
        nb_man.nb.cells = _in_child(nb_man.nb.cells, Path.cwd())
        return nb_man.nb


@contextmanager
def fast_chapters(*, points: bool = True) -> Iterator[None]:
    """Let `wres.chapters.running` use the forked shell in place of kernels.

    Without `points`, pictures of points are one point: nobody reads words in them that the same
    picture in lines does not hold.
    """
    _warm_up()
    papermill_engines.register("wres", ForkedShell)
    usual = Figure.png
    if not points:
        Figure.png = BLANK
    try:
        yield
    finally:
        papermill_engines.register("wres", ChapterEngine)
        Figure.png = usual


def _warm_up() -> None:
    """Import once what every chapter imports."""
    from IPython.core.interactiveshell import InteractiveShell  # noqa: F401, PLC0415

    from wres import charts, narrative, tables  # noqa: F401, PLC0415
    from wres.chapters import open_chapter  # noqa: F401, PLC0415

    assert running.KERNEL == "python3"


def _in_child(cells: list[Any], folder: Path) -> list[Any]:
    with TemporaryFile() as answer:
        child = os.fork()
        if child == 0:
            _answer(answer, cells, folder)
        _, status = os.waitpid(child, 0)
        answer.seek(0)
        if status:
            raise RuntimeError(answer.read().decode("utf-8", "replace"))
        return [nbformat.from_dict(cell) for cell in pickle.load(answer)]


def _answer(answer: Any, cells: list[Any], folder: Path) -> None:
    """Run in the child: execute, write the cells, and end without any of the parent's clean-up."""
    try:
        os.chdir(folder)
        made = _executed(cells)
        answer.write(pickle.dumps([_plain(cell) for cell in made]))
        answer.flush()
        os._exit(0)
    except BaseException:
        answer.write(traceback.format_exc().encode("utf-8"))
        answer.flush()
        os._exit(1)


def _plain(held: Any) -> Any:
    if isinstance(held, dict):
        return {key: _plain(value) for key, value in held.items()}
    return [_plain(value) for value in held] if isinstance(held, list) else held


def _executed(cells: list[Any]) -> list[Any]:
    from IPython.core.interactiveshell import InteractiveShell  # noqa: PLC0415
    from IPython.utils.capture import capture_output  # noqa: PLC0415

    shell = InteractiveShell()
    for cell in cells:
        if cell.cell_type == "markdown":
            _fill(shell, cell)
        elif cell.cell_type == "code" and cell.source.strip():
            with capture_output() as shown:
                result = shell.run_cell(cell.source, store_history=True)
            result.raise_error()
            cell.execution_count = shell.execution_count - 1
            cell.outputs = list(_outputs(shell, result, shown, cell.execution_count))
            _take_captions(cell)
    return cells


def _outputs(shell: Any, result: Any, shown: Any, count: int) -> Iterator[Any]:
    if shown.stdout:
        # The displayhook of a plain shell prints "Out[1]: ..." itself: not an output of the cell.
        text = shown.stdout if result.result is None else ""
        if text:
            yield nbformat.v4.new_output("stream", name="stdout", text=text)
    if result.result is not None:
        data, metadata = shell.display_formatter.format(result.result)
        yield nbformat.v4.new_output(
            "execute_result", data=data, metadata=metadata, execution_count=count
        )


def _fill(shell: Any, cell: Any) -> None:
    expressions = INLINE_VALUE.findall(cell.source)
    if not expressions:
        return
    keyed = {str(place): text for place, text in enumerate(expressions)}
    values = shell.user_expressions(keyed)
    cell.metadata["user_expressions"] = [
        {"expression": text, "result": _stored(values[place])} for place, text in keyed.items()
    ]
