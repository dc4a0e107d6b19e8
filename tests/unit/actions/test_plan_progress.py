"""What became of last year's actions, by this year's plan."""

from __future__ import annotations

import pytest

from tests.unit.actions.plans import actions, with_plan
from tests.unit.chapters.withheld import full_chapter, hide_all
from tests.unit.indicators.trusts import chapter
from wres.actions import RegisterSettings, notes, summary, unplanned
from wres.actions.progress import CARRIED, DONE, DROPPED, STOPPED, Progress, progress
from wres.actions.words import answers, key, progress_key
from wres.tables import lookback_table, objectives_table, progress_table, unplanned_table

BEFORE = (
    {"id": "B1", "action": "Train panels", "indicators": "2", "status": "On track"},
    {"id": "B2", "action": "Review cases", "indicators": "3", "status": "Amber"},
    {"id": "B3", "action": "Shadow board", "indicators": "9", "status": "Complete"},
    {"id": "B4", "action": "Speak up week", "indicators": "6, 8", "status": "Planned"},
    {"action": "Calendar of courses", "indicators": "4", "status": "In progress"},
    {"id": "B6", "action": "Mentors", "indicators": "1", "status": "Green"},
)
NOW = (
    {"id": "N1", "action": "Train all panels", "carried_from": "B1", "status": "Completed"},
    {"id": "N2", "action": "Review cases", "carried_from": "b2", "status": "On track"},
    {"id": "N3", "action": "Courses for all", "carried_from": "2023 row 6", "status": "Red"},
    {"id": "N4", "action": "Mentors", "carried_from": "B6", "status": "Stopped - no funding"},
    {"id": "N5", "action": "Listening", "indicators": "5-8", "status": "Done"},
    {"id": "N6", "action": "New posts", "indicators": "1", "status": "Not started"},
)


def followed(now: tuple[dict[str, str], ...], before: tuple[dict[str, str], ...]) -> Progress:
    return progress(actions(*now), actions(*before), 2024, RegisterSettings())


def fates(found: Progress) -> dict[str, str]:
    return {fate.action.action: fate.name for fate in found.fates}


def test_each_action_of_last_year_has_one_fate() -> None:
    assert fates(followed(NOW, BEFORE)) == {
        "Train panels": DONE,
        "Review cases": CARRIED,
        "Shadow board": DONE,  # last year already
        "Speak up week": DROPPED,
        "Calendar of courses": CARRIED,
        "Mentors": STOPPED,
    }


def test_what_goes_on_with_nothing_is_new_and_unplanned_if_it_is_done() -> None:
    found = followed(NOW, BEFORE)
    assert [one.id for one in found.new] == ["N5", "N6"]
    assert [one.id for one in found.unplanned] == ["N5"]


@pytest.mark.parametrize(
    ("now", "fate"),
    [
        ({"action": "Train  Panels"}, CARRIED),  # the same words
        ({"id": "B1", "action": "Train panels"}, CARRIED),
        ({"id": "C9", "action": "Train panels"}, CARRIED),  # plans are numbered anew each year
        ({"id": "C9", "action": "- Train panels."}, CARRIED),  # pointed otherwise
        ({"action": "Train panels", "carried_from": "B7"}, CARRIED),  # of a name that is none
        ({"id": "B1", "action": "Something else"}, DROPPED),  # ids that begin again each year
    ],
)
def test_without_an_origin_the_same_words_are_the_same_action(
    now: dict[str, str], fate: str
) -> None:
    before = ({"id": "B1", "action": "Train panels"},)
    assert fates(followed((now,), before)) == {"Train panels": fate}


def test_same_words_twice_are_told_apart_by_id_or_indicators() -> None:
    before = tuple(
        {"id": name, "action": "Report", "indicators": of, "status": status}
        for name, of, status in (("B1", "2", "Amber"), ("B2", "3", "Complete"))
    )
    now = (before[0], {"id": "C2", "action": "Report", "indicators": "3", "status": "Done"})
    assert [fate.name for fate in followed(now, before).fates] == [CARRIED, DONE]
    # Where one alone is left, nobody can say that the other's words are gone.
    assert [fate.name for fate in followed(now[:1], before[:1] * 2).fates] == [CARRIED, CARRIED]


@pytest.mark.parametrize(
    ("then", "now", "fate"),
    [
        ("Complete", "Completed ✓", DONE),
        ("Complete", "Business as usual now", DONE),  # not known: last year's word stays
        ("Complete", "", DONE),
        ("Complete", "On track", CARRIED),  # begun again
        ("Stopped", "See above", STOPPED),
        ("On track", "Embedded", DONE),
        ("On track", "Closed - funding withdrawn", STOPPED),
        ("On track", "Closed - no funding", STOPPED),
        ("On track", "Closed - no further action", DONE),
        ("On track", "Complete, but not evaluated", CARRIED),
    ],
)
def test_fate_is_told_by_the_last_status_that_says_one(then: str, now: str, fate: str) -> None:
    before = ({"id": "B1", "action": "Train panels", "status": then},)
    after = ({"id": "B1", "action": "Train panels", "status": now},)
    assert fates(followed(after, before)) == {"Train panels": fate}


def test_action_carried_on_by_two_is_done_when_both_are() -> None:
    before = ({"id": "B1", "action": "Train panels"},)
    parts = [{"action": one, "carried_from": "B1", "status": "Complete"} for one in "ab"]
    assert fates(followed(tuple(parts), before)) == {"Train panels": DONE}
    parts[1]["status"] = "Amber"
    assert fates(followed(tuple(parts), before)) == {"Train panels": CARRIED}


def test_action_may_go_on_with_two_of_last_year() -> None:
    before = ({"id": "B1", "action": "One"}, {"id": "B2", "action": "Two"})
    found = followed(({"action": "Both", "carried_from": "B1; B2"},), before)
    assert set(fates(found).values()) == {CARRIED}
    assert found.new == ()


def test_origin_that_is_not_there_is_told_and_makes_nothing_new() -> None:
    found = followed(({"action": "Act", "carried_from": "B7"},), BEFORE)
    assert [name for _, name in found.unknown] == ["B7"]
    assert found.new == ()


def test_summary_tells_an_action_whose_origin_is_not_there() -> None:
    lost = {"action": "Act", "carried_from": "B7"}
    told = summary(with_plan(*NOW, lost, before=BEFORE))
    assert told is not None
    assert told.text.replace("\\", "").endswith(
        "The plan of 2024 adds 2 actions. 1 action of it says that it goes on with one that the "
        "plan of 2023 has not."
    )


def test_summary_counts_every_fate() -> None:
    told = summary(with_plan(*NOW, before=BEFORE))
    assert told is not None
    assert told.text.replace("\\", "") == (
        "The plan of 2023 had 6 actions. Of these, 2 are done, 2 are carried over, 1 is stopped "
        "and 1 is dropped, not said to be complete or stopped last year and not in this year's "
        "plan. The plan of 2024 adds 2 actions."
    )


def test_lookback_counts_actions_beside_the_direction_of_travel() -> None:
    table = lookback_table(with_plan(*NOW, before=BEFORE))
    assert table is not None
    rows = {row[0].split(".")[0]: row[1:6] for row in table.rows}
    # Done, carried over, stopped, dropped, new.
    assert rows["2"] == ["1", "–", "–", "–", "–"]
    assert rows["6"] == ["–", "–", "–", "1", "1"]
    assert rows["1"] == ["–", "–", "1", "–", "1"]
    assert len(rows) == 9


def test_progress_tells_an_action_by_this_years_status() -> None:
    table = progress_table(with_plan(*NOW, before=BEFORE))
    assert table is not None
    assert [group.heading for group in table.groups] == [DONE, CARRIED, STOPPED, DROPPED]
    first = [cell.text for cell in table.groups[0].rows[0]]
    # Nobody leads, and no update is given: the table has no such columns.
    assert [one.heading for one in table.columns] == ["Action of 2023", "Indicators", "Status"]
    assert first == ["Train panels", "2", "✓\u00a0Completed"]


def test_objectives_are_looked_back_on_where_last_year_named_any() -> None:
    assert objectives_table(with_plan(*NOW, before=BEFORE)) is None
    before = (*BEFORE[:2], BEFORE[2] | {"objective": "A board like us"})
    table = objectives_table(with_plan(*NOW, before=before))
    assert table is not None
    assert [list(row) for row in table.rows] == [
        ["A board like us", "9", "1", "–", "–", "–"],
        ["No objective named", "2 and 3", "1", "1", "–", "–"],
    ]


def test_unplanned_work_is_listed_or_said_not_to_be() -> None:
    made = with_plan(*NOW, before=BEFORE)
    table = unplanned_table(made)
    assert table is not None
    assert [row[0].text for row in table.groups[0].rows] == ["Listening"]
    none = with_plan(*NOW[:2], before=BEFORE)
    assert unplanned_table(none) is None
    told = unplanned(none)
    assert told is not None
    assert told.text == "Everything that is complete stood in the plan of 2023 as well."


@pytest.mark.parametrize("before", [None, ()])
def test_without_a_plan_of_last_year_there_is_no_progress(before: tuple[()] | None) -> None:
    made = with_plan(*NOW, before=before)
    tables = (progress_table, lookback_table, objectives_table, unplanned_table)
    assert [make(made) for make in tables] == [None] * 4
    assert summary(made) is None
    assert unplanned(made) is None
    assert progress_key(made) is None


def test_notes_name_actions_by_id_or_first_words() -> None:
    plan = (
        {"id": "A1", "indicators": "2", "action": "Act", "due": "May", "status": "Red"},
        {"indicators": "2", "action": "- Ask all staff of the trust to answer", "lead": "HR"},
    )
    told = notes(with_plan(*plan))
    assert told is not None
    assert told.text.replace("\\", "").splitlines()[2:] == [
        "- Nobody is named as lead: A1.",
        '- No date is given: "Ask all staff of the trust ...".',
        '- No status is given: "Ask all staff of the trust ...".',
    ]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({}, False),  # a plan that has no such column is published as it is
        ({"columns": ["action", "measure"]}, True),
        ({"columns": ["action", "lead"]}, False),
        ({"columns": ["action", "measure"], "missing": False}, False),
    ],
)
def test_what_is_missing_is_said_of_columns_that_the_plan_has(
    settings: dict[str, object], said: bool
) -> None:
    rows = tuple({"action": one, "due": "May", "lead": "HR"} for one in "ab")
    told = notes(with_plan(*rows, settings=settings))
    assert (told is not None) == said
    if told is not None:
        assert told.text.endswith("- No measure of success is given: all actions.")


@pytest.mark.parametrize(
    ("columns", "name"), [(["id", "action"], "A1"), (["action"], '"Train panels"')]
)
def test_actions_are_named_by_what_the_register_prints(columns: list[str], name: str) -> None:
    made = chapter(recruitment="White,1000,100\nBME,1000,50")
    rows = (
        {"id": "A1", "indicators": "2", "action": "Train panels"},
        {"id": "A2", "indicators": "3", "action": "Review", "lead": "HR"},
    )
    shown = with_plan(*rows, made=made, settings={"columns": columns})
    for told in (answers(shown), notes(shown)):
        assert told is not None
        assert f": {name}." in told.text.replace("\\", "")


def test_what_the_figures_ask_for_can_be_left_out_and_is_said_when_it_is_nothing() -> None:
    plan = {"id": "A1", "indicators": "2", "action": "Act"}
    made = chapter(recruitment="White,1000,100\nBME,1000,50")
    assert answers(with_plan(plan, made=made, settings={"figures": False})) is None
    even = chapter(recruitment="White,1000,100\nBME,1000,100")
    told = answers(with_plan(plan, made=even))
    assert told is not None
    assert told.text == (
        "No figure of this report shows a difference to anybody's disadvantage. "
        "No ratio that is shown lies outside the range from 0.80 to 1.25."
    )


def test_figures_that_are_all_withheld_are_not_said_to_ask_for_nothing() -> None:
    plan = {"id": "A1", "indicators": "2", "action": "Act"}
    told = answers(with_plan(plan, made=hide_all(full_chapter())))
    assert told is not None
    assert told.text == (
        "Nothing can be told of differences to anybody's disadvantage, since the figures that "
        "would show them are withheld to protect people."
    )


def test_overdue_is_told_as_at_the_papers_date() -> None:
    plan = {"id": "A1", "indicators": "2", "action": "Act", "measure": "m", "lead": "HR"}
    plan |= {"due_date": "2021-05-31", "status": "On track"}
    assert notes(with_plan(plan)) is None
    assert notes(with_plan(plan, as_at="2021-05-31")) is None
    typed = plan | {"due_date": "", "due": "May 2021"}
    assert notes(with_plan(typed, as_at="2021-05-31")) is None
    for one in (plan, typed):
        late = notes(with_plan(one, as_at="2021-06-01"))
        assert late is not None
        assert late.text.splitlines()[-1] == "- Overdue on 1 June 2021: A1."


def test_key_names_the_states_shown_in_words() -> None:
    plan = ({"action": "a", "status": "Delayed"}, {"action": "b", "status": "Complete"})
    told = key(with_plan(*plan))
    assert told is not None
    assert told.text.replace("\\", "") == "**Key.** △ some delay; ✓ complete."
    rag = key(with_plan(*plan, settings={"key": "RAG"}))
    assert rag is not None
    assert rag.text.replace("\\", "") == "**Key.** △ Amber: some delay; ✓ Blue: complete."
    assert key(with_plan(*plan, settings={"key": "none"})) is None


def test_what_the_figures_ask_for_names_the_actions_that_answer() -> None:
    # 100 of 1,000 White and 50 of 1,000 BME applicants: 2.00.
    made = chapter(recruitment="White,1000,100\nBME,1000,50")
    served = answers(with_plan({"id": "A1", "indicators": "2", "action": "Act"}, made=made))
    assert served is not None
    assert served.text.replace("\\", "").endswith("Action: A1.")
    unserved = answers(with_plan({"id": "A1", "indicators": "3", "action": "Act"}, made=made))
    assert unserved is not None
    assert unserved.text.replace("\\", "").endswith("No action names it.")
    stopped = {"id": "A1", "indicators": "2", "action": "Act", "status": "Stopped"}
    given_up = answers(with_plan(stopped, made=made))
    assert given_up is not None
    assert given_up.text.replace("\\", "").endswith("Action: A1 (stopped).")
