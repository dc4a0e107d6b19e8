"""ipykernel's kernel in the process that asks it, for a chapter that has a process of its own."""

from __future__ import annotations

import os
import threading
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from ipykernel.inprocess.ipkernel import InProcessInteractiveShell, InProcessKernel
from ipykernel.inprocess.manager import InProcessKernelManager
from ipykernel.iostream import IOPubThread
from traitlets import default
from traitlets.config import Config

__all__ = ["prepare_kernel", "start_kernel"]


class _Speech(IOPubThread):
    """What a kernel speaks through: a thread that is never started, so that all is said at once."""

    def _setup_event_pipe(self) -> None:
        """Open none: nothing is handed to the thread, and a pipe would have threads of its own."""


class _Shell(InProcessInteractiveShell):
    """A shell that changes nothing of its process before `begin`."""

    def init_environment(self) -> None:
        """Leave it to `begin`."""

    def init_virtualenv(self) -> None:
        """Leave it to `begin`."""

    def init_sys_modules(self) -> None:
        """Leave it to `begin`."""

    def begin(self) -> None:
        """Take the process over, in the working directory that it has by now."""
        super().init_environment()  # type: ignore[no-untyped-call]
        super().init_virtualenv()  # type: ignore[no-untyped-call]
        super().init_sys_modules()  # type: ignore[no-untyped-call]
        self.user_ns["_dh"][:] = [Path.cwd()]


class _Kernel(InProcessKernel):
    @default("iopub_thread")
    def _never_started(self) -> Any:
        speech: Any = _Speech
        return speech(self._underlying_iopub_socket, session=self.session)

    @default("shell_class")
    def _which_begins_later(self) -> type[_Shell]:
        return _Shell

    async def do_execute(self, *given: Any, **settings: Any) -> Any:
        # Where a cell awaits, ipykernel asks whether it runs in the thread that its channels began:
        # there are none, and it is. At all other times that there is such a thread means channels.
        self.shell_channel_thread = SimpleNamespace(parent_thread=threading.current_thread())
        try:
            return await super().do_execute(*given, **settings)  # type: ignore[no-untyped-call]
        finally:
            self.shell_channel_thread = None


@cache
def prepare_kernel() -> Any:
    """Return the manager of this process's one kernel, which may be made before a fork.

    Making it takes longer than a short chapter, and leaves threads, environment and modules alone.
    """
    manager: Any = InProcessKernelManager(config=Config(HistoryManager={"enabled": False}))
    kernel: Any = _Kernel
    manager.kernel = kernel(parent=manager, session=manager.session)
    return manager


def start_kernel() -> Any:
    """Return the manager of a kernel that runs in this process; it keeps no history."""
    manager = prepare_kernel()
    manager.session.pid = os.getpid()  # a session does not speak in a fork that it doesn't know of
    manager.kernel.shell.begin()
    return manager
