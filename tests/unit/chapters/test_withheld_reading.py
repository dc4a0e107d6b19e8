"""What a chapter knows of withheld figures, of the policy and of counts over two years."""

from __future__ import annotations

import pytest

from tests.unit.chapters.withheld import full_chapter, hide, hide_all, over_two_years
from wres.chapters.conditions import flags
from wres.chapters.reading import Facts


def held(chapter) -> set[str]:
    return {name for name, holds in flags(chapter).items() if holds}


def test_withheld_figures_have_a_list_of_their_own_and_are_not_missing() -> None:
    chapter = hide(full_chapter(), indicator="3")
    assert set(chapter.withheld()["indicator"]) == {"3"}
    assert "3" not in set(chapter.missing()["indicator"])


def test_withheld_figures_of_older_surveys_are_listed_too() -> None:
    chapter = hide(full_chapter(), indicator="5", breakdown="survey_year=2019")
    assert set(chapter.withheld()["breakdown"]) == {"survey_year=2019"}


def test_nothing_is_announced_where_all_is_withheld() -> None:
    assert held(hide_all(full_chapter())) == {"withheld"}


@pytest.mark.parametrize(
    ("hidden", "gone"),
    [
        ({"indicator": "3"}, {"ratio-3", "counts-3"}),
        ({"indicator": "3", "measure": "relative_likelihood"}, {"ratio-3"}),
        ({"indicator": "6", "breakdown": "survey_year=2020"}, {"survey-6"}),
        ({"indicator": "9"}, {"board"}),
        ({"indicator": "1", "group": "BME"}, {"bands"}),
        ({"indicator": "workforce"}, {"workforce", "workforce-change", "share-change"}),
    ],
)
def test_a_passage_about_figures_goes_with_them(hidden: dict[str, str], gone: set[str]) -> None:
    before = held(full_chapter())
    assert before >= gone
    assert held(hide(full_chapter(), **hidden)) == before - gone | {"withheld"}


def test_counts_are_announced_while_one_group_has_them() -> None:
    assert "counts-3" in held(hide(full_chapter(), indicator="3", group="BME"))


def test_policy_is_empty_unless_stated_and_has_a_flag() -> None:
    facts = full_chapter().facts
    assert facts.policy == ()
    stated = facts.model_copy(update={"policy": ("Counts below 5 are withheld.",)})
    assert Facts.model_validate_json(stated.model_dump_json()) == stated
    chapter = full_chapter()
    assert "policy" not in held(chapter)
    assert "policy" in held(type(chapter)(chapter.results, stated))


def test_period_is_that_of_two_years_where_events_were_counted_over_two() -> None:
    chapter = full_chapter()
    assert chapter.period("3") == "year to 31 March 2021"
    told = over_two_years(chapter, "3")
    assert told.period("3") == "two years to 31 March 2021"
    assert told.period(2) == "12 months to 31 March 2021"


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ({"already_published": True}, {"already-published"}),
        ({"already_published": True, "policy": ("Counts are withheld.",)}, {"policy"}),
        ({"already_published": True, "profile": "internal"}, {"internal"}),
        ({}, set()),
    ],
)
def test_methods_tell_one_story_of_how_people_are_protected(
    facts: dict[str, object], shown: set[str]
) -> None:
    chapter = full_chapter()
    made = type(chapter)(chapter.results, chapter.facts.model_copy(update=facts))
    assert held(made) & {"already-published", "internal", "policy"} == shown
