"""How much of a report was read, and what the audit says wasn't."""

from __future__ import annotations

from pathlib import Path

import docx

from wres.audit import read_report
from wres.audit.coverage import Coverage, coverage_of
from wres.audit.documents import read_document
from wres.audit.documents.plain import read_plain
from wres.audit.running import run_audit

REPORT = """# Workforce Race Equality Standard report 2021 (fictional)

## Indicator 2

| | White | BME |
|---|---|---|
| Shortlisted | 855 | 47 |
| Appointed | 198 | 17 |

Of White applicants 23.2% were appointed. We held 14 meetings.

| Corridor | Length | Width |
|---|---|---|
| North | 120.5 | 3.2 |

1.2 3.4 5.6 7.8 9.1

## Workforce Disability Equality Standard

Disabled staff are 4.2% of staff.
"""


def covered(text: str) -> Coverage:
    return coverage_of(read_report(read_plain(Path("report.md"), text.encode())))


def test_figures_are_counted_as_read_or_not() -> None:
    found = covered(REPORT)
    assert (found.tables, found.table_figures, found.table_figures_read) == (2, 6, 4)
    assert (found.sentence_figures, found.sentence_figures_read) == (2, 1)


def test_what_was_not_read_is_told_with_its_place() -> None:
    unread = covered(REPORT).unread
    assert [line.split(":")[0].split(", from")[0] for line in unread] == [
        "figures of tables whose headings don't tell what they are",
        "1 line of figures outside of tables (charts, methods, glossaries)",
        "2 paragraphs and tables of other standards",
    ]
    assert "table 2 (line 12) (2 figures)" in unread[0]


def test_pictures_are_told(tmp_path: Path) -> None:
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
        "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
        "0000000049454e44ae426082"
    )
    report = docx.Document()
    report.add_heading("WRES report 2021 (fictional)", level=1)
    (tmp_path / "dot.png").write_bytes(png)
    report.add_picture(str(tmp_path / "dot.png"))
    report.save(str(tmp_path / "report.docx"))
    document = read_document(tmp_path / "report.docx")
    assert document.pictures == ("1 picture or chart",)


def test_a_table_of_texts_alone_is_read_as_sentences_and_says_what_is_missing(
    tmp_path: Path,
) -> None:
    path = tmp_path / "claims.csv"
    rows = [
        'page 2,"BME staff were 6.7% of the workforce (143 of 3,029)."',
        "page 3,The ratio fell from 1.20 to 1.45.",
    ]
    path.write_text("\n".join(["place,text", *rows]) + "\n", encoding="utf-8")
    done = run_audit(path, benchmarks=tmp_path, year=2021)
    told = [(one.spot.place, one.recomputed) for one in done.findings]
    assert told == [("page 2", "4.7%"), ("page 3", "rose")]
    assert any("fill in indicator, measure, group" in note for note in done.notes)


def test_rows_of_words_among_figures_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    rows = ["page 2,,5,percentage,BME,31.4%", "page 3,BME staff are many.,,,,"]
    header = "place,text,indicator,measure,group,value"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    done = run_audit(path, benchmarks=tmp_path, year=2021)
    assert any(note.startswith("1 of 2 rows hold words only") for note in done.notes)
