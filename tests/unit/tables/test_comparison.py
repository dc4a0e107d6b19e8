"""Tables of figures beside those of others."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from tests.unit.indicators.trusts import chapter_of, national, trust_year
from wres import narrative
from wres.chapters.reading import Chapter
from wres.compare.peers import Peers, with_percentiles
from wres.results import WITHHELD
from wres.tables import comparison_table, local_population_table, peers_table

TABLES = {
    "workforce": "all,all,White,80\nall,all,BME,15\nall,all,Unknown,5",
    "recruitment": "White,1000,200\nBME,1000,100\nUnknown,0,0",
    "board": "all,yes,White,8\nall,yes,BME,3\nall,yes,Unknown,0",
    "staff_survey": "8,2020,trust,BME,18.4,49,2020,\n8,2020,benchmark,BME,15.1,,2020,",
    "local_population": "North,5000,12.5,Census 2021,2021\nSouth,,15,a survey,",
}
ENGLAND = """
    2021,WRES,2,England,White over BME,1.5,ratio,published report,a report,
    2019,WRES,workforce_share,England,BME,20,%,published report,a page,
    2021,WRES,9_board_share,England,BME,12.6,%,published report,a report,
"""


def made() -> Chapter:
    return chapter_of(trust_year(term="BAME", **TABLES), None, national(ENGLAND))


def lines(table: object) -> list[list[str]]:
    return [list(row) for row in table.rows]  # type: ignore[attr-defined]


def test_each_figure_stands_beside_each_comparator_named_dated_and_judged() -> None:
    assert lines(comparison_table(made())) == [
        [
            "Whole workforce",
            "BAME",
            "15.0%",
            "England, 2019: 20%",
            "−5.0",
            "–",
            "full count",
            "a page. No figure for 2021 is at hand; 2019 is the latest.",
        ],
        [
            "2. Appointment from shortlisting",
            "White over BAME",
            "2.00",
            "England, 2021: 1.50",
            "+0.50",
            "+0.10 to +1.01",
            "above",
            "a report.",
        ],
        [
            "8. Discrimination at work",
            "BAME",
            "18.4%",
            "Benchmark group, autumn 2020 survey: 15.1%",
            "+3.3",
            "−5.1 to +16.3",
            "no clear difference",
            "NHS Staff Survey.",
        ],
        [
            "9. Board membership",
            "BAME, voting members",
            "27.3%",
            "England, all board members, 2021",
            "–",
            "–",
            "not compared",
            "One is of whole boards, the other of voting members alone.",
        ],
    ]


def test_the_local_population_has_a_table_of_its_own() -> None:
    assert lines(local_population_table(made())) == [
        ["BAME share of staff", "North", "5,000", "12.5% (2021)", "15.0%", "+2.5", "Census 2021"],
        ["BAME share of staff", "South", "–", "15%", "15.0%", "0.0", "a survey"],
        [
            "BAME share of voting members",
            "North",
            "5,000",
            "12.5% (2021)",
            "27.3%",
            "+14.8",
            "Census 2021",
        ],
        ["BAME share of voting members", "South", "–", "15%", "27.3%", "+12.3", "a survey"],
    ]


def test_a_withheld_figure_shows_the_comparator_and_nothing_else() -> None:
    chapter = made()
    frame = chapter.results.copy()
    rows = frame["indicator"].eq("2")
    frame.loc[rows, ["status", "reason", "verdict"]] = ["suppressed", WITHHELD, ""]
    frame.loc[rows, ["value", "lower", "upper"]] = None
    table = comparison_table(replace(chapter, results=frame))
    (line,) = (line for line in lines(table) if line[0].startswith("2."))
    assert line[2:] == ["[c]", "England, 2021: 1.50", "[c]", "[c]", "withheld", "–"]


def test_without_comparators_there_is_no_table() -> None:
    chapter = chapter_of(trust_year(recruitment=TABLES["recruitment"]))
    assert comparison_table(chapter) is None
    assert local_population_table(chapter) is None
    assert peers_table(chapter) is None


def peers(*ratios: float) -> Peers:
    frame = made().results
    ratio = frame["measure"].eq("relative_likelihood") & frame["indicator"].eq("2")
    return Peers({f"RA{place}": frame[ratio].assign(value=one) for place, one in enumerate(ratios)})


def told_of_peers(chapter: Chapter) -> str:
    told = narrative.peers(chapter)
    return "" if told is None else told.text


def test_where_no_figure_has_a_place_a_sentence_stands_for_the_table() -> None:
    chapter = made()
    few = replace(chapter, results=with_percentiles(chapter.results, peers(1.1, 1.2, 2.0, 2.4)))
    assert peers_table(few) is None
    assert told_of_peers(few) == (
        "Fewer than 5 other trusts with the same figures are at hand, too few to say where this "
        "trust stands among them."
    )
    assert told_of_peers(chapter) == ""


def test_that_two_year_averages_are_not_ranked_is_told_with_the_table() -> None:
    chapter, others = made(), peers(1.1, 1.2, 2.0, 2.4, 2.5, 3.1)
    averaged = others.results["RA5"].assign(reason="two-year average: events of two years")
    shelf = Peers(others.results | {"RA5": averaged})
    ranked = replace(chapter, results=with_percentiles(chapter.results, shelf))
    assert lines(peers_table(ranked))[1][3] == "5"
    assert told_of_peers(ranked) == (
        "A rank says where a figure stands among others, not how sure it is. A two-year average "
        "counts the cases of two years and is not ranked among figures of one year."
    )


def test_peers_are_counted_in_trusts() -> None:
    chapter = made()
    results = with_percentiles(chapter.results, peers(1.1, 1.2, 2.0, 2.4, 2.5, 3.1, 3.2))
    table = lines(peers_table(replace(chapter, results=pd.DataFrame(results))))
    assert table[1] == [
        "2. Appointment from shortlisting",
        "White over BAME",
        "2.00",
        "7",
        "2",
        "1",
        "36%",  # (2 + 1/2) of 7
    ]
    assert table[0][3:] == ["–", "–", "–", "not available"]
    assert [line[1] for line in table] == [
        "BAME",
        "White over BAME",
        "BAME",
        "BAME, voting members",
    ]
