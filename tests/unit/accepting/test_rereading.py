"""Text is accepted when it is written, changed or accepted, and never by being looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wres.accepting import Cell, Remembered, Rereading, Stale, carried

NOTE = Cell("disciplinary", "note", "The ratio is `{python} ratio(3)`, as high as ever.")
STAFF = Cell("disciplinary", "staff", "We have `{python} headcount()` staff.")
VOICES = Cell("voices", "text", "Staff told us so.")
Figures = Mapping[str, str]


def looked(
    memory: list[Remembered],
    *seen: tuple[Cell, Figures],
    year: int = 2024,
    today: str = "2024-10-31",
    current: Figures | None = None,
) -> Rereading:
    look = Rereading(memory, year, today, (current or {}).get)
    for cell, figures in seen:
        look.remember(cell, figures)
    return look


def accepted(ratio: str = "1.09") -> list[Remembered]:
    seen = ((NOTE, {"ratio(3)": ratio}), (STAFF, {"headcount()": "2,480"}), (VOICES, {}))
    return looked([], *seen).renewed()


def test_text_that_is_new_is_accepted_as_it_stands() -> None:
    rows = {(row.cell, row.figure, row.value) for row in accepted()}
    assert rows == {
        ("note", "ratio(3)", "1.09"),
        ("staff", "headcount()", "2,480"),
        ("text", "", ""),
    }
    assert {(row.year, row.accepted) for row in accepted()} == {(2024, "2024-10-31")}


def test_figure_that_moved_names_its_own_text_and_no_other() -> None:
    look = looked(
        accepted(), (NOTE, {"ratio(3)": "1.31"}), (STAFF, {"headcount()": "2,480"}), (VOICES, {})
    )
    assert look.stale() == [Stale(NOTE, ("ratio(3): 1.09 -> 1.31",))]


def test_looking_again_and_again_accepts_nothing() -> None:
    memory = accepted()
    for day in ("2024-11-01", "2024-11-02"):
        look = looked(memory, (NOTE, {"ratio(3)": "1.31"}), today=day)
        assert len(look.stale()) == 1
        memory = look.renewed()
    assert [(row.value, row.accepted) for row in memory] == [("1.09", "2024-10-31")]


def test_figure_that_moves_back_needs_no_reading() -> None:
    memory = looked(accepted(), (NOTE, {"ratio(3)": "1.31"})).renewed()
    assert looked(memory, (NOTE, {"ratio(3)": "1.09"})).stale() == []


def test_changed_text_is_accepted_against_the_figures_of_the_day() -> None:
    mended = replace(NOTE, text="The ratio is `{python} ratio(3)`, higher than before.")
    look = looked(accepted(), (mended, {"ratio(3)": "1.31"}), today="2024-11-05")
    assert look.stale() == []
    (row,) = look.renewed()
    assert (row.value, row.accepted) == ("1.31", "2024-11-05")


def test_blanks_at_the_ends_of_lines_are_no_change_of_text() -> None:
    same = replace(NOTE, text=NOTE.text + "  \r\n")
    assert looked(accepted(), (same, {"ratio(3)": "1.31"})).stale() != []


def test_accepting_chooses_the_cells_and_tells_for_which_it_is_news() -> None:
    seen = ((NOTE, {"ratio(3)": "1.31"}), (STAFF, {"headcount()": "2,500"}))
    look = looked(accepted(), *seen, today="2024-11-05")
    rows, news = look.accepted(lambda cell: cell.id == "note")
    assert news == [NOTE]
    assert looked(rows, *seen).stale() == [Stale(STAFF, ("headcount(): 2,480 -> 2,500",))]


def test_accepting_twice_changes_nothing_not_even_the_day() -> None:
    seen = (NOTE, {"ratio(3)": "1.31"})
    rows, _ = looked(accepted(), seen, today="2024-11-05").accepted(lambda _: True)
    again, news = looked(rows, seen, today="2024-12-24").accepted(lambda _: True)
    assert (again, news) == (rows, [])


def test_cell_that_is_gone_is_forgotten() -> None:
    rows = looked(accepted(), (STAFF, {"headcount()": "2,480"})).renewed()
    assert {row.cell for row in rows} == {"staff"}


def test_figure_that_this_look_could_not_tell_is_left_in_peace() -> None:
    look = looked(accepted(), (NOTE, {}))
    assert look.stale() == []
    assert [row.value for row in look.renewed()] == ["1.09"]


def test_figure_seen_for_the_first_time_joins_what_is_remembered() -> None:
    look = looked(accepted(), (NOTE, {"ratio(3)": "1.09", "mine": "x"}), today="2024-11-05")
    assert {row.figure: row.accepted for row in look.renewed()} == {
        "ratio(3)": "2024-10-31",
        "mine": "2024-10-31",
    }


def test_typed_figure_that_is_found_no_more_is_looked_up_among_the_results() -> None:
    row = "3 relative_likelihood all BME"
    typed = Cell("disciplinary", "typed", "The ratio is 1.09.")
    memory = looked([], (typed, {row: "1.09"})).renewed()
    # the claims check finds no 1.09 among the figures now, so that no match is fed
    look = looked(memory, (typed, {}), current={row: "1.31"})
    assert look.stale() == [Stale(typed, (f"{row}: 1.09 -> 1.31",))]


def test_inline_value_that_has_become_blank_has_moved() -> None:
    rank = Cell("board", "rank", "`{python} say.rank(9)`")
    memory = looked([], (rank, {"say.rank(9)": "Of 200 trusts, 3 have a lower share."})).renewed()
    (stale,) = looked(memory, (rank, {"say.rank(9)": ""})).stale()
    assert stale.moved[0].endswith("-> nothing")


def test_text_of_last_year_is_named_until_it_is_changed_or_accepted() -> None:
    rows = list(carried([NOTE, VOICES], accepted(), 2024, "2025-05-01"))
    seen = ((NOTE, {"ratio(3)": "1.31"}), (VOICES, {}))
    look = looked(rows, *seen, year=2025, today="2025-09-01")
    assert look.stale() == [
        Stale(NOTE, ("ratio(3): 1.09 -> 1.31",), since=2024),
        Stale(VOICES, (), since=2024),
    ]
    assert look.renewed() == rows
    after, news = look.accepted(lambda _: True)
    assert news == [NOTE, VOICES]
    assert looked(after, *seen, year=2025).stale() == []


def test_text_that_was_never_remembered_is_carried_as_last_years() -> None:
    rows = list(carried([VOICES], [], 2024, "2025-05-01"))
    assert [(row.figure, row.year, row.accepted) for row in rows] == [("", 2024, "2025-05-01")]


def test_text_left_unread_for_two_years_is_told_by_the_year_it_was_written_for() -> None:
    first = list(carried([VOICES], accepted(), 2024, "2025-05-01"))
    second = list(carried([VOICES], looked(first, (VOICES, {}), year=2025).renewed(), 2025, "x"))
    (stale,) = looked(second, (VOICES, {}), year=2026).stale()
    assert stale.since == 2024
