"""ipykernel's kernel in the process that asks it, for a chapter that has a process of its own."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import Any

from ipykernel.inprocess.ipkernel import InProcessKernel
from ipykernel.inprocess.manager import InProcessKernelManager
from traitlets.config import Config

__all__ = ["start_kernel"]


class _Kernel(InProcessKernel):
    async def do_execute(self, *given: Any, **settings: Any) -> Any:
        # Where a cell awaits, ipykernel asks whether it runs in the thread that its channels began:
        # there are none, and it is. At all other times that there is such a thread means channels.
        self.shell_channel_thread = SimpleNamespace(parent_thread=threading.current_thread())
        try:
            return await super().do_execute(*given, **settings)  # type: ignore[no-untyped-call]
        finally:
            self.shell_channel_thread = None


def start_kernel() -> Any:
    """Return the manager of a kernel in this process; it keeps no history."""
    manager: Any = InProcessKernelManager(config=Config(HistoryManager={"enabled": False}))
    kernel: Any = _Kernel
    manager.kernel = kernel(parent=manager, session=manager.session)
    return manager
