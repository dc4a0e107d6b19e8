"""Warnings: each at its boundary, with figures worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.check.made_tables import as_period, by_band, events, staff
from tests.unit.indicators.trusts import trust_year
from wres.check import Finding, Limits, cross_checks
from wres.sources import TrustYear, read_trust_year
from wres.sources.trust import SourceNote
from wres.stats import FEW_EVENTS, TOO_FEW, Pair, ratio_verdict

Read = Callable[..., TrustYear]
Found = Callable[..., list[Finding]]

SURVEY = "indicator,survey_year,scope,ethnicity,percent,responses,edition,base\n"
BOARD = "membership,voting,ethnicity,members\n"
RATIOS = "indicator,year,numerator_group,denominator_group,ratio,note\n"


def answers(*rows: str) -> str:
    return SURVEY + "\n".join(rows) + "\n"


def test_rise_in_bme_share_that_fewer_unknowns_explain_is_told_for_ryv_2020(data: Path) -> None:
    # RYV gained 9 BME staff while Unknown fell by 56: of those known 11.7% -> 12.0%
    now, before = (read_trust_year(data, "RYV", year) for year in (2020, 2019))
    findings = cross_checks(now, before)
    (finding,) = [one for one in findings if one.code == "redeclaration"]
    assert finding.problem.file == "RYV/2020/workforce.csv"
    assert "the BAME share rose from 10.9% to 11.5% (BAME staff +9)" in finding.problem.rule
    assert "from 175 to 119" in finding.problem.rule
    assert "of those known, the share went from 11.7% to 12.0%" in finding.problem.rule


def test_real_trusts_give_these_findings_and_no_others(data: Path) -> None:
    ryv = [read_trust_year(data, "RYV", year) for year in (2020, 2019)]
    humber = read_trust_year(data, "RV9", 2021)
    assert [one.code for one in cross_checks(*ryv)] == ["redeclaration", "survey-base-unknown"]
    assert [one.code for one in cross_checks(ryv[1], None)] == ["declaration-low"]
    assert [one.code for one in cross_checks(humber, None)] == [
        "declaration-low",
        "survey-base-unknown",
    ]


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ((800, 190, 10), 0),  # 90 came, and 15 can have declared theirs
        ((800, 120, 5), 1),
        ((800, 120, 20), 0),  # nobody declared anything
        ((800, 90, 5), 0),  # no rise
    ],
)
def test_rise_is_put_down_to_declaration_only_if_as_many_unknowns_went(
    now: tuple[int, int, int], told: int, found: Found
) -> None:
    before = {"workforce": staff(800, 100, 25)}
    assert len(found("redeclaration", {"workforce": staff(*now)}, before)) == told


@pytest.mark.parametrize(("total", "told"), [(899, 1), (900, 0), (1100, 0), (1101, 1)])
def test_workforce_that_changed_by_more_than_a_tenth_is_told(
    total: int, told: int, found: Found
) -> None:
    now, before = {"workforce": staff(total, 0, 0)}, {"workforce": staff(1000, 0, 0)}
    findings = found("total-changed", now, before)
    assert len(findings) == told
    assert all(f"from 1000 to {total}" in one.problem.rule for one in findings)


def test_small_change_in_people_is_no_leap_however_small_the_total(found: Found) -> None:
    now, before = {"workforce": staff(50, 0, 0)}, {"workforce": staff(31, 0, 0)}
    assert found("total-changed", now, before) == []


def test_shortlisted_that_fell_by_more_than_half_are_told(found: Found) -> None:
    columns = ("shortlisted", "appointed")
    now = {"recruitment": events(*columns, (300, 60), (99, 20), (0, 0))}
    before = {"recruitment": events(*columns, (600, 70), (200, 20), (0, 0))}
    (finding,) = found("total-changed", now, before)
    assert finding.problem.file == "RXX/2021/recruitment.csv"
    assert "people shortlisted fell from 800 to 399" in finding.problem.rule


@pytest.mark.parametrize(
    ("british", "told"), [(600, []), (590, ["790"]), (610, ["810"])]
)  # with 200 Irish, of 800 White staff
def test_detailed_groups_that_do_not_make_up_their_whole_are_told(
    british: int, told: list[str], found: Found
) -> None:
    heads = [
        ("White", "all", 800),
        ("White", "White - British", british),
        ("White", "White - Irish", 200),
        ("BME", "all", 100),
        ("Unknown", "all", 0),
    ]
    rows = [f"all,all,{group},{detail},{count}" for group, detail, count in heads]
    table = "\n".join(["staff_group,band,ethnicity,ethnic_group,headcount", *rows]) + "\n"
    findings = found("details-differ", {"workforce": table})
    assert [one.problem.given for one in findings] == told
    assert all(f"make {given} people, not the 800" in findings[0].problem.rule for given in told)


@pytest.mark.parametrize(
    ("group", "name", "nearest"),
    [
        ("White", "British", None),
        ("White", "Not stated", None),
        ("White", "White - not specified", None),
        ("White", "Polish", "'White - Any other White background'"),
        ("BME", "Indain", "'Asian or Asian British - Indian'"),
        ("BME", "British", "the data dictionary lists them"),
    ],
)
def test_detailed_group_that_is_no_national_category_is_told_with_the_nearest(
    group: str, name: str, nearest: str | None, found: Found
) -> None:
    head = "staff_group,band,ethnicity,ethnic_group,headcount\nall,all,White,all,80\n"
    table = f"{head}all,all,BME,all,80\nall,all,{group},{name},80\n"
    findings = found("detail-not-national", {"workforce": table})
    assert [one.problem.given for one in findings] == ([name] if nearest else [])
    for one in findings:
        assert one.problem.file == "RXX/2021/workforce.csv"
        assert f"national categories of {group} staff" in one.problem.rule
        assert str(nearest) in (one.problem.remedy or "")


def test_nothing_is_said_about_change_without_a_year_before(found: Found) -> None:
    assert found("total-changed", {"workforce": staff(10_000, 5, 5)}) == []


@pytest.mark.parametrize(("unknown", "told"), [(50, 0), (51, 1)])
def test_declaration_rate_below_95_percent_is_told(unknown: int, told: int, found: Found) -> None:
    findings = found("declaration-low", {"workforce": staff(1000 - unknown, 0, unknown)})
    assert len(findings) == told
    assert [one.problem.given for one in findings] == ["94.9%"] * told


@pytest.mark.parametrize(("unknown", "told"), [(24, 0), (25, 1)])
def test_declaration_rate_that_fell_by_half_a_point_is_told(
    unknown: int, told: int, found: Found
) -> None:
    now = {"workforce": staff(1000 - unknown, 0, unknown)}
    findings = found("declaration-fell", now, {"workforce": staff(980, 0, 20)})
    assert len(findings) == told
    assert all("last year's was 98.0%" in one.problem.rule for one in findings)


def test_workforce_whose_unknowns_were_not_given_has_no_declaration_rate(found: Found) -> None:
    rows = "staff_group,band,ethnicity,headcount\nall,all,White,90\nall,all,BME,10\n"
    assert found("declaration-low", {"workforce": rows}) == []


def test_bases_that_differ_from_the_workforce_are_told_once_a_table(found: Found) -> None:
    tables = {
        "workforce": staff(900, 80, 20),
        "disciplinary": events("workforce", "entered_process", (890, 4), (80, 1), (21, 0)),
        "training": events("workforce", "accessed", (900, 400), (80, 30), (20, 5)),
    }
    (finding,) = found("bases-differ", tables)
    assert finding.problem.file == "RXX/2021/disciplinary.csv"
    assert "White 890 against 900 and Unknown 21 against 20" in finding.problem.rule


def test_bases_are_held_against_each_other_where_there_is_no_workforce_table(found: Found) -> None:
    tables = {
        "disciplinary": events("workforce", "entered_process", (890, 4), (80, 1), (21, 0)),
        "training": events("workforce", "accessed", (900, 400), (80, 30), (21, 5)),
    }
    (finding,) = found("bases-differ", tables)
    assert finding.problem.file == "RXX/2021/disciplinary.csv"
    assert "of indicators 3 and 4 differ from each other: White 890 against 900" in str(
        finding.problem
    )


def test_equal_bases_of_indicators_3_and_4_are_passed_over(found: Found) -> None:
    tables = {
        "disciplinary": events("workforce", "entered_process", (890, 4), (80, 1), (21, 0)),
        "training": events("workforce", "accessed", (890, 400), (80, 30), (21, 5)),
    }
    assert found("bases-differ", tables) == []


@pytest.mark.parametrize(("entered", "told"), [(3, 0), (4, 1)])
def test_more_cases_than_staff_in_post_are_told(entered: int, told: int, found: Found) -> None:
    cases = events("workforce", "entered_process", (900, 4), (3, entered), (20, 0))
    findings = found("cases-above-staff", {"disciplinary": cases})
    assert len(findings) == told
    assert all("4 BME people entered" in one.problem.rule for one in findings)
    assert all("in the year, with 3 in post" in one.problem.rule for one in findings)
    assert all(one.problem.file == "RXX/2021/disciplinary.csv" for one in findings)


@pytest.mark.parametrize(("entered", "told"), [(6, 0), (7, 1)])
def test_cases_of_two_years_are_held_against_the_staff_twice(
    entered: int, told: int, found: Found
) -> None:
    rows = f"White,900,4,2\nBME,3,{entered},2\nUnknown,20,0,2\n"
    header = "ethnicity,workforce,entered_process,years\n"
    findings = found("cases-above-staff", {"disciplinary": header + rows})
    assert len(findings) == told
    assert all("in 2 years, with 3 in post" in one.problem.rule for one in findings)


def test_a_case_in_a_group_with_nobody_in_post_is_told(found: Found) -> None:
    cases = events("workforce", "entered_process", (900, 4), (80, 1), (0, 1))
    (finding,) = found("cases-above-staff", {"disciplinary": cases})
    assert "1 Unknown people entered" in finding.problem.rule
    assert "nothing need be done" in finding.problem.remedy


def test_empty_base_beside_staff_in_the_workforce_is_told_by_itself(found: Found) -> None:
    tables = {
        "workforce": staff(900, 80, 20),
        "training": events("workforce", "accessed", (900, 400), (0, 0), (20, 5)),
    }
    (finding,) = found("base-empty", tables)
    assert "the base of BME is 0, with 80 BME staff" in finding.problem.rule


def test_appointed_above_shortlisted_is_told_where_periods_are_counted(read: Read) -> None:
    columns = ("shortlisted", "appointed")
    cohort = read(2021, recruitment=events(*columns, (50, 10), (20, 3), (5, 1)))
    codes = [one.code for one in cross_checks(as_period(cohort, 20), None)]
    assert "appointed-above-shortlisted" not in codes
    (finding,) = [
        one
        for one in cross_checks(as_period(cohort, 21), None)
        if one.code == "appointed-above-shortlisted"
    ]
    assert "21 BME people appointed of 20 shortlisted" in finding.problem.rule


def test_group_that_a_table_leaves_out_is_told(found: Found) -> None:
    columns = ("shortlisted", "appointed")
    (finding,) = found("group-missing", {"recruitment": events(*columns, (50, 10), (20, 3))})
    assert "no row for Unknown" in finding.problem.rule
    assert finding.problem.given == "White and BME"


def test_survey_without_people_of_unknown_ethnicity_misses_nobody(found: Found) -> None:
    rows = answers("5,2020,trust,White,20,100,,", "5,2020,trust,BME,30,50,,")
    assert found("group-missing", {"staff_survey": rows}) == []


def test_group_that_only_the_benchmark_has_is_missing(found: Found) -> None:
    rows = answers("5,2020,trust,White,20,100,,", "5,2020,benchmark,BME,30,,,")
    (finding,) = found("group-missing", {"staff_survey": rows})
    assert "no row for BME" in finding.problem.rule


@pytest.mark.parametrize(
    ("bme", "told"),
    [
        ((100, 2), 1),  # (2/100) / (18/900): 4.0 -> 1.0 within a year, on two people
        ((100, 7), 0),  # 4.0 -> 3.5 is no such move
    ],
)
def test_ratio_that_moves_far_on_few_events_is_told(
    bme: tuple[int, int], told: int, found: Found
) -> None:
    columns = ("workforce", "entered_process")
    now = {"disciplinary": events(*columns, (900, 18), bme, (0, 0))}
    before = {"disciplinary": events(*columns, (900, 9), (100, 4), (0, 0))}
    assert len(found("ratio-unsteady", now, before)) == told


def test_ratio_that_crosses_one_on_few_events_is_told_with_both_figures(found: Found) -> None:
    columns = ("workforce", "entered_process")
    now = {"disciplinary": events(*columns, (1000, 10), (400, 3), (0, 0))}
    before = {"disciplinary": events(*columns, (1000, 10), (400, 5), (0, 0))}
    (finding,) = found("ratio-unsteady", now, before)
    assert "indicator 3 went from 1.25 to 0.75 on fewer than 5 events" in finding.problem.rule


def test_same_move_on_many_events_is_a_finding_of_the_report_and_no_warning(found: Found) -> None:
    columns = ("workforce", "entered_process")
    now = {"disciplinary": events(*columns, (1000, 100), (400, 30), (0, 0))}
    before = {"disciplinary": events(*columns, (1000, 100), (400, 50), (0, 0))}
    assert found("ratio-unsteady", now, before) == []


def test_few_events_where_more_were_to_be_expected_are_no_reason_for_a_warning(
    found: Found,
) -> None:
    """4 of 100 where 16 were to be expected are evidence: the report says 'less likely'."""
    columns = ("workforce", "entered_process")
    now = {"disciplinary": events(*columns, (300, 60), (100, 4), (0, 0))}
    before = {"disciplinary": events(*columns, (300, 60), (100, 30), (0, 0))}
    assert ratio_verdict(Pair(4, 100), Pair(60, 300)) == "less likely"
    assert found("ratio-unsteady", now, before) == []


@pytest.mark.parametrize(("cases", "told"), [(0, 1), (4, 1), (5, 0)])
def test_warning_says_too_few_exactly_where_the_report_does(
    cases: int, told: int, found: Found
) -> None:
    columns = ("workforce", "entered_process")
    before = {"disciplinary": events(*columns, (300, 60), (100, 60), (0, 0))}
    now = {"disciplinary": events(*columns, (300, 10), (100, cases), (0, 0))}
    assert (ratio_verdict(Pair(cases, 100), Pair(10, 300)) == TOO_FEW) is bool(told)
    assert len(found("ratio-unsteady", now, before)) == told


def test_ratio_published_last_year_serves_where_its_counts_are_not_there(found: Found) -> None:
    now = {
        "disciplinary": events("workforce", "entered_process", (900, 9), (100, 4), (0, 0)),
        "published_ratios": RATIOS + "3,2020,BME,White,0.9,\n",
    }
    (finding,) = found("ratio-unsteady", now)
    assert "from 0.90 to 4.00" in finding.problem.rule


@pytest.mark.parametrize(("limit", "told"), [(4, 1), (3, 0)])
def test_few_events_are_as_the_trust_has_set_them(limit: int, told: int, read: Read) -> None:
    columns = ("workforce", "entered_process")
    before = read(2020, disciplinary=events(*columns, (1000, 10), (400, 5), (0, 0)))
    now = read(2021, disciplinary=events(*columns, (1000, 10), (400, 3), (0, 0)))
    settings = now.trust.settings.model_copy(update={"few_events": limit})
    now = replace(now, trust=now.trust.model_copy(update={"settings": settings}))
    codes = [one.code for one in cross_checks(now, before)]
    assert codes.count("ratio-unsteady") == told


def test_few_events_are_as_many_here_as_for_the_verdict_on_a_ratio() -> None:
    assert Limits().few_events == FEW_EVENTS


@pytest.mark.parametrize(
    ("ratio", "told"),
    [
        ("0.64", 0),  # 198/855 over 17/47 is 0.6402
        ("0.6", 1),
        ("0.65", 1),
        ("1.56", 1),  # printed the wrong way round
    ],
)
def test_published_ratio_that_the_counts_do_not_give_is_told_and_counts_are_used(
    ratio: str, told: int, found: Found
) -> None:
    now = {
        "recruitment": events("shortlisted", "appointed", (855, 198), (47, 17), (18, 5)),
        "published_ratios": RATIOS + f"2,2021,White,BME,{ratio},\n",
    }
    findings = found("published-ratio-differs", now)
    assert len(findings) == told
    assert all("0.64, which the counts in recruitment give" in one.problem.rule for one in findings)
    assert all("the counts are used" in one.problem.rule for one in findings)


def test_last_years_published_ratio_is_held_against_last_years_counts(found: Found) -> None:
    counts = {"recruitment": events("shortlisted", "appointed", (855, 198), (47, 17), (18, 5))}
    now = {"published_ratios": RATIOS + "2,2020,White,BME,1.64,\n"}
    (finding,) = found("published-ratio-differs", now, counts)
    assert finding.problem.file == "RXX/2021/published_ratios.csv"
    assert "in 2020 differs from 0.64" in finding.problem.rule


@pytest.mark.parametrize(("already", "told"), [(None, 1), (False, 1), (True, 0)])
def test_published_ratio_that_no_report_shows_is_told(already: bool | None, told: int) -> None:
    made = trust_year(published_ratios="2,2021,White,BME,1.5,\n2,2020,White,BME,1.6,")
    if already is not None:
        note = SourceNote(source="report of 2021", already_published=already)
        made = replace(made, sources={"published_ratios": note})
    findings = [one for one in cross_checks(made, None) if one.code == "published-ratio-withheld"]
    assert [one.problem.given for one in findings] == ["indicator 2"] * told
    for one in findings:
        assert one.problem.file == "RXX/2021/published_ratios.csv"
        assert "withheld from public reports" in one.problem.rule
        assert "already_published: true" in (one.problem.remedy or "")


def test_survey_of_another_year_is_told(found: Found) -> None:
    old = answers("5,2019,trust,White,20,100,,", "6,2020,trust,White,20,100,,")
    (finding,) = found("survey-year", {"staff_survey": old})
    assert "autumn 2020; the latest of indicator 5 is that of 2019" in finding.problem.rule


def test_bases_of_indicator_7_that_are_mixed_or_unknown_are_told(found: Found) -> None:
    mixed = answers(
        "7,2020,trust,White,50,100,2020,don't know included",
        "7,2019,trust,White,80,100,2019,don't know excluded",
        "5,2020,trust,White,50,100,2020,",
    )
    (finding,) = found("survey-bases-mixed", {"staff_survey": mixed})
    assert finding.problem.given == "don't know excluded and don't know included"


def test_base_of_indicator_7_that_is_not_stated_is_told(found: Found) -> None:
    unknown = answers("7,2020,trust,White,50,100,2020,", "5,2020,trust,White,50,100,2020,")
    (finding,) = found("survey-base-unknown", {"staff_survey": unknown})
    assert finding.problem.given == "1 of 1 rows without"


@pytest.mark.parametrize(("responses", "told"), [(80, 0), (81, 1)])
def test_more_respondents_than_staff_are_told(responses: int, told: int, found: Found) -> None:
    tables = {
        "workforce": staff(60, 35, 5),
        "staff_survey": answers("5,2020,trust,White,50,20,,", f"5,2020,trust,BME,0,{responses},,"),
    }
    findings = found("responses-above-workforce", tables)
    assert len(findings) == told
    assert all("101 valid answers from 100 staff" in one.problem.rule for one in findings)


@pytest.mark.parametrize(
    ("share", "people", "told"),
    [
        ("18.4", 49, 0),  # 9 of 49, Humber 2021
        ("38.1", 21, 0),  # 8 of 21, Humber 2021
        ("18.9", 49, 1),
        ("20", 11, 1),  # 2 of 11 are 18%, 3 are 27%
        ("0", 11, 0),
        ("100", 11, 0),
        ("12.5", 8, 0),
        ("12", 8, 0),  # 12.5 is printed as 13, or as 12 by some
        ("11", 8, 1),
    ],
)
def test_share_that_no_number_of_respondents_gives_is_told(
    share: str, people: int, told: int, found: Found
) -> None:
    rows = answers(f"5,2020,trust,BME,{share},{people},,", "5,2020,benchmark,BME,18.9,,,")
    assert len(found("percent-unattainable", {"staff_survey": rows})) == told


def test_board_on_which_nobody_sits_is_told(found: Found) -> None:
    zeros = BOARD + "all,all,White,0\nall,all,BME,0\nall,all,Unknown,0\n"
    assert len(found("board-empty", {"board": zeros})) == 1


def test_board_published_as_shares_is_not_empty(found: Found) -> None:
    shares = "membership,voting,ethnicity,percent\nall,all,White,90\nall,all,BME,10\n"
    assert found("board-empty", {"board": shares}) == []


def test_more_executives_than_very_senior_managers_are_told_by_group(found: Found) -> None:
    tables = {
        "workforce": by_band({("non-clinical", "VSM"): (6, 0, 0), ("clinical", "9"): (4, 4, 4)}),
        "board": BOARD + "executive,all,White,6\nexecutive,all,BME,1\nexecutive,all,Unknown,0\n",
    }
    (finding,) = found("executives-above-vsm", tables)
    assert "1 BME executive members of the board but only 0 BME staff" in finding.problem.rule


def test_managers_of_a_grouping_and_of_both_staff_groups_are_added_up(found: Found) -> None:
    cells = {("non-clinical", "8c-9 and VSM"): (6, 1, 0), ("clinical", "VSM"): (0, 1, 0)}
    board = BOARD + "executive,all,White,6\nexecutive,all,BME,2\nexecutive,all,Unknown,0\n"
    assert found("executives-above-vsm", {"workforce": by_band(cells), "board": board}) == []


@pytest.mark.parametrize(("now", "told"), [(99, 0), (100, 1), (25, 1), (26, 0)])
def test_band_that_doubled_or_halved_is_told(now: int, told: int, found: Found) -> None:
    new = {"workforce": by_band({("clinical", "5"): (now, 0, 0), ("clinical", "6"): (900, 0, 0)})}
    old = {"workforce": by_band({("clinical", "5"): (50, 0, 0), ("clinical", "6"): (900, 0, 0)})}
    findings = found("band-changed", new, old)
    assert len(findings) == told
    assert all(f"clinical, band 5, went from 50 to {now}" in one.problem.rule for one in findings)


def test_rows_of_divisions_and_detailed_groups_take_no_part(found: Found) -> None:
    rows = staff(950, 40, 10).replace("headcount\n", "headcount,division,ethnic_group\n", 1)
    whole = "".join(f"{line},,\n" for line in rows.splitlines()[1:])
    parts = "all,all,Unknown,500,North,\nall,all,BME,30,,African\n"
    table = rows.splitlines()[0] + "\n" + whole + parts
    assert found("declaration-low", {"workforce": table}) == []


def test_limits_are_those_given(read: Read) -> None:
    now = read(2021, workforce=staff(990, 0, 10))
    strict = Limits(declaration=0.995)
    assert [one.code for one in cross_checks(now, None, strict)] == ["declaration-low"]
    assert cross_checks(now, None) == []


PLACES = "staff_group,band,ethnicity,headcount,division\n"


def staff_of_places(*lacking: str) -> str:
    rows = [
        f"{kind},{band},{group},60,{division}"
        for division in ("", "Surgery", "Estates")
        for kind, band in (("clinical", "5"), ("clinical", "6"), ("non-clinical", "5"))
        for group in ("White", "BME", "Unknown")
    ]
    return PLACES + "\n".join(one for one in rows if one not in lacking) + "\n"


def test_rows_that_a_place_lacks_beside_those_of_other_groups_are_told(found: Found) -> None:
    lacking = ("clinical,6,BME,60,Surgery", "non-clinical,5,White,60,Surgery",
               "non-clinical,5,Unknown,60,Surgery")  # fmt: skip
    (one,) = found("place-row-missing", {"workforce": staff_of_places(*lacking)})
    assert one.problem.file.endswith("workforce.csv")
    assert one.problem.given == "Surgery"
    assert one.problem.rule.endswith(
        "of the place have: clinical 6 BME; non-clinical 5 White and Unknown"
    )


def test_places_with_all_rows_lack_none(found: Found) -> None:
    assert found("place-row-missing", {"workforce": staff_of_places()}) == []


def test_a_staff_group_and_band_without_any_row_in_a_place_is_left_alone(found: Found) -> None:
    none = [f"clinical,6,{group},60,Estates" for group in ("White", "BME", "Unknown")]
    assert found("place-row-missing", {"workforce": staff_of_places(*none)}) == []


def test_cases_that_a_place_lacks_by_band_are_told(found: Found) -> None:
    head = "ethnicity,workforce,entered_process,division,band\n"
    rows = [
        f"{group},60,3,{division},{band}"
        for division in ("", "Surgery")
        for band in ("", "6")
        for group in ("White", "BME")
    ]
    rows.remove("BME,60,3,Surgery,6")
    (one,) = found("place-row-missing", {"disciplinary": head + "\n".join(rows) + "\n"})
    assert one.problem.rule.endswith("have: 6 BME")
