"""Work in a process of its own: forked from one that has everything imported, where systems fork.

What one piece of work leaves behind (variables, patched modules, settings, the environment, the
working directory, memory) ends with its process, and whatever ends or hangs it harms no other.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any, Final

__all__ = [
    "EndedError",
    "TooLongError",
    "can_fork",
    "give_up",
    "given_up_on_interrupt",
    "is_given_up",
    "is_wanted",
    "leave_ending_to_asker",
    "run_apart",
    "warm_up",
]

_PR_SET_PDEATHSIG: Final = 1


class _State:
    """What this process is, and what runs apart from it."""

    is_apart = False  # one that work runs in apart; a cluster's workers are none
    is_given_up = False

    def __init__(self) -> None:
        self.running: set[Any] = set()


_STATE: Final = _State()


class EndedError(Exception):
    """The process ended without an answer: killed, out of memory, or by its own work."""


class TooLongError(Exception):
    """The process said nothing for longer than it may."""


def can_fork() -> bool:
    """Tell whether processes are forked here: not on Windows, and not safely on macOS."""
    return sys.platform == "linux"


def warm_up(modules: Sequence[str]) -> None:
    """Begin to import, in a process beside this one, what work apart will need.

    Python's fork server has one thread and nothing open: it may be forked while the process that
    asks has threads. Where systems don't fork, nothing happens, and work begins with its imports.
    """
    _STATE.is_given_up = False
    if can_fork() and not _STATE.is_apart:
        from multiprocessing.forkserver import ensure_running  # noqa: PLC0415 - not on Windows

        multiprocessing.get_context("forkserver").set_forkserver_preload(list(modules))
        ensure_running()


def run_apart(
    work: Callable[..., Any],
    *given: Any,
    seconds: float | None = None,
    told: Callable[[Any], None] | None = None,
) -> Any:
    """Run `work(tell, *given)` in a process of its own and return its answer.

    Parameters
    ----------
    work : callable
        A function of a module. Its first argument takes what is to be passed on to `told`.
    *given : object
        What it is given, and what it returns, can be pickled.
    seconds : float, optional
        For how long it may say nothing.
    told : callable, optional
        Takes, in the caller's thread, what the work tells on its way.

    Raises
    ------
    EndedError
    TooLongError
    Exception
        Whatever the work raised.
    """
    if _STATE.is_given_up:
        raise EndedError("nothing is begun any more")
    context = _context()
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(there, work, given))
    process.start()
    _STATE.running.add(process)
    there.close()
    try:
        if _STATE.is_given_up:  # while it began: a fork server that still imports keeps it waiting
            raise EndedError("it was ended at its beginning")
        while here.poll(seconds):
            kind, held = here.recv()
            if kind == "answer":
                return held
            if kind == "fault":
                raise held
            if told is not None:
                told(held)
        raise TooLongError
    except EOFError:
        process.join()
        raise EndedError(f"exit code {process.exitcode}") from None
    finally:
        _end(process)
        _STATE.running.discard(process)
        here.close()


@contextmanager
def given_up_on_interrupt() -> Iterator[None]:
    """End all that runs apart if a key pressed, or whatever else, ends the block: nobody waits."""
    try:
        yield
    except BaseException:
        give_up()
        raise


def give_up() -> None:
    """End all that runs apart, and begin nothing more until the next `warm_up`."""
    _STATE.is_given_up = True
    for process in list(_STATE.running):
        _kill(process)


def is_given_up() -> bool:
    """Tell whether what ran apart was ended on purpose, so that nothing is to be begun again."""
    return _STATE.is_given_up


def is_wanted() -> bool:
    """Tell whether who asked for this process's work is still there to take it."""
    parent = multiprocessing.parent_process()
    return parent is None or parent.is_alive()


def leave_ending_to_asker() -> None:
    """Have this process end with the one that asked for its work, and by no key pressed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if can_fork():
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        _end_with_asker()


def _context() -> Any:
    """Fork from here where that is safe: in a process that is itself a fork, and has one thread."""
    if not can_fork():
        return multiprocessing.get_context("spawn")
    alone = _STATE.is_apart and threading.active_count() == 1
    return multiprocessing.get_context("fork" if alone else "forkserver")


def _work(there: Connection, work: Callable[..., Any], given: tuple[Any, ...]) -> None:
    """Run in the process apart."""
    _STATE.is_apart = True
    if can_fork():
        os.setpgrp()  # so that whatever it starts can be ended with it
    leave_ending_to_asker()

    def tell(held: Any) -> None:
        there.send(("told", held))

    try:
        answer = ("answer", work(tell, *given))
    except Exception as fault:
        answer = ("fault", fault)
    with suppress(BrokenPipeError):  # nobody waits for it any more
        there.send(answer)
    if can_fork():
        sys.stdout.flush()
        os._exit(0)  # threads that the work has left don't keep it


def _end_with_asker() -> None:
    """Have the system end this process when the one that asked for its work ends, if killed too.

    The parent of a fork is the fork server, which outlives who asked. What tells of that one's end
    is a pipe: the system signals that its other end is closed.
    """
    import fcntl  # noqa: PLC0415 - not on Windows

    asker = multiprocessing.parent_process()
    if asker is None:
        return
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(asker.sentinel, fcntl.F_SETOWN, os.getpid())
    flags = fcntl.fcntl(asker.sentinel, fcntl.F_GETFL)
    fcntl.fcntl(asker.sentinel, fcntl.F_SETFL, flags | os.O_ASYNC)
    if not asker.is_alive():
        os._exit(1)


def _end(process: Any) -> None:
    """End a process and all that it has started."""
    _kill(process)
    process.join()


def _kill(process: Any) -> None:
    if can_fork():
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(ValueError, OSError):  # it has ended already
        process.kill()
