"""Small counts are withheld, and others beside them, before anything is computed."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.indicators.trusts import trust_year
from wres.counts import ALL, with_totals
from wres.disclosure import load_profile, profile_of, protect
from wres.disclosure.profiles import Rule
from wres.disclosure.suppress import choose_hidden
from wres.disclosure.system import Cell, System
from wres.indicators import compute_results
from wres.sources import SourceNote, TrustYear

PUBLIC = load_profile("public")
BANDS = """\
    non-clinical,2,White,40
    non-clinical,2,BME,2
    non-clinical,2,Unknown,6
    non-clinical,3,White,30
    non-clinical,3,BME,9
    non-clinical,3,Unknown,7
    clinical,5,White,80
    clinical,5,BME,30
    clinical,5,Unknown,12
    clinical,6,White,60
    clinical,6,BME,20
    clinical,6,Unknown,0"""


def shown(protected: TrustYear, table: str, *labels: str, column: str) -> int | None:
    """Give a shown count by its labels, or None where it is withheld."""
    rows = protected.tables[table]
    for name, label in zip(rows.columns, labels, strict=False):
        rows = rows[rows[name].eq(label)]
    assert len(rows) == 1
    count = rows[column].iloc[0]
    return None if pd.isna(count) else int(count)


@pytest.mark.parametrize(
    ("count", "small"), [(0, False), (1, True), (4, True), (5, False), (6, False)]
)
def test_counts_below_the_threshold_are_small_and_zero_is_not(count: int, small: bool) -> None:
    assert PUBLIC.rule("workforce", "part").is_small(count) is small


def test_zero_is_small_where_the_profile_withholds_zeros() -> None:
    assert Rule(threshold=5, zero="withheld").is_small(0)


@pytest.mark.parametrize(
    ("count", "rounded"), [(0, 0), (2, 0), (3, 5), (7, 5), (8, 10), (12, 10), (13, 15)]
)
def test_counts_are_rounded_half_up_to_a_multiple(count: int, rounded: int) -> None:
    assert Rule(rounding=5).rounded(count) == rounded


def test_small_count_takes_others_of_its_band_and_its_group_with_it() -> None:
    protected = protect(with_totals(trust_year(workforce=BANDS)), PUBLIC)
    cells = {
        (band, group): shown(
            protected, "workforce", "non-clinical", band, group, column="headcount"
        )
        for band, group in product(("2", "3"), ("White", "BME", "Unknown", ALL))
    }
    # 2 BME staff of band 2 can't be had from the band's 48 or from the 11 BME staff of both bands.
    assert cells[("2", "BME")] is None
    assert cells[("3", "BME")] is None
    assert [cells[(band, ALL)] for band in ("2", "3")] == [48, 46]
    for band in ("2", "3"):
        assert (cells[(band, "White")], cells[(band, "Unknown")]).count(None) == 1
    assert shown(protected, "workforce", "clinical", "6", "BME", column="headcount") == 20


def test_zeros_and_the_whole_workforce_are_shown() -> None:
    protected = protect(with_totals(trust_year(workforce=BANDS)), PUBLIC)
    assert shown(protected, "workforce", "clinical", "6", "Unknown", column="headcount") == 0
    whole = [
        shown(protected, "workforce", ALL, ALL, group, column="headcount")
        for group in ("White", "BME", "Unknown", ALL)
    ]
    assert whole == [210, 61, 25, 296]


def test_small_case_count_takes_the_total_with_it_and_leaves_the_staff() -> None:
    cases = trust_year(disciplinary="White,2643,17\nBME,143,1\nUnknown,243,6")
    table = protect(with_totals(cases), PUBLIC).tables["disciplinary"]
    assert table["entered_process"].isna().tolist() == [False, True, False, True]
    assert table["workforce"].tolist() == [2643, 143, 243, 3029]


def test_ratio_of_a_withheld_count_is_withheld_with_its_interval_and_extremes() -> None:
    cases = trust_year(disciplinary="White,2643,17\nBME,143,1\nUnknown,243,6")
    results = compute_results(protect(with_totals(cases), PUBLIC))
    ratio = results[results["measure"].eq("relative_likelihood") & results["indicator"].eq("3")]
    assert ratio["status"].tolist() == ["suppressed"]
    figures = ["value", "lower", "upper", "unknown_low", "unknown_high", "numerator"]
    assert ratio[figures].isna().all(axis=None)
    assert ratio["verdict"].tolist() == [""]


def test_survey_groups_of_fewer_than_eleven_respondents_are_withheld() -> None:
    survey = trust_year(
        staff_survey="5,2020,trust,White,20.0,300,,\n5,2020,trust,BME,30.0,10,,\n"
        "6,2020,trust,BME,27.3,11,,\n5,2020,benchmark,BME,28.0,9,,"
    )
    table = protect(with_totals(survey), PUBLIC).tables["staff_survey"]
    assert table["percent"].isna().tolist() == [False, True, False, False]
    assert table["responses"].isna().tolist() == [False, True, False, False]


def test_survey_figures_of_an_unknown_number_of_respondents_are_withheld() -> None:
    # Last year's table may have known that they were eight, and withheld the figure for it.
    survey = trust_year(
        staff_survey="5,2019,trust,BME,37.5,,2020,\n5,2020,trust,White,20.0,300,2020,\n"
        "5,2020,benchmark,BME,28.0,,2020,"
    )
    table = protect(with_totals(survey), PUBLIC).tables["staff_survey"]
    assert table["percent"].isna().tolist() == [True, False, False]


def test_printed_ratio_is_withheld_unless_it_is_stated_to_be_published() -> None:
    # 0.75 x 12/900 x 300 gives the 3 cases that last year's report withheld.
    made = trust_year(published_ratios="3,2020,BME,White,0.75,3 cases of 300")
    hidden = protect(with_totals(made), PUBLIC).tables["published_ratios"]
    assert hidden[["ratio", "note"]].isna().all(axis=None)
    assert hidden[["indicator", "year"]].astype(str).to_numpy().tolist() == [["3", "2020"]]
    note = SourceNote(source="report of 2020", already_published=True)
    stated = replace(made, sources={"published_ratios": note})
    shown = protect(with_totals(stated), PUBLIC).tables["published_ratios"]
    assert shown["ratio"].tolist() == [0.75]


def test_people_whom_no_band_lists_are_protected() -> None:
    # 41 BME staff of whom the bands list 40: one person in the band that is not given.
    made = trust_year(
        workforce="""\
        clinical,5,White,300
        clinical,5,BME,40
        clinical,5,Unknown,20
        clinical,all,White,330
        clinical,all,BME,41
        clinical,all,Unknown,30"""
    )
    protected = protect(with_totals(made), PUBLIC)
    five, every = (
        shown(protected, "workforce", "clinical", band, "BME", column="headcount")
        for band in ("5", "all")
    )
    assert None in (five, every)


def test_single_bands_of_all_staff_are_held_against_groupings_of_the_halves() -> None:
    # 50 + 13 in 5-7 less 40 in 6 and 20 in 7 would give the 3 BME staff of band 5.
    rows = [
        f"{name},{band},{group},{count}"
        for name, band, counts in (
            ("all", "5", (300, 3, 20)),
            ("all", "6", (200, 40, 15)),
            ("all", "7", (150, 20, 12)),
            ("clinical", "5-7", (500, 50, 30)),
            ("non-clinical", "5-7", (150, 13, 17)),
        )
        for group, count in zip(("White", "BME", "Unknown"), counts, strict=True)
    ]
    table = protect(with_totals(trust_year(workforce="\n".join(rows))), PUBLIC).tables["workforce"]
    shown_bme = table[table["ethnicity"].eq("BME") & table["headcount"].notna()]
    bands = set(zip(shown_bme["staff_group"], shown_bme["band"], strict=True))
    needed = {("all", "6"), ("all", "7"), ("clinical", "5-7"), ("non-clinical", "5-7")}
    assert not needed <= bands


def test_board_is_shown_by_policy() -> None:
    board = trust_year(board="all,all,White,10\nall,all,BME,1\nall,all,Unknown,0")
    table = protect(with_totals(board), PUBLIC).tables["board"]
    assert table["members"].tolist() == [10, 1, 0, 11]


@pytest.mark.parametrize("name", ["public", "internal"])
def test_published_or_internal_figures_pass_as_they_are(name: str) -> None:
    made = with_totals(trust_year(workforce=BANDS))
    if name == "public":
        published = made.trust.model_copy(update={"already_published": True})
        made = type(made)(published, made.year, made.tables, made.sources, made.files)
    passed = protect(made, load_profile(name))
    assert passed.tables["workforce"]["headcount"].notna().all()


def test_rounded_profile_shows_multiples_of_five() -> None:
    protected = protect(with_totals(trust_year(workforce=BANDS)), load_profile("public, rounded"))
    table = protected.tables["workforce"]
    part = table[table["staff_group"].ne(ALL)]["headcount"].dropna()
    assert (part % 5).eq(0).all()


def test_trust_may_choose_what_public_means() -> None:
    made = trust_year(disciplinary="White,2643,17\nBME,143,1\nUnknown,243,6")
    settings_ = made.trust.settings.model_copy(update={"disclosure": "public, as returned"})
    trust = made.trust.model_copy(update={"settings": settings_})
    chosen = type(made)(trust, made.year, made.tables)
    protected = protect(with_totals(chosen), profile_of(chosen, "public"))
    assert protected.tables["disciplinary"]["entered_process"].tolist() == [17, 1, 6, 24]


def widths(system: System, hidden: set) -> dict:
    """Enumerate every set of counts that fits what is shown; give each hidden count's range."""
    free = sorted(hidden)
    seen: dict = {key: set() for key in free}
    limit = 32
    for values in product(*(range(limit) for key in free)):
        guess = dict(zip(free, values, strict=True))
        if all(
            guess.get(relation.total, system.cells[relation.total].value)
            == sum(guess.get(part, system.cells[part].value) for part in relation.parts)
            for relation in system.relations
        ):
            for key, value in guess.items():
                seen[key].add(value)
    return {key: max(values) - min(values) for key, values in seen.items()}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(0, 9), min_size=3, max_size=3), st.integers(5, 30))
def test_no_withheld_count_of_a_row_can_be_worked_out(parts: list[int], other: int) -> None:
    # One row of three groups and its total; the total of the last group is shown elsewhere.
    rule = PUBLIC.rule("workforce", "part")
    system = System()
    keys = [("row", at, "n") for at in range(3)]
    for key, count in zip(keys, parts, strict=True):
        system.cells[key] = Cell(count, rule.is_small(count), 3, cost=count)
    total, column, beside = ("row", 3, "n"), ("column", 0, "n"), ("column", 1, "n")
    system.cells[total] = Cell(sum(parts), rule.is_small(sum(parts)), 3, cost=50)
    system.cells[beside] = Cell(other, False, 3, cost=10)
    system.cells[column] = Cell(parts[2] + other, can_hide=False)
    system.add_up(total, keys)
    system.add_up(column, [keys[2], beside])
    hidden = choose_hidden(system)
    if len(hidden) > 3:  # too many to enumerate; the attack bounds such by integer programming
        return
    assert all(width >= 3 for width in widths(system, hidden).values())


def test_without_secondary_suppression_a_small_count_is_left_alone_in_its_sum() -> None:
    made = with_totals(trust_year(workforce=BANDS))
    table = protect(made, PUBLIC.without_secondary()).tables["workforce"]
    withheld = table[table["headcount"].isna()]
    assert withheld[["band", "ethnicity"]].to_numpy().tolist() == [["2", "BME"]]
