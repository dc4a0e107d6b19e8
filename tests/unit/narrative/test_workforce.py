"""Sentences about the whole workforce and its bands, in every state."""

from __future__ import annotations

import pytest

from tests.unit.indicators.trusts import chapter, chapter_of, national, trust_year
from wres.narrative import Narrative

WHOLE = "all,all,White,{}\nall,all,BME,{}\nall,all,Unknown,{}"


def say(**tables: str) -> Narrative:
    return Narrative(chapter(term="BAME", **tables))


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        (
            {"workforce": WHOLE.format(1800, 150, 50)},
            "Of 2,000 staff on 31 March 2021, 1,800 (90.0%) were White, 150 (7.5%) were BAME and "
            "50 (2.5%) were of unknown ethnicity.",
        ),
        (
            {"workforce_percent": WHOLE.format(88, 9.5, 2.5)},
            "Of the workforce on 31 March 2021, 88% were White, 9.5% were BAME and 2.5% were of "
            "unknown ethnicity.",
        ),
        (
            {"workforce_percent": "all,all,BME,12"},
            "The make-up of the whole workforce is not available: it needs the share of every "
            "ethnic group.",
        ),
        (
            {"workforce": "all,all,White,80\nall,all,Unknown,1"},
            "The make-up of the whole workforce is not available: the number of BAME staff was not "
            "published.",
        ),
        (
            {"board": "all,all,White,9"},
            "The make-up of the whole workforce is not available: no workforce figures for the "
            "whole trust were supplied for 2021.",
        ),
    ],
)
def test_make_up_is_told_in_full_or_not_at_all(tables: dict[str, str], sentence: str) -> None:
    assert say(**tables).workforce() == sentence


def band(staff_group: str, name: str, white: int, bme: int) -> str:
    groups = {"White": white, "BME": bme, "Unknown": 0}
    return "\n".join(f"{staff_group},{name},{group},{n}" for group, n in groups.items())


@pytest.mark.parametrize(
    ("bands", "sentence"),
    [
        (
            [
                band("clinical", "5", 75, 25),
                band("clinical", "consultant", 6, 4),
                band("non-clinical", "8c-9 and VSM", 5, 0),
            ],
            "By pay band, the BAME share ran from 0.0% (non-clinical bands 8c to 9 and VSM, 0 of "
            "5) to 40.0% (clinical consultants, 4 of 10).",
        ),
        (
            [band("all", "5", 9, 1), band("all", "VSM", 3, 1)],
            "By pay band, the BAME share ran from 10.0% (band 5, 1 of 10) to 25.0% (VSM, 1 of 4).",
        ),
        (
            [band("all", "5", 9, 1)],
            "One pay band was published: the BAME share was 10.0% (band 5, 1 of 10).",
        ),
        (
            ["all,5,BME,9"],
            "Only head counts of some ethnic groups were published by pay band, so the share of "
            "BAME staff in each band is not available.",
        ),
        (
            [band("clinical", "all", 9, 1), band("non-clinical", "all", 9, 1)],
            "No figures by pay band were supplied.",
        ),
    ],
)
def test_bands_are_told_from_the_lowest_share_to_the_highest(
    bands: list[str], sentence: str
) -> None:
    assert say(workforce="\n".join(bands)).bands() == sentence


@pytest.mark.parametrize(
    ("before", "warned"),
    [
        ((84, 10, 6), True),  # unknown fell: the rise may be re-declaration
        ((86, 10, 4), False),
        ((74, 20, 6), False),
    ],
)
def test_rise_beside_a_fall_in_unknown_warns_of_redeclaration(
    before: tuple[int, int, int], warned: bool
) -> None:
    now = trust_year(term="BAME", workforce=WHOLE.format(80, 15, 5))
    then = trust_year(2020, workforce=WHOLE.format(*before))
    told = Narrative(chapter_of(now, then)).workforce_change()
    moved = {10: "+5.0", 20: "−5.0"}[before[1]]
    assert told.startswith(
        f"The year before, {before[1]}.0% of staff were BAME: a change of {moved}"
    )
    assert ("Part of the rise in the BAME share" in told) is warned


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        # 6 of 100 and then 5 of 100
        (
            (80, 15, 5),
            (84, 10, 6),
            "fell, and so did their number: people told the trust, or people of unknown ethnicity "
            "left. Part of the rise in the BAME share can come from people telling the trust or "
            "leaving, not from recruitment.",
        ),
        # 6 of 100 and then 5 of 120
        (
            (90, 25, 5),
            (84, 10, 6),
            "fell, and so did their number (people told the trust, or people of unknown ethnicity "
            "left), while the number of all staff grew. Part of the rise in the BAME share can "
            "come from people telling the trust or leaving, not from recruitment.",
        ),
        # 5 of 100 and then 5 of 120; 5 of 100 and then 6 of 150
        (
            (90, 25, 5),
            (85, 10, 5),
            "fell only because the number of other staff grew: no fewer people than before are of "
            "unknown ethnicity.",
        ),
        (
            (114, 30, 6),
            (85, 10, 5),
            "fell only because the number of other staff grew: no fewer people than before are of "
            "unknown ethnicity.",
        ),
    ],
)
def test_fall_in_the_share_of_unknown_is_told_by_counts(
    now: tuple[int, int, int], before: tuple[int, int, int], told: str
) -> None:
    years = [
        trust_year(year, term="BAME", workforce=WHOLE.format(*counts))
        for year, counts in ((2021, now), (2020, before))
    ]
    said = Narrative(chapter_of(*years)).workforce_change()
    assert said.endswith(f"points. The share of staff whose ethnicity is unknown {told}")


def test_fall_in_the_share_of_unknown_without_counts_names_all_it_can_come_of() -> None:
    printed = "staff_group,band,ethnicity,percent\n" + WHOLE
    years = [
        trust_year(year, term="BAME", workforce=printed.format(*shares))
        for year, shares in ((2021, (80, 15, 5)), (2020, (84, 10, 6)))
    ]
    said = Narrative(chapter_of(*years)).workforce_change()
    assert said.endswith(
        "fell: because people told the trust, because people of unknown ethnicity left, or because "
        "the number of other staff grew. Part of the rise in the BAME share can come from people "
        "telling the trust or leaving, not from recruitment."
    )


def test_change_needs_two_years() -> None:
    now = trust_year(workforce=WHOLE.format(80, 15, 5))
    assert Narrative(chapter_of(now)).workforce_change() == (
        "There are no earlier figures of the whole workforce to compare these with."
    )
    gone = trust_year(board="all,all,White,9")
    then = trust_year(2020, workforce=WHOLE.format(80, 15, 5))
    assert Narrative(chapter_of(gone, then)).workforce_change() == (
        "The BME share of this year is not available."
    )


def test_unknown_share_names_the_people() -> None:
    assert say(workforce=WHOLE.format(1800, 150, 50)).unknown_share() == (
        "Ethnicity is unknown for 2.5% of staff (50 people)."
    )
    assert say(board="all,all,White,9").unknown_share() == (
        "The number of staff of unknown ethnicity is not available."
    )


@pytest.mark.parametrize(
    ("year", "words"),
    [
        (2021, "(WRES 2021: 22.4%)."),
        (2020, "(WRES 2020, the latest at hand: 22.4%)."),
    ],
)
def test_benchmark_is_named_and_dated(year: int, words: str) -> None:
    england = national(f"{year},WRES,workforce_share,England,BME,22.4,%,published report,here,")
    made = chapter_of(trust_year(workforce=WHOLE.format(80, 15, 5)), None, england)
    assert Narrative(made).benchmark_share() == (
        f"The BME share of the workforce is 7.4 percentage points below that of England {words}"
    )
