"""The sample reports, rendered in every format once a session by the embedded renderer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.samples import SAMPLES, Rendered
from wres.render import FORMATS
from wres.report import Report, make_report


@pytest.fixture(scope="session")
def renderings() -> dict[tuple[str, int], Rendered]:
    """Keep what was rendered: a fixture with parameters forgets one sample for the next."""
    return {}


@pytest.fixture(scope="session", params=SAMPLES, ids=lambda sample: sample[0])
def rendered(
    request: pytest.FixtureRequest,
    renderings: dict[tuple[str, int], Rendered],
    data: Path,
    project: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Rendered:
    organisation, year = request.param
    if request.param in renderings:
        return renderings[request.param]
    shelf = tmp_path_factory.mktemp("shelf")
    report = Report(organisation, year, data, shelf, project, formats=FORMATS, engine="embedded")
    folder = make_report(report)
    renderings[request.param] = Rendered(organisation, SAMPLES[request.param], year, folder)
    return renderings[request.param]
