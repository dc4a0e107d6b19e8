"""What a run of all reports has done, line by line as it happens, for whoever resumes or audits it.

It names inputs and tells what went wrong with them, so it stands on the internal part of the shelf.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from wres.errors import UsageError

__all__ = ["Journal"]


class Journal:
    """A file of JSON lines, run after run: what was asked for, what came of it, how it ended."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def finished(self, asked: Mapping[str, Any]) -> str | None:
        """Say when the last run finished, if it did and was asked for the same."""
        lines = self._lines()
        ended = bool(lines) and lines[-1].get("event") == "ended" and not lines[-1].get("failed")
        return str(lines[-1].get("at")) if ended and not _other(lines, asked) else None

    def begin(self, asked: Mapping[str, Any], versions: Mapping[str, Any], *, resume: bool) -> None:
        """Begin the log of a run below those before it, or go on with the last of them.

        Parameters
        ----------
        asked : mapping of str to object
            What must be the same for a run to be gone on with.
        versions : mapping of str to object
            What makes the reports; told, and may have changed since.
        resume : bool
            Whether to go on with the last run.

        Raises
        ------
        UsageError
            There is no run to resume, or it was asked for something else.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if resume:
            self._require_same(asked)
        self.write("resumed" if resume else "begun", {**asked, **versions})

    def write(self, event: str, told: Mapping[str, Any]) -> None:
        """Add a line; it is on the disk when this returns."""
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        with self.path.open("a", encoding="utf-8") as log:
            log.write(json.dumps({"at": now, "event": event, **told}) + "\n")

    def _require_same(self, asked: Mapping[str, Any]) -> None:
        lines = self._lines()
        if not lines:
            raise UsageError(f"there is no run to resume: {self.path.as_posix()} is not there")
        if told := ", ".join(_other(lines, asked)):
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


def _other(lines: Sequence[Mapping[str, Any]], asked: Mapping[str, Any]) -> list[str]:
    """Tell what the last run was asked for that is not asked for now."""
    empty: Mapping[str, Any] = {}
    begun = next((line for line in reversed(lines) if line.get("event") == "begun"), empty)
    return [
        f"{key} {begun.get(key)!r}, now {asked[key]!r}"
        for key in asked
        if begun.get(key) != asked[key]
    ]
