"""What a run of all reports has done, line by line as it happens, for whoever resumes or audits it.

It names inputs and tells what went wrong with them, so it stands on the internal part of the shelf.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from wres.errors import UsageError

__all__ = ["Journal"]


class Journal:
    """A file of JSON lines, run after run: what was asked for, what came of it, how it ended."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def begin(self, asked: Mapping[str, Any], *, resume: bool) -> None:
        """Begin the log of a run below those before it, or go on with the last of them.

        Raises
        ------
        UsageError
            There is no run to resume, it has finished, or it was asked for something else.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if resume:
            self._require_same(asked)
        self.write("resumed" if resume else "begun", asked)

    def write(self, event: str, told: Mapping[str, Any]) -> None:
        """Add a line; it is on the disk when this returns."""
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        with self.path.open("a", encoding="utf-8") as log:
            log.write(json.dumps({"at": now, "event": event, **told}) + "\n")

    def _require_same(self, asked: Mapping[str, Any]) -> None:
        lines = self._lines()
        if not lines:
            raise UsageError(f"there is no run to resume: {self.path.as_posix()} is not there")
        begun: dict[str, Any] = next(
            (line for line in reversed(lines) if line.get("event") == "begun"), {}
        )
        if lines[-1].get("event") == "ended" and not lines[-1].get("failed"):
            raise UsageError("there is no run to resume: the last one finished; leave out --resume")
        other = [key for key in asked if begun.get(key) != asked[key]]
        if other:
            told = ", ".join(f"{key} {begun.get(key)!r}, now {asked[key]!r}" for key in other)
            raise UsageError(f"the run to resume was asked for something else: {told}")

    def _lines(self) -> list[dict[str, Any]]:
        """Read what is whole: a run that was killed may have left half a line."""
        found = []
        try:
            text = self.path.read_text(encoding="utf-8")
        except OSError:
            return []
        for line in text.splitlines():
            try:
                found.append(json.loads(line))
            except ValueError:
                continue
        return found
