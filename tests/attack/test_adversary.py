"""The adversary finds what can be found by hand, and nothing where nothing can be."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import chi2_contingency

from tests.attack import figures
from tests.attack.facts import Fact, Var, count, fact, mention, part
from tests.attack.figures import ALL
from tests.attack.intervals import wilson
from tests.attack.printed import exactly, printed
from tests.attack.solver import ContradictionError, System
from tests.attack.structure import known_to_anyone


def _cell(band: str, group: str) -> Var:
    return figures.staff(2020, "clinical", band, group)


def _is(var: Var, number: float) -> Fact:
    return count(var, exactly(number), "by hand", "count")


def _solve(*facts: Fact) -> System:
    variables = {var for one in facts for var in one.variables}
    return System(list(facts), list(known_to_anyone(variables)))


def test_a_printed_share_stands_for_the_numbers_that_round_to_it() -> None:
    limits = printed("9.4%")
    assert limits is not None
    assert (limits.low, limits.high) == (pytest.approx(9.35), pytest.approx(9.45))


def test_a_count_is_found_from_its_share_and_total() -> None:
    """9.4% of 1,159 is 109 only: 108 would be 9.3% and 110 9.5%."""
    bme, limits = _cell("5-7", "BME"), printed("9.4%")
    assert limits is not None
    share = fact("share", figures.share(bme), limits, "by hand", "share")
    assert _solve(_is((*bme[:-1], ALL), 1159), share).bound(bme) == (109, 109)


def test_one_withheld_count_in_a_row_is_found_by_subtraction() -> None:
    shown = [_is(_cell("5", "White"), 90), _is(_cell("5", "BME"), 7), _is(_cell("5", ALL), 100)]
    assert _solve(*shown).bound(_cell("5", "Unknown")) == (3, 3)


def test_two_withheld_counts_in_a_row_leave_each_other_uncertain() -> None:
    shown = [_is(_cell("5", "White"), 90), _is(_cell("5", ALL), 100)]
    assert _solve(*shown, mention(_cell("5", "BME"), "csv")).bound(_cell("5", "BME")) == (0, 10)


def test_a_change_in_points_gives_last_years_count_away() -> None:
    """10.0% of 50 are 5 people; 4.0 points less the year before, of 50 as well, were 3."""
    now, before = _cell("5", "BME"), ("2019", *_cell("5", "BME")[1:])
    parts = (*figures.share(now), *figures.share(before))
    moved = fact("change of share", parts, exactly(4.0), "by hand", "change")
    bases = [_is((*var[:-1], ALL), 50) for var in (now, before)]
    assert _solve(_is(now, 5), *bases, moved).bound(before) == (3, 3)


def test_a_ratio_of_unknown_events_gives_them_away_with_their_bases() -> None:
    """Indicator 3 of Humber Teaching 2021: 1.09 from 1 of 143 over 17 of 2,643."""
    events = {g: figures.events(2021, "3", "entered_process", g) for g in ("White", "BME")}
    bases = {g: figures.events(2021, "3", "workforce", g) for g in ("White", "BME")}
    limits = printed("1.09")
    assert limits is not None
    ratio = fact("ratio", figures.ratio(2021, "3", "BME", "White"), limits, "by hand", "ratio")
    shown = [_is(bases["White"], 2643), _is(bases["BME"], 143), _is(events["White"], 17)]
    assert _solve(*shown, ratio).bound(events["BME"]) == (1, 1)


def test_an_interval_gives_a_count_away_that_no_figure_prints() -> None:
    events, base = (part(("2021", "training", name, "BME")) for name in ("accessed", "workforce"))
    upper = exactly(float(wilson(np.float64(3), np.float64(40))[1]))
    limit = fact("wilson upper", (events, base), upper, "by hand", "upper")
    people = _is(base[0][0], 40)
    assert System([limit], []).unused == 1  # of how many people: there are too many to try
    assert System([limit, people], []).bound(events[0][0]) == (3, 3)
    rows = known_to_anyone({events[0][0], base[0][0]})
    assert System([limit, people], list(rows)).bound(events[0][0]) == (3, 3)


def test_the_adversarys_koopman_statistic_is_the_chi_squared_of_equal_likelihoods() -> None:
    from tests.attack.intervals import _score  # noqa: PLC0415

    table = [[17, 47 - 17], [198, 855 - 198]]
    parts = [np.float64(number) for number in (17, 47, 198, 855)]
    expected = chi2_contingency(table, correction=False).statistic
    assert float(_score(parts, 1.0)) == pytest.approx(expected)


def test_figures_that_cannot_both_be_true_are_a_contradiction() -> None:
    with pytest.raises(ContradictionError, match="5"):
        _solve(_is(_cell("5", "BME"), 7), _is(_cell("5", ALL), 5))


def test_bands_are_called_alike_in_every_file() -> None:
    assert figures.band_name("8c-9 and VSM") == figures.band_name("Bands 8c to 9 and VSM")
    assert figures.band_name("consultant") == figures.band_name("Consultants")
    assert figures.band_name("under 1") == figures.band_name("Under band 1")
