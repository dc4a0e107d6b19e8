"""Examples in docstrings of the vocabulary speak of the sample trust, as a chapter's cells do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from wres.chapters.reading import open_chapter, opened

SAMPLE = Path(__file__).parent / "notebooks" / "results.csv"


@pytest.fixture(autouse=True)
def _sample_is_open(request: pytest.FixtureRequest) -> Iterator[None]:
    if "wres.vocabulary" not in str(getattr(request.node, "dtest", "")):
        yield
        return
    with opened(open_chapter("RYV", 2020, str(SAMPLE), "public")):
        yield
