"""Short reports of one reading each: years of surveys, tables of one group, plans, gaps."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.audit import AuditFinding, audit_report, read_report
from wres.audit.documents.plain import read_plain
from wres.audit.documents.web import read_web
from wres.audit.page import page_of

SURVEY = (
    "<h1>Testing NHS Trust (fictional): WRES report 2021</h1><p>Data at 31 March 2021.</p><table>"
    "<tr><th>Indicator</th><th>White{when}</th><th>BME{when}</th><th>BME respondents</th></tr>"
    "<tr><td>6 Harassment from staff</td><td>17.7%</td><td>24.0%</td><td>50</td></tr>"
    "<tr><td>7 Equal opportunities for career progression</td><td>89.8%</td><td>81.0%</td>"
    "<td>25</td></tr>"
    "<tr><td>8 Discrimination by manager or colleague</td><td>3.8%</td><td>18.4%</td><td>49</td>"
    "</tr></table><p>{text}</p>"
)
PAY = (
    "<h1>Testing NHS Trust (fictional): WRES report 2021</h1><p>Data at 31 March 2021.</p>"
    "<p>{text}</p><table><tr><th>{head}</th><th>Number</th></tr>"
    "<tr><td>Bands 1 to 4</td><td>63</td></tr><tr><td>Bands 5 to 7</td><td>39</td></tr>"
    "<tr><td>Bands 8a to VSM</td><td>10</td></tr><tr><td>Medical and dental</td><td>31</td></tr>"
    "<tr><td>Total</td><td>143</td></tr></table>"
)
BOARD = (
    "# Testing NHS Trust (fictional): WRES report 2020\n\nData at 31 March 2020.\n\n"
    "## Workforce\n\n| Ethnicity | % 2019 | % 2020 |\n|---|---|---|\n| White | 82.2% | 83.8% |\n"
    "| BME | 10.9% | 11.5% |\n| Unknown | 6.9% | 4.8% |\n\n## Indicator 9: Board\n\n"
    "| Board members | White | BME | Total | % BME |\n|---|---|---|---|---|\n"
    "| All voting | 11 | 1 | 12 | 8.3% |\n\n"
    "One of our 12 voting Board members is BME (8.3%). With a workforce that is 11.5% BME, the"
    " difference is {difference} percentage points.\n"
)


def web(page: str) -> list[AuditFinding]:
    report = read_report(read_web(Path("report.html"), page.encode()))
    return [one for one in audit_report(report) if one.kind != "uncheckable"]


def plain(text: str) -> list[AuditFinding]:
    report = read_report(read_plain(Path("report.md"), text.encode()))
    return [one for one in audit_report(report) if one.kind != "uncheckable"]


def alone(text: str) -> list[tuple[str, str]]:
    head = "# WRES report 2021\n\nPosition at 31 March 2021.\n\n"
    return [(one.mistake, one.published) for one in plain(head + text)]


NAMED = [" 2020", " (autumn 2020)", " 2020 survey", ""]


@pytest.mark.parametrize("when", NAMED)
def test_a_column_of_the_autumn_before_is_of_the_reports_own_survey(when: str) -> None:
    text = "Harassment from staff was reported by 24.0% of BME staff, 6.3 percentage points more"
    found = web(SURVEY.format(when=when, text=f"{text} than White staff."))
    # Of 25 answers 20 are 80.0% and 21 are 84.0%.
    assert [(one.mistake, one.published) for one in found] == [("unattainable percentage", "81.0%")]


@pytest.mark.parametrize("when", NAMED)
def test_groups_told_the_wrong_way_round_are_found_in_every_survey_column(when: str) -> None:
    text = "3.8% of BME staff and 18.4% of White staff experienced discrimination from a manager."
    found = web(SURVEY.format(when=when, text=text))
    assert {one.published for one in found} == {"81.0%", "3.8%", "18.4%"}


def test_a_trend_of_a_survey_is_told_once_and_by_its_autumns() -> None:
    text = "White staff reporting discrimination went from 5.9% in 2019 to 3.8% in 2020"
    found = web(SURVEY.format(when=" 2020", text=f"{text}, a clear downward trend."))
    [trend] = [one for one in found if one.mistake == "trend from end points"]
    assert "autumn 2019 and autumn 2020" in trend.message


def test_an_autumn_is_that_of_a_survey_whichever_it_is() -> None:
    page = SURVEY.format(when=" (autumn 2018)", text="")
    claims = read_report(read_web(Path("report.html"), page.encode())).claims
    assert {one.year for one in claims} == {2019}


@pytest.mark.parametrize(
    "text",
    [
        "Indicator 5: 22.0% of BME staff experienced harassment from patients, relatives or the"
        " public, down from 32.0% in the autumn 2019 survey. White staff: 23.5%, down from 24.0%.",
        "Indicator 6: 31.0% of BME staff experienced harassment, bullying or abuse from staff, up"
        " from 21.0% in the autumn 2019 survey. White staff: 20.5%, up from 20.0%.",
    ],
)
def test_the_figure_of_a_year_before_is_not_held_to_that_of_the_year(text: str) -> None:
    assert alone(text) == []


@pytest.mark.parametrize("head", ["BME staff by pay group", "Table 2: BME staff by pay band"])
def test_the_total_of_a_table_of_one_group_is_not_that_of_the_workforce(head: str) -> None:
    # 143 of 3,029 are 4.7%
    text = "We employ 3,029 people: 2,643 are White (87.3%), 143 are BME (4.7%) and 243 have not"
    assert web(PAY.format(text=f"{text} told us (8.0%).", head=head)) == []


def test_a_band_of_a_group_told_as_the_group_in_the_band_is_turned_round() -> None:
    # 63 of 143 BME staff are 44.1%: of those in the bands the table says nothing.
    text = "BME colleagues are 44.1% of staff in Bands 1 to 4."
    found = web(PAY.format(text=text, head="BME staff by pay group"))
    assert [(one.mistake, one.published) for one in found] == [("inverted conditional", "44.1%")]


@pytest.mark.parametrize(
    ("head", "people"), [("Pay group", "143"), ("Female staff by pay group", "3,029")]
)
def test_a_table_of_all_staff_is_of_the_workforce_and_one_of_women_is_not(
    head: str, people: str
) -> None:
    assert web(PAY.format(text=f"We employ {people} people.", head=head)) == []


@pytest.mark.parametrize("difference", ["-3.1", "-3.2"])
def test_board_less_workforce_is_left_alone_where_it_is_right(difference: str) -> None:
    # 1 of 12 is 8.33%: less 11.5 that is -3.17, of printed figures -3.2.
    found = plain(BOARD.format(difference=difference))
    assert [one for one in found if "percentage points" in one.published] == []


def test_board_less_workforce_is_told_as_that_and_as_no_change_of_the_workforce() -> None:
    [found] = plain(BOARD.format(difference="+3.2"))
    assert (found.mistake, found.recomputed) == ("sign error", "−3.2 points")
    assert found.message == "The share of the board less that of the workforce is −3.2 points."


BANDS = (
    "# WRES report 2020\n\nData at 31 March 2020.\n\n## Workforce\n\n"
    "| Ethnicity | Headcount 2020 | % 2020 |\n|---|---|---|\n| White | 2,077 | 83.8% |\n"
    "| BME | 284 | 11.5% |\n| Unknown | 119 | 4.8% |\n| Total | 2,480 | 100% |\n\n"
    "## Indicator 1\n\n| Clinical pay band | White | BME | Unknown | Total | % BME |\n"
    "|---|---|---|---|---|---|\n| Bands 5-7 | 990 | 109 | 60 | 1,159 | 9.4% |\n"
    "| Bands 8a-8b | 77 | 6 | 2 | 85 | 7.1% |\n\n"
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("7.1% of clinical staff in bands 8a to 8b are BME, against {} overall.", "9.5%"),
        ("7.1% of clinical staff in bands 8a to 8b are BME, against {} overall.", "9.4%"),
        ("BME staff are 9.4% of clinical bands 5 to 7, below the overall share of {}.", "12.5%"),
    ],
)
def test_the_share_of_all_staff_beside_a_bands_is_held_to_all_staff(text: str, wrong: str) -> None:
    assert plain(BANDS + text.format("11.5%")) == []
    assert [one.published for one in plain(BANDS + text.format(wrong))] == [wrong]


@pytest.mark.parametrize(("side", "wrong"), [("above", []), ("below", ["below parity"])])
def test_a_ratio_told_on_its_own_side_of_parity(side: str, wrong: list[str]) -> None:
    table = (
        "## Indicator 2\n\n| Indicator | 2019 | 2020 |\n|---|---|---|\n| 2. Relative likelihood of"
        " White applicants being appointed from shortlisting compared to BME applicants | 1.45 |"
        " 1.48 |\n\n"
    )
    text = f"The relative likelihood of appointment from shortlisting, 1.48, is {side} parity."
    assert [one.published for one in plain(BANDS + table + text)] == wrong


PLAN = "## Action plan\n\nIndicator 2: Panel members. By December 2021.\n\n"


@pytest.mark.parametrize(
    ("line", "stale"),
    [
        ("Indicator 3: Decision tree. Lead: Head of HR. We will launch it by March 2020.", True),
        ("Indicator 3: Decision tree. Lead: Head of HR. By March 2020.", True),
        ("Indicator 3: Decision tree. Lead: Head of HR. By March 2022.", False),
        ("Indicator 3: Decision tree. We will launch it by March 2020. Completed.", False),
        ("Indicator 3: Decision tree. By March 2020. Status: ongoing.", False),
        ("Indicator 3: We launched the decision tree. By March 2020.", False),
        ("Indicator 3: By March 2020 we had trained 40 managers.", False),
    ],
)
def test_times_gone_by_in_a_plan_of_lines(line: str, stale: bool) -> None:
    assert ("stale date" in {mistake for mistake, _ in alone(PLAN + line)}) is stale


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("We made reasonable adjustments for staff with a long-term condition.", True),
        ("The number of staff entering the capability process is too low to report.", True),
        ("Staff entering the formal capability process are few.", True),
        ("We review the capability process together with the disciplinary policy.", False),
    ],
)
def test_text_of_the_disability_standard(text: str, there: bool) -> None:
    found = [mistake for mistake, _ in alone(text)]
    assert ("text from the disability report" in found) is there


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "went from 1.0 to 10.5 percentage points, an increase of 8.5 points",
            ["subtraction error"],
        ),
        ("went from 1.0 to 10.5 percentage points, an increase of 9.5 points", []),
        ("went from 1.0 to 10.5 percentage points, a rise of 9.6 points", []),
        ("went from 10.5 to 1.0 points, a fall of 9.5 points", []),
        ("went from 10.5 to 1.0 points, a fall of 8.5", ["subtraction error"]),
        ("went from 10.5 points in 2020 to 9.0 points in 2021, a fall of 1.5 points", []),
        (
            "went from 10.5 points in 2020 to 9.0 points in 2021, a fall of 2.5 points",
            ["subtraction error"],
        ),
        ("went from 4.0 to 3.0 points, an improvement of 1.0 point", []),
        ("went from -1.0 to -10.5 points, an increase of 9.5 points", []),
        ("went from 10.0 to 11.0 percentage points, an increase of 10%", []),
    ],
)
def test_gaps_are_taken_from_each_other(text: str, wrong: list[str]) -> None:
    sentence = f"The gap in harassment from staff between BME and White staff {text}."
    assert [mistake for mistake, _ in alone(sentence)] == wrong


def test_a_finding_quotes_the_cell_that_it_is_about() -> None:
    table = (
        "# WRES report 2020\n\nData at 31 March 2020.\n\n## Workforce\n\n"
        "| Ethnicity | % 2019 | % 2020 | Change (points) |\n|---|---|---|---|\n"
        "| White | 82.2% | 83.8% | +1.6 |\n| BME | 10.9% | 11.5% | +1.6 |\n"
    )
    [found] = plain(table)
    assert (found.published, found.text) == ("+1.6", "BME | Change (points) | +1.6")


def test_paragraphs_stand_with_their_headings_on_the_page() -> None:
    # What stands in a section begins where its heading does; alone on the page it is centred.
    page = page_of(plain(BOARD.format(difference="+3.2")), "report.md", 9)
    main = page.partition("<main")[2].partition("</main>")[0]
    before = main.partition("<h2")[0]
    assert before.count("<section") == 1
    assert main.count("<h2") == main.count("<section") == main.count("</section>")


@pytest.mark.parametrize(
    "said",
    [
        "Of the executive members of the Board 0% are BME.",
        "Of the non-executive directors on our Board 16.7% are BME.",
        "Of those members of the Board without a vote 0% are BME.",
    ],
)
def test_some_members_of_the_board_are_not_all_of_them(said: str) -> None:
    table = (
        "## Indicator 9: Board\n\n| | White | BME | Unknown | Total |\n|---|---|---|---|---|\n"
        "| Board members | 11 | 1 | 0 | 12 |\n\n"
    )
    assert alone(table + said) == []
    assert alone(f"{table}Of the members of the Board 0% are BME.") == [("wrong figure", "0%")]
