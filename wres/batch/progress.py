"""How a run of all reports goes: a bar with the time left on a terminal, else plain lines."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from wres.batch.units import FAILED, UNCHANGED, Outcome

__all__ = ["Progress", "progress"]


class Progress:
    """Tells what becomes of each report."""

    def __init__(self, tell: Callable[[str, bool], None], bar: Any = None) -> None:
        self._tell, self._bar = tell, bar

    def doing(self, organisation: str, what: str) -> None:
        """Say what is being done; only a terminal shows it."""
        if self._bar is not None:
            self._bar.update(self._task, description=f"{organisation} {what}"[:36])

    def done(self, outcome: Outcome) -> None:
        """Say what became of one report."""
        for line in outcome.lines:
            self._tell(f"{outcome.organisation}: {line}", True)
        if outcome.status != FAILED:
            self._tell(outcome.place, False)
        if outcome.status != UNCHANGED and self._bar is None:
            self._tell(f"{outcome.organisation}: {outcome.status}, {outcome.seconds:.1f} s", True)
        if self._bar is not None:
            self._bar.advance(self._task)

    _task = 0


@contextmanager
def progress(total: int, tell: Callable[[str, bool], None]) -> Iterator[Progress]:
    """Show how far a run of `total` reports is."""
    if not sys.stderr.isatty():
        yield Progress(tell)
        return
    from rich import progress as rich  # noqa: PLC0415 - where there is a terminal
    from rich.console import Console  # noqa: PLC0415

    words = rich.TextColumn("{task.description:36}")
    columns = (words, rich.BarColumn(), rich.MofNCompleteColumn(), rich.TimeRemainingColumn())
    with rich.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        bar.add_task("", total=total)
        yield Progress(lambda line, error: _above(bar, line, error, tell), bar)


def _above(bar: Any, line: str, error: bool, tell: Callable[[str, bool], None]) -> None:
    """Print above the bar what belongs to stderr; results go to stdout as ever."""
    if error:
        bar.console.print(line, markup=False, highlight=False)
    else:
        tell(line, error)
