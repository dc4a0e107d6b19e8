from __future__ import annotations

from tests.unit.audit.claims import claim
from wres.audit.checks.agreeing import check_agreement
from wres.audit.checks.ledger import Ledger, linked
from wres.audit.claim import Claim


def found(*claims: Claim) -> list[tuple[str, str, str]]:
    ledger = Ledger(linked(claims, 2021), 2021)
    return [(f.kind, f.mistake, f.recomputed) for f in check_agreement(ledger)]


def share(group: str, value: str, **known: object) -> Claim:
    return claim(indicator="workforce", measure="share", group=group, value=value, **known)


def heads(group: str, value: str, number: str = "workforce", of: str = "all") -> Claim:
    return claim(indicator=number, measure="headcount", breakdown=of, group=group, value=value)


def test_one_figure_printed_in_two_ways_is_told_at_the_second() -> None:
    assert found(share("BME", "10.0%"), share("BME", "10.5%", row=2)) == [
        ("contradiction", "same figure printed differently", "10.0%")
    ]


def test_one_figure_with_more_or_fewer_decimals_is_the_same() -> None:
    assert found(share("BME", "10.5%"), share("BME", "10.46%"), share("BME", "10%")) == []


def test_figures_of_two_years_are_not_held_against_each_other() -> None:
    assert found(share("BME", "10.0%", year=2020), share("BME", "10.5%", year=2021)) == []


def test_groups_that_do_not_add_up_to_their_total_are_told() -> None:
    counts = [heads("White", "855"), heads("BME", "47"), heads("Unknown", "18")]
    assert found(*counts, heads("all", "920")) == []
    assert found(*counts, heads("all", "930")) == [("contradiction", "parts don't add up", "920")]


def test_shares_beyond_what_rounding_allows_are_told() -> None:
    right = [share("White", "83.8%"), share("BME", "11.5%"), share("Unknown", "4.8%")]
    assert found(*right) == []
    wrong = [share("White", "83.8%"), share("BME", "12.5%"), share("Unknown", "4.8%")]
    assert found(*wrong) == [("contradiction", "shares don't add up", "100%")]


def test_the_workforce_of_another_indicator_must_be_the_workforce() -> None:
    assert found(heads("BME", "143"), heads("BME", "139", "3", "people=workforce")) == [
        ("contradiction", "headcount base mismatch", "143")
    ]


def survey(group: str, value: str, measure: str = "percentage") -> Claim:
    return claim(indicator="8", measure=measure, group=group, value=value)


def test_a_gap_is_bme_minus_white() -> None:
    pair = [survey("BME", "18.4%"), survey("White", "3.8%")]
    assert found(*pair, survey("BME", "14.6", "gap")) == []
    assert found(*pair, survey("BME", "15.6", "gap")) == [
        ("contradiction", "subtraction error", "+14.6 points")
    ]
    assert found(*pair, survey("BME", "-14.6", "gap")) == [
        ("contradiction", "sign error", "+14.6 points")
    ]


def test_the_board_is_held_against_board_and_workforce() -> None:
    figures = [
        claim(indicator="9", measure="share", group="BME", value="8.3%"),
        share("BME", "10.0%"),
    ]
    right = claim(indicator="9", measure="difference", group="BME", value="-1.7")
    assert found(*figures, right) == []
    assert found(*figures, right.but(value="+1.7")) == [
        ("contradiction", "sign error", "−1.7 points")
    ]


def test_a_ratio_without_counts_is_held_against_printed_likelihoods() -> None:
    rates = [
        claim(indicator="3", measure="likelihood", group="BME", value="1.25%"),
        claim(indicator="3", measure="likelihood", group="White", value="0.80%"),
    ]
    ratio = claim(indicator="3", measure="relative_likelihood", value="1.55")
    assert found(*rates, ratio) == []  # 1.25 ÷ 0.80 = 1.5625; unrounded it may be 1.55
    assert found(*rates, ratio.but(value="0.64")) == [
        ("contradiction", "reversed direction", "1.56")
    ]


def test_last_years_figure_is_held_against_its_own_place() -> None:
    then = share("BME", "9.0%", year=2020)
    now = share("BME", "10.0%", year=2021, previous="9.5%", previous_year=2020)
    assert found(then, now) == [("contradiction", "same figure printed differently", "9.0%")]
