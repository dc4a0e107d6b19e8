"""Short reports in the layouts of trusts: what is right is left alone, what is wrong found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.audit.test_command import wres
from tests.audit.test_corpus import known
from wres.audit import audit_report, read_report
from wres.audit.documents.plain import read_plain
from wres.audit.documents.web import read_web

HEAD = "# Testing NHS Trust (fictional): WRES report 2022\n\nData as at 31 March 2022.\n\n"
RECRUITED = "## Indicator 2\n\n"
DISCIPLINED = "## Indicator 3\n\n"
SURVEYED = "## Staff survey\n\n"
# 210 of 840 are 25.0% and 62 of 390 15.9%: White over BME 1.57.
COUNTS = "- White: 25.0% (210 of 840)\n- BME: 15.9% (62 of 390)\n\n"
BANDS = (
    "| Band | White No. | White % | BME No. | BME % | Unknown No. | Unknown % | Total |\n"
    "|---|---|---|---|---|---|---|---|\n"
    "| Bands 1-7 | 3,157 | 77.8% | 791 | 19.5% | 111 | 2.7% | 4,059 |\n"
    "| Bands 8a-9 and VSM | 405 | 83.5% | 67 | {share} | 13 | 2.7% | 485 |\n"
    "| Total | 3,562 | 78.4% | 858 | 18.9% | 124 | 2.7% | 4,544 |\n\n"
)
SURVEYS = (
    "| Indicator | Group | 2020 survey | 2021 survey |\n|---|---|---|---|\n"
    "| 5. Harassment, bullying or abuse from patients | White | 25.8% | 24.9% |\n"
    "|  | BME | 35.2% | 33.4% |\n\n"
)
RATIOS = (
    "| Indicator | 2021 | 2022 | Direction |\n|---|---|---|---|\n"
    "| 2. Relative likelihood of White applicants being appointed from shortlisting compared to"
    " BME applicants | 1.71 | 1.49 | {two} |\n"
    "| 4. Relative likelihood of White staff accessing non-mandatory training and CPD compared to"
    " BME staff | 1.02 | 0.97 | Improved |\n\n"
)


def told(text: str) -> list[str]:
    """Give the figures and words that are called wrong."""
    document = read_plain(Path("report.md"), (HEAD + text).encode())
    findings = audit_report(read_report(document), known())
    return [one.published for one in findings if one.kind != "uncheckable"]


@pytest.mark.parametrize(
    "text",
    [
        RECRUITED + "White applicants: 210 of 840 shortlisted were appointed (25.0%).",
        RECRUITED + "White applicants were 48% more likely to be appointed than BME applicants.",
        RECRUITED + "BME applicants were half as likely to be appointed as White applicants.",
        RECRUITED + COUNTS + "The relative likelihood of White applicants being appointed from"
        " shortlisting is 1.57. BME applicants are 1.57 times less likely to be appointed.",
        RECRUITED + COUNTS + "BME applicants made up 31.7% of those shortlisted (390 of 1,230).",
        DISCIPLINED + "White: 0.62% (16 of 2,566). BME: 1.10% (5 of 456). BME staff were 1.76"
        " times more likely to enter the process: 5 of 456 BME staff against 16 White staff.",
        "## Indicator 1\n\n" + BANDS.format(share="13.8%"),
        "## Indicator 1\n\n" + BANDS.format(share="13.8%")
        + "The number of BME staff is 858 and that of White staff 3,562.",
        SURVEYED + SURVEYS + "In the 2021 survey 33.4% of BME staff had been harassed by patients"
        " (2020: 35.2%).",
        SURVEYED + SURVEYS + "Harassment of BME staff by patients improved from 35.2% to 33.4%.",
        "## Indicators\n\n" + RATIOS.format(two="Improved"),
    ],
)  # fmt: skip
def test_what_is_right_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (RECRUITED + COUNTS + "The relative likelihood is 1.75.", "1.75"),
        (RECRUITED + COUNTS + "BME applicants are 1.57 times more likely to be appointed.",
         "1.57 times"),
        (RECRUITED + "The relative likelihood of White applicants being appointed from shortlisting"
         " compared to BME applicants is 1.57. This means that BME applicants are 1.57 times more"
         " likely to be appointed.", "1.57 times"),
        (DISCIPLINED + "The relative likelihood of BME staff entering the process compared to White"
         " staff is 1.67 (16 of 2,566 White staff; 5 of 456 BME staff).", "1.67"),
        ("## Indicator 1\n\n" + BANDS.format(share="15.8%"), "15.8%"),
        ("## Indicator 1\n\n" + BANDS.format(share="13.8%")
         + "13.8% of BME staff work in Bands 8a and above.", "13.8%"),
        (SURVEYED + SURVEYS + "In the 2021 NHS Staff Survey 35.2% of BME staff had been harassed by"
         " patients.", "35.2%"),
        (SURVEYED + SURVEYS + "Harassment of BME staff by patients improved from 24.9% to 25.8%.",
         "improved from 24.9% to 25.8%"),
        ("## Indicator 6\n\n22.8% of BME staff were harassed by staff, compared to 18.6% of White"
         " staff (2020: 24.0% and 19.1%). The gap has widened from 4.2 to 4.9 percentage points.",
         "gap has widened"),
        ("## Indicators\n\n" + RATIOS.format(two="Worsened"), "Worsened"),
        ("## Indicator 8\n\n14.6% of BME staff had met discrimination, which is 2.5 times the 7.3%"
         " of White staff.", "2.5"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_at_its_words(text: str, wrong: str) -> None:
    assert wrong in told(text)


def test_a_figure_set_large_is_read_with_the_words_below_it() -> None:
    boxes = (
        "<div><p>3,126</p><p>staff employed</p></div><div><p>14.6%</p><p>of staff are BME (456"
        " people)</p></div><div><p>3.3%</p><p>ethnicity unknown (140 people)</p></div>"
    )
    page = f"<h1>Testing NHS Trust WRES 2022</h1><h2>Our workforce</h2>{boxes}"
    report = read_report(read_web(Path("report.html"), page.encode()))
    # 456 of 3,126 are 14.6%; 140 of 3,126 are 4.5%.
    wrong = [one for one in audit_report(report) if one.kind == "contradiction"]
    assert [(one.published, one.recomputed) for one in wrong] == [("3.3%", "4.5%")]


def test_parts_of_a_table_are_told_apart_and_a_total_of_all_belongs_to_none() -> None:
    table = (
        "<tr><th>Band</th><th>White</th><th>BME</th><th>% BME</th></tr>"
        "<tr><td colspan=4>Non-clinical</td></tr><tr><td>Bands 1-4</td><td>300</td><td>100</td>"
        "<td>25.0%</td></tr><tr><td colspan=4>Clinical</td></tr><tr><td>Bands 1-4</td><td>500</td>"
        "<td>100</td><td>16.7%</td></tr><tr><td>Total</td><td>800</td><td>200</td><td>20.0%</td></tr>"
    )
    page = f"<h1>Testing NHS Trust WRES 2022</h1><h2>Indicator 1</h2><table>{table}</table>"
    claims = read_report(read_web(Path("report.html"), page.encode())).claims
    shares = {one.breakdown: (one.indicator, one.value) for one in claims if one.measure == "share"}
    assert shares == {
        "staff_group=non-clinical;band=1-4": ("1", "25.0%"),
        "staff_group=clinical;band=1-4": ("1", "16.7%"),
        "all": ("workforce", "20.0%"),
    }


def test_points_printed_as_per_cent_are_wording(tmp_path: Path) -> None:
    text = "Of 14 voting members of the Board 2 (14.3%) are BME, compared to 20.0% of the workforce"
    path = tmp_path / "report.md"
    path.write_text(f"{HEAD}## Indicator 9\n\n{text}: a difference of -5.7%.\n", encoding="utf-8")
    done = wres(path, "--format", "csv")
    assert done.returncode == 0
    assert "wording,points printed as %" in done.stdout


def test_a_file_of_which_nothing_was_read_ends_with_3(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(bytes(range(1, 256)) * 12)
    done = wres(path)
    assert done.returncode == 3
    assert "nothing was audited" in done.stderr


def test_own_results_tell_rounding_and_few_cases_apart_from_contradictions(tmp_path: Path) -> None:
    # Humber Teaching 2021: 1 of 143 over 17 of 2,643 is 1.0872, and rests on one person.
    text = (
        "BME staff were 1.08 times more likely to enter the formal disciplinary process than White"
    )
    path = tmp_path / "report.txt"
    path.write_text(f"WRES report 2021\n\nIndicator 3\n\n{text} staff.\n", encoding="utf-8")
    done = wres(path, "--organisation", "RV9", "--year", "2021", "--format", "csv")
    assert done.returncode == 0
    assert "rounding,truncation" in done.stdout
    assert "wording,claim from a few cases" in done.stdout


STAFF = (
    "## Indicator 1\n\n| Group | Headcount |\n|---|---|\n| White | 2,700 |\n| BME | 512 |\n"
    "| Unknown | 200 |\n| Total | 3,412 |\n\nBME staff are {} of those whose ethnicity is known.\n"
)


def test_a_share_of_those_whose_ethnicity_is_known_is_held_to_the_counts() -> None:
    # 512 of 3,212 are 15.9%
    assert told(STAFF.format("15.9%")) == []
    assert told(STAFF.format("18.9%")) != []


def test_a_movement_of_those_whose_ethnicity_is_known_is_not_held_to_that_of_all() -> None:
    # Of all staff the share rose from 14.3% to 15.0%; of those known it fell from 16.2% to 15.9%.
    table = (
        "## Indicator 1\n\n| Group | 2021 | 2022 |\n|---|---|---|\n| White | 2,540 | 2,700 |\n"
        "| BME | 490 | 512 |\n| Unknown | 400 | 200 |\n| Total | 3,430 | 3,412 |\n\n"
    )
    told_of = "The BME share of staff whose ethnicity is known fell over the year.\n"
    assert told(table + told_of) == []
