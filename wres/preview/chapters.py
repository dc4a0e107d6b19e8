"""Executed chapters, run again only as far as something they depend on has changed.

A chapter runs when its code, or the figures, have changed. Where only its text has, its outputs
stand and the inline values are filled in without a kernel, as the check of its names does it.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as StillRunning
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import nbformat

from wres.chapters.cells import INLINE_VALUE
from wres.chapters.clearing import INJECTED, tags_of
from wres.chapters.reading import Chapter
from wres.chapters.staging import INPUTS
from wres.chapters.stored_faults import Fault, stored_faults
from wres.labels import escape_markdown
from wres.preview.kernels import Kernels, StoppedError
from wres.vocabulary.errors import VocabularyError
from wres.vocabulary.filling import Names, fill, names_of

__all__ = ["Chapters", "SupersededError"]

CAPTIONS: Final = ("fig-cap", "fig-alt", "tbl-cap")
LOOK_SECONDS = 0.3
# A chapter that is out of date may finish; one that never would is ended.
PATIENCE_SECONDS = 10.0


class SupersededError(Exception):
    """Something was saved while chapters ran: what they would give is out of date."""


@dataclass(frozen=True)
class _Ran:
    """One executed chapter, and what it was executed from."""

    figures: str
    code: str
    words: str
    notebook: Any
    content: str
    faults: tuple[Fault, ...] = ()


class Chapters:
    """The chapters of one report as last executed.

    Parameters
    ----------
    kernels : Kernels
    parameters : dict
        As `wres.chapters.running.run_chapters` takes them.
    tell : callable
        Takes the names of the chapters that are running.
    superseded : callable
        Says whether something has been saved since.
    """

    def __init__(
        self,
        kernels: Kernels,
        parameters: dict[str, Any],
        tell: Callable[[Sequence[str]], None],
        superseded: Callable[[], bool],
    ) -> None:
        self._kernels, self._parameters = kernels, parameters
        self._tell, self._superseded = tell, superseded
        self._ran: dict[str, _Ran] = {}

    def execute(self, staged: Sequence[Path], chapter: Chapter) -> list[Fault]:
        """Put executed chapters in place of the staged ones, and tell everything at fault.

        Raises
        ------
        SupersededError
            Something was saved meanwhile; what has run is kept.
        """
        figures = _figures_key(staged[0].parent)
        running: dict[str, tuple[_Ran, Future[Any]]] = {}
        superseded = False
        for path in staged:
            cleared = nbformat.read(path, as_version=4)
            wanted = _Ran(figures, _code_key(cleared), _words_key(cleared), cleared, "")
            ready = _again(self._ran.get(path.stem), wanted, path.stem, chapter)
            if ready is not None:
                self._ran[path.stem] = ready
                continue
            # waits until a kernel is free
            running[path.stem] = (wanted, self._kernels.run(cleared, self._parameters))
            self._take(running, block=False)
            self._tell(list(running))
            if superseded := self._superseded():
                break
        self._take(running, block=True)
        if superseded or self._superseded():
            raise SupersededError
        for path in staged:
            path.write_text(self._ran[path.stem].content, encoding="utf-8")
        return [fault for path in staged for fault in self._ran[path.stem].faults]

    def executed(self, name: str) -> Any:
        """Return a chapter as last executed."""
        return self._ran[name].notebook

    def _take(self, running: dict[str, tuple[_Ran, Future[Any]]], *, block: bool) -> None:
        """Keep what has run, and wait for the rest of it if asked to."""
        for name, (wanted, future) in list(running.items()):
            if not block and not future.done():
                continue
            try:
                self._ran[name] = _kept(wanted, name, self._result(future))
            except StoppedError as stopped:
                # not kept as that text's result: it may well run to its end next time
                fault = Fault(name, "", str(stopped))
                self._ran[name] = _Ran("", "", "", wanted.notebook, "", (fault,))
            del running[name]
            if block:
                self._tell(list(running))

    def _result(self, future: Future[Any]) -> Any:
        out_of_date_since: float | None = None
        while True:
            try:
                return future.result(LOOK_SECONDS)
            except StillRunning:
                now = time.monotonic()
                if out_of_date_since is None:
                    out_of_date_since = now if self._superseded() else None
                elif now - out_of_date_since > PATIENCE_SECONDS:
                    self._kernels.interrupt()
                    out_of_date_since = now


def _again(before: _Ran | None, wanted: _Ran, name: str, chapter: Chapter) -> _Ran | None:
    """Give the chapter without running it, or None where it must run."""
    if before is None or (before.figures, before.code) != (wanted.figures, wanted.code):
        return None
    if before.words == wanted.words:
        return before
    if not _with_outputs(wanted.notebook, before.notebook):
        return None
    if not _filled(wanted.notebook, _values(before.notebook), chapter):
        return None
    return _stored(wanted, name, wanted.notebook)


def _with_outputs(new: Any, old: Any) -> bool:
    """Take over what the same code has given; False where it did not run to its end."""
    ran = [cell for cell in old.cells if cell.cell_type == "code"]
    for cell, before in zip(_code(new), ran, strict=True):
        if any(output.output_type == "error" for output in before.outputs):
            return False
        cell.outputs = before.outputs
        cell.metadata |= {key: before.metadata[key] for key in CAPTIONS if key in before.metadata}
    return True


def _values(notebook: Any) -> dict[tuple[int, str], Any]:
    """Give inline values by the number of code cells above them and what they say."""
    values, above = {}, 0
    for cell in notebook.cells:
        above += cell.cell_type == "code"
        for stored in cell.metadata.get("user_expressions", []):
            values[above, stored["expression"]] = stored["result"]
    return values


def _filled(notebook: Any, known: Mapping[tuple[int, str], Any], chapter: Chapter) -> bool:
    """Fill in the inline values; False where only a run can tell one of them."""
    names, above = names_of([cell.source for cell in _code(notebook)]), 0
    for cell in notebook.cells:
        above += cell.cell_type == "code"
        if cell.cell_type != "markdown" or not (wanted := INLINE_VALUE.findall(cell.source)):
            continue
        stored = [
            {"expression": text, "result": known.get((above, text)) or _value(text, chapter, names)}
            for text in wanted
        ]
        if any(one["result"] is None for one in stored):
            return False
        cell.metadata["user_expressions"] = stored
    return True


def _value(expression: str, chapter: Chapter, names: Names) -> dict[str, Any] | None:
    """Give an inline value as an execution would have stored it."""
    try:
        text = fill(expression, chapter, names)
    except VocabularyError as fault:
        return {"status": "error", "ename": type(fault).__name__, "evalue": str(fault)}
    if text is None:
        return None
    data = {"text/plain": repr(text), "text/markdown": escape_markdown(text)}
    return {"status": "ok", "data": data, "metadata": {}}


def _kept(wanted: _Ran, name: str, executed: Any) -> _Ran:
    """Drop the cells that were put in for the run, and hold the rest to account."""
    executed.cells = [cell for cell in executed.cells[1:] if INJECTED not in tags_of(cell)]
    return _stored(wanted, name, executed)


def _stored(wanted: _Ran, name: str, executed: Any) -> _Ran:
    faults = tuple(stored_faults(name, executed))
    content = nbformat.writes(executed)
    return _Ran(wanted.figures, wanted.code, wanted.words, executed, content, faults)


def _code(notebook: Any) -> Iterator[Any]:
    yield from (cell for cell in notebook.cells if cell.cell_type == "code")


def _figures_key(folder: Path) -> str:
    there = [(name, folder / name) for name in INPUTS if (folder / name).is_file()]
    parts = [name.encode() + b"\0" + path.read_bytes() for name, path in there]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _code_key(notebook: Any) -> str:
    code = [(cell.source, tags_of(cell)) for cell in _code(notebook)]
    return _key([code, notebook.metadata.get("kernelspec", {})])


def _words_key(notebook: Any) -> str:
    return _key([(cell.id, cell.cell_type, cell.source, cell.metadata) for cell in notebook.cells])


def _key(content: Any) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
