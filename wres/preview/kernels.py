"""Kernels that stay up: each runs one chapter after another, from a clean start every time.

A kernel of its own for each run, as `wres render` has it, spends seconds on imports.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import nbformat
import zmq.asyncio
from jupyter_core.utils import run_sync
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill.engines import NotebookExecutionManager
from papermill.parameterize import parameterize_notebook

from wres.chapters.choosing import CHAPTER_SECONDS
from wres.chapters.engine import ChapterClient
from wres.chapters.running import KERNEL

__all__ = ["Kernels", "StoppedError"]

# A busy machine takes its time to start Python; what takes longer is broken.
START_SECONDS = 240
# What every chapter's setup cell will import.
_IMPORTS = "from wres import charts, narrative, tables, vocabulary"
# Names of the chapter before are gone; the folder is the chapters' own, wherever one went.
_CLEAN = "import os\nos.chdir({folder!r})\ndel os\nget_ipython().reset(new_session=True)"


class StoppedError(Exception):
    """A chapter did not run to its end: it took too long, or Python ended."""


class _Kernel:
    """One kernel and the thread that alone talks to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="wres-kernel")
        # One for good: a context that is collected as garbage waits for its sockets for ever.
        self._context = zmq.asyncio.Context()
        self._first: Any = None  # its kernel, channels and sockets serve all later clients
        self.busy = self.closed = False
        self._thread.submit(self._run, _notebook(_IMPORTS))

    def run(self, notebook: Any) -> Future[Any]:
        return self._thread.submit(self._run, notebook)

    def kill(self) -> None:
        """End the process, whatever it does; may be called from any thread."""
        process = getattr(getattr(self._first, "km", None), "provisioner", None)
        with suppress(AttributeError, OSError):
            process.process.kill()  # type: ignore[union-attr]

    def close(self) -> None:
        """End the process and wait for the thread."""
        self.closed = True
        self._thread.submit(self._forget)
        last = self._thread.submit(self._context.destroy, 0)
        while not last.done():  # a process may begin after it was looked for
            self.kill()
            wait([last], timeout=0.2)
        self._thread.shutdown(wait=True)

    def _run(self, notebook: Any) -> Any:
        if self.closed:
            raise StoppedError("the preview is at its end")
        if self._first is None:
            self._start()
        client = self._client(notebook, km=self._first.km)
        client.kc = self._first.kc
        client.nb_man.notebook_start()
        self.busy = True
        try:
            return client.execute()
        except CellTimeoutError:
            self._forget()
            raise StoppedError(f"a cell runs for more than {CHAPTER_SECONDS} seconds") from None
        except DeadKernelError:
            self._forget()
            raise StoppedError("Python ended while the chapter ran") from None
        finally:
            self.busy = False

    def _start(self) -> None:
        """Start a kernel; from its first moment on it can be killed."""
        self._first = client = self._client(_notebook(""))
        client.km = client.create_kernel_manager()
        client.km.context = self._context
        try:
            client.start_new_kernel()
            client.kc = client.km.client(context=self._context)
            client.kc.allow_stdin = False
            client.kc.start_channels()
            run_sync(client.kc.wait_for_ready)(timeout=START_SECONDS)
        except Exception as fault:
            # Whatever it was: half a kernel would get a context of its own, and that never ends.
            self._forget()
            raise StoppedError("Python did not start") from fault

    def _client(self, notebook: Any, km: Any = None) -> Any:
        return ChapterClient(
            NotebookExecutionManager(notebook, progress_bar=False),
            km=km,
            kernel_name=KERNEL,
            timeout=CHAPTER_SECONDS,
            resources={"metadata": {"path": str(self._folder)}},
        )

    def _forget(self) -> None:
        """Leave nothing of a kernel that has ended; the next run starts another."""
        self.kill()
        first, self._first = self._first, None
        if first is not None:
            with suppress(Exception):  # it is dead already, and says so in many ways
                first.kc.stop_channels()
            with suppress(Exception):
                run_sync(first.km._async_cleanup_resources)()


class Kernels:
    """A few kernels side by side; each takes the next chapter when it is free.

    Parameters
    ----------
    folder : Path
        Where chapters run: results and facts lie in it.
    number : int
        How many.
    """

    def __init__(self, folder: Path, number: int) -> None:
        logging.getLogger("papermill").setLevel(logging.WARNING)
        self._folder = folder
        self._all = [_Kernel(folder) for _ in range(number)]
        self._idle: SimpleQueue[_Kernel] = SimpleQueue()
        for kernel in self._all:
            self._idle.put(kernel)

    def run(self, notebook: Any, parameters: dict[str, Any]) -> Future[Any]:
        """Run a cleared chapter as soon as a kernel is free; the future holds it executed.

        Its errors are in its cells, as after papermill. The future raises `StoppedError` if the
        chapter did not run to its end.
        """
        kernel = self._idle.get()
        future = kernel.run(_prepared(notebook, parameters, self._folder))
        future.add_done_callback(lambda _: self._idle.put(kernel))
        return future

    def interrupt(self) -> None:
        """End what is running; the next run starts that kernel anew."""
        for kernel in self._all:
            if kernel.busy:
                kernel.kill()

    def close(self) -> None:
        """End all kernels for good."""
        for kernel in self._all:
            kernel.closed = True
            kernel.kill()
        for kernel in self._all:
            kernel.close()


def _prepared(notebook: Any, parameters: dict[str, Any], folder: Path) -> Any:
    """Put the parameters into a chapter, and before all a cell that cleans up."""
    notebook.metadata.setdefault("papermill", {})
    for cell in notebook.cells:
        cell.metadata.setdefault("tags", [])  # papermill looks into each cell's; editors omit them
    filled = parameterize_notebook(
        notebook, parameters, kernel_name=KERNEL, language="python", engine_name="wres"
    )
    clean = nbformat.v4.new_code_cell(_CLEAN.format(folder=str(folder)))
    filled.cells.insert(0, clean)
    return filled


def _notebook(source: str) -> Any:
    cells: Sequence[Any] = [nbformat.v4.new_code_cell(source)]
    return nbformat.v4.new_notebook(cells=cells, metadata={"papermill": {}})
