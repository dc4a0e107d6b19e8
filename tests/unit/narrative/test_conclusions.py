"""Conclusions: nothing adverse and nothing worse is left out, nothing is told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.gallery.special import real
from tests.unit.chapters.withheld import full_chapter, hide_all
from tests.unit.compare.many_years import chapter_of_years
from tests.unit.indicators.made_trusts import ENGLAND, chapters
from tests.unit.indicators.trusts import chapter, chapter_of, trust_year
from wres.chapters.reading import Chapter
from wres.counts import with_totals
from wres.definitions.indicators import indicator
from wres.disclosure import load_profile, protect
from wres.narrative import conclusions
from wres.sources import TrustYear

BETTER, WORSE, LOOK = "What improved", "What did not", "Where to look"
EMPTY = {
    BETTER: "No indicator is shown to have improved.",
    WORSE: "No indicator is shown to have worsened.",
    LOOK: "No figure of this report shows a difference to anybody's disadvantage.",
}
OTHERS = {
    BETTER: "Of the indicators whose change can be given, none is shown to have improved.",
    WORSE: "Of the indicators whose change can be given, none is shown to have worsened.",
}
UNDIVIDED = "- No change can be given, since the ratio of one year, or of both, would be divided"
CAUTION = "Nobody can judge how certain these moves are"
Parts = dict[str, list[str]]
ENTRY = re.compile(r"- \*\*\[Indicator (\d)\]\(#[a-z0-9-]+\), [^*]+\.\*\* (.+)")
some = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


def groups(made: Chapter) -> Parts:
    """Part the conclusions into their three groups of lines."""
    parts = re.split(r"\*\*(What improved|What did not|Where to look)\*\*\n", told(made))[1:]
    named = dict(zip(parts[::2], parts[1::2], strict=True))
    return {name: [line for line in text.splitlines() if line] for name, text in named.items()}


def told(made: Chapter) -> str:
    return conclusions(made).text.replace("\\", "")


def entries(of: Parts | Chapter, group: str) -> dict[str, str]:
    """Give the entries of a group by indicator."""
    parts = groups(of) if isinstance(of, Chapter) else of
    found = [ENTRY.fullmatch(line) for line in parts[group]]
    numbers = [match[1] for match in found if match]
    assert len(numbers) == len(set(numbers)), "an indicator has one entry in a group"
    return {match[1]: match[2] for match in found if match}


def moved(made: Chapter, verdict: str) -> Iterator[pd.Series]:
    """Give the changes of this report's figures with a verdict, from the results alone."""
    rows = made.rows(measure="change", verdict=verdict)
    older = rows["breakdown"].str.startswith("survey_year=") & ~rows["breakdown"].str.startswith(
        f"survey_year={made.facts.year - 1}"
    )
    for _, row in rows[~older & rows["group"].ne("Unknown")].iterrows():
        if row["indicator"] != "9" or row["group"] == "BME":
            yield row


def adverse(made: Chapter) -> set[str]:
    """Name the indicators with a clear difference, or clearly worse than others, by verdicts."""
    found = set()
    judged = made.rows(measure="relative_likelihood")
    apart = ["all", "stratified=band", "recruitment=without international"]
    gaps = made.rows(measure="gap", breakdown=f"survey_year={made.facts.year - 1}")
    for rows in (judged[judged["breakdown"].isin(apart)], gaps):
        clear = rows["verdict"].isin(["more likely", "less likely"])
        found |= set(rows[clear]["indicator"])
    for _, row in made.rows(measure="comparison").iterrows():
        bad = {"lower": "above", "higher": "below"}.get(row["good_direction"])
        if row["verdict"] and row["verdict"] == bad:
            found.add(row["indicator"])
    return found


def short_of_seats(made: Chapter) -> bool:
    """Tell whether the board that is shown is half a seat or more short, by its row."""
    goals = made.rows(indicator="9", measure="parity_headcount")
    return bool((goals["value"] - goals["numerator"] >= 0.5).any())


def is_whole(parts: Parts, made: Chapter) -> None:
    """Hold that nothing worse, better or adverse is left out."""
    for verdict, group in (("worsened", WORSE), ("crossed", WORSE), ("improved", BETTER)):
        listed = entries(parts, group)
        for row in moved(made, verdict):
            if is_of_white_respondents(row):
                assert white_is_told(parts, row["indicator"]), row
            else:
                assert row["indicator"] in listed, row
    looked = set(entries(parts, LOOK))
    assert adverse(made) <= looked
    if short_of_seats(made):
        assert "9" in looked


def is_of_white_respondents(row: pd.Series) -> bool:
    own = row["group"] == "White" and not row["comparator_group"]
    return bool(own and row["indicator"] in {"5", "6", "7", "8"})


def white_is_told(parts: Parts, number: str) -> bool:
    """Tell whether the move of White respondents stands anywhere, as theirs."""
    lines = [line for group in (BETTER, WORSE) for line in parts[group]]
    own = (f"[Indicator {number}]", f"White respondents alone, indicator {number}:")
    return any(
        "the figure for White respondents" in line
        for line in lines
        if any(name in line for name in own)
    )


def white_never_stands_alone(parts: Parts) -> None:
    """Hold that each sentence of White respondents in a list tells of the others as well."""
    for group in (BETTER, WORSE):
        for number, text in entries(parts, group).items():
            for sentence in re.split(r"(?<=[.]) (?=Since)", text) if number in "5678" else []:
                assert re.search(r"figure for (?!White)|the gap between", sentence), sentence


def tells_nothing_twice(parts: Parts) -> None:
    for lines in parts.values():
        assert len(lines) == len(set(lines))
        for line in lines:
            sentences = re.split(r"(?<=[.*]) ", line)
            assert len(sentences) == len(set(sentences)), line
    better, worse = (entries(parts, group) for group in (BETTER, WORSE))
    for number in set(better) & set(worse):
        names = [
            set(re.findall(r"the (?:gap|ratio(?: w[a-z ]+)?|figure for [\w ]+ respondents)", text))
            for text in (better[number].lower(), worse[number].lower())
        ]
        assert not names[0] & names[1], number


def says_what_is_empty(parts: Parts) -> None:
    """Hold that a group without a judged entry says so; those after the caution are not judged.

    Where a ratio over zero has no change, it may have moved: nothing is denied of it.
    """
    undivided = any(line.startswith(UNDIVIDED) for line in parts[WORSE])
    for group, always in EMPTY.items():
        nothing = OTHERS[group] if undivided and group in OTHERS else always
        lines = parts[group]
        caution = [at for at, line in enumerate(lines) if line.startswith(CAUTION)]
        judged = {group: lines[: caution[0]] if caution else lines}
        assert (nothing in lines) is not bool(entries(judged, group))


def gives_each_indicator_one_state(parts: Parts) -> None:
    rest = [line for line in parts[WORSE] if re.match(r"- (?!White)[A-Z]", line)]
    lists = [line.split(": ")[1].partition(". ")[0] for line in rest]
    named = [number for numbers in lists for number in re.findall(r"\b[1-9]\b", numbers)]
    assert len(named) == len(set(named))
    told_ = set(named) | set(entries(parts, BETTER)) | set(entries(parts, WORSE))
    assert told_ >= set("123456789")


def year_of(draw: st.DrawFn, year: int) -> TrustYear:
    """Draw a year with counts that show something, one way or the other."""
    events, shares = st.sampled_from([20, 100, 300]), st.sampled_from([5, 20, 40])
    counts = {
        name: f"White,1000,{draw(events)}\nBME,1000,{draw(events)}\nUnknown,0,0"
        for name in ("recruitment", "disciplinary", "training")
    }
    answers = [
        f"{number},{year - 1},trust,{group},{draw(shares)},500,,"
        for number in "568"
        for group in ("White", "BME")
    ]
    seats = draw(st.sampled_from([0, 1, 2, 5]))
    return trust_year(
        year,
        workforce="all,all,White,85\nall,all,BME,15\nall,all,Unknown,0",
        board=f"all,all,White,{10 - seats}\nall,all,BME,{seats}\nall,all,Unknown,0",
        staff_survey="\n".join(answers),
        **counts,
    )


@st.composite
def telling(draw: st.DrawFn) -> Chapter:
    """Results of two years that mostly differ, beside national figures."""
    return chapter_of(year_of(draw, 2021), year_of(draw, 2020), ENGLAND)


@some
@given(st.one_of(chapters(), telling()))
def test_conclusions_of_any_trust_leave_nothing_out_and_tell_nothing_twice(made: Chapter) -> None:
    parts = groups(made)
    is_whole(parts, made)
    tells_nothing_twice(parts)
    says_what_is_empty(parts)
    white_never_stands_alone(parts)
    gives_each_indicator_one_state(parts)


@pytest.mark.parametrize("sample", ["ryv_2020", "ryv_2019", "rv9_2021"])
def test_conclusions_of_published_reports_leave_nothing_out(
    sample: str, request: pytest.FixtureRequest
) -> None:
    made = request.getfixturevalue(sample)
    parts = groups(made)
    is_whole(parts, made)
    tells_nothing_twice(parts)
    white_never_stands_alone(parts)
    gives_each_indicator_one_state(parts)


def test_move_of_white_respondents_alone_is_no_improvement(rv9_2021: Chapter) -> None:
    """The figure for BAME respondents went from 11.4% to 18.4%."""
    assert "8" not in entries(rv9_2021, BETTER)
    (line,) = [one for one in groups(rv9_2021)[WORSE] if one.startswith("- White respondents")]
    assert line == (
        "- White respondents alone, indicator 8: since autumn 2019, the figure for White "
        "respondents went down by 2.1 points (improved), the figure for BAME respondents went up "
        "by 7 points (no clear change) and the gap between the groups went up by 9.1 points (too "
        "few to say)."
    )


def test_unknown_ethnicity_that_could_turn_a_ratio_is_told(rv9_2021: Chapter) -> None:
    """Extremes of indicator 4: 0.69 to 1.40."""
    looked = entries(rv9_2021, LOOK)
    assert looked["4"].endswith("; people of unknown ethnicity could turn this round.")
    assert "turn this round" not in looked["2"]  # 0.54 to 0.83


def test_figures_without_counts_are_told_by_the_way_they_went(ryv_2020: Chapter) -> None:
    worse = entries(ryv_2020, WORSE)
    assert worse["2"] == ("Since 2019, as printed, the ratio went up by 0.03 (further from 1).")
    # 18% of White respondents in autumn 2018, 20% in autumn 2019: part of why the gap narrowed.
    assert entries(ryv_2020, BETTER)["5"] == (
        "Since autumn 2018, as printed, the figure for BAME respondents went down by 1 point, the "
        "figure for White respondents went up by 2 points (the other way) and the gap between the "
        "groups narrowed by 3 points."
    )
    assert worse["6"] == (
        "Since autumn 2018, as printed, the figure for BAME respondents went up by 4 points, the "
        "figure for White respondents went up by 1 point and the gap between the groups widened by "
        "3 points."
    )


def test_moves_that_are_judged_come_before_a_caution_on_those_only_printed(
    ryv_2020: Chapter,
) -> None:
    better = groups(ryv_2020)[BETTER]
    assert better[0].endswith(
        "Since 2019, the BAME share of voting members less that of staff went up by 7.7 points "
        "(from none to 1 of 12 seats)."
    )
    assert better[1].startswith(CAUTION)
    assert ["as printed" in line for line in better] == [False, False, True, True]
    worse = groups(ryv_2020)[WORSE]
    assert worse[0] == "No indicator is shown to have worsened."
    caution = worse.index(better[1])
    assert [n for n, line in enumerate(worse) if ", as printed," in line] == [
        *range(caution + 1, len(worse))
    ]


def test_published_ratios_on_the_wrong_side_are_looked_at_and_others_not(
    ryv_2020: Chapter,
) -> None:
    looked = entries(ryv_2020, LOOK)
    assert looked["2"].startswith("White applicants were 1.48 times as likely")
    assert "3" not in looked  # 0.81: BAME staff less often entered the process
    assert (
        "- How certain this year's figures are can't be judged, since counts were not published: "
        "indicators 2, 3, 4, 5, 6, 7 and 8."
    ) in groups(ryv_2020)[LOOK]


STAFF = "all,all,White,{}\nall,all,BME,{}\nall,all,Unknown,0"


def staffed(now: int, before: int | None) -> list[str]:
    """Give what did not improve of a trust with so many BME staff among ten thousand."""
    years = [
        trust_year(year, workforce=STAFF.format(10000 - bme, bme))
        for year, bme in ((2021, now), (2020, before))
        if bme is not None
    ]
    return groups(chapter_of_years(*years))[WORSE]


def test_share_of_staff_that_moved_is_named_and_not_judged() -> None:
    """15.00% of staff, and 16.20%; the other way round."""
    start = "- Neither better nor worse by itself: indicator 1."
    up, down = staffed(1620, 1500), staffed(1500, 1620)
    assert f"{start} Since 2020, the BME share of staff changed by +1.2 points." in up
    assert (
        f"{start} Since 2020, the BME share of staff changed by \N{MINUS SIGN}1.2 points." in down
    )


def test_share_of_staff_that_did_not_move_has_the_state_of_other_figures() -> None:
    """15.04% and 15.06% are printed as 15.0% and 15.1%."""
    assert any("same as printed the year before: indicator 1." in one for one in staffed(15, 15))
    assert any(one.startswith("- Hardly moved") for one in staffed(1504, 1506))
    assert any(re.match(r"- No earlier figure.*: indicator 1\.", one) for one in staffed(15, None))


def test_one_case_is_too_few_and_an_empty_board_is_looked_at(rv9_2021: Chapter) -> None:
    looked = entries(rv9_2021, LOOK)
    assert looked["9"].endswith("The workforce share would be half a seat.")
    assert "3" not in looked
    assert "- Too few cases to say: indicator 3." in groups(rv9_2021)[LOOK]


def test_survey_with_too_few_answers_to_compare_the_groups_is_named_so() -> None:
    """3 of 12 against 13 of 120: of 12, 1.5 would be expected."""
    rows = "5,2020,trust,BME,25,12,,\n5,2020,trust,White,10.8,120,,"
    made = chapter_of(trust_year(staff_survey=rows))
    assert "- Too few cases to say: indicator 5." in groups(made)[LOOK]


def test_ratio_outside_the_range_is_looked_at_though_nothing_clear_is_shown() -> None:
    """13 of 660 over 30 of 1,975: 1.30; by statsmodels' score method 0.69 to 2.44."""
    cases = "White,1975,30\nBME,660,13\nUnknown,0,0"
    made = chapter_of(trust_year(disciplinary=cases))
    line = "- Outside the range of 0.80 to 1.25, but no clear difference: indicator 3."
    assert line in groups(made)[LOOK]
    even = chapter_of(trust_year(disciplinary=cases.replace("13", "11")))  # 1.10
    assert "Outside the range" not in told(even)


def test_board_as_near_as_its_seats_allow_is_not_adverse() -> None:
    workforce = "all,all,White,85\nall,all,BME,15\nall,all,Unknown,0"
    board = "all,all,White,{}\nall,all,BME,{}\nall,all,Unknown,0"
    near, far = (
        chapter(workforce=workforce, board=board.format(10 - seats, seats)) for seats in (2, 0)
    )
    assert "9" not in entries(near, LOOK)
    assert "9" in entries(far, LOOK)
    # why one of them is listed, and the other not
    for made in (near, far):
        assert groups(made)[LOOK][-1] == (
            "The board or a part of it is listed here where it is half a person or more short of "
            "the workforce's BME share; with less missing, no other number of people would be "
            "nearer."
        )


def test_ratio_that_shows_within_bands_only_is_looked_at() -> None:
    # 80 of 500 over 65 of 400 is 0.98; in each of both bands the ratio is 2.
    rows = "ethnicity,band,shortlisted,appointed\nWhite,,500,80\nBME,,400,65\nUnknown,,20,5\n"
    bands = "White,2,400,40\nBME,2,100,5\nUnknown,2,20,5\nWhite,7,100,40\nBME,7,300,60"
    looked = entries(chapter(recruitment=rows + bands), LOOK)
    assert looked["2"].startswith(
        "Within the same pay bands, BME applicants were less likely than White"
    )


def test_change_since_a_baseline_of_the_year_before_is_told_once() -> None:
    counts = "White,1000,100\nBME,1000,{}\nUnknown,0,0"
    now, before = (
        trust_year(year, disciplinary=counts.format(cases))
        for year, cases in ((2021, 300), (2020, 100))
    )
    made = chapter_of_years(now, before, baseline=2020)
    assert entries(made, WORSE)["3"] == ("Since 2020, the ratio went up by 2.00 (further from 1).")


@pytest.mark.parametrize("number", ["2", "6", "9"])
def test_withheld_indicators_are_named_as_withheld(number: str) -> None:
    made = hide_all(full_chapter())
    assert number not in entries(made, LOOK)
    (line,) = [one for one in groups(made)[LOOK] if one.startswith("- Withheld")]
    assert number in line
    assert indicator(number).number in "".join(groups(made)[WORSE])


def test_nothing_is_denied_where_all_figures_are_withheld() -> None:
    made = hide_all(full_chapter())
    assert groups(made)[LOOK][0] == (
        "Nothing can be told of differences to anybody's disadvantage, since the figures that "
        "would show them are withheld to protect people."
    )
    assert EMPTY[LOOK] not in told(made)


def test_only_what_is_shown_is_denied_where_some_figures_are_withheld() -> None:
    # Appointments are even; one of 20 BME staff in the disciplinary process is withheld.
    even = "White,1000,100\nBME,1000,100\nUnknown,0,0"
    year = trust_year(2021, recruitment=even, disciplinary="White,900,90\nBME,20,1\nUnknown,0,0")
    made = chapter_of_years(protect(with_totals(year), load_profile("public")))
    assert groups(made)[LOOK][0] == (
        "No figure that is shown tells of a difference to anybody's disadvantage; of those that "
        "are withheld, nothing can be told."
    )


def test_figure_that_is_printed_is_not_called_withheld_where_that_of_the_year_before_is() -> None:
    # 1 of 20 BME staff in 2020 is withheld; 20 of 60 in 2021 is not.
    years = [
        protect(
            with_totals(trust_year(year, disciplinary=f"White,900,90\nBME,{bme}\nUnknown,0,0")),
            load_profile("public"),
        )
        for year, bme in ((2021, "60,20"), (2020, "20,1"))
    ]
    worse = groups(chapter_of_years(*years))[WORSE]
    start = "- No change can be given, since the figure of the year before is withheld"
    assert f"{start}: indicator 3." in worse
    assert not any(line.startswith("- Withheld") for line in worse)


def test_senior_bands_that_are_withheld_are_named_where_bands_are_looked_at() -> None:
    line = "- Pay bands that are withheld to protect people may be adverse too: indicator 1."
    assert line in groups(hide_all(full_chapter()))[LOOK]
    assert line not in groups(full_chapter())[LOOK]


def test_senior_bands_of_a_staff_group_are_listed_where_those_of_all_staff_are_withheld() -> None:
    """196 of 841 staff: 5.83 of 25 and 1.63 of 7, where nobody is; 8b clinical is withheld."""
    made = real("ZZ1", 2024)
    goals = made.rows(indicator="1", measure="parity_headcount").set_index("breakdown")
    assert goals.loc["staff_group=all;band=8a", "status"] == "suppressed"
    assert goals.loc["staff_group=clinical;band=8a;part=staff group", "value"] == pytest.approx(
        25 * 196 / 841
    )
    assert goals.loc["staff_group=non-clinical;band=8b;part=staff group", "value"] == pytest.approx(
        7 * 196 / 841
    )
    told = "fewer than at the workforce's share: clinical band 8a, non-clinical band 8b and VSM."
    assert any(told in line for line in groups(made)[LOOK])


def appointed(now: tuple[int, int], before: tuple[int, int]) -> Chapter:
    years = [
        trust_year(year, recruitment=f"White,300,{white}\nBME,200,{bme}")
        for year, (white, bme) in ((2021, now), (2020, before))
    ]
    return chapter_of_years(*years)


@pytest.mark.parametrize(
    ("now", "before", "list_of", "told"),
    [
        ((50, 20), (50, 0), BETTER, "the ratio went down from a ratio over zero (closer to 1)."),
        ((50, 0), (50, 20), WORSE, "the ratio went up to a ratio over zero (further from 1)."),
        (
            (50, 0),
            (0, 40),
            WORSE,
            "the ratio went up to a ratio over zero (the difference is now the other way round).",
        ),
    ],
)
def test_ratio_over_zero_in_one_year_is_listed_by_which_way_it_went(
    now: tuple[int, int], before: tuple[int, int], list_of: str, told: str
) -> None:
    """White over BME, 50 of 300 over 20 of 200 is 1.67; over 0 of 200 it is at least 8.83."""
    parts = groups(appointed(now, before))
    assert any("Since 2020, " + told in line for line in parts[list_of])


@pytest.mark.parametrize(
    ("now", "before"), [((50, 0), (30, 0)), ((0, 0), (0, 0)), ((50, 20), (0, 0))]
)
def test_ratio_over_zero_that_shows_no_change_is_listed_in_its_own_words(
    now: tuple[int, int], before: tuple[int, int]
) -> None:
    """White over BME: over 0 of 200 in both years, or nobody of either group in one."""
    parts = groups(appointed(now, before))
    assert parts[BETTER] == [OTHERS[BETTER]]
    assert parts[WORSE][0] == OTHERS[WORSE]
    assert f"{UNDIVIDED} by zero: indicator 2." in parts[WORSE]
    assert not any("No earlier" in line and "2" in line for line in parts[WORSE])


def test_figure_that_is_missing_this_year_alone_is_not_told_as_without_an_earlier_one() -> None:
    now, before = (
        trust_year(year, recruitment=rows)
        for year, rows in ((2021, "White,300,0\nBME,0,0"), (2020, "White,300,50\nBME,200,40"))
    )
    worse = groups(chapter_of_years(now, before))[WORSE]
    (line,) = [line for line in worse if line.startswith("- No figure of this year to compare: ")]
    assert "indicators 1, 2, 3" in line
    assert not any(line.startswith("- No earlier figure") for line in worse)


def test_figure_of_neither_year_is_not_told_as_without_an_earlier_one() -> None:
    worse = groups(chapter(recruitment="White,300,50\nBME,200,40"))[WORSE]
    assert "- No earlier figure to compare with: indicator 2." in worse
    assert "- No figure of this year to compare: indicators 1, 3, 4, 5, 6, 7, 8 and 9." in worse


def test_what_a_move_shows_joins_the_brackets_that_stand_before_it() -> None:
    """White staff leave the board: 3 of 10 seats to none, where 15% of staff are BME."""
    workforce = "all,all,White,85\nall,all,BME,15\nall,all,Unknown,0"
    board = "all,all,White,{}\nall,all,BME,{}\nall,all,Unknown,0"
    made = chapter_of_years(
        trust_year(2021, workforce=workforce, board=board.format(10, 0)),
        trust_year(2020, workforce=workforce, board=board.format(7, 3)),
    )
    moved = "from 3 of 10 to 0 of 10 seats; the difference is now the other way round"
    assert f"({moved})" in told(made)
    assert ") (" not in told(made)


def test_board_of_which_parts_alone_moved_has_an_earlier_figure() -> None:
    """Of last year only voting members are known: 2 of 10, and now none; staff are 15% BME."""
    workforce = "all,all,White,85\nall,all,BME,15\nall,all,Unknown,0"
    voting = "all,yes,White,{}\nall,yes,BME,{}\nall,yes,Unknown,0"
    now = f"{voting.format(10, 0)}\nall,no,White,2\nall,no,BME,0\nall,no,Unknown,0"
    made = chapter_of_years(
        trust_year(workforce=workforce, board=now),
        trust_year(2020, workforce=workforce, board=voting.format(8, 2)),
    )
    worse = groups(made)[WORSE]
    assert "9" in entries(made, WORSE)
    assert not any("9" in line for line in worse if line.startswith("- No earlier"))


def test_older_figure_is_not_denied_where_the_year_before_is_missing() -> None:
    """2020 is not there: 2019 has recruitment and a board, and the survey of autumn 2018."""
    board = "all,all,White,{}\nall,all,BME,{}\nall,all,Unknown,0"
    survey = "5,{0},trust,White,20,300,,\n5,{0},trust,BME,25,60,,"
    now, before = (
        trust_year(
            year,
            workforce="all,all,White,85\nall,all,BME,15\nall,all,Unknown,0",
            recruitment=f"White,300,{appointed}\nBME,200,40",
            board=board.format(9, 1),
            staff_survey=survey.format(year - 1),
        )
        for year, appointed in ((2021, 50), (2019, 60))
    )
    for baseline in (None, 2019):
        worse = groups(chapter_of_years(now, before, baseline=baseline))[WORSE]
        assert (
            "- No figure of 2020 to compare with, only of years before that: indicators 1, 2 and 9."
            in worse
        )
        assert (
            "- No figure of autumn 2019 to compare with, only of surveys before that: indicator 5."
            in worse
        )
        assert not any("No earlier figure" in line or "printed the year" in line for line in worse)


def test_figure_whose_last_place_alone_moved_is_not_told_as_the_same() -> None:
    """A tenth of the board less 15.04% and 15.06% of staff: −5.0 and −5.1 points, 0.02 apart."""
    now, before = (
        trust_year(
            year,
            workforce=f"all,all,White,{10000 - bme}\nall,all,BME,{bme}\nall,all,Unknown,0",
            board_percent="all,all,White,90\nall,all,BME,10\nall,all,Unknown,0",
        )
        for year, bme in ((2021, 1504), (2020, 1506))
    )
    worse = groups(chapter_of(now, before))[WORSE]
    assert "- Hardly moved since the year before: indicators 1 and 9." in worse
    assert not any("The same as printed" in line for line in worse)
