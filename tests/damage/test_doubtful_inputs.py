"""What may be right but deserves a look is a warning: exit 0, or 1 with --strict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.damage.healthy import IDENTIFIER, ODS, YEAR, Trust, write

Run = Callable[..., tuple[int, str, str]]
Change = Callable[[Trust], None]

RECRUITMENT = "ethnicity,shortlisted,appointed\n"
BOARD = "membership,voting,ethnicity,members\n"


@dataclass(frozen=True)
class Doubt:
    """A change that leaves everything readable, and what the one warning must say."""

    change: Change
    words: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.change.__name__


DOUBTS: list[Doubt] = []


def warned(*words: str) -> Callable[[Change], Change]:
    def add(change: Change) -> Change:
        DOUBTS.append(Doubt(change, words))
        return change

    return add


@warned("workforce.csv row 2", "more than one assignment is marked as primary for 1 person")
def person_with_two_primary_assignments(trust: Trust) -> None:
    first = trust.text("workforce").splitlines()[1]
    trust.add("workforce", first.replace("Review Body Band 5", "Review Body Band 5 "))


@warned("workforce.csv row 2", "no primary assignment is marked for 1 person")
def person_with_two_assignments_and_no_primary(trust: Trust) -> None:
    trust.cell("workforce", 2, "Primary Assignment", "No")
    trust.add("workforce", trust.text("workforce").splitlines()[1])


@warned("recruitment.csv row 4", "is outside the period (1 April 2023 to 31 March 2024)")
def application_of_another_year(trust: Trust) -> None:
    trust.cell("recruitment", 4, "Closing Date", "13/06/2022")


@warned("disciplinary.csv row 3", "1 April 2023 to 31 March 2024")
def case_of_another_year(trust: Trust) -> None:
    trust.cell("disciplinary", 3, "Date Opened", "13/06/2021")


@warned("staff_survey.csv", "which belong to later reports than 2024")
def survey_of_a_later_year(trust: Trust) -> None:
    trust.add("staff_survey", "5,2024,trust,White,25,16,2024,")


@warned("recruitment.csv", "no row for Unknown")
def counts_without_unknown(trust: Trust) -> None:
    (trust.extracts / "recruitment.csv").unlink()
    trust.count("recruitment.csv", RECRUITMENT + "White,50,10\nBME,20,3\n")


@warned("board.csv", "every number of members is 0")
def board_of_nobody(trust: Trust) -> None:
    (trust.extracts / "board.csv").unlink()
    trust.count("board.csv", BOARD + "all,all,White,0\nall,all,BME,0\nall,all,Unknown,0\n")


@warned("workforce", "declaration rate should be 95% or more", "93.3%")
def two_people_of_unknown_ethnicity(trust: Trust) -> None:
    trust.cell("workforce", 2, "Ethnic Origin", "Z Not Stated")


@warned("staff_survey", "no number of 8 respondents is 30%")
def share_that_no_respondents_give(trust: Trust) -> None:
    trust.replace("staff_survey", "37.5", "30")


@warned("staff_survey", "must say whether `don't know` is in their base", "2 of 2 rows without")
def survey_whose_base_is_not_stated(trust: Trust) -> None:
    trust.replace("staff_survey", "don't know included", "", -1)


@warned("board", "2 BME executive members of the board but only 1 BME staff")
def more_executives_than_very_senior_managers(trust: Trust) -> None:
    trust.replace("board", "Yes,A White - British,Director of Finance", "Yes,H Indian,Director")


@warned("training.csv", "bases of indicator 4 differ", "White 17 against 18")
def base_of_another_day(trust: Trust) -> None:
    (trust.extracts / "training.csv").unlink()
    rows = "ethnicity,workforce,accessed\nWhite,17,6\nBME,11,6\nUnknown,1,0\n"
    trust.count("training.csv", rows)


@warned("published_ratios.csv", "printed for indicator 2 in 2024 differs from 0.64")
def ratio_the_wrong_way_up(trust: Trust) -> None:
    (trust.extracts / "recruitment.csv").unlink()
    trust.count("recruitment.csv", RECRUITMENT + "White,855,198\nBME,47,17\nUnknown,18,5\n")
    header = "indicator,year,numerator_group,denominator_group,ratio\n"
    trust.count("published_ratios.csv", header + "2,2024,White,BME,1.56\n")


@warned("workforce", "the workforce fell from 60 to 30")
def workforce_of_half_of_last_years(trust: Trust) -> None:
    last_year(trust, "36", "22", "2")


@warned("workforce", "(BME staff +1) while staff of unknown ethnicity went from 2 to 1")
def rise_in_bme_share_by_one_declaration(trust: Trust) -> None:
    last_year(trust, "18", "10", "2")


def last_year(trust: Trust, *heads: str) -> None:
    groups = ("White", "BME", "Unknown")
    rows = [f"all,all,{group},{count}" for group, count in zip(groups, heads, strict=True)]
    text = "\n".join(["staff_group,band,ethnicity,headcount", *rows]) + "\n"
    write(trust.home / str(YEAR - 1) / "workforce.csv", text)


@pytest.mark.parametrize("doubt", DOUBTS, ids=lambda doubt: doubt.name)
def test_doubt_is_one_warning_and_no_error(doubt: Doubt, trust: Trust, run: Run) -> None:
    doubt.change(trust)
    code, out, err = run("check", ODS, str(YEAR))
    warnings = [line for line in out.splitlines() if line.startswith("warning: ")]
    assert (code, err) == (0, "")
    assert len(warnings) == 1
    assert all(word in warnings[0] for word in doubt.words)
    assert not IDENTIFIER.search(out)
    assert run("check", ODS, str(YEAR), "--strict")[0] == 1
