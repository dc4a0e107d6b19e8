"""Sentences and table rows about ratios within pay bands."""

from __future__ import annotations

import pytest

from tests.spec.test_within_bands import RECRUITMENT
from tests.unit.chapters.withheld import hide
from tests.unit.indicators.trusts import chapter, trust_year
from wres.chapters.reading import Chapter
from wres.counts import with_totals
from wres.definitions.indicators import indicator
from wres.disclosure import load_profile, protect
from wres.indicators.stratified import within_bands as within_bands_results
from wres.narrative import Narrative, conclusions
from wres.narrative.within_bands import within_bands
from wres.results import Result
from wres.tables.ratios import ratio_table
from wres.tables.withheld import withheld_table

HEADER = "ethnicity,band,shortlisted,appointed"


def said(of: Chapter) -> str:
    return within_bands(of, indicator(2))


RATIO = Result(
    organisation="RXX", year=2021, indicator="2", measure="relative_likelihood", group="White",
    comparator_group="BME", unit="ratio",
)  # fmt: skip


def recruited(*bands: str) -> Chapter:
    return chapter(recruitment=rows_of(*bands))


def rows_of(*bands: str) -> str:
    """Write rows of bands and the whole that they add up to."""
    counts = {"White": [0, 0], "BME": [0, 0]}
    for row in bands:
        group, _, shortlisted, appointed = row.split(",")
        counts[group][0] += int(shortlisted)
        counts[group][1] += int(appointed)
    wholes = [f"{group},,{listed},{events}" for group, (listed, events) in counts.items()]
    return "\n".join([HEADER, *wholes, "Unknown,,9,1", *bands])


def test_a_difference_that_shows_within_bands_only_is_told() -> None:
    assert said(chapter(recruitment=RECRUITMENT)) == (
        "Compared within the same pay bands (under band 1 and bands 1 to 5; bands 6 to 7), the "
        "ratio was 2.00 (95% interval 1.45 to 2.76); over all bands it was 0.98. Within bands, "
        "BME applicants were less likely than White applicants to be appointed from shortlisting. "
        "The ratio over all bands does not show this."
    )


def test_a_difference_of_the_bands_alone_is_told() -> None:
    # 0.1 of either group in band 2, 0.5 of either in band 7, where White applicants are most. The
    # variance is 54.4 / 96^2, so the limits are exp(1.96 x 0.07683) = 1.1625 and its inverse.
    of = recruited("White,2,200,20", "White,7,800,400", "BME,2,800,80", "BME,7,200,100")
    assert said(of).endswith(
        "the ratio was 1.00 (95% interval 0.86 to 1.16); over all bands it was 2.33. Within bands "
        "there was no clear difference. The one over all bands can come of which bands people are "
        "in."
    )


def test_a_difference_that_shows_both_ways_is_told_once_more() -> None:
    of = recruited("White,2,500,200", "White,7,500,200", "BME,2,500,100", "BME,7,500,100")
    assert said(of).endswith("to be appointed from shortlisting too.")


def test_few_cases_are_told_as_such() -> None:
    of = recruited("White,2,50,2", "White,7,50,1", "BME,2,50,1", "BME,7,50,1")
    assert said(of).endswith(
        "Within bands there were too few cases to say whether the groups differed."
    )


def test_nothing_is_said_without_a_ratio_within_bands() -> None:
    assert said(chapter(recruitment="White,855,198\nBME,47,17")) == ""


def test_bands_that_lie_across_the_groups_compared_are_the_reason_of_a_missing_ratio() -> None:
    # under band 1 to 5 and bands 6 to 7 are compared: bands 5 to 7 are in neither
    of = recruited("White,2,500,200", "White,5-7,500,200", "BME,2,500,100", "BME,5-7,500,100")
    assert said(of) == (
        "The ratio within the same pay bands is not available: figures were given for bands 5 to 7 "
        "together, which lie across groups of bands that are compared."
    )


@pytest.mark.parametrize(
    "bands",
    [
        ("White,2,500,200", "White,7,500,200", "BME,2,500,100"),  # one group of bands has both
        ("White,2,500,200", "White,3,500,200", "BME,2,500,100", "BME,3,500,100"),
    ],
)
def test_why_counts_make_no_ratio_is_told_unless_it_is_withheld(bands: tuple[str, ...]) -> None:
    told = "The ratio within the same pay bands is not available: the pay bands given do not add up"
    assert said(recruited(*bands)).startswith(told)
    given = trust_year(recruitment=rows_of(*bands))
    hidden = protect(with_totals(given), load_profile("public"))
    assert hidden.not_made == {"recruitment_strata": ""}
    row = next(within_bands_results(RATIO, hidden, indicator(2)))
    assert (row.status, row.value, row.breakdown) == ("suppressed", None, "stratified=band")


@pytest.mark.parametrize(
    ("bands", "told"),
    [
        (
            # 0.1 of either group in band 2, 0.5 of either in band 7: 2.33 over both bands
            ("White,2,200,20", "White,7,800,400", "BME,2,800,80", "BME,7,200,100"),
            "BME applicants were less likely than White applicants to be appointed from "
            "shortlisting (ratio 2.33, White over BME). Within the same pay bands there was no "
            "clear difference. The one over all bands can come of which bands people are in.",
        ),
        (
            # 0.1 against 0.05 in band 2, 0.4 against 0.2 in band 7: 80 of 500 and 65 of 400
            ("White,2,400,40", "White,7,100,40", "BME,2,100,5", "BME,7,300,60"),
            "No clear difference between White and BME applicants in how likely they were to be "
            "appointed from shortlisting (ratio 0.98). Within the same pay bands, BME applicants "
            "were less likely than White applicants to be appointed from shortlisting. The ratio "
            "over all bands does not show this.",
        ),
    ],
)
def test_summary_says_both_ratios_where_they_show_otherwise(
    bands: tuple[str, ...], told: str
) -> None:
    assert Narrative(recruited(*bands)).headline(2) == told


def test_what_bands_make_of_a_clear_ratio_is_told_where_to_look() -> None:
    of = recruited("White,2,200,20", "White,7,800,400", "BME,2,800,80", "BME,7,200,100")
    looked = conclusions(of).text.replace("\\", "").partition("**Where to look**")[2]
    assert "Within the same pay bands there was no clear difference." in looked


def test_summary_says_once_what_both_ratios_show() -> None:
    of = recruited("White,2,500,200", "White,7,500,200", "BME,2,500,100", "BME,7,500,100")
    assert "pay bands" not in Narrative(of).headline(2)


def test_a_withheld_ratio_is_named_as_withheld() -> None:
    of = hide(chapter(recruitment=RECRUITMENT), indicator="2", breakdown="stratified=band")
    assert said(of) == "The ratio within the same pay bands is withheld to protect people."
    table = withheld_table(of)
    assert table is not None
    assert "relative likelihood within pay bands" in table.to_text().casefold()


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Within the same pay bands", "2.00"),
        ("95% interval within them (Mantel-Haenszel)", "1.45 to 2.76"),
    ],
)
def test_table_of_the_ratio_has_a_row_of_it(heading: str, cell: str) -> None:
    table = ratio_table(chapter(recruitment=RECRUITMENT), 2)
    assert table is not None
    (line,) = [line for line in table.rows if line[0] == heading]
    assert line[1] == cell
