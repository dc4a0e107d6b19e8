"""Words on certainty: how many comparisons a report makes, and how it allows for them."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.unit.indicators.test_multiplicity import TABLES, with_settings
from tests.unit.indicators.trusts import chapter_of, only, trust_year
from wres.chapters.reading import Chapter
from wres.narrative.certainty import comparisons, few_events, interval_label


def made(method: str = "none", few: int = 5, **tables: str) -> Chapter:
    asked = {"multiple_comparisons": method, "few_events": few}
    chapter = chapter_of(with_settings(trust_year(**tables), **asked))
    return replace(chapter, facts=chapter.facts.model_copy(update=asked))


def test_number_of_comparisons_is_told_with_what_it_means() -> None:
    assert comparisons(made(**TABLES)) == (
        "This report makes seven comparisons between groups whose certainty is judged: the ratios "
        "of indicators 2, 3 and 4 and the gaps of indicators 5, 6, 7 and 8. Each is judged by "
        "itself: if the groups never differed, about one in twenty such comparisons would still "
        "be shown as different. Changes over time and comparisons with other figures are not among "
        "them: each of those is judged by itself, with a 95% interval where there is one."
    )


@pytest.mark.parametrize(
    ("method", "told"),
    [
        (
            "holm",
            "Holm's method widens their intervals to between 99% and 99.3%, so that if the groups "
            "never differed, the chance that any of these comparisons would be shown as different "
            "would be one in twenty at most.",
        ),
        (
            "benjamini-hochberg",
            "The method of Benjamini and Hochberg widens their intervals to between 97.9% and "
            "98.6%, so that at most one in twenty of the differences shown is to be expected by "
            "chance alone.",
        ),
    ],
)
def test_allowing_for_many_comparisons_is_told_with_the_confidence(method: str, told: str) -> None:
    assert told in comparisons(made(method, **TABLES))


def test_one_comparison_is_told_as_one_whatever_the_method() -> None:
    for method in ("none", "holm", "benjamini-hochberg"):
        told = comparisons(made(method, disciplinary=TABLES["disciplinary"]))
        assert told.startswith(
            "This report makes one comparison between groups whose certainty is judged: the ratio "
            "of indicator 3. If the groups did not differ, the chance that it would be shown as "
            "different all the same would be about one in twenty. "
        )


def test_report_of_full_counts_and_published_ratios_makes_no_comparison() -> None:
    told = comparisons(made(published_ratios="3,2021,BME,White,1.4,"))
    assert told == "This report makes no comparison between groups whose certainty can be judged."


@pytest.mark.parametrize(("few", "word"), [(1, "one"), (5, "five"), (9, "nine"), (10, "10")])
def test_limit_of_few_cases_is_the_trusts_own(few: int, word: str) -> None:
    assert few_events(made(few=few, **TABLES)) == word


def test_interval_is_named_by_its_confidence() -> None:
    wanted = {"indicator": "8", "measure": "gap", "breakdown": "survey_year=2020"}
    assert interval_label(only(made(**TABLES), **wanted)) == "95% interval"
    assert interval_label(only(made("holm", **TABLES), **wanted)) == "99.3% interval"
    assert interval_label(None) == "95% interval"
    assert interval_label(pd.Series({"confidence": None})) == "95% interval"
