"""The sample reports, rendered in every format once a session by the embedded renderer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.samples import SAMPLES, Rendered
from wres.render import FORMATS
from wres.report import Report, make_report


@pytest.fixture(scope="session", params=SAMPLES, ids=lambda sample: sample[0])
def rendered(
    request: pytest.FixtureRequest,
    data: Path,
    project: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Rendered:
    organisation, year = request.param
    shelf = tmp_path_factory.mktemp("shelf")
    report = Report(organisation, year, data, shelf, project, formats=FORMATS, engine="embedded")
    folder = make_report(report)
    return Rendered(organisation, SAMPLES[request.param], year, folder)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep what reads one rendered report on one worker (`--dist loadgroup`).

    Spread over workers, each of them would render the same report again.
    """
    for item in items:
        if Path(__file__).parent not in item.path.parents:
            continue
        callspec = getattr(item, "callspec", None)
        sample = callspec.params.get("rendered") if callspec else None
        group = sample[0] if sample else item.path.stem
        item.add_marker(pytest.mark.xdist_group(f"report-{group}"))
