"""Each reader of a later measure finds a count that its figure gives away, planted by hand.

Every case prints one figure that a report would not print beside what it withholds, and asks what
the adversary makes of it: the one number, or the few, that the figure can come from.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from tests.attack import figures, intervals
from tests.attack.adversary import Attack, attack
from tests.attack.facts import Fact, Var, count
from tests.attack.figures import ALL
from tests.attack.printed import exactly
from tests.attack.results_csv import read_results_csv
from tests.attack.sentences import read_text
from tests.attack.strata import LABELS, stratum
from tests.attack.structure import others
from tests.attack.tables import Reader
from wres.results import COLUMNS
from wres.stats import (
    Interval,
    Pair,
    koopman_interval,
    mantel_haenszel,
    mover_interval,
    newcombe_interval,
    relative_likelihood,
    wilson_interval,
)

Counts = dict[Var, float]


def _rows(folder: Path, *rows: dict[str, object], name: str = "results.csv") -> Path:
    """Write rows of a results.csv of 2021."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS, restval="")
        writer.writeheader()
        for row in rows:
            writer.writerow({"year": "2021", "breakdown": "all", "status": "ok", **row})
    return path


def _shown(counts: Counts) -> list[Fact]:
    return [count(var, exactly(number), "by hand", "count") for var, number in counts.items()]


def _attacked(leaks: list[Fact], shown: Counts, hidden: Counts) -> Attack:
    """Attack printed counts and what leaks beside them; nothing may be misread."""
    made = attack([*leaks, *_shown(shown)], {**shown, **hidden})
    assert not made.misread
    return made


def _found(leaks: list[Fact], shown: Counts, hidden: Counts) -> dict[Var, tuple[float, float]]:
    """Give what is found with the leak, where nothing is without it."""
    mentioned = {var for one in leaks for var in one.variables}
    bare = [Fact("count", (((var, 1.0),),), 0.0, np.inf, "by hand", "") for var in mentioned]
    assert not _attacked(bare, shown, hidden).findings
    made = _attacked(leaks, shown, hidden)
    return {one.var: (one.low, one.high) for one in made.findings}


def _cases(year: int, group: str, events: float, people: float) -> Counts:
    names = ("entered_process", "workforce")
    return {
        figures.events(year, "3", name, group): number
        for name, number in zip(names, (events, people), strict=True)
    }


def _limits(interval: Interval | None, times: float = 1.0) -> dict[str, object]:
    assert interval is not None
    return {"lower": times * interval.lower, "upper": times * interval.upper, "confidence": 95}


NOW = {**_cases(2021, "BME", 9, 200), **_cases(2021, "White", 30, 900)}
RATIO = {
    "indicator": "3",
    "group": "BME",
    "comparator_group": "White",
    "previous_year": "2020",
}


def _ratio(*counts: int) -> tuple[float, Interval]:
    pairs = (Pair(counts[0], counts[1]), Pair(counts[2], counts[3]))
    value, interval = relative_likelihood(*pairs), koopman_interval(*pairs)
    assert value is not None
    assert interval is not None
    return value, interval


@pytest.mark.parametrize("end", ["lower", "upper"])
def test_one_end_of_the_interval_of_a_ratios_change_gives_last_years_cases_away(
    tmp_path: Path, end: str
) -> None:
    change = mover_interval(*_ratio(9, 200, 30, 900), *_ratio(3, 190, 40, 950))
    row = RATIO | {"measure": "change", end: getattr(change, end), "confidence": 95}
    leaks = [*read_results_csv(_rows(tmp_path, row | {"value": ""}))]
    assert not leaks  # without a value there is no row: an end alone is read beside one
    row |= {"value": _ratio(9, 200, 30, 900)[0] - _ratio(3, 190, 40, 950)[0]}
    leaks = [one for one in read_results_csv(_rows(tmp_path, row)) if one.kind.endswith(end)]
    assert [one.kind for one in leaks] == [f"moved ratio {end}"]
    last = _cases(2020, "BME", 3, 190)
    shown = {**NOW, **_cases(2020, "White", 40, 950), **_cases(2020, "BME", 3, 190)}
    hidden = figures.events(2020, "3", "entered_process", "BME")
    shown.pop(hidden)
    assert _found(leaks, shown, last) == {hidden: (3, 3)}


def test_the_printed_interval_of_a_change_narrows_last_years_cases_down() -> None:
    """To two decimals: the sentence alone leaves one number."""
    change = mover_interval(*_ratio(9, 200, 30, 900), *_ratio(3, 190, 40, 950))
    values = (_ratio(3, 190, 40, 950)[0], _ratio(9, 200, 30, 900)[0])
    words = (
        "Formal disciplinary process. The ratio of staff in the disciplinary process. The ratio "
        f"went up by 0.99 since 2020 (from {values[0]:.2f} to {values[1]:.2f}; 95% interval of the "
        f"change \N{MINUS SIGN}{-change.lower:.2f} to {change.upper:.2f})."
    )
    told = [*read_text(words, "by hand", Reader(2021, "BME"))]
    leaks = [one for one in told if one.kind.startswith("moved")]
    assert [one.kind for one in leaks] == ["moved ratio lower", "moved ratio upper"]
    hidden = figures.events(2020, "3", "entered_process", "BME")
    shown = {**NOW, **_cases(2020, "White", 40, 950), **_cases(2020, "BME", 3, 190)}
    shown.pop(hidden)
    assert _found(leaks, shown, {hidden: 3.0}) == {hidden: (3, 3)}


def _answers(autumn: int, group: str, percent: float, people: float) -> Counts:
    key = (autumn, "8", group)
    return {figures.percent(*key): percent, figures.responses(*key): people}


SURVEY = {
    "indicator": "8",
    "group": "BME",
    "previous_year": "2020",
    "breakdown": "survey_year=2020",
}


def test_the_interval_of_a_survey_figures_change_gives_last_years_respondents_away(
    tmp_path: Path,
) -> None:
    change = newcombe_interval((0.25, 120), (0.5, 8))
    row = SURVEY | {"measure": "change", "value": -25.0, "method": "newcombe"}
    leaks = [*read_results_csv(_rows(tmp_path, row | _limits(change, 100)))]
    leaks = [one for one in leaks if one.kind.startswith("moved")]
    hidden = figures.responses(2019, "8", "BME")
    shown = {**_answers(2020, "BME", 25, 120), figures.percent(2019, "8", "BME"): 50.0}
    made = _attacked(leaks, shown, {hidden: 8.0})
    assert [(one.var, one.low, one.high) for one in made.findings if one.var == hidden] == [
        (hidden, 8, 8)
    ]


def test_the_interval_of_a_gap_gives_the_respondents_of_one_group_away(tmp_path: Path) -> None:
    gap = newcombe_interval((0.5, 8), (0.25, 120), confidence=98.75)
    row = SURVEY | {"measure": "gap", "comparator_group": "White", **_limits(gap, 100)}
    row |= {"confidence": 98.75, "value": 25.0, "previous_year": "", "status": "as published"}
    leaks = [one for one in read_results_csv(_rows(tmp_path, row)) if "gap " in one.kind]
    assert [one.kind for one in leaks] == ["gap lower", "gap upper"]
    hidden = figures.responses(2020, "8", "BME")
    shown = {**_answers(2020, "White", 25, 120), figures.percent(2020, "8", "BME"): 50.0}
    made = _attacked(leaks, shown, {hidden: 8.0})
    assert (hidden, 8, 8) in [(one.var, one.low, one.high) for one in made.findings]


def test_a_comparison_with_known_respondents_gives_the_trusts_own_away(tmp_path: Path) -> None:
    # 30% stands for 29.5% to 30.5%
    least, most = (newcombe_interval((0.5, 8), (other, 4000)) for other in (0.305, 0.295))
    assert least is not None
    assert most is not None
    difference = Interval(least.lower, most.upper)
    row = SURVEY | {"measure": "comparison", "value": 20.0, "method": "newcombe"}
    row |= {"breakdown": "survey_year=2020;comparator=benchmark group", "status": "as published"}
    row |= {"benchmark": 30.0, "comparator_denominator": 4000, "previous_year": ""}
    leaks = [*read_results_csv(_rows(tmp_path, row | _limits(difference, 100)))]
    assert {"compared lower", "compared upper"} <= {one.kind for one in leaks}
    hidden = figures.responses(2020, "8", "BME")
    made = _attacked(leaks, {figures.percent(2020, "8", "BME"): 50.0}, {hidden: 8.0})
    assert (hidden, 8, 8) in [(one.var, one.low, one.high) for one in made.findings]


def _senior(bme: float, people: float) -> Counts:
    return {
        figures.staff(2021, ALL, "8a", "BME"): bme,
        figures.staff(2021, ALL, "8a", ALL): people,
        figures.staff(2021, ALL, ALL, "BME"): 100.0,
        figures.staff(2021, ALL, ALL, ALL): 1000.0,
        figures.staff(2021, ALL, "5", ALL): 1000.0 - people,
    }


BAND = "staff_group=all;band=8a"
SENIOR = {"indicator": "1", "group": "BME", "unit": "headcount"}
# Of 40 people a tenth are 4; two there now; seven years to go.
LINE = [
    SENIOR | {"measure": "trajectory", "breakdown": f"{BAND};at={year}", "value": value}
    for year, value in ((2021, 2.0), (2024, 2 + 3 * 2 / 7), (2028, 4.0))
]


@pytest.mark.parametrize(
    ("measure", "more", "value"),
    [
        ("trajectory", ";at=2024", 2 + 3 * 2 / 7),
        ("yearly_increase", "", 2 / 7),
        ("yearly_increase", ";leavers=10", 2 / 7 + 0.1 * (2 + 2 / 7 * 3)),
    ],
)
def test_the_way_to_a_goal_gives_the_people_of_a_senior_band_away(
    tmp_path: Path, measure: str, more: str, value: float
) -> None:
    row = SENIOR | {"measure": measure, "breakdown": f"{BAND}{more}", "value": value}
    shares = [
        {"indicator": "1", "measure": "share", "breakdown": BAND, "status": "suppressed"},
    ]
    told = [*read_results_csv(_rows(tmp_path, row, LINE[2], *shares))]
    leaks = [one for one in told if one.kind == "way" and one.text.startswith(measure)]
    hidden = figures.staff(2021, ALL, "8a", "BME")
    shown = _senior(2, 40)
    shown.pop(hidden)
    others_ = {figures.staff(2021, ALL, "5", "BME"): 98.0}
    assert _found(leaks[:1], shown, {hidden: 2.0, **others_}) == {hidden: (2, 2)}


def test_no_step_a_year_says_that_the_goal_is_reached(tmp_path: Path) -> None:
    """Of 24 people a tenth are 2.4: three or more are there."""
    rows = [
        SENIOR | {"measure": "yearly_increase", "breakdown": BAND, "value": 0.0},
        {"indicator": "1", "measure": "share", "breakdown": BAND, "status": "suppressed"},
    ]
    leaks = [one for one in read_results_csv(_rows(tmp_path, *rows)) if one.kind == "reached"]
    hidden = figures.staff(2021, ALL, "8a", "BME")
    shown = _senior(3, 24)
    shown.pop(hidden)
    shown[figures.staff(2021, ALL, "8a", "White")] = 20.0
    unknown = (*hidden[:-1], "Unknown")
    others_ = {figures.staff(2021, ALL, "5", "BME"): 97.0}
    assert _found(leaks, shown, {hidden: 3.0, unknown: 1.0, **others_}) == {
        hidden: (3, 4),
        unknown: (0, 1),
    }


@pytest.mark.parametrize("size", ["1", "1.0"])
def test_a_ratio_in_people_gives_the_cases_away(size: str) -> None:
    """10 of 100 White staff: of 40 BME staff 4 are expected, and 1 fewer than that are 3."""
    words = (
        "Had BME staff been as likely as White staff to enter the formal disciplinary process, "
        f"{size} more of them would have done so."
    )
    leaks = [*read_text(words, "by hand", Reader(2021, "BME"))]
    assert [one.kind for one in leaks] == ["excess"]
    hidden = figures.events(2021, "3", "entered_process", "BME")
    shown = {**_cases(2021, "BME", 3, 40), **_cases(2021, "White", 10, 100)}
    shown.pop(hidden)
    assert _found(leaks, shown, {hidden: 3.0}) == {hidden: (3, 3)}


BY_BAND = {
    "under 1-5": ((40, 400), (12, 90)),
    "6-7": ((30, 300), (3, 60)),
    "8a-VSM": ((9, 100), (6, 20)),
    "medical and dental": ((0, 0), (0, 0)),
}


def _strata(*columns: str) -> Counts:
    return {
        stratum(2021, "4", column, label, group): float(BY_BAND[label][side][place])
        for label in LABELS
        for side, group in enumerate(("White", "BME"))
        for place, column in enumerate(("accessed", "workforce"))
        if column in (columns or (column,))
    }


def _wholes() -> Counts:
    made: Counts = {}
    for (year, table, column, group), number in _strata().items():
        var = (year, table, column.partition("|")[0], group)
        made[var] = made.get(var, 0.0) + number
    return made


def _pooled() -> dict[str, object]:
    pairs = [(Pair(*one), Pair(*other)) for one, other in BY_BAND.values()]
    made = mantel_haenszel(pairs)
    row = {"indicator": "4", "measure": "relative_likelihood", "breakdown": "stratified=band"}
    row |= {"group": "White", "comparator_group": "BME", "value": made.value}
    row |= {"reason": "compared within under 1-5, 6-7, 8a-VSM"}
    sums = {"numerator": 79, "denominator": 800}
    others_ = {"comparator_numerator": 21, "comparator_denominator": 170}
    return {**row, **sums, **others_, **_limits(made.interval)}


def test_a_ratio_within_bands_gives_a_stratum_away_where_the_others_are_known(
    tmp_path: Path,
) -> None:
    """Read by its value alone, none of its counts taken for printed."""
    told = [*read_results_csv(_rows(tmp_path, _pooled()))]
    leaks = [one for one in told if one.kind == "pooled"]
    hidden = stratum(2021, "4", "accessed", "6-7", "BME")
    assert {one.kind for one in told} >= {"pooled", "pooled lower", "pooled upper", "count"}
    shown = {var: number for var, number in _strata().items() if var != hidden}
    assert _found(leaks, shown, {hidden: 3.0}) == {hidden: (3, 3)}


def test_every_count_behind_a_shown_ratio_within_bands_is_taken_for_printed(
    tmp_path: Path,
) -> None:
    """The staff of a stratum are those of its bands: of 60 in bands 6 and 7, 58 are in one."""
    bands = {("clinical", "6"): 58.0, ("clinical", "7"): 2.0, ("non-clinical", "6-7"): 0.0}
    listed = {
        figures.staff(2021, half, band, "BME"): number for (half, band), number in bands.items()
    }
    for half in ("clinical", "non-clinical"):
        for group in ("White", "BME"):
            for label in ("under 1-5", "6-7", "8a-VSM"):
                side = ("White", "BME").index(group)
                if (label, group, half) in {("6-7", "BME", "clinical")}:
                    continue
                number = float(BY_BAND[label][side][1]) if half == "clinical" else 0.0
                names = ["6", "7"] if (label, half) == ("6-7", "clinical") else [label]
                for name in names:
                    part = number if name in {names[0]} else 0.0
                    listed.setdefault(figures.staff(2021, half, name, group), part)
    hidden = figures.staff(2021, "clinical", "7", "BME")
    shown = {var: number for var, number in listed.items() if var != hidden}
    truth = {hidden: 2.0, **_strata(), **_wholes()}
    leaks = [*read_results_csv(_rows(tmp_path, _pooled()))]
    found = _attacked(leaks, shown, truth).findings
    assert hidden in {one.var for one in found}


def test_an_interval_at_another_confidence_is_read_at_that_confidence(tmp_path: Path) -> None:
    interval = koopman_interval(Pair(3, 190), Pair(40, 950), confidence=97.9)
    row = RATIO | {"measure": "relative_likelihood", **_limits(interval), "confidence": 97.9}
    row |= {"previous_year": "", "value": relative_likelihood(Pair(3, 190), Pair(40, 950))}
    told = [*read_results_csv(_rows(tmp_path, row))]
    leaks = [one for one in told if one.kind == "koopman lower"]
    hidden = figures.events(2021, "3", "entered_process", "BME")
    shown = {**_cases(2021, "White", 40, 950), **_cases(2021, "BME", 3, 190)}
    shown.pop(hidden)
    assert _found(leaks, shown, {hidden: 3.0}) == {hidden: (3, 3)}


def test_a_sentence_with_an_adjusted_interval_is_read_at_the_reports_confidence() -> None:
    words = (
        "BME staff were less likely than White staff to enter the formal disciplinary process: "
        "0.38 times as likely (97.9% interval 0.11 to 1.20)."
    )
    reader = Reader(2021, "BME", {("3", "relative_likelihood"): 97.9166})
    told = [one for one in read_text(words, "by hand", reader) if "koopman" in one.kind]
    assert [one.known for one in told] == [(97.9166,), (97.9166,)]


def test_a_rank_says_between_which_of_the_peers_a_figure_lies(tmp_path: Path) -> None:
    """Two of six peers are below: of 20 to 21.5%, of ten people that is no whole number but 21%."""
    peers = tmp_path / "peers"
    keys = {"indicator": "workforce", "measure": "share", "group": "BME", "unit": "%"}
    for code, value in zip("ABCDEF", (10, 20, 21.5, 30, 40, 50), strict=True):
        _rows(peers, keys | {"value": value}, name=f"{code}/results.csv")
    rank = keys | {"measure": "percentile", "breakdown": "peers=all", "value": 100 / 3}
    rank |= {"numerator": 2, "comparator_numerator": 0, "denominator": 6}
    leaks = [*read_results_csv(_rows(tmp_path, rank), peers=peers)]
    assert [(one.kind, round(one.low, 6), round(one.high, 6)) for one in leaks] == [
        ("share", 20, 21.5)
    ]
    hidden = figures.staff(2021, ALL, ALL, "BME")
    shown = {(*hidden[:-1], ALL): 70.0}  # under 100 people: the whole is no better than a part
    found = _attacked(leaks, shown, {hidden: 15.0})
    assert found.bounded


def test_a_detailed_group_is_found_from_the_others_of_its_group(tmp_path: Path) -> None:
    names = ("White - British", "White - Irish")
    rows = [
        {
            "indicator": "workforce",
            "measure": "headcount",
            "breakdown": "ethnic_group=White",
            "group": name,
            "value": value,
            "numerator": value,
            "status": status,
        }
        for name, value, status in ((names[0], 900, "ok"), (names[1], "", "suppressed"))
    ]
    whole = figures.staff(2021, ALL, ALL, "White")
    hidden = {figures.detail(2021, "White", names[1]): 3.0, others(2021, "White"): 0.0}
    shown = {whole: 903.0, figures.detail(2021, "White", names[0]): 900.0}
    shown[(*whole[:-1], ALL)] = 1000.0
    made = _attacked([*read_results_csv(_rows(tmp_path, *rows))], shown, hidden)
    assert [(one.var[-1], one.low, one.high) for one in made.findings] == [(names[1], 3, 3)]


def test_the_adversarys_intervals_are_those_of_reports() -> None:
    """Its own formulae, beside the product's: a reader of the wrong formula would find nothing."""
    for one, other in (((3, 40), (20, 300)), ((0, 40), (20, 300)), ((12, 40), (0, 300))):
        parts = [np.float64(number) for number in (*one, *other)]
        made = koopman_interval(Pair(*one), Pair(*other), confidence=97.5)
        assert made is not None
        assert [*map(float, intervals.koopman(parts, 97.5))] == pytest.approx(
            [made.lower, made.upper]
        )
    wilson = wilson_interval(0.25, 44, confidence=99.0)
    assert wilson is not None
    told = intervals.of_percentage([np.float64(25), np.float64(44)], 99.0)
    assert [*map(float, told)] == pytest.approx([100 * wilson.lower, 100 * wilson.upper])
