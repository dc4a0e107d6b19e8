"""What the preview shows at a moment: the last good page, and how it stands."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

__all__ = ["Board", "Page", "Status"]

State = Literal["running", "ready", "fault"]


@dataclass(frozen=True)
class Page:
    """A page and the parts that it names: pictures and stylesheets."""

    number: int = 0
    html: str = ""
    parts: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Status:
    """How the page stands.

    Parameters
    ----------
    state : {'running', 'ready', 'fault'}
    text : str
        One line for the bar: ``running disciplinary ...``, ``up to date at 10:15``.
    faults : tuple of str
        What keeps the page from being up to date.
    page : int
        Number of the last good page; 0 before there is one.
    """

    state: State = "running"
    text: str = "starting ..."
    faults: tuple[str, ...] = ()
    page: int = 0


class Board:
    """Where the builder pins what it has made, and readers in other threads take it from."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._page, self._before, self._status = Page(), Page(), Status()
        self._listeners: list[Callable[[Status], object]] = []

    def now(self) -> tuple[Page, Status]:
        """Return the last good page, and how it stands."""
        with self._lock:
            return self._page, self._status

    def part(self, name: str) -> bytes | None:
        """Return a part of this page, or of the one before, which may still be on a screen."""
        with self._lock:
            return self._page.parts.get(name, self._before.parts.get(name))

    def listen(self, listener: Callable[[Status], object]) -> Callable[[], None]:
        """Call `listener` with every new status, in the builder's thread; return what ends it."""
        with self._lock:
            self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, state: State, text: str, faults: Sequence[str] = ()) -> None:
        """Say how the page stands."""
        with self._lock:
            self._status = replace(self._status, state=state, text=text, faults=tuple(faults))
            told, listeners = self._status, list(self._listeners)
        for listener in listeners:
            listener(told)

    def show(self, html: str, parts: Mapping[str, bytes], text: str) -> None:
        """Put a new page in place of the last one; it is up to date."""
        with self._lock:
            if html != self._page.html:
                self._page, self._before = Page(self._page.number + 1, html, parts), self._page
            self._status = replace(self._status, page=self._page.number)
        self.tell("ready", text)
