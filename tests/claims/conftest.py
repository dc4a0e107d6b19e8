"""The reports that the lists of sentences were written from."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from wres.chapters import Chapter
from wres.loading import load_chapter


@pytest.fixture(scope="session")
def report(data) -> Callable[[str], Chapter]:
    """Give a report by trust and year: `RYV 2020`."""

    @cache
    def load(name: str) -> Chapter:
        organisation, year = name.split()
        return load_chapter(data, organisation, int(year), "public")

    return load
