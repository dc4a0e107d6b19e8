"""Two years of a fictional trust, each table given as the text of its csv."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wres.check import Finding, cross_checks
from wres.sources import TrustYear, read_trust_year

TRUST = """\
ods_code: RXX
name: Example NHS Trust
region: Midlands
type: acute
fictional: true
"""

Tables = dict[str, str]
Read = Callable[..., TrustYear]
Found = Callable[..., list[Finding]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write the tables of one year and read them."""

    def read_year(year: int, **tables: str) -> TrustYear:
        folder = tmp_path / "data" / "RXX" / str(year)
        folder.mkdir(parents=True)
        (folder.parent / "trust.yml").write_text(TRUST, encoding="utf-8")
        for name, text in tables.items():
            (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        return read_trust_year(tmp_path / "data", "RXX", year)

    return read_year


@pytest.fixture
def found(read: Read) -> Found:
    """Give the findings of a code about 2021, with the tables of 2020 beside them."""

    def findings(code: str, now: Tables, before: Tables | None = None) -> list[Finding]:
        previous = read(2020, **before) if before is not None else None
        every = cross_checks(read(2021, **now), previous)
        return [one for one in every if one.code == code]

    return findings
