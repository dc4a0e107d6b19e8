"""The performance summary: footnotes, and what makes it one page on paper and cards on a phone."""

from __future__ import annotations

from bs4 import BeautifulSoup

from tests.unit.indicators.trusts import chapter_of, trust_year
from wres.chapters.reading import Chapter, SourceFact
from wres.narrative import performance_notes
from wres.tables import summary_table

BOARD = "all,yes,White,8\nall,yes,BME,2\nall,yes,Unknown,0"
WORKFORCE = "all,all,White,80\nall,all,BME,15\nall,all,Unknown,5"
TRAINING = "White,1000,200\nBME,1000,100\nUnknown,0,0"


def made(*sources: SourceFact, **tables: str) -> Chapter:
    one = chapter_of(trust_year(2021, "BAME", workforce=WORKFORCE, board=BOARD, **tables))
    return Chapter(one.results, one.facts.model_copy(update={"sources": sources}))


def notes(chapter: Chapter) -> list[str]:
    told = performance_notes(chapter)
    return [] if told is None else told.text.replace("\\", "").splitlines()


def heading(chapter: Chapter, number: str) -> str:
    return str(next(row[0] for row in summary_table(chapter).rows if row[0].startswith(number)))


def test_a_departure_and_worked_out_counts_are_footnotes_of_their_indicator() -> None:
    chapter = made(
        SourceFact(table="training", source="survey", departure="BME staff were asked in a survey"),
        SourceFact(table="board", source="report", counts_from_shares="numbers of BME members"),
        training=TRAINING,
    )
    assert notes(chapter) == [
        "- **Note 1**, indicator 4: BAME staff were asked in a survey.",
        "- **Note 2**, indicator 9: worked out from printed shares: numbers of BAME members.",
    ]
    assert heading(chapter, "4") == "4. Non-mandatory training and CPD [note 1]"
    assert heading(chapter, "9") == "9. Board membership [note 2]"
    assert heading(chapter, "1") == "1. Staff by pay band"


def test_indicators_share_a_footnote_that_says_the_same() -> None:
    ratios = "2,2021,White,BME,1.48,\n3,2021,BME,White,0.81,"
    chapter = made(published_ratios=ratios)
    assert notes(chapter) == [
        "- **Note 1**, indicators 2 and 3: the trust printed the ratio without the counts behind "
        "it."
    ]
    assert heading(chapter, "2").endswith("[note 1]")
    assert heading(chapter, "3").endswith("[note 1]")


def test_events_of_two_years_are_a_footnote() -> None:
    header = "ethnicity,workforce,entered_process,years\n"
    rows = "White,1000,20,2\nBME,500,20,2\nUnknown,0,0,2"
    assert notes(made(disciplinary=header + rows)) == [
        "- **Note 1**, indicator 3: events are counted over two years and averaged."
    ]


def test_an_indicator_without_figures_has_no_footnote() -> None:
    chapter = made(SourceFact(table="training", source="none", departure="asked in a survey"))
    assert notes(chapter) == []
    assert heading(chapter, "4") == "4. Non-mandatory training and CPD"


def test_every_cell_names_its_column_for_a_phone_and_the_table_is_marked_to_stay_whole() -> None:
    page = BeautifulSoup(summary_table(made(training=TRAINING)).to_html(), "html.parser")
    assert page.table is not None
    assert page.table["class"] == ["whole", "cards"]
    columns = [one.get_text() for one in page.select('th[scope="col"]')]
    assert columns == [
        *("Indicator", "What is shown", "2021", "What the figures show", "2020"),
        *("Direction of travel", "Comparator (name, year)"),
    ]
    rows = page.select("tbody tr")
    assert len(rows) == 18
    for row in rows:
        assert [cell["data-heading"] for cell in row.select("td")] == columns[2:]
