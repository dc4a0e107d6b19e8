"""Fixtures that all rooms share: the repository's own data and results made from it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from wres.chapters import Chapter
from wres.loading import load_chapter

ROOT = Path(__file__).parent.parent


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
