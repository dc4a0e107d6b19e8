"""papermill's warm engine: a chapter in a fork of a process that has everything imported.

The chapter runs in ipykernel's own kernel for one process, so that it prints, displays and fails as
in a kernel of its own; only that nothing is started, imported or sent over sockets.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import nbformat
from jupyter_core.utils import run_sync
from nbclient.exceptions import CellExecutionComplete, CellTimeoutError, DeadKernelError
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, NotebookExecutionManager

from wres.apart import EndedError, TooLongError, run_apart
from wres.chapters.cells import inline_expressions
from wres.chapters.engine import finish_cell, store_values

__all__ = ["WarmEngine"]

_INLINE = "module://matplotlib_inline.backend_inline"


class WarmEngine(Engine):  # type: ignore[misc]
    """papermill engine ``wres-warm``: `WarmClient` in a process of its own."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: Any,
        kernel_name: str,
        folder: str = ".",
        execution_timeout: int | None = None,
        **_: Any,
    ) -> Any:
        """Execute the notebook that `nb_man` manages, in the folder given."""
        text = nbformat.writes(nb_man.nb)
        try:
            done = run_apart(_execute, text, folder, seconds=execution_timeout)
        except TooLongError as fault:
            raise CellTimeoutError(str(fault)) from None
        except EndedError as fault:
            raise DeadKernelError(str(fault)) from None
        nb_man.nb = nbformat.reads(done, as_version=4)
        return nb_man.nb


class WarmClient(PapermillNotebookClient):  # type: ignore[misc]
    """Executes a chapter in this very process, which runs nothing else before or after."""

    def __init__(self, notebook: Any, tell: Callable[[Any], None]) -> None:
        super().__init__(
            NotebookExecutionManager(notebook, progress_bar=False), record_timing=False
        )
        self._tell = tell

    def execute(self, **_: Any) -> Any:
        """Execute all cells up to the first that fails."""
        from wres.chapters.kernel_here import start_kernel  # noqa: PLC0415 - where used

        self.reset_execution_trackers()
        self.km = manager = start_kernel()
        self.kc = manager.client()
        self.kc.start_channels()
        self.kc.allow_stdin = False
        with TemporaryFile() as written:
            self._written = written
            for stream in (1, 2):  # what is written past Python's streams, by programs called
                os.dup2(written.fileno(), stream)
            self.papermill_execute_cells()
        self.set_widgets_metadata()
        return self.nb

    def execute_cell(self, cell: Any, cell_index: int, **_: Any) -> Any:
        """Execute a code cell, or evaluate the inline values of a markdown cell."""
        self._tell(cell_index)
        if cell.cell_type == "markdown":
            if keyed := inline_expressions(cell):
                store_values(cell, keyed, self._ask(keyed))
        elif cell.cell_type == "code" and cell.source.strip():
            cell.outputs, self.clear_before_next_output = [], False
            self.kc.execute(cell.source)
            reply = self.kc.get_shell_msg()
            self._take(cell, cell_index)
            run_sync(self._check_raise_for_error)(cell, cell_index, reply)
            finish_cell(cell)
        return cell

    def _ask(self, expressions: dict[str, str]) -> Any:
        self.kc.execute("", store_history=False, user_expressions=expressions)
        for _ in self._messages():
            pass
        return self.kc.get_shell_msg()

    def _take(self, cell: Any, cell_index: int) -> None:
        """Store in a cell what it has put out."""
        for message in self._messages():
            with suppress(CellExecutionComplete):
                self.process_message(message, cell, cell_index)
        self._written.seek(0)
        if text := self._written.read().decode("utf-8", "replace"):
            cell.outputs.insert(0, nbformat.v4.new_output("stream", name="stdout", text=text))
            self._written.truncate(0)
            self._written.seek(0)

    def _messages(self) -> Iterator[Any]:
        """Yield what the kernel says of one request, until it is idle; a thread of its says it."""
        state = ""
        while state != "idle":
            message = self.kc.get_iopub_msg()
            state = message["content"].get("execution_state", state)
            yield message


def _execute(tell: Callable[[Any], None], text: str, folder: str) -> str:
    """Execute a notebook, given and returned as text, in a process apart."""
    import matplotlib as mpl  # noqa: PLC0415 - imported already where processes fork

    os.chdir(Path(folder))
    # As in a kernel of its own: pictures drawn by pyplot are outputs of their cells.
    os.environ["MPLBACKEND"] = mpl.rcParams["backend"] = _INLINE
    done = WarmClient(nbformat.reads(text, as_version=4), tell).execute()
    return str(nbformat.writes(done))
