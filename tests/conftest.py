"""Fixtures that all rooms share: the repository's own data and results made from it."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.scheduler import LoadGroupScheduling

from wres.chapters import Chapter
from wres.loading import load_chapter

ROOT = Path(__file__).parent.parent

# How long an example takes hangs on what else the machine does; it is no fault of ours.
settings.register_profile("untimed", settings(), deadline=None)
settings.load_profile("untimed")


class _ByReport(LoadGroupScheduling):
    """Keep what reads one rendered report on one worker: each would render it again.

    Marks of groups say the same, but what pytest 9.2 calls a test no longer tells xdist of them.
    """

    def _split_scope(self, nodeid: str) -> str:
        room, _, test = nodeid.partition("::")
        if not room.startswith("tests/report/"):
            return nodeid
        sample = re.search(r"\[(?:[^\]]*-)?(RYV|RV9)\b", test)
        return f"report-{sample[1]}" if sample else room


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> _ByReport | None:
    return _ByReport(config, log) if config.getvalue("dist") == "loadgroup" else None


@pytest.fixture(scope="session")
def project() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def data() -> Path:
    return ROOT / "data"


@pytest.fixture(scope="session")
def ryv_2020(data: Path) -> Chapter:
    return load_chapter(data, "RYV", 2020, "public")


@pytest.fixture(scope="session")
def ryv_2019(data: Path) -> Chapter:
    return load_chapter(data, "RYV", 2019, "public")


@pytest.fixture(scope="session")
def rv9_2021(data: Path) -> Chapter:
    return load_chapter(data, "RV9", 2021, "public")


def require_tool(name: str) -> str:
    """Return the tool's path; skip where it is missing, or fail where all tools must be there."""
    found = shutil.which(name)
    if found is None:
        if os.environ.get("WRES_REQUIRE_TOOLS") and name != "quarto":
            pytest.fail(f"{name} is not on PATH")
        pytest.skip(f"{name} is not on PATH")
    return found
