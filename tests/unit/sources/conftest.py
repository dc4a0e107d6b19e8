"""A fictional trust whose files a test damages one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from wres.errors import InputError, Problem
from wres.sources import TrustYear, read_trust_year

TRUST = """\
ods_code: RXX
name: Example NHS Trust
region: Midlands
type: acute
fictional: true
"""

SOUND = {
    "workforce.csv": "staff_group,band,ethnicity,headcount\nall,all,White,90\nall,all,BME,10\n",
    "recruitment.csv": "ethnicity,shortlisted,appointed\nWhite,50,10\nBME,20,3\n",
}

type_files = Mapping[str, str | bytes]


@pytest.fixture
def write_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[type_files], Path]:
    """Write a trust's files for 2021; `trust.yml` is sound unless it is given."""
    monkeypatch.chdir(tmp_path)

    def write(files: type_files) -> Path:
        year = tmp_path / "data" / "RXX" / "2021"
        year.mkdir(parents=True, exist_ok=True)
        for name, content in {"trust.yml": TRUST, **files}.items():
            path = year.parent / name if name == "trust.yml" else year / name
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path / "data"

    return write


@pytest.fixture
def read_files(write_files: Callable[[type_files], Path]) -> Callable[[type_files], TrustYear]:
    """Write a trust's files for 2021 and read them."""
    return lambda files: read_trust_year(write_files(files), "RXX", 2021)


@pytest.fixture
def problems_of(
    write_files: Callable[[type_files], Path],
) -> Callable[[type_files], list[Problem]]:
    """Write a trust's files for 2021 and give the problems found in them."""

    def problems(files: type_files) -> list[Problem]:
        with pytest.raises(InputError, match="wres check RXX 2021") as caught:
            read_trust_year(write_files(files), "RXX", 2021)
        return list(caught.value.problems)

    return problems


@pytest.fixture
def sound() -> dict[str, str]:
    return dict(SOUND)
