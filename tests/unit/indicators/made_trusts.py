"""Fictional trusts of every shape, for what must hold of any trust."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.unit.indicators.trusts import chapter_of, national, trust_year
from wres.chapters.reading import Chapter

GROUPS = ("White", "BME", "Unknown")
TERM = "global majority"
ENGLAND = national(
    """
    2020,WRES,workforce_share,England,BME,21,%,published report,here,
    2020,WRES,2,England,"White over BME, England",1.61,ratio,published report,here,
    2020,WRES,3,England,"BME over White, England",1.16,ratio,published report,here,
    2020,WRES,5,England,BME,30.3,%,published report,here,
    2020,WRES,9_board_share,England,BME,10,%,published report,here,
    """
)
groups = st.lists(st.sampled_from(GROUPS), unique=True, min_size=1)
people = st.sampled_from([0, 0, 1, 2, 7, 49, 1128])


def table(lines: st.SearchStrategy[list[str]]) -> st.SearchStrategy[str]:
    return lines.map("\n".join)


@st.composite
def cells(draw: st.DrawFn, places: tuple[str, ...]) -> list[str]:
    """Head counts of some groups in some of the places, as a published table may have them."""
    chosen = draw(st.lists(st.sampled_from(places), unique=True, min_size=1))
    # One way of publishing a table in two: all three groups, or only some.
    complete = draw(st.booleans())
    return [
        f"{place},{group},{draw(people)}"
        for place in chosen
        for group in (GROUPS if complete else draw(groups))
    ]


@st.composite
def events(draw: st.DrawFn) -> list[str]:
    bases = {group: draw(people) for group in draw(groups)}
    return [
        f"{group},{base},{draw(st.integers(0, min(base, 60)))}" for group, base in bases.items()
    ]


@st.composite
def answers(draw: st.DrawFn, years: tuple[int, ...]) -> list[str]:
    rows = st.tuples(
        st.sampled_from("5678"),
        st.sampled_from(years),
        st.sampled_from(["trust", "trust", "benchmark"]),
        st.sampled_from(GROUPS),
    )
    chosen = draw(st.lists(rows, unique=True, min_size=1, max_size=12))
    shares = st.sampled_from(["0", "20", "21", "17.5", "100"])
    bases = st.sampled_from(["", "0", "1", "50", "1128"])
    editions = st.sampled_from(["", "2020"])
    return [
        f"{','.join(map(str, row))},{draw(shares)},{draw(bases)},{draw(editions)},"
        for row in chosen
    ]


def ratios(year: int) -> st.SearchStrategy[list[str]]:
    order = {"2": "White,BME", "3": "BME,White", "4": "White,BME"}
    rows = st.tuples(st.sampled_from("234"), st.sampled_from([year, year - 1]))
    values = st.sampled_from(["0.9", "1", "1.1", "9.5"])
    line = st.tuples(rows, values).map(
        lambda made: f"{made[0][0]},{made[0][1]},{order[made[0][0]]},{made[1]},"
    )
    return st.lists(line, min_size=1, unique_by=lambda text: text[:6])


def tables(year: int) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries(
        {"workforce": table(cells(("clinical,5", "clinical,consultant", "non-clinical,VSM")))},
        optional={
            "recruitment": table(events()),
            "disciplinary": table(events()),
            "training": table(events()),
            "staff_survey": table(answers((year - 2, year - 1))),
            "board": table(cells(("executive,yes", "executive,no", "non-executive,yes"))),
            "published_ratios": table(ratios(year)),
        },
    )


@st.composite
def chapters(draw: st.DrawFn) -> Chapter:
    """Results of a trust of any shape, with a year before and with benchmarks or without."""
    before = draw(st.none() | tables(2020))
    return chapter_of(
        trust_year(2021, TERM, **draw(tables(2021))),
        None if before is None else trust_year(2020, TERM, **before),
        draw(st.sampled_from([None, ENGLAND])),
    )
