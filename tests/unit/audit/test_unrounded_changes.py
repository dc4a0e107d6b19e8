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


@pytest.mark.parametrize(("way", "expected"), [("below", []), ("above", ["above"])])
def test_a_difference_without_a_sign_is_told_by_its_word(way: str, expected: list[str]) -> None:
    # 2 of 14 are 14.29%, less 480 of 3,200, 15.0%.
    text = (
        "# Workforce Race Equality Standard report 2021\n\n## The workforce\n\n"
        "| | White | BME | Unknown | Total |\n|---|---|---|---|---|\n"
        "| Staff | 2,624 | 480 | 96 | 3,200 |\n\n"
        "## Indicator 9: the Board\n\n| | White | BME | Total |\n|---|---|---|---|\n"
        "| Board members | 12 | 2 | 14 |\n\n2 of the 14 board members (14.3%) were BME, 0.7 "
        f"percentage points {way} the BME share of the workforce (15.0%).\n"
    )
    found = audit_report(read_report(read_plain(Path("report.md"), text.encode())))
    assert [one.published for one in found if one.kind != "uncheckable"] == expected
