"""Cells are read as systems write them, and refused without being quoted."""

from __future__ import annotations

from datetime import date

import pytest

from wres.extracts.values import read_date, read_flag, read_percent, read_whole
from wres.sources.cells import CellError


@pytest.mark.parametrize(
    "text",
    [
        "2021-03-31",
        "2021-03-31 00:00:00",
        "2021-03-31T14:05:00Z",
        "2021/03/31",
        "20210331",
        "31/03/2021",
        "31/3/21",
        "31.03.2021",
        "31-03-2021",
        "31/03/2021 14:05",
        "31-Mar-2021",
        "31-MAR-21",
        "31 March 2021",
        "31st March 2021",
        "Wed 31 Mar 2021",
        "March 31, 2021",
        "44286",
        "44286.58",
    ],
)
def test_date_is_read_in_every_form_that_systems_write(text: str) -> None:
    # 44286: Excel's serial number of 31 March 2021, 44286 days after 30 December 1899
    assert read_date(text) == date(2021, 3, 31)


def test_order_of_day_and_month_is_the_trusts() -> None:
    assert read_date("04/03/2021", "day first") == date(2021, 3, 4)
    assert read_date("04/03/2021", "month first") == date(2021, 4, 3)


def test_order_does_not_touch_dates_that_name_the_month_or_begin_with_the_year() -> None:
    assert read_date("2021-03-04", "month first") == date(2021, 3, 4)
    assert read_date("4-Mar-2021", "month first") == date(2021, 3, 4)


def test_two_figures_of_a_year_from_69_on_are_of_the_last_century() -> None:
    assert read_date("1/2/68") == date(2068, 2, 1)
    assert read_date("1/2/69") == date(1969, 2, 1)


def test_blank_is_no_date() -> None:
    assert read_date("  ") is None


@pytest.mark.parametrize(
    "text",
    [
        "03/31/2021",
        "31/02/2021",
        "31-Foo-2021",
        "2021",
        "8",
        "10000",
        "123456",
        "tomorrow",
        "31/03",
        "=TODAY()",
        "3103202",
        "31/03-2021",
        "0000-00-00",
        "٣١/٠٣/٢٠٢١",
    ],
)
def test_what_is_no_date_in_the_trusts_order_is_refused_and_not_quoted(text: str) -> None:
    with pytest.raises(CellError, match="must be a date, day first") as refused:
        read_date(text)
    example = "(31/03/2021, 31-Mar-2021 or 2021-03-31)"
    assert text not in f"{refused.value} {refused.value.action}".replace(example, "")


def test_refusal_shows_a_date_in_the_trusts_order() -> None:
    with pytest.raises(CellError, match=r"month first .*\(03/31/2021"):
        read_date("31/03/2021", "month first")


@pytest.mark.parametrize("text", ["Yes", "Y", "y", "TRUE", "true", "T", "1", " yes "])
def test_yes_is_read(text: str) -> None:
    assert read_flag(text) is True


@pytest.mark.parametrize("text", ["No", "N", "FALSE", "f", "0"])
def test_no_is_read(text: str) -> None:
    assert read_flag(text) is False


def test_blank_is_neither_yes_nor_no() -> None:
    assert read_flag("") is None


@pytest.mark.parametrize("text", ["perhaps", "2", "-", "yes no", "=TRUE()"])
def test_what_is_neither_yes_nor_no_is_refused_and_not_quoted(text: str) -> None:
    with pytest.raises(CellError, match="must be yes or no") as refused:
        read_flag(text)
    assert "perhaps" not in str(refused.value)


def test_whole_number_is_read() -> None:
    assert read_whole("1234") == 1234
    assert read_whole("0") == 0
    assert read_whole("") is None


@pytest.mark.parametrize("text", ["3.5", "-1", "1,234", "1e3", "*", "<5"])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(CellError, match="must be a whole number, 0 or more"):
        read_whole(text)


def test_percentage_is_read_with_and_without_its_sign() -> None:
    assert read_percent("25.3%") == 25.3
    assert read_percent("25.3") == 25.3
    assert read_percent("") is None


@pytest.mark.parametrize("text", ["101", "-1", "a quarter", "*", "25%%", "%"])
def test_what_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(CellError, match="must be a percentage from 0 to 100"):
        read_percent(text)
