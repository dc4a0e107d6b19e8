"""Changes told before rounding, and movements that go either way."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.audit import audit_report, read_report
from wres.audit.documents.plain import read_plain

TABLES = """# Workforce Race Equality Standard report 2021

## The board

| Group | 2020 | 2021 |
|---|---|---|
| BME share of board members | 0.6% | 8.3% |
| BME share of the workforce | 10.9% | 11.5% |

"""


def wrong(text: str) -> list[str]:
    report = read_report(read_plain(Path("report.md"), (TABLES + text).encode()))
    return [one.published for one in audit_report(report) if one.kind != "uncheckable"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 8.34 less 0.55 is 7.8 to one decimal, 8.3 less 0.6 is 7.7.
        ("The BME share of the board rose by 7.7 percentage points since 2020.", []),
        ("The BME share of the board rose by 7.8 percentage points since 2020.", []),
        ("The BME share of the board rose by 8.7 percentage points since 2020.",
         ["8.7 percentage points"]),
        ("Bands whose BME share of the workforce grew or shrank are told apart.", []),
        ("The BME share of the workforce shrank.", ["shrank"]),
        ("A percentage point is not a per cent. The BME share is 2.6 percentage points below that "
         "of the county (2011: 2.6%).", []),
    ],
)  # fmt: skip
def test_only_what_no_rounding_gives_is_wrong(text: str, expected: list[str]) -> None:
    assert wrong(text) == expected
