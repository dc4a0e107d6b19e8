"""The adversary still understands what reports say: its patterns are held against their sentences.

A sentence that is worded anew would be passed over in silence, and with it what it gives away.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from tests.attack import figures
from tests.attack.attacking import generated, trust_folder
from tests.attack.band_sums import last_years, listed_bands
from tests.attack.facts import Var
from tests.attack.figures import ALL
from tests.attack.reading import ReportFiles
from tests.attack.result_rows import confidences, rows_of
from tests.attack.sentences import read_text
from tests.attack.tables import Reader
from tests.attack.tracing import COLUMNS, unexplained
from tests.gallery.places import places
from tests.unit.hotspots.anew import worded_anew
from tests.unit.hotspots.made import FEW_CASES, MANY_CASES, cases_of, hotspots
from wres.chapters.reading import Chapter
from wres.charts.senior_bands import senior_bands
from wres.hotspots import answer, detail_text, not_shown, view_text
from wres.hotspots.kinds import KINDS
from wres.loading import load_chapter
from wres.narrative import Narrative, conclusions
from wres.results import write_results

# What stands before a sentence about change where it does not name the indicator itself.
HEADED = {
    "2": "Appointment from shortlisting. ",
    "3": "Formal disciplinary process. ",
    "4": "Non-mandatory training. ",
    "5": "Harassment from patients or the public. ",
    "6": "Harassment from staff. ",
    "7": "Equal opportunities. ",
    "8": "Discrimination at work. ",
    "9": "",
}
# Trusts with events by band and adjusted intervals, and with a senior band below its goal.
SEED, BELOW_GOAL = 9, 17
# How many leave a senior band each year: a setting, which charts name.
LEAVERS = 7.5


@cache
def _reading(seed: int) -> tuple[Chapter, Reader]:
    """Make the internal results of a trust, of which nothing is withheld, and what reads them."""
    code, years, beside = generated(seed)
    goal = {"target_year": 2028, "leavers_percent": LEAVERS}
    settings = beside.settings | {"model_employer": goal}
    beside = replace(beside, settings=settings, peers=False)  # no sentence tells of them
    with trust_folder(code, years, beside) as data:
        chapter = load_chapter(data, code, 2021, "internal")
        write_results(chapter.results, data / "results.csv")
        rows = rows_of(data / "results.csv")
    reader = Reader(2021, "BME", confidences(rows), listed_bands(rows), last_years(rows))
    return chapter, reader


def _kinds(sentences: Iterator[str], reader: Reader) -> set[str]:
    return {one.kind for words in sentences for one in read_text(words, "by hand", reader)}


@pytest.mark.parametrize(
    ("method", "numbers", "kinds"),
    [
        ("in_people", "234", {"excess"}),
        ("within_bands", "234", {"pooled", "pooled lower", "pooled upper"}),
        ("finding", "234", {"ratio", "koopman lower", "koopman upper", "count"}),
        ("change", "234", {"ratio", "moved ratio lower", "moved ratio upper"}),
        ("finding", "5678", {"count", "gap lower", "gap upper"}),
        ("change", "5678", {"count", "moved percentage lower", "moved percentage upper"}),
        ("unknown", "234", {"ratio", "count"}),
        ("finding", "9", {"share", "count", "gap"}),
    ],
)
def test_what_is_said_of_an_indicator_is_read(method: str, numbers: str, kinds: set[str]) -> None:
    chapter, reader = _reading(SEED)
    say = Narrative(chapter)
    told = (f"{HEADED[one]}{getattr(say, method)(int(one))}" for one in numbers)
    assert kinds <= _kinds(told, reader)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("method", "kinds"),
    [
        ("workforce", {"share", "count"}),
        ("workforce_change", {"share", "change of share"}),
        ("bands", {"share", "count"}),
        ("model_employer", {"parity", "count", "way"}),
    ],
)
def test_what_is_said_of_staff_is_read(method: str, kinds: set[str]) -> None:
    chapter, reader = _reading(BELOW_GOAL)
    assert kinds <= _kinds(iter([getattr(Narrative(chapter), method)()]), reader)


@pytest.mark.slow
def test_what_conclusions_say_of_the_share_of_staff_is_read() -> None:
    chapter, reader = _reading(BELOW_GOAL)
    told = conclusions(chapter).text.replace("\\", "").splitlines()
    (line,) = [one for one in told if "share of staff changed by" in one]
    assert _kinds(iter([line]), reader) == {"change of share"}


def test_what_a_chart_says_of_the_way_to_a_goal_is_read_with_those_who_leave() -> None:
    chapter, reader = _reading(BELOW_GOAL)
    told = [f"{band.title}: {band.told}." for band in senior_bands(chapter) if band.rises]
    assert told
    for words in told:
        assert f"appointments a year if {LEAVERS}% leave" in words
        facts = [*read_text(words, "by hand", reader)]
        assert [one.kind for one in facts] == ["parity", "count", "count", "way", "way"]
        # Seven years to 2028: a seventh of what is missing, and 7.5% of those there on average.
        (_, to_goal), (now, goal) = (one.known for one in facts if one.kind == "way")
        assert to_goal == pytest.approx(1 / 7)
        assert (now, goal) == pytest.approx((0.075 * 4 / 7 - 1 / 7, 1 / 7 + 0.075 * 3 / 7))


def test_the_percentage_of_leavers_is_no_figure_to_be_traced(tmp_path: Path) -> None:
    row = dict.fromkeys(COLUMNS, "") | {"indicator": "1", "breakdown": "band=8a;leavers=7.5"}
    with (tmp_path / "results.csv").open("w", encoding="utf-8", newline="") as lines:
        made = csv.DictWriter(lines, [*row])
        made.writeheader()
        made.writerow(row)
    files = ReportFiles(tmp_path, Reader(2021, "BME"))
    files.texts += [("report.html svg", "7.77 appointments a year if 7.5% leave")]
    assert unexplained(files) == [
        "report.html svg: 7.77 in '7.77 appointments a year if 7.5% leave'"
    ]


# Staff of the gallery's trust, all clinical, by year and band: White, BME; the year before has
# four White staff more in each division and band.
STAFF = {
    2021: {"5": (1590, 620), "6": (900, 260), "8a": (360, 38)},
    2020: {"5": (1606, 620), "6": (916, 260), "8a": (376, 38)},
}
DETAILS = {"Asian or Asian British - Indian": 609, "Black or Black British - African": 306}


def _staff_of_the_gallery() -> dict[Var, float]:
    truth: dict[Var, float] = {}
    for year, bands in STAFF.items():
        for staff_group in (ALL, "clinical"):
            for at, group in enumerate(("White", "BME")):
                for band, heads in bands.items():
                    truth[figures.staff(year, staff_group, band, group)] = heads[at]
                everyone = sum(heads[at] for heads in bands.values())
                truth[figures.staff(year, staff_group, ALL, group)] = everyone
    truth[figures.staff(2021, ALL, ALL, ALL)] = 3867  # with 99 of unknown ethnicity
    truth[figures.staff(2020, ALL, ALL, ALL)] = 3915
    for name, count in DETAILS.items():
        for year in STAFF:
            truth[figures.detail(year, "BME", name)] = count
    return truth


@pytest.mark.parametrize("dimension", ["pay band", "staff group and pay band"])
def test_what_hotspots_say_of_staff_groups_and_pay_bands_is_read_and_right(dimension: str) -> None:
    words = view_text(places("ordinary"), "workforce", dimension)
    facts = [*read_text(words, "by hand", Reader(2021, "BME"))]
    assert [one.kind for one in facts] == [*("count", "share", "share") * 2, "share", "share"]
    truth = _staff_of_the_gallery()
    assert [one for one in facts if not one.holds(truth)] == []
    wrong = words.replace("38 BME staff", "39 BME staff").replace(": 9.5% of", ": 9.9% of")
    found = read_text(wrong, "by hand", Reader(2021, "BME"))
    assert [one.kind for one in found if not one.holds(truth)] == ["count", "share"]


def test_what_hotspots_say_of_detailed_groups_is_read_and_right() -> None:
    truth = _staff_of_the_gallery()
    for name in DETAILS:
        words = detail_text(places("ordinary"), name)
        facts = [*read_text(words, "by hand", Reader(2021, "BME"))]
        assert [one.kind for one in facts] == ["count", "share", "share"]
        assert [one.shown for one in facts if not one.holds(truth)] == []


def test_what_hotspots_say_of_places_is_taken_for_no_figure_of_the_whole_trust() -> None:
    spots = places("ordinary")
    told = [answer(spots), not_shown(spots)]
    told += [view_text(spots, key, "division") for key in spots.measures()]
    banded = hotspots(before=cases_of(FEW_CASES, "6-7"), **cases_of(MANY_CASES))
    told += [answer(banded), view_text(banded, "3", "division")]
    assert "With all pay bands together" in told[-2]
    for own in (((900, 300, 9), (9, 6)), ((99, 1, 0), (0, 0))):
        told += [answer(hotspots(dict.fromkeys(names, own))) for names in ("AB", "ABCDEF")]
    assert sum("Nothing " in one for one in told) == 4
    told += [words for words, _ in worded_anew()]
    assert _kinds(iter(told), Reader(2021, "BME")) == set()


def test_one_member_of_staff_of_a_pay_band_is_read() -> None:
    words = (
        "**BME staff in post by pay band**, 2021: two pay bands compared. Different from the rest: "
        "**Band 8a**, BME staff in post: 1 BME member of staff, 30.5 to be expected at the share "
        "of the whole trust: 0.3% of staff of known ethnicity, beside 24.9% in the rest."
    )
    facts = [*read_text(words, "by hand", Reader(2021, "BME"))]
    assert [one.kind for one in facts] == ["count", "share", "share"]


@pytest.mark.parametrize(
    ("profile", "why"),
    [
        ("public", "of each, counts are withheld to protect people"),
        ("internal", "no counts were given"),
    ],
)
def test_why_parts_can_not_be_shown_is_taken_for_no_figure(profile: str, why: str) -> None:
    few = {"Alpha": ((14, 6, 1), (1, 1)), "Beta": ((9, 5, 1), (1, 0))}
    spots = hotspots(few, profile=profile)
    told = [answer(spots), not_shown(spots)]
    told += [view_text(spots, key, one) for key in ("workforce", "1", "2", "3") for one in KINDS]
    assert why in told[1]
    assert _kinds(iter(told), Reader(2021, "BME")) == set()
