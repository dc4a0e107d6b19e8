"""Rows of a table of claims that hold words only: read as sentences, or named by their lines.

Made up: 880 of 4,100 staff are BME (21.5%), 700 of 4,100 the year before (17.1%); 450 of 1,500
White and 200 of 1,000 BME applicants were appointed, a ratio of 30% over 20%, 1.50; 22 of 880 BME
and 39 of 3,120 White staff entered the process, 2.50% over 1.25%, 2.00.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from wres.audit.running import Audit, run_audit

FIGURES = (
    {"indicator": "workforce", "measure": "share", "group": "BME", "year": "2022",
     "value": "21.5%", "numerator": "880", "denominator": "4100"},
    {"indicator": "workforce", "measure": "share", "group": "BME", "year": "2021",
     "value": "17.1%", "numerator": "700", "denominator": "4100"},
    {"indicator": "2", "measure": "relative_likelihood", "group": "White", "year": "2022",
     "value": "1.50", "numerator": "450", "denominator": "1500", "comparator_numerator": "200",
     "comparator_denominator": "1000"},
    {"indicator": "3", "measure": "relative_likelihood", "group": "BME", "year": "2022",
     "value": "2.00", "numerator": "22", "denominator": "880", "comparator_numerator": "39",
     "comparator_denominator": "3120"},
)  # fmt: skip
COLUMNS = (
    "place", "text", "indicator", "measure", "breakdown", "group", "year", "value", "numerator",
    "denominator", "comparator_numerator", "comparator_denominator", "direction",
)  # fmt: skip


def audited(tmp_path: Path, *words: dict[str, str]) -> Audit:
    """Audit the figures, in lines 2 to 5, and below them rows of words."""
    path = tmp_path / "claims.csv"
    rows = [*FIGURES, *words]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows({"place": f"row {n}", **row} for n, row in enumerate(rows, 2))
    return run_audit(path, benchmarks=tmp_path)


def denied(done: Audit) -> list[tuple[str, str]]:
    return [(one.spot.place, one.published) for one in done.findings if one.kind != "uncheckable"]


@pytest.mark.parametrize(
    ("said", "wrong", "published"),
    [
        ("BME representation increased by {} percentage points, from 17.1% to 21.5%.",
         ("4.4", "5.4"), "+5.4 percentage points"),
        ("The relative likelihood of White applicants being appointed from shortlisting compared to"
         " BME applicants was {}.", ("1.50", "1.60"), "1.60"),
        ("{} were twice as likely as the others to enter the formal disciplinary process.",
         ("BME staff", "White staff"), "twice"),
        ("At 31 March 2022 {} of our staff were BME.", ("21.5%", "17.1%"), "17.1%"),
    ],
)  # fmt: skip
def test_words_are_held_to_the_rows_of_figures(
    tmp_path: Path, said: str, wrong: tuple[str, str], published: str
) -> None:
    right, other = wrong
    assert denied(audited(tmp_path, {"text": said.format(right)})) == []
    assert denied(audited(tmp_path, {"text": said.format(other)})) == [("row 6", published)]


def test_words_are_of_the_indicator_in_their_row(tmp_path: Path) -> None:
    for number, ratio in (("2", "1.50"), ("3", "2.00")):
        words = {"indicator": number, "text": f"The relative likelihood was {ratio}."}
        other = {**words, "indicator": {"2": "3", "3": "2"}[number]}
        assert denied(audited(tmp_path, words)) == []
        assert denied(audited(tmp_path, other)) == [("row 6", ratio)]


def test_words_on_which_no_row_bears_are_held_to_themselves(tmp_path: Path) -> None:
    said = (
        "The gap on harassment from the public is {} points: 31.0% of BME and 27.0% of White staff."
    )
    assert denied(audited(tmp_path, {"text": said.format("4.0")})) == []
    assert [place for place, _ in denied(audited(tmp_path, {"text": said.format("6.0")}))] == [
        "row 6"
    ]


def test_what_rests_on_a_reading_of_words_is_not_confirmed(tmp_path: Path) -> None:
    done = audited(tmp_path, {"text": "In 2022 17.1% of our staff were BME."})
    told = [one.confirmed for one in done.findings if one.spot.place == "row 6"]
    assert told == [False]
    assert {claim.confirmed for claim in done.claims if claim.origin == "table"} == {"yes"}


def test_rows_that_are_not_audited_are_named_by_their_lines(tmp_path: Path) -> None:
    done = audited(
        tmp_path,
        {"text": "17.1% of our staff were BME.", "year": "2021"},
        {"text": "8.9% are BME.", "breakdown": "band=8a"},
        {"text": "Band 5 600 400 20"},
        {"text": "We have more to do."},
        {"text": "In 2022 21.5% of our staff were BME."},
    )
    assert denied(done) == []
    assert done.coverage is not None
    assert [line.split(":")[0] for line in done.coverage.unread] == [
        "rows 6 and 7", "row 8", "figures in row 9",
    ]  # fmt: skip
    assert done.coverage.told.startswith("4 of 4 figures in 1 table, 1 of 1 in sentences")


def said_alone(tmp_path: Path, *rows: tuple[str, str]) -> list[tuple[str, str]]:
    """Audit a table of nothing but words, by indicator."""
    path = tmp_path / "claims.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["place", "indicator", "text"])
        writer.writerows((f"row {n}", *row) for n, row in enumerate(rows, 2))
    return denied(run_audit(path, benchmarks=tmp_path))


def test_figures_of_bands_are_not_held_to_those_of_other_bands(tmp_path: Path) -> None:
    band_5 = (
        "Almost half of clinical staff in Band 5 are BME (46.7%), compared with 12.2% of clinical"
        " staff in Bands 8a to 8b."
    )
    consultants = (
        "Of our 42 consultants 18 are from BME backgrounds (42.9%), yet there are none in clinical"
        " Bands 8c and above."
    )
    others = "BME staff make up 9.4% of our clinical workforce in Bands 5 to 7."
    assert said_alone(tmp_path, ("1", band_5)) == []
    assert said_alone(tmp_path, ("1", consultants), ("1", others)) == []


def test_a_year_that_a_figure_is_set_against_is_not_the_reports_own(tmp_path: Path) -> None:
    moved = ("9", "Board BME representation has moved from 7.1% to 14.3%.")
    rows = (
        ("9", "Two of the 14 members of the Board are BME (14.3%), double the 7.1% of 2023."),
        moved,
    )
    assert said_alone(tmp_path, *rows) == []
