"""Of two printed figures the one that others bear out is right; what is struck out stays so."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from wres.audit import AuditFinding
from wres.audit.running import run_audit
from wres.loading import load

# Fictional: 26.26 less 21.81 is 4.45, which rounds to 4.5 or, half to even, to 4.4; 17.1 less 6.3
# is 10.8; 10.0 less 18.0 is -8.0.
GAPS = """# Workforce Race Equality Standard report 2021 (fictional)

## Indicator 6: harassment from staff

| Group | 2019 | 2020 |
|---|---|---|
| BME | 25.4% | 26.26% |
| White | 20.1% | 21.81% |
| Difference | 5.3 | 7.1 |

## Indicator 9: Board

| | White | BME | Unknown | Difference (BME board less workforce) |
|---|---|---|---|---|
| Board | 90.0% | 10.0% | 0.0% | -6.0 |
| Workforce | 78.0% | 18.0% | 4.0% | |

## Findings

"""


def audited(tmp_path: Path, text: str, table: Path | None = None) -> list[AuditFinding]:
    report = tmp_path / "report.md"
    report.write_text(text, encoding="utf-8")
    return list(run_audit(report, claims=table, benchmarks=tmp_path).findings)


def denied(findings: list[AuditFinding]) -> list[str]:
    return [
        one.published for one in findings if one.kind == "contradiction" and one.spot.row is None
    ]


@pytest.mark.parametrize("written", ["4.4", "4.5"])
def test_a_gap_that_both_percentages_make_is_right_whatever_the_table_prints(
    tmp_path: Path, written: str
) -> None:
    text = f"{GAPS}In 2020 the gap between BME and White staff on indicator 6 was {written} points."
    found = audited(tmp_path, text)
    assert denied(found) == []
    assert [one.published for one in found if one.mistake == "subtraction error"] == ["7.1", "-6.0"]


def test_a_sentence_that_repeats_a_wrong_gap_of_a_table_is_told_too(tmp_path: Path) -> None:
    text = f"{GAPS}In 2020 the gap between BME and White staff on indicator 6 was 7.1 points."
    (one,) = [one for one in audited(tmp_path, text) if one.spot.row is None]
    assert (one.kind, one.published) == ("contradiction", "7.1 points")
    assert one.recomputed == "+4.45 points"


def test_how_far_the_board_is_from_the_workforce_is_taken_from_both_shares(tmp_path: Path) -> None:
    right = "The BME share of the board is 8.0 points below that of the workforce."
    assert denied(audited(tmp_path, GAPS + right)) == []
    assert denied(audited(tmp_path, GAPS + right.replace("8.0", "6.0"))) == ["6.0 points"]


# Of the table: 10.0 less 16.0 is -6.0; 10.0 less 18.0 is -8.0; 10.0 less 90.0 is -80.0.
@pytest.mark.parametrize(
    ("workforce", "printed", "told"),
    [("16.0", "-6.0", []), ("18.0", "-80.0", []), ("18.0", "-6.0", [("-6.0", "−8.0 points")])],
)
@pytest.mark.parametrize("heading", ["Difference", "Difference (points)", "+/-"])
def test_a_boards_column_headed_difference_may_be_from_the_workforce_or_between_groups(
    tmp_path: Path, heading: str, workforce: str, printed: str, told: list[tuple[str, str]]
) -> None:
    table = GAPS.replace("Difference (BME board less workforce)", heading)
    white = f"{96 - float(workforce)}%"
    table = table.replace("78.0% | 18.0%", f"{white} | {workforce}%").replace("-6.0", printed)
    found = [one for one in audited(tmp_path, table) if one.published != "7.1"]
    assert [(one.published, one.recomputed) for one in found] == told


def test_a_boards_difference_says_nothing_of_a_workforce_that_is_not_printed(
    tmp_path: Path,
) -> None:
    table = GAPS.replace("Difference (BME board less workforce)", "Difference")
    table = table.replace("| Workforce | 78.0% | 18.0% | 4.0% | |\n", "")
    assert [one.published for one in audited(tmp_path, table)] == ["7.1"]


WRONG = (
    "In 2020 the gap between BME and White staff on indicator 6 was 6.9 points. "
    "The BME share of the board is above that of the workforce."
)


def test_every_sentence_whose_row_says_no_is_left_alone(tmp_path: Path) -> None:
    assert denied(audited(tmp_path, GAPS + WRONG)) == ["6.9 points", "above"]
    table = tmp_path / "claims.csv"
    audited(tmp_path, GAPS + WRONG, table)
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["confirmed"] = "yes" if row["place"].startswith("table") else "no"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    found = audited(tmp_path, GAPS + WRONG, table)
    assert [one for one in found if one.spot.row is None] == []
    assert [one.published for one in found if one.mistake == "subtraction error"] == ["7.1", "-6.0"]


def test_the_right_one_of_two_printed_figures_is_not_accused_beside_own_results(
    tmp_path: Path, data: Path
) -> None:
    # RYV 2020 printed 1.48; its staff are 11.5% BME.
    text = """# Workforce Race Equality Standard report 2020

| Indicator | 2020 |
|---|---|
| Relative likelihood of White applicants being appointed compared to BME applicants | 1.84 |

White applicants were 1.48 times as likely as BME applicants to be appointed.

## Workforce

| | BME | White | Unknown |
|---|---|---|---|
| Workforce share 2020 | 12.5% | 83.8% | 3.7% |

BME staff make up 11.5% of the workforce. BME staff make up 14.5% of the workforce.
"""
    report = tmp_path / "report.md"
    report.write_text(text, encoding="utf-8")
    chapter = load(data, "RYV", 2020, "public", None, None).chapter
    found = run_audit(report, benchmarks=tmp_path, year=2020, chapter=chapter).findings
    against = [one.published for one in found if one.kind == "contradiction"]
    assert "1.48 times" not in against
    assert "11.5%" not in against
    assert {"1.84", "12.5%", "14.5%"} <= set(against)
