"""Tables as published reports lay them out, read to claims; all figures are fictional."""

from __future__ import annotations

from wres.audit.claim import Claim
from wres.audit.documents.contents import Block, Grid
from wres.audit.tables.assembling import claims_of_table
from wres.audit.tables.figures import Context, read_figures


def claims(text: str, indicator: str = "", caption: str = "", year: int = 2021) -> list[Claim]:
    rows = tuple(tuple(cell.strip() for cell in line.split("|")) for line in text.splitlines())
    block = Block("table", "", "table 1", grid=Grid(rows))
    return claims_of_table(read_figures(block, 0, Context(indicator, year, (caption,))))


def one(found: list[Claim], **wanted: object) -> Claim:
    (claim,) = [
        claim for claim in found if all(getattr(claim, name) == v for name, v in wanted.items())
    ]
    return claim


def counts(claim: Claim) -> tuple[int | None, ...]:
    return (
        claim.numerator, claim.denominator, claim.comparator_numerator,
        claim.comparator_denominator,
    )  # fmt: skip


def test_counts_by_group_give_likelihoods_and_the_ratio_their_counts() -> None:
    found = claims(
        "|Total|White|BME|Unknown\n"
        "Number shortlisted|920|855|47|18\n"
        "Number appointed|220|198|17|5\n"
        "Likelihood of appointment|23.9%|23.2%|36.2%|27.8%\n"
        "Relative likelihood White/BME|0.64||| ",
        "2",
    )
    assert counts(one(found, measure="likelihood", group="BME"))[:2] == (17, 47)
    assert counts(one(found, measure="relative_likelihood")) == (198, 855, 17, 47)


def test_the_same_counts_turned_on_their_side_are_read_the_same() -> None:
    found = claims(
        "Group|Staff in workforce|Entered formal process|Likelihood\n"
        "White|2,643|17|0.64%\nBME|143|1|0.70%\nUnknown|243|1|0.41%",
        "3",
    )
    assert counts(one(found, measure="likelihood", group="White"))[:2] == (17, 2643)


def test_two_years_with_a_difference_belong_together() -> None:
    found = claims(
        "Indicator|2020|2021|Difference\n"
        "3. Relative likelihood of BME staff entering the disciplinary process|1.45|1.09|-0.36"
    )
    now = one(found, year=2021)
    assert (now.indicator, now.value, now.previous, now.previous_year, now.difference) == (
        "3", "1.09", "1.45", 2020, "-0.36",
    )  # fmt: skip
    assert now.groups == ("BME", "White")


def test_a_survey_table_keeps_the_benchmark_apart() -> None:
    found = claims("|Trust 2020|Benchmark median 2020\nWhite|3.8%|5.6%\nBME|18.4%|15.1%", "8")
    bme = one(found, group="BME")
    assert (bme.value, bme.comparator_value) == ("18.4%", "15.1%")
    assert "Benchmark" in bme.comparator_name


def test_answers_in_brackets_are_the_base() -> None:
    found = claims("Group|2020 (answers)\nBME|31.1% (61)\nWhite|26.0% (768)", "5")
    assert one(found, measure="percentage", group="BME").denominator == 61


def test_board_and_workforce_make_the_difference() -> None:
    found = claims(
        "|White|BME|Unknown\nBoard members|11|0|0\nBoard %|100%|0%|0%\n"
        "Overall workforce|87.3%|4.7%|8.0%\nDifference|+12.7|-4.7|-8.0",
        "9",
    )
    assert one(found, measure="difference", group="BME").value == "-4.7"
    assert one(found, indicator="workforce", group="BME").value == "4.7%"
    assert counts(one(found, indicator="9", measure="share", group="BME"))[:2] == (0, 11)


def test_bands_by_group_with_two_years_and_points() -> None:
    found = claims(
        "Pay band|White 2021|BME 2021|Unknown 2021|Total 2021|BME share 2021|"
        "BME share 2020|Change\nBands 5 to 7|236|21|7|264|8.0%|7.0%|+0.9\n"
        "All non-clinical staff|861|89|29|979|9.1%|8.0%|+1.1",
        "1",
        "Non-clinical staff",
    )
    share = one(found, measure="share", breakdown="staff_group=non-clinical;band=5-7", year=2021)
    assert counts(share)[:2] == (21, 264)
    assert (share.previous, share.difference) == ("7.0%", "+0.9")


def test_a_year_over_several_columns_is_that_of_each() -> None:
    found = claims(
        "Cluster|Staff 2020|of whom BME|BME %|Staff 2021|of whom BME|BME %\n"
        "1 (under band 1 to band 4)|235|15|6.4%|240|18|7.5%\n"
        "3 (bands 8a and 8b)|31|2|6.5%|32|2|6.2%",
        "1",
    )
    years = {(claim.value, claim.year) for claim in found if claim.measure == "share"}
    assert years == {("6.4%", 2020), ("7.5%", 2021), ("6.5%", 2020), ("6.2%", 2021)}


def test_intervals_are_nobodys_figures() -> None:
    found = claims(
        "Group|Shortlisted|Appointed|Likelihood|95% interval\n"
        "White|855|198|23.2%|20.5% to 26.1%\nBME|47|17|36.2%|24.0% to 50.5%",
        "2",
    )
    assert {claim.value for claim in found} == {"855", "198", "23.2%", "47", "17", "36.2%"}


def test_figures_that_headings_do_not_tell_apart_are_left_out() -> None:
    assert claims("||\nBME|31.1%|27.9%\nWhite|26.0%|18.2%", "5") == []


def test_a_plan_of_actions_holds_no_figures() -> None:
    assert claims("Action|Lead|Due\nTrain 300 managers|Head of Learning|31 March 2022", "3") == []


def test_two_groups_in_one_cell_are_told_apart() -> None:
    found = claims("Indicator|2021\n6. Harassment from staff|BME 24%, White 17.7%")
    assert {(claim.group, claim.value) for claim in found} == {("BME", "24%"), ("White", "17.7%")}
