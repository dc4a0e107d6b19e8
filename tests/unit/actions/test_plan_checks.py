"""What a check finds in a plan: each with its row and column."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.unit.actions.plans import actions, plan_of
from tests.unit.indicators.trusts import chapter
from wres.actions import RegisterSettings, check_actions
from wres.chapters.reading import Chapter, Register
from wres.errors import Problem

AS_AT = date(2024, 10, 1)
WHOLE = {
    "id": "A1",
    "indicators": "all",
    "action": "Act",
    "lead": "HR",
    "due": "March 2025",
    "measure": "Done",
    "status": "On track",
}


def found(
    tmp_path: Path,
    *rows: dict[str, str],
    before: Register | None = None,
    settings: RegisterSettings | None = None,
    made: Chapter | None = None,
) -> list[Problem]:
    plan = plan_of(tmp_path, *rows)
    return check_actions(plan, before, 2024, AS_AT, settings or RegisterSettings(), made)


def test_plan_in_which_nothing_is_missing_is_passed(tmp_path: Path) -> None:
    dated = {"start": "2024-04-01", "due_date": "2025-03-31", "updated": "2024-04-01"}
    assert found(tmp_path, WHOLE | dated) == []


@pytest.mark.parametrize("column", ["lead", "due", "measure", "status", "indicators"])
def test_what_an_action_is_asked_for_and_lacks_is_named(tmp_path: Path, column: str) -> None:
    (told,) = found(tmp_path, WHOLE, WHOLE | {"id": "A2", column: ""})
    assert (told.row, told.column) == (3, column)
    assert "is blank" in told.rule


@pytest.mark.parametrize("column", ["lead", "due", "measure", "status", "indicators"])
def test_column_that_the_plan_has_not_is_named_once(tmp_path: Path, column: str) -> None:
    cells = {name: text for name, text in WHOLE.items() if name != column}
    (told,) = found(tmp_path, cells, cells | {"id": "A2", "action": "Go on"})
    assert (told.row, told.column) == (None, column)
    assert told.rule.startswith("is no column of the plan")


@pytest.mark.parametrize(
    ("column", "text", "given"),
    [
        ("lead", "[Name], Head of Learning", "[Name]"),
        ("due", "TBC", "TBC"),
        ("action", "Train XXX managers.", "XXX"),
        ("update", "12/06/2024: begun\n- to fill in", "to fill in"),
    ],
)
def test_a_cell_that_holds_a_placeholder_is_named(
    tmp_path: Path, column: str, text: str, given: str
) -> None:
    (told,) = found(tmp_path, WHOLE, WHOLE | {"id": "A2", column: text})
    assert (told.row, told.column, told.given) == (3, column, given)
    assert told.rule == "must not hold a placeholder"


def test_due_date_alone_is_a_date(tmp_path: Path) -> None:
    assert found(tmp_path, WHOLE | {"due": "", "due_date": "2025-03-31"}) == []


@pytest.mark.parametrize(
    ("cells", "column", "rule"),
    [
        # The figures of 2024 are those of April 2023 to March 2024.
        ({"due_date": "2023-03-31", "status": "Complete"}, "due_date", "lies outside the plan's"),
        ({"due_date": "2027-04-01"}, "due_date", "lies outside the plan's"),
        ({"start": "2025-01-01", "due_date": "2024-12-31"}, "due_date", "is before the start"),
        (
            {"due_date": "2024-09-30"},
            "due_date",
            "is before 1 October 2024, and the action is open",
        ),
        # As trusts type them: a month or a quarter is over with its last day.
        ({"due": "30/09/2024"}, "due", "is before 1 October 2024, and the action is open"),
        ({"due": "September 2024"}, "due", "is before 1 October 2024, and the action is open"),
        ({"due": "Q1 24/25"}, "due", "is before 1 October 2024, and the action is open"),
        ({"due": "31 March 2019", "status": "Done"}, "due", "lies outside the plan's years"),
        ({"start": "April 2025", "due": "March 2025"}, "due", "is before the start (April 2025)"),
        ({"updated": "2024-03-31"}, "updated", "is more than 6 months before 1 October 2024"),
        ({"updated": "2024-10-02"}, "updated", "is after 1 October 2024"),
        ({"status": "Simmering"}, "status", "is printed as written, without a symbol"),
    ],
)
def test_date_or_status_that_should_be_looked_at_is_named(
    tmp_path: Path, cells: dict[str, str], column: str, rule: str
) -> None:
    (told,) = found(tmp_path, WHOLE | cells)
    assert (told.row, told.column) == (2, column)
    assert told.rule.startswith(rule)


def test_dates_that_say_no_day_are_named_once(tmp_path: Path) -> None:
    dues = ["Ongoing", "Q1 2025", "October 2024", "2024/25"]
    rows = [WHOLE | {"id": str(at), "due": due} for at, due in enumerate(dues)]
    (told,) = found(tmp_path, *rows, WHOLE | {"due": "Ongoing", "status": "Complete"})
    assert (told.row, told.column) == (None, "due")
    assert told.rule.startswith(
        "says no day in rows 2, 3 and 5, so that whether the action is over"
    )


def test_register_of_more_than_a_page_holds_is_named(tmp_path: Path) -> None:
    fields = ("objective", "gap", "outcome", "update", "theme", "start", "lead", "due")
    wide = dict.fromkeys(fields, "Counterproductively")
    columns = ["action", "key", "measure", *fields]
    settings = RegisterSettings.model_validate({"columns": columns, "group_by": "none"})
    told = found(tmp_path, WHOLE | wide | {"measure": "Counterproductively"}, settings=settings)
    (crowded,) = [one for one in told if one.row is None and "columns" in one.rule]
    assert crowded.rule == "has 11 columns, more than a page holds: words will be broken"


UNDATED, DATED = WHOLE | {"updated": ""}, WHOLE | {"id": "A2", "updated": "2024-09-01"}


@pytest.mark.parametrize("rows", [[UNDATED, DATED], [UNDATED | {"update": "Panels trained"}]])
def test_open_action_whose_news_has_no_day_is_named(
    tmp_path: Path, rows: list[dict[str, str]]
) -> None:
    (told,) = found(tmp_path, *rows)
    assert (told.row, told.column) == (2, "updated")
    assert told.rule.startswith("is blank, so that nobody sees how old its news is")


@pytest.mark.parametrize("rows", [[UNDATED | {"status": "Complete"}, DATED], [UNDATED]])
def test_closed_action_and_a_new_plan_need_no_day_of_news(
    tmp_path: Path, rows: list[dict[str, str]]
) -> None:
    assert found(tmp_path, *rows) == []


@pytest.mark.parametrize("status", ["Complete", "Stopped: no funding"])
def test_closed_action_is_neither_overdue_nor_stale(tmp_path: Path, status: str) -> None:
    old = {"status": status, "due_date": "2024-01-31", "updated": "2023-05-01"}
    assert found(tmp_path, WHOLE | old) == []


def test_own_word_of_a_status_is_known_by_the_settings(tmp_path: Path) -> None:
    settings = RegisterSettings(statuses={"Simmering": "on track"})
    assert found(tmp_path, WHOLE | {"status": "simmering"}, settings=settings) == []


def test_origin_that_last_years_plan_has_not_is_named(tmp_path: Path) -> None:
    before = actions({"id": "B1", "action": "Act"})
    (told,) = found(tmp_path, WHOLE | {"carried_from": "B1, B9"}, before=before)
    assert (told.row, told.column, told.given) == (2, "carried_from", "B9")


def test_new_action_that_reads_like_a_dropped_one_is_asked_about(tmp_path: Path) -> None:
    before = actions({"id": "B1", "action": "Train all chairs of panels in fair recruitment"})
    (told,) = found(
        tmp_path,
        WHOLE | {"action": "Train all chairs of interview panels in fair recruitment"},
        WHOLE | {"id": "A2", "action": "Review the calendar of courses"},
        before=before,
    )
    assert (told.row, told.column) == (2, "action")
    assert told.rule.startswith("reads much like B1 of the plan of 2023, which is told as dropped")
    assert "write B1 into carried_from" in told.remedy


def test_adverse_indicator_without_an_action_is_named(tmp_path: Path) -> None:
    # 100 of 1,000 White and 50 of 1,000 BME applicants: 2.00. Of staff, 10 of 1,000 BME and 12 of
    # 1,000 White entered the process: 0.83, inside the range and no clear difference.
    made = chapter(
        recruitment="White,1000,100\nBME,1000,50",
        disciplinary="White,1000,12\nBME,1000,10",
    )
    told = found(tmp_path, WHOLE | {"indicators": "3, 9"}, made=made)
    assert [one.rule.split(":")[0] for one in told] == ["has no action on indicator 2"]
    assert found_again(tmp_path, made) == []
    stopped = found(
        tmp_path / "stopped", WHOLE | {"indicators": "2", "status": "Stopped"}, made=made
    )
    assert "has no action on indicator 2" in [one.rule.split(":")[0] for one in stopped]


def found_again(tmp_path: Path, made: Chapter) -> list[Problem]:
    return found(tmp_path / "again", WHOLE | {"indicators": "2"}, made=made)


def test_ratio_outside_the_four_fifths_range_asks_for_an_action_though_unsure(
    tmp_path: Path,
) -> None:
    # 12 of 120 White and 10 of 140 BME applicants: 1.40, with an interval across 1.
    made = chapter(recruitment="White,120,12\nBME,140,10")
    (told,) = found(tmp_path, WHOLE | {"indicators": "9"}, made=made)
    assert "1.40 lies outside the range of 0.80 to 1.25" in told.rule
