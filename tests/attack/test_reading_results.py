"""Rows of results.csv that are of another year than the report, or say a figure by another."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.attack import figures
from tests.attack.adversary import attack
from tests.attack.band_sums import Listed, Sums, listed_bands
from tests.attack.facts import Fact, Part, Var, count, fact, part
from tests.attack.figures import ALL
from tests.attack.printed import exactly
from tests.attack.result_rows import two_year_windows
from tests.attack.results_csv import read_results_csv
from tests.attack.solver import System
from tests.attack.structure import over_two_years
from wres.results import COLUMNS


def _file(folder: Path, **columns: str) -> Path:
    """Write a results.csv of 2021 of one row."""
    path = folder / "results.csv"
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS, restval="")
        writer.writeheader()
        writer.writerow({"year": "2021", "breakdown": "all", "status": "ok", **columns})
    return path


def _read(folder: Path, **columns: str) -> list[Fact]:
    return [*read_results_csv(_file(folder, **columns))]


def _counts(facts: list[Fact]) -> dict[Var, float]:
    """Collect the single counts that are told, in round numbers."""
    return {one.parts[0][0][0]: round(one.low) for one in facts if one.kind == "count"}


def _one(facts: list[Fact], kind: str) -> Fact:
    (found,) = (one for one in facts if one.kind == kind)
    return found


def test_a_row_of_an_earlier_year_tells_of_that_year(tmp_path: Path) -> None:
    row = {"indicator": "1", "measure": "share", "group": "BME", "value": "10"}
    place = "staff_group=clinical;band=5;year=2020"
    told = _read(tmp_path, **row, breakdown=place, numerator="20", denominator="200")
    bme = figures.staff(2020, "clinical", "5", "BME")
    assert _counts(told) == {bme: 20, (*bme[:-1], ALL): 200}
    assert _one(told, "share").parts == figures.share(bme)


def test_an_earlier_years_average_over_two_years_is_none_of_the_reports_own(
    tmp_path: Path,
) -> None:
    row = {"indicator": "3", "measure": "relative_likelihood", "group": "BME"}
    reason = "two-year average: events of two years, over staff in post times two"
    path = _file(tmp_path, **row, comparator_group="White", breakdown="year=2020", reason=reason)
    # No trust counts two years after a single one: those before are averages too.
    assert {2019, 2020} <= two_year_windows([path])
    assert 2021 not in two_year_windows([path])


def test_events_of_two_years_of_an_earlier_year_are_read_as_such(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        indicator="3",
        measure="relative_likelihood",
        group="BME",
        comparator_group="White",
        breakdown="year=2020",
        numerator="12",
        value="1.5",
    )
    told = [*read_results_csv(path, windows=frozenset({2020}))]
    assert _counts(told) == {over_two_years(2020, "BME"): 12}


@pytest.mark.parametrize(
    ("indicator", "breakdown", "seats"),
    [
        ("workforce", "comparator=England", figures.staff(2021, ALL, ALL, "BME")),
        ("9", "voting=yes;comparator=England", figures.board(2021, ALL, "yes", "BME")),
    ],
)
def test_a_share_is_read_from_how_far_it_lies_from_another(
    tmp_path: Path, indicator: str, breakdown: str, seats: Var
) -> None:
    """A share 2.5 points above 10% is 12.5%; the people behind the 10% are none of the trust's."""
    row = {"indicator": indicator, "measure": "comparison", "group": "BME", "value": "2.5"}
    people = {"numerator": "5", "denominator": "40", "comparator_denominator": "9000"}
    told = _read(tmp_path, **row, **people, breakdown=breakdown, benchmark="10")
    share = _one(told, "share")
    assert share.parts == figures.share(seats)
    assert (share.low, share.high) == (pytest.approx(12.5), pytest.approx(12.5))
    assert _counts(told) == {seats: 5, (*seats[:-1], ALL): 40}


def test_a_ratio_and_its_interval_are_read_from_how_far_they_lie_from_another(
    tmp_path: Path,
) -> None:
    told = _read(
        tmp_path,
        indicator="3",
        measure="comparison",
        group="BME",
        comparator_group="White",
        breakdown="comparator=England",
        value="-0.25",
        # 1.25 stands for 1.245 to 1.255
        lower="-0.755",
        upper="1.505",
        method="koopman",
        benchmark="1.25",
    )
    parts = figures.ratio(2021, "3", "BME", "White")
    assert {(one.kind, one.parts) for one in told} == {
        ("ratio", parts),
        ("koopman lower", parts),
        ("koopman upper", parts),
    }
    assert [one.low for one in told] == pytest.approx([1.0, 0.5, 2.75])


def test_an_interval_beside_another_surveys_respondents_is_not_the_trusts_own(
    tmp_path: Path,
) -> None:
    """Newcombe's interval takes in how few answered elsewhere: only the value is moved back."""
    row = {"indicator": "5", "measure": "comparison", "group": "BME", "status": "as published"}
    place = "survey_year=2020;comparator=benchmark group"
    span = {"value": "-2", "lower": "-9", "upper": "5", "method": "newcombe", "benchmark": "30"}
    told = _read(tmp_path, **row, **span, breakdown=place, denominator="150")
    answers = (figures.responses(2020, "5", "BME"), figures.percent(2020, "5", "BME"))
    assert _counts(told) == {answers[0]: 150, answers[1]: 28}


def test_events_beyond_the_other_groups_likelihood_tell_how_many_events_there_were() -> None:
    """12 of 100 White staff: of 50 BME staff 6 are expected, and 3 more than that are 9."""
    shown = {
        figures.events(2021, "3", "workforce", "BME"): 50.0,
        figures.events(2021, "3", "workforce", "White"): 100.0,
        figures.events(2021, "3", "entered_process", "White"): 12.0,
    }
    known = [count(var, exactly(number), "by hand", "count") for var, number in shown.items()]
    parts = figures.ratio(2021, "3", "BME", "White")
    known.append(fact("excess", parts, exactly(3.0), "by hand", "excess"))
    events = figures.events(2021, "3", "entered_process", "BME")
    assert not attack(known, {**shown, events: 9.0}).misread
    assert attack(known, {**shown, events: 8.0}).misread


def test_excess_events_are_read_of_both_groups(tmp_path: Path) -> None:
    row = {"indicator": "3", "measure": "excess_events", "value": "3"}
    before = {"previous": "2", "previous_year": "2020"}
    told = _read(tmp_path, **row, **before, group="BME", comparator_group="White")
    assert [(one.kind, one.parts) for one in told] == [
        ("excess", figures.ratio(2020, "3", "BME", "White")),
        ("excess", figures.ratio(2021, "3", "BME", "White")),
    ]


COUNTS = ("numerator", "denominator", "comparator_numerator", "comparator_denominator")
CONTRIBUTION = {
    "indicator": "workforce",
    "measure": "contribution",
    "group": "BME",
    "previous_year": "2020",
    "numerator": "5",
    "denominator": "50",
    "comparator_numerator": "4",
    "comparator_denominator": "44",
}


def _contribution(breakdown: str, listed: Listed) -> list[Part]:
    row = {**dict.fromkeys(COLUMNS, ""), **CONTRIBUTION, "breakdown": breakdown}
    told = [*Sums(row, listed, "by hand").facts(2021, 2020)]
    assert [round(one.low) for one in told] == [5, 50, 4, 44][: len(told)]
    return [one.parts[0] for one in told]


@pytest.mark.parametrize(
    ("place", "first", "second"),
    [
        ("all", ("BME",), (ALL,)),
        ("re-declaration", ("White", "BME"), (ALL,)),
        ("among those known", ("BME",), ("White", "BME")),
    ],
)
def test_the_parts_of_a_change_in_share_stand_beside_counts_of_both_years(
    place: str, first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    assert _contribution(f"part={place}", {}) == [
        part(*(figures.staff(year, ALL, ALL, group) for group in groups))
        for year in (2021, 2020)
        for groups in (first, second)
    ]


def test_bands_that_one_year_joins_are_added_up_in_the_other() -> None:
    listed = {(2021, "clinical"): {"5-7", "all"}, (2020, "clinical"): {"5", "6-7", "8a", "all"}}
    told = _contribution("part=within bands;staff_group=clinical;band=5-7", listed)
    assert told[0] == part(figures.staff(2021, "clinical", "5-7", "BME"))
    assert told[2] == part(*(figures.staff(2020, "clinical", b, "BME") for b in ("5", "6-7")))


def test_of_a_band_that_one_year_does_not_list_only_the_other_year_tells() -> None:
    listed = {(2021, "clinical"): {"consultant"}, (2020, "clinical"): {"5"}}
    place = "part=mix of bands;staff_group=clinical;band=consultant"
    consultants = [figures.staff(2021, "clinical", "consultant", g) for g in ("White", "BME")]
    assert _contribution(place, listed) == [part(consultants[1]), part(*consultants)]


def test_the_bands_of_a_table_are_those_that_a_file_has_rows_of(tmp_path: Path) -> None:
    row = {"measure": "share", "indicator": "1", "group": "BME", "status": "suppressed"}
    path = _file(tmp_path, **row, breakdown="staff_group=clinical;band=5-7;year=2020")
    with path.open(encoding="utf-8", newline="") as lines:
        assert listed_bands(csv.DictReader(lines)) == {(2020, "clinical"): {"5-7"}}


def _sums(listed: Listed, **columns: str) -> list[Fact]:
    row = {**dict.fromkeys(COLUMNS, ""), "indicator": "1", "group": "BME", **columns}
    return [*Sums(row, listed, "by hand").facts(2021, 2020)]


def test_the_spread_of_a_group_over_bands_has_all_of_the_group_below_it() -> None:
    place = "staff_group=clinical;band=5"
    measure = {"measure": "distribution", "breakdown": place, "previous": "20", "value": "25"}
    listed = {(year, "clinical"): {"5"} for year in (2020, 2021)}
    told = _sums(listed, **measure, numerator="10", denominator="40")
    now, before = (
        [part(figures.staff(year, "clinical", band, "BME")) for band in ("5", ALL)]
        for year in (2021, 2020)
    )
    assert [(one.kind, [*one.parts], round(one.low)) for one in told] == [
        ("count", now[:1], 10),
        ("count", now[1:], 40),
        ("share", now, 25),
        ("share", before, 20),
    ]


def test_a_race_disparity_ratio_is_of_the_bands_that_a_table_lists() -> None:
    """Of bands 1-4 and 5 below, 8a-8b and 8c-VSM above; consultants are in neither."""
    listed = {(2021, "clinical"): {"1-4", "5", "6-7", "8a-8b", "8c-VSM", "consultant", "all"}}
    place = "staff_group=clinical;from=lower;to=upper"
    told = _sums(listed, measure="disparity_ratio", breakdown=place, value="1.5", denominator="90")
    bands = {"White": (("8a-8b", "8c-VSM"), ("1-4", "5"))}
    bands["BME"] = bands["White"]
    parts = [
        part(*(figures.staff(2021, "clinical", band, group) for band in level))
        for group, levels in bands.items()
        for level in levels
    ]
    assert [(one.kind, [*one.parts]) for one in told] == [("count", parts[1:2]), ("ratio", parts)]


def test_the_change_of_a_disparity_ratio_stands_beside_white_staff_of_both_years() -> None:
    listed = {(year, "clinical"): {"2-4", "6-7"} for year in (2020, 2021)}
    place = "staff_group=clinical;from=lower;to=middle"
    people = dict(zip(COUNTS, ("247", "474", "240", "460"), strict=True))
    told = _sums(listed, measure="change", breakdown=place, value="0.04", **people)
    now, then = (
        [
            part(figures.staff(year, "clinical", band, group))
            for group in ("White", "BME")
            for band in ("6-7", "2-4")
        ]
        for year in (2021, 2020)
    )
    assert [[*one.parts] for one in told[:4]] == [[one] for one in (*now[:2], *then[:2])]
    assert (told[4].kind, [*told[4].parts]) == ("change of ratio", [*now, *then])


@pytest.mark.parametrize(
    ("listed", "cells"),
    [
        ({"all": {"8a"}, "clinical": {"8a"}}, [("all", "8a")]),
        (
            {"clinical": {"8a"}, "non-clinical": {"8a"}},
            [("clinical", "8a"), ("non-clinical", "8a")],
        ),
    ],
)
def test_a_senior_band_of_all_staff_is_that_of_both_halves_where_it_is_not_given(
    listed: dict[str, set[str]], cells: list[tuple[str, str]]
) -> None:
    of = {(2021, half): bands for half, bands in listed.items()}
    place = "staff_group=all;band=8a"
    told = _sums(of, measure="parity_headcount", breakdown=place, numerator="2", value="3.5")
    (count_, goal) = told
    bme, people = (
        part(*(figures.staff(2021, *cell, group) for cell in cells)) for group in ("BME", ALL)
    )
    whole = [part(figures.staff(2021, ALL, ALL, group)) for group in ("BME", ALL)]
    assert (count_.kind, [*count_.parts]) == ("count", [bme])
    assert (goal.kind, [*goal.parts]) == ("parity", [bme, people, *whole])


def test_parity_of_a_board_is_of_its_seats() -> None:
    told = _sums({}, indicator="9", measure="parity_headcount", breakdown="voting=yes", value="1")
    assert told[0].parts[1] == part(figures.board(2021, ALL, "yes", ALL))


def test_a_goal_tells_how_many_people_it_is_for() -> None:
    """A share of a tenth, and a goal of 2.4: it is for 24 people."""
    whole = {
        figures.staff(2021, ALL, ALL, "BME"): 100.0,
        figures.staff(2021, ALL, ALL, ALL): 1000.0,
    }
    cell = [figures.staff(2021, ALL, "8a", group) for group in ("BME", ALL)]
    known = [count(var, exactly(number), "by hand", "count") for var, number in whole.items()]
    parts = [part(var) for var in (*cell, *whole)]
    known.append(fact("parity", parts, exactly(2.4), "by hand", "goal"))
    assert System(known, []).bound(cell[1]) == (24, 24)


def test_a_grouping_that_a_trust_sets_is_the_sum_of_its_bands() -> None:
    listed = {(2021, "clinical"): {"5", "6-7", "8a"}}
    row = {"measure": "share", "breakdown": "staff_group=clinical;grouping=5-7", "value": "12"}
    (share,) = _sums(listed, **row)
    assert share.parts == tuple(
        part(*(figures.staff(2021, "clinical", band, group) for band in ("5", "6-7")))
        for group in ("BME", ALL)
    )
