"""A rendered report, and the trusts that samples are rendered of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from bs4 import BeautifulSoup

from wres.results import read_results


@dataclass(frozen=True)
class Rendered:
    organisation: str
    name: str
    year: int
    folder: Path

    @property
    def html(self) -> str:
        return (self.folder / "report.html").read_text(encoding="utf-8")

    @property
    def page(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html.parser")

    @property
    def results(self) -> pd.DataFrame:
        return read_results(self.folder / "results.csv")


SAMPLES = {
    ("RYV", 2020): "Cambridgeshire Community Services NHS Trust",
    ("RV9", 2021): "Humber Teaching NHS Foundation Trust",
}
