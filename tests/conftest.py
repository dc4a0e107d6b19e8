"""Fixtures that all rooms share: the repository's own data and results made from it."""

from __future__ import annotations

import gc
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


# Where tests share what takes long to make, and what in a test's name says which of it. Of tests
# whose name doesn't say, those of a file are kept together.
SHARED = {
    "tests/report/": re.compile(r"\[(?:[^\]]*-)?(RYV|RV9)\b"),  # a rendered report
    "tests/spec/test_simulated_counts.py": re.compile(r"\[(\d+)"),  # a trust's extracts
    "tests/unit/charts/test_every_state.py": re.compile(r"\[(.+)-(?:page|phone)\]"),  # pictures
    "tests/unit/disclosure/test_groupings.py": None,  # protected counts
    "tests/unit/disclosure/test_places.py": None,
    "tests/unit/disclosure/test_strata.py": None,
}


class _ByShared(LoadGroupScheduling):
    """Keep what shares something on one worker: each would make it again.

    Marks of groups say the same, but what pytest 9.2 calls a test no longer tells xdist of them.
    """

    def _split_scope(self, nodeid: str) -> str:
        file, _, test = nodeid.partition("::")
        for place, which in SHARED.items():
            if file.startswith(place):
                found = which and which.search(test)
                return f"{place}-{found[1]}" if found else file
        return nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> _ByShared | None:
    return _ByShared(config, log) if config.getvalue("dist") == "loadgroup" else None


def pytest_collection_finish() -> None:
    """Leave all modules and tests out of every later search for garbage: a tenth of the time."""
    gc.collect()
    gc.freeze()


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
