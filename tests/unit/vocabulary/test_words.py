"""The words of a narrative cell, on figures that the two sample trusts have published.

Expected values are those of data/RYV/2020 and data/RV9/2021, which were taken from the trusts' own
reports, and of hand arithmetic on them.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import pytest

from tests.unit.indicators.trusts import chapter_of, national, trust_year
from wres import vocabulary
from wres.chapters.reading import Chapter, opened
from wres.narrative import Narrative
from wres.vocabulary import (
    board_members,
    board_share,
    change,
    compare,
    counts,
    difference,
    gap,
    headcount,
    interval,
    likelihood,
    percentage,
    previous,
    ratio,
    respondents,
    share,
    verdict,
    wording,
)
from wres.vocabulary.errors import VocabularyError

# What a chapter's parameters and setup cell are called.
TAKEN = {"organisation", "year", "results", "profile", "chapter", "say"}
TAKEN |= {"charts", "tables", "narrative"}


@pytest.fixture
def ryv(ryv_2020: Chapter) -> Iterator[Chapter]:
    with opened(ryv_2020) as chapter:
        yield chapter


@pytest.fixture
def rv9(rv9_2021: Chapter) -> Iterator[Chapter]:
    with opened(rv9_2021) as chapter:
        yield chapter


def test_star_import_hides_nothing_that_a_chapter_uses() -> None:
    assert not TAKEN & set(vocabulary.__all__)


@pytest.mark.parametrize("name", vocabulary.__all__)
def test_every_word_has_types_and_help_with_an_example(name: str) -> None:
    word = getattr(vocabulary, name)
    signature = inspect.signature(word)
    assert signature.return_annotation == "str"
    assert all(one.annotation is not one.empty for one in signature.parameters.values())
    assert f">>> {name}(" in (inspect.getdoc(word) or "")


def test_words_and_say_write_a_figure_alike(ryv: Chapter) -> None:
    say = Narrative(ryv)
    for number in (2, 3, 4):
        assert ratio(number) == say.ratio(number)
    for number in (5, 6, 7, 8):
        assert gap(number) == say.gap(number)
        assert percentage(number, "BME") == say.percentage(number, "BME")
    assert (share("BME"), headcount(), difference()) == (
        say.share("BME"),
        say.headcount(),
        say.difference(),
    )
    assert wording(3) == say.wording(3)


def test_counts_and_likelihoods_are_those_of_the_published_tables(rv9: Chapter) -> None:
    # RV9 2021: 17 of 2,643 White and 1 of 143 BAME staff entered the process
    assert counts(3, "White") == "17 of 2,643"
    assert counts(3) == "1 of 143 BAME and 17 of 2,643 White staff"
    assert likelihood(3, "BAME") == "0.70%"  # 1/143 = 0.699%
    assert ratio(3) == "1.09"  # (1/143) / (17/2643) = 1.0872
    assert verdict(3) == "too few to say"
    assert interval(3).count(" to ") == 1


def test_figures_of_an_earlier_year_are_those_of_its_own_report(ryv: Chapter) -> None:
    # 275 of 2,534 staff on 31 March 2019
    assert (headcount("BME", year=2019), share("BME", year=2019)) == ("275", "10.9%")
    assert (percentage(5, "BME", year=2019), gap(5, year=2019)) == ("26%", "+8")  # 26 less 18
    assert (ratio(2, year=2019), previous(2)) == ("1.45", "1.45")


def test_board_is_told_by_its_parts(ryv: Chapter) -> None:
    # six executive members, none of them BME, and six others, one of them BME; all vote
    assert (board_members("BME", "voting"), board_share("BME", "voting")) == ("1", "8.3%")
    assert difference("voting") == "−3.1"  # 8.33 less 284/2480 = 11.45


def test_band_of_one_staff_group_is_told_as_its_table_has_it(ryv: Chapter) -> None:
    assert share("BME", staff_group="clinical", band="5-7") == "9.4%"  # 109 of 1,159
    assert headcount("BME", staff_group="clinical", band="5-7") == "109"


@pytest.mark.parametrize(
    ("number", "to", "words"),
    [
        # differences of the figures in data/RYV/2020 and data/benchmarks/national.csv
        (2, "national", "0.13 below that of England (WRES 2020: 1.61)"),
        (3, "England", "0.35 below that of England (WRES 2020: 1.16)"),
        ("workforce", "national", "9.5 percentage points below that of England (WRES 2020: 21%)"),
        (5, "national", "5.3 percentage points below that of England (autumn 2019 survey: 30.3%)"),
        (2, "region", "not available"),
    ],
)
def test_comparison_names_comparator_year_and_figure(
    number: int | str, to: str, words: str, ryv: Chapter
) -> None:
    assert compare(number, to) == words


def test_ratio_over_zero_is_above_others_without_a_distance() -> None:
    # 200 of 1,000 White over 0 of 400 BME applicants: the interval begins far above 1.61.
    england = national("2021,WRES,2,England,White over BME,1.61,ratio,published report,a report,")
    counted = trust_year(recruitment="White,1000,200\nBME,400,0\nUnknown,0,0")
    with opened(chapter_of(counted, None, england)):
        assert (ratio(2), verdict(2)) == ("over 0", "more likely")
        assert compare(2) == "above that of England (WRES 2021: 1.61)"


def test_change_is_that_of_the_figures_as_printed(ryv: Chapter) -> None:
    assert change(3) == "fell by 0.14"  # 0.95 to 0.81
    assert change(5) == "fell by 1 percentage point"  # 26% to 25%
    assert change(5, "White") == "rose by 2 percentage points"  # 18% to 20%
    assert change("workforce") == "rose by 0.6 percentage points"  # 10.85 to 11.45


def test_figure_that_was_not_published_is_said_to_be_not_available(ryv: Chapter) -> None:
    for said in (counts(2), interval(2), verdict(2), likelihood(2, "BME"), respondents(5, "BME")):
        assert said == "not available"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: share("BMEE"), r"must be one of .*, got 'BMEE' \(perhaps 'BME'\)"),
        (lambda: ratio(5), "indicators 2, 3 and 4; of indicator 5 there are percentage, gap"),
        (lambda: gap(2), "indicators 5, 6, 7 and 8; of indicator 2 there are ratio"),
        (lambda: ratio(10), "an indicator is a number from 1 to 9, got 10"),
        (lambda: ratio(True), "an indicator is a number from 1 to 9, got True"),
        (lambda: ratio(2, year=2021), "year must be a reporting year up to 2020, got 2021"),
        (lambda: percentage(5, "all"), "must be one of 'White', 'BME', 'Unknown', got 'all'"),
        (lambda: headcount(band="5-7"), "with a band, staff_group must be one of 'clinical'"),
        (lambda: share("BME", staff_group="clinical", band="8a-8c"), r"\(perhaps '8a-8b'"),
        (lambda: board_share("BME", "votes"), "members must be one of .*got 'votes'"),
        (lambda: compare(2, "Engalnd"), r"got 'Engalnd' \(perhaps 'England'\)"),
        (lambda: change(2, "BME"), "indicator 2 sets groups beside each other"),
    ],
)
def test_wrong_argument_is_refused_with_what_there_is(
    call: object, message: str, ryv: Chapter
) -> None:
    assert callable(call)
    with pytest.raises(VocabularyError, match=message):
        call()
