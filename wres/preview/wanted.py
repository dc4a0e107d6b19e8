"""Which report is previewed, and from where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wres.chapters.staging import RESULTS_FILE
from wres.sources.folders import YearFolder

__all__ = ["Wanted"]


@dataclass(frozen=True)
class Wanted:
    """One trust's report of a year, and the folders that it is made from."""

    organisation: str
    year: int
    data: Path
    project: Path
    profile: str = "public"
    extracts: Path | None = None
    peers: Path | None = None

    @property
    def folder(self) -> YearFolder:
        """The year's folder."""
        return YearFolder(self.data, self.organisation, self.year)

    @property
    def parameters(self) -> dict[str, Any]:
        """The parameters of its chapters."""
        return {
            "organisation": self.organisation,
            "year": self.year,
            "results": RESULTS_FILE,
            "profile": self.profile,
        }
