"""Lines of reports that are easily read for another figure than they print.

Each of these was once read wrongly, so that the figures of its trust contradicted each other.
"""

from __future__ import annotations

from math import inf

import pytest

from tests.attack import figures
from tests.attack.adversary import attack
from tests.attack.facts import Fact, Part, Var, count, mention
from tests.attack.figures import ALL, GROUPS, WITHOUT_INTERNATIONAL
from tests.attack.more_tables import more_facts_of
from tests.attack.printed import NO_LIMIT, Printed, exactly, printed
from tests.attack.sentences import read_text
from tests.attack.structure import abroad
from tests.attack.tables import Reader, TableCell, facts_of

READER = Reader(2021, "BME")
ALL_APPLICANTS = figures.ratio(2021, "2", "White", "BME")
APPLICANTS_AT_HOME = figures.ratio(2021, "2", "White", "BME", WITHOUT_INTERNATIONAL)
Figure = tuple[str, tuple[Part, ...], Printed]


def _told(words: str) -> list[Figure]:
    return [_figure(one) for one in read_text(words, "by hand", READER)]


def _row_of_ratio(row: str, text: str) -> list[Figure]:
    cell = TableCell("tbl-ratio-2", "2021", (row,), text, "by hand")
    return [_figure(one) for one in facts_of(cell, READER)]


def _figure(one: Fact) -> Figure:
    return one.kind, one.parts, Printed(one.low, one.high)


def _shown(number: str) -> Printed:
    limits = printed(number)
    assert limits is not None
    return limits


def _percentages(words: str) -> dict[Var, Printed]:
    return {parts[0][0][0]: limits for _, parts, limits in _told(words)}


def test_a_chart_names_senior_medical_managers_as_a_part_of_the_consultants_before() -> None:
    told = _told(
        "BME share. Clinical staff: band 5 [c]; consultants 7.1% of 28; of whom senior medical "
        "managers 0.0% of 5; all clinical [c]. The table beside the chart has all figures."
    )
    managers = figures.staff(2021, "clinical", "senior medical manager", "BME")
    consultants = figures.staff(2021, "clinical", "consultant", "BME")
    assert told == [
        ("share", figures.share(consultants), _shown("7.1%")),
        ("count", figures.share(consultants)[1:], _shown("28")),
        ("share", figures.share(managers), _shown("0.0%")),
        ("count", figures.share(managers)[1:], _shown("5")),
    ]


def test_managers_of_whom_a_chart_tells_are_no_band_beside_the_consultants() -> None:
    """All 28 people are consultants: five more beside them could not be."""
    place = ("2021", "workforce", "clinical")
    words = "BME share. Clinical staff: consultants 0.0% of 28; of whom senior medical managers"
    known = [*read_text(f"{words} 0.0% of 5; all clinical 0.0% of 28.", "by hand", READER)]
    bands = {"consultant": 28.0, "senior medical manager": 5.0, ALL: 28.0}
    truth: dict[Var, float] = {(*place, band, ALL): people for band, people in bands.items()}
    truth |= {(*place, band, "BME"): 0.0 for band in bands}
    assert not attack(known, truth).misread


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        ("95% interval (Koopman)", ALL_APPLICANTS),
        ("95% interval without them", APPLICANTS_AT_HOME),
    ],
)
def test_an_interval_is_of_the_applicants_that_its_row_names(
    row: str, parts: tuple[Part, ...]
) -> None:
    assert _row_of_ratio(row, "0.25 to 1.01") == [
        ("koopman lower", parts, _shown("0.25")),
        ("koopman upper", parts, _shown("1.01")),
    ]


def test_an_interval_without_upper_limit_tells_that_nobody_was_appointed() -> None:
    told = _row_of_ratio("95% interval without them", "0.77, no upper limit")
    assert told[1] == ("koopman upper", APPLICANTS_AT_HOME, NO_LIMIT)


def test_the_row_without_international_recruits_is_a_ratio_of_the_others() -> None:
    told = _row_of_ratio("Without international recruits", "0.37")
    assert told == [("ratio", APPLICANTS_AT_HOME, _shown("0.37"))]


def test_a_paragraph_tells_the_ratio_with_and_without_people_from_abroad_apart() -> None:
    told = _told(
        "White applicants were 0.82 times as likely as BME applicants to be appointed from "
        "shortlisting (95% interval 0.40 to 1.55). Without applicants recruited from abroad, the "
        "ratio was 0.37 (95% interval 0.13 to 1.11). The year before, the ratio was 1.20."
    )
    kinds = ("ratio", "koopman lower", "koopman upper")
    own = zip(kinds, map(_shown, ("0.82", "0.40", "1.55")), strict=True)
    home = zip(kinds, map(_shown, ("0.37", "0.13", "1.11")), strict=True)
    assert told == [
        *((kind, ALL_APPLICANTS, limits) for kind, limits in own),
        ("ratio", figures.ratio(2020, "2", "White", "BME"), _shown("1.20")),
        *((kind, APPLICANTS_AT_HOME, limits) for kind, limits in home),
    ]


def test_people_recruited_abroad_are_found_from_counts_with_and_without_them() -> None:
    """Of 40 shortlisted 38 are left: two of the nine appointed came from abroad."""
    shown = {
        figures.events(2021, "2", "shortlisted", "BME"): 40.0,
        figures.events(2021, "2", "shortlisted", "BME", WITHOUT_INTERNATIONAL): 38.0,
        figures.events(2021, "2", "appointed", "BME"): 9.0,
    }
    left = {
        figures.events(2021, "2", "appointed", "BME", WITHOUT_INTERNATIONAL): 7.0,
        abroad(2021, "BME"): 2.0,
    }
    known = [count(var, exactly(number), "by hand", "count") for var, number in shown.items()]
    found = attack(known, {**shown, **left}).findings
    assert [(one.var, one.low, one.high) for one in found] == [(abroad(2021, "BME"), 2, 2)]


def test_of_none_appointed_none_from_home_is_no_finding() -> None:
    """That nobody of 19 was appointed is printed: it says the same of any part of them."""
    nobody = figures.events(2021, "2", "appointed", "Unknown")
    at_home = figures.events(2021, "2", "appointed", "Unknown", WITHOUT_INTERNATIONAL)
    known = [count(nobody, exactly(0), "by hand", "count"), mention(at_home, "by hand")]
    truth = {nobody: 0.0, at_home: 0.0}
    assert not attack(known, truth).findings


def test_of_none_from_home_in_each_group_none_in_all_is_no_finding() -> None:
    appointed = [figures.events(2021, "2", "appointed", group) for group in (*GROUPS, ALL)]
    at_home = {(*var[:2], var[2] + WITHOUT_INTERNATIONAL, var[3]): 0.0 for var in appointed}
    truth = {**dict.fromkeys(appointed, 0.0), **at_home, appointed[1]: 1.0, appointed[3]: 1.0}
    none = [appointed[0], appointed[2], [*at_home][1]]  # the only one appointed is from abroad
    known = [count(var, exactly(0), "by hand", "count") for var in none]
    assert not attack(known, truth).findings


@pytest.mark.parametrize("others", ["figure for BME withheld", "no figure for BME"])
def test_a_chart_names_the_survey_of_its_latest_figures(others: str) -> None:
    told = _percentages(
        f"Harassment from staff: 27.4% of White respondents in autumn 2019, {others}; autumn 2020 "
        "withheld."
    )
    assert told == {figures.percent(2019, "6", "White"): _shown("27.4%")}


def test_a_survey_that_is_named_once_is_that_of_both_groups() -> None:
    told = _percentages(
        "Harassment from staff: 31.2% of BME and 27.4% of White respondents in autumn 2019"
    )
    assert told == {
        figures.percent(2019, "6", "BME"): _shown("31.2%"),
        figures.percent(2019, "6", "White"): _shown("27.4%"),
    }


def test_percentages_are_of_the_latest_survey_where_none_is_named() -> None:
    told = _percentages(
        "31.2% of the 77 BME respondents and 27.4% of the 480 White respondents said they had "
        "experienced harassment, bullying or abuse from managers or other colleagues. In the "
        "survey before, the figure for BME respondents was 30.0%."
    )
    assert {var: limits for var, limits in told.items() if var[1] == "percent"} == {
        figures.percent(2020, "6", "BME"): _shown("31.2%"),
        figures.percent(2020, "6", "White"): _shown("27.4%"),
        figures.percent(2019, "6", "BME"): _shown("30.0%"),
    }


def test_a_grade_of_doctors_in_a_chart_is_of_clinical_staff() -> None:
    # 8 of 14 are 57.1%.
    words = "BME share in 9 pay groups: highest 57.1% of 14 in non-consultant career grade."
    doctors = figures.staff(2021, "clinical", "career grade", ALL)
    assert ("count", (((doctors, 1.0),),), _shown("14")) in _told(words)


def test_over_zero_tells_that_nobody_of_the_second_group_was_appointed() -> None:
    seen, _, none, _ = ALL_APPLICANTS
    told = [("count", (none,), Printed(0.0, 0.0)), ("count", (seen,), Printed(1.0, inf))]
    assert _row_of_ratio("Relative likelihood, White over BME", "over 0") == told
    cell = TableCell("tbl-trend-2", "White over BME", ("2021",), "over 0", "by hand")
    assert [_figure(one) for one in more_facts_of(cell, READER)] == told


def test_interval_of_a_ratio_over_zero_is_read_in_a_paragraph() -> None:
    told = _told(
        "No ratio can be given for indicator 2: no BME applicants were seen to be appointed from "
        "shortlisting. Its 95% interval begins at 8.83 and has no upper limit."
    )
    assert ("koopman lower", ALL_APPLICANTS, _shown("8.83")) in told
    assert ("koopman upper", ALL_APPLICANTS, NO_LIMIT) in told
