"""Comparators against data/benchmarks/national.csv: 2020 has 1.61 for 2, 1.16 for 3, 21% staff."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.unit.audit.claims import claim
from wres.audit import audit_report, read_report
from wres.audit.checks.comparators import National, check_comparator, national_figures
from wres.audit.documents.plain import read_plain
from wres.sources.benchmarks import load_benchmarks


@pytest.fixture(scope="module")
def known() -> list[National]:
    return national_figures(load_benchmarks(Path(__file__).parents[3] / "data"))


def found(known: list[National], **of: Any) -> list[tuple[str, str, str]]:
    one = claim(**{"comparator_name": "England", **of})
    return [(f.kind, f.mistake, f.recomputed) for f in check_comparator(one, known, 2021)]


def ratio(number: str, value: str, year: int | None = 2020) -> dict[str, Any]:
    return {
        "indicator": number, "measure": "relative_likelihood", "comparator_value": value,
        "comparator_year": year,
    }  # fmt: skip


def test_the_published_figure_is_left_alone(known: list[National]) -> None:
    assert found(known, **ratio("2", "1.61")) == []
    assert found(known, **ratio("2", "1.6")) == []


def test_the_figure_of_another_indicator_is_named(known: list[National]) -> None:
    assert found(known, **ratio("3", "1.61")) == [
        ("contradiction", "wrong benchmark indicator", "1.16")
    ]


def test_the_figure_of_another_year_is_named(known: list[National]) -> None:
    assert found(known, **ratio("2", "1.46")) == [("contradiction", "wrong benchmark year", "1.61")]


def test_a_figure_unlike_any_known_is_not_called_wrong(known: list[National]) -> None:
    assert [kind for kind, *_ in found(known, **ratio("2", "1.7"))] == ["uncheckable"]


def test_a_figure_of_more_digits_than_that_of_another_year_is_not_taken_from_it(
    known: list[National],
) -> None:
    # England, indicator 2: 1.6 in 2017, 1.59 in 2023.
    told = [
        [
            one.message
            for one in check_comparator(claim(comparator_name="England", **of), known, 2024)
        ]
        for of in (ratio("2", "1.62", 2023), ratio("2", "1.60", 2023))
    ]
    assert told == [
        ["The published figure of 2023 is 1.59, not 1.62."],
        ["1.60 is the figure of 2017, not of 2023. That of 2023 is 1.59."],
    ]


def test_a_survey_may_be_dated_by_its_autumn(known: list[National]) -> None:
    # England, indicator 5, WRES 2021: 28.9%, the survey of autumn 2020
    of = {"indicator": "5", "measure": "percentage", "group": "BME", "comparator_value": "28.9%"}
    assert found(known, **of, comparator_year=2020) == []
    assert found(known, **of, comparator_year=2021) == []


def test_an_old_comparator_without_a_year_is_stale(known: list[National]) -> None:
    # 1.45 was England's ratio of 2018
    assert [item[:2] for item in found(known, **ratio("2", "1.45", None))] == [
        ("wording", "stale comparator")
    ]


def survey(number: str, value: str, year: int, group: str = "BME") -> dict[str, Any]:
    return {
        "indicator": number, "measure": "percentage", "group": group, "comparator_value": value,
        "comparator_year": year,
    }  # fmt: skip


def test_what_is_approximate_bears_out_and_denies_nothing(known: list[National]) -> None:
    # England, indicator 5: `around 30%` in 2023; White staff 26% in 2021 and 26.8% in 2023.
    assert found(known, **survey("5", "30%", 2023)) == []
    assert [kind for kind, *_ in found(known, **survey("5", "33%", 2023))] == ["uncheckable"]
    assert found(known, **survey("5", "26.0%", 2023, "White")) == [
        ("uncheckable", "comparator unlike the one known", "26.8%")
    ]


def test_the_figure_of_another_group_is_not_named(known: list[National]) -> None:
    # 26% is the share of BME staff in 2023, and nobody's of White staff.
    assert [kind for kind, *_ in found(known, **survey("5", "26%", 2023, "White"))] == [
        "uncheckable"
    ]


def test_the_grounds_are_those_figures_that_a_report_may_use(known: list[National]) -> None:
    by_status = {(one.indicator, one.group, one.years): one.ground for one in known}
    assert by_status["5", "White", (2021,)] is False
    assert by_status["5", "BME", (2021,)] is True


def test_a_comparator_is_held_to_the_figure_of_the_year_said(known: list[National]) -> None:
    # 1.14 was England's ratio of indicator 4 in 2020, and of 3 in 2021 and 2022.
    (one,) = check_comparator(claim(comparator_name="England", **ratio("2", "1.14")), known, 2023)
    assert "indicator 4" in one.message
    assert one.message.endswith("2020; that of this indicator is 1.61 in 2020.")


@pytest.mark.parametrize(("year", "right"), [(2020, "1.61"), (2022, "1.54"), (2023, "1.59")])
def test_without_a_year_it_is_held_to_that_of_the_report(
    known: list[National], year: int, right: str
) -> None:
    of = claim(comparator_name="England", **ratio("2", "1.14", None))
    assert [one.recomputed for one in check_comparator(of, known, year)] == [right]


def test_a_year_of_which_nothing_is_at_hand_denies_nothing(known: list[National]) -> None:
    # 1.03 was England's ratio of indicator 3 in 2023; of 2 in 2024 no figure is verified.
    assert found(known, **ratio("2", "1.03", 2024)) == [("uncheckable", "comparator not known", "")]


SAID = "Nationally, White applicants were {} times more likely than BME applicants to be appointed"


@pytest.mark.parametrize(
    "said",
    [
        f"{SAID} from shortlisting (WRES 2020).",
        f"{SAID} from shortlisting (NHS England, 2020).",
        "Our ratio for White applicants being appointed from shortlisting, compared with BME"
        " applicants, was 0.64, against a national ratio of {} (WRES 2020).",
    ],
)
def test_the_year_of_a_sentences_comparator_may_stand_in_brackets(
    known: list[National], said: str
) -> None:
    def told(figure: str) -> list[tuple[str, str]]:
        text = f"# WRES report 2021\n\n{said.format(figure)}\n"
        report = read_report(read_plain(Path("report.md"), text.encode()))
        return [(one.mistake, one.recomputed) for one in audit_report(report, known)
                if one.kind != "uncheckable"]  # fmt: skip

    assert told("1.61") == []
    assert told("1.14") == [("wrong benchmark indicator", "1.61")]
    assert told("1.46") == [("wrong benchmark year", "1.61")]
