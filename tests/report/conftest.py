"""Both sample reports, rendered once a session by the embedded renderer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from wres.report import Report, make_report
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


@pytest.fixture(scope="session", params=SAMPLES, ids=lambda sample: sample[0])
def rendered(
    request: pytest.FixtureRequest,
    data: Path,
    project: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Rendered:
    organisation, year = request.param
    shelf = tmp_path_factory.mktemp("shelf")
    folder = make_report(Report(organisation, year, data, shelf, project, engine="embedded"))
    return Rendered(organisation, SAMPLES[request.param], year, folder)
