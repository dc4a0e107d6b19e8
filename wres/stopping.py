"""A run that somebody ends: by a key pressed, or the system by its signal.

While reports are made, the first signal ends those that are not finished and no more, so that what
has been finished by then is told and logged; a second one ends the run where it is.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from wres.apart import give_up

__all__ = ["Ended", "ends_by_signal", "finishes_telling"]

_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)
_Handler = Callable[[int, FrameType | None], None]


class Ended(KeyboardInterrupt):
    """The run was ended by a signal; like a key pressed it is no error that anything handles."""

    def __init__(self, number: int) -> None:
        key = " (Ctrl-C)" if number == signal.SIGINT else ""
        super().__init__(f"ended by {signal.Signals(number).name}{key}")
        self.exit_code = 128 + number  # as a shell tells it


@contextmanager
def ends_by_signal() -> Iterator[None]:
    """Let both signals end the block in order, as an exception that says which it was.

    Raises
    ------
    Ended
        A signal came.
    """
    with _handled(_raise):
        yield


@contextmanager
def finishes_telling() -> Iterator[None]:
    """End what runs apart at the first signal, and the block when it is through with the rest.

    Raises
    ------
    Ended
        A signal came; at the end of the block, or, with a second one, at once.
    """
    came: list[int] = []

    def stop(number: int, _: FrameType | None) -> None:
        if came:
            raise Ended(number)
        came.append(number)
        give_up()

    with _handled(stop):
        yield
    if came:
        raise Ended(came[0])


@contextmanager
def _handled(handler: _Handler) -> Iterator[None]:
    """Hand the signals over; one that is ignored (a run in the background) stays so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    taken = [number for number in _SIGNALS if before[number] is not signal.SIG_IGN]
    for number in taken:
        signal.signal(number, handler)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, before[number])


def _raise(number: int, _: FrameType | None) -> None:
    raise Ended(number)
