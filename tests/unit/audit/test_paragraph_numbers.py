"""Numbers of paragraphs are no figures, however a report sets them; figures at a head stay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from wres.audit import audit_report, read_report
from wres.audit.documents import Block, read_document
from wres.audit.documents.contents import Grid
from wres.audit.documents.numbering import without_numbers

PARAGRAPHS = [
    "The ratio of indicator 2 compares applicants who were shortlisted.",
    "The relative likelihood of appointment was 1.43 in 2021.",
    "1.43 lies outside the range from 0.80 to 1.25.",
    "It was lower than the ratio of the year before.",
]
TABLE = [("", "White", "BME"), ("Shortlisted", "640", "160"), ("Appointed", "120", "21")]
RATIO = ("Relative likelihood (White over BME)", "1.43", "")


def html_typed() -> str:
    return "".join(f"<p>4.{n} {text}</p>" for n, text in enumerate(PARAGRAPHS, 1))


def html_hanging() -> str:
    lines = enumerate(PARAGRAPHS, 1)
    return "".join(f"<div><p>4.{n}</p><div><p>{text}</p></div></div>" for n, text in lines)


def html_cells() -> str:
    rows = (f"<tr><td>4.{n}</td><td>{text}</td></tr>" for n, text in enumerate(PARAGRAPHS, 1))
    return f"<table>{''.join(rows)}</table>"


def html_flat() -> str:
    return "".join(f"<p>{n} {text}</p>" for n, text in enumerate(PARAGRAPHS, 11))


def page(body: str) -> str:
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (*TABLE, RATIO)
    )
    return (
        "<html><h1>Workforce Race Equality Standard report 2021</h1>"
        f"<h2>4 Indicator 2: appointment from shortlisting</h2>{body}"
        f"<p>Table 1: appointment from shortlisting, 2021</p><table>{rows}</table></html>"
    )


def wrong(path: Path) -> list[str]:
    found = audit_report(read_report(read_document(path)))
    return [one.published for one in found if one.kind != "uncheckable"]


@pytest.mark.parametrize("body", [html_typed, html_hanging, html_cells, html_flat])
def test_numbers_of_paragraphs_are_no_figures_in_a_page(
    body: Callable[[], str], tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    path.write_text(page(body()), encoding="utf-8")
    assert wrong(path) == []
    text = page(body()).replace("appointment was 1.43 in", "appointment was 1.34 in")
    path.write_text(text, encoding="utf-8")
    assert wrong(path) == ["1.34"]


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_numbers_of_paragraphs_are_no_figures_in_a_text(apart: str, tmp_path: Path) -> None:
    told = apart.join(f"4.{n} {text}" for n, text in enumerate(PARAGRAPHS, 1))
    rows = "\n".join(f"| {' | '.join(row)} |" for row in (*TABLE, RATIO))
    path = tmp_path / "report.txt"
    path.write_text(
        "Workforce Race Equality Standard report 2021\n\n4 Indicator 2: appointment from "
        f"shortlisting\n\n{told}\n\n{rows}\n",
        encoding="utf-8",
    )
    assert wrong(path) == []


def test_numbers_of_paragraphs_are_no_figures_in_word(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Workforce Race Equality Standard report 2021", 0)
    document.add_heading("4 Indicator 2: appointment from shortlisting", 1)
    for number, text in enumerate(PARAGRAPHS, 1):
        document.add_paragraph(f"4.{number}\t{text}")
    table = document.add_table(rows=0, cols=3)
    for row in (*TABLE, RATIO):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "report.docx"
    document.save(str(path))
    assert wrong(path) == []


def told(*texts: str) -> list[str]:
    return [one.text for one in without_numbers([Block("paragraph", one, "") for one in texts])]


def test_a_run_goes_on_over_chapters_and_gaps() -> None:
    texts = ["3.9 Staff", "4.1 White", "1.61 Ratio", "4.2 BME", "4.4 Of 841 staff", "4.5 Board"]
    # 4.4 comes after no 4.3, but before 4.5 and between its neighbours.
    assert told("3.8 The", *texts) == [
        "The", "Staff", "White", "1.61 Ratio", "BME", "Of 841 staff", "Board",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "texts",
    [
        ("1.48 Appointment", "0.81 Discipline", "1.14 Training"),
        ("1.4 times as likely", "1.5 times as likely", "1.6 times as likely"),
        ("2.1% of staff", "2.2% of staff", "2.3% of staff"),
        ("12 BME members", "13 BME members"),
        ("1.4 Ratio of appointment", "1.5 Ratio of discipline", "1.6 Ratio of training"),
    ],
)
def test_figures_at_the_head_of_a_paragraph_stay(texts: tuple[str, ...]) -> None:
    assert told(*texts) == list(texts)


def test_numbers_of_indicators_in_a_table_stay() -> None:
    rows = (("Indicator", "2021"), ("2. Shortlisting", "1.48"), ("3. Discipline", "0.81"))
    block = Block("table", "", "table 1", grid=Grid(rows))
    assert without_numbers([block]) == (block,)


@pytest.mark.parametrize(
    "texts",
    [
        ("2.4 The relative likelihood of appointment is 1.48.",),
        ("1.2 White applicants were 1.48 times as likely to be appointed.",),
        ("3.1 BME staff were 24.0% of those harassed.", "3.2 17.7% of White staff were harassed."),
    ],
)
def test_one_or_two_numbers_before_whole_sentences_are_no_figures(texts: tuple[str, ...]) -> None:
    blocks = [Block("paragraph", text, "") for text in texts]
    told = [one.text for one in without_numbers(blocks)]
    assert told == [text.partition(" ")[2] for text in texts]


@pytest.mark.parametrize(
    "text",
    [
        "1.48 White applicants are more likely to be appointed.",
        "1.14 Relative likelihood of training.",
        "2.4 times as likely as White applicants.",
        "4.7% BME staff are in post, and 8.0% are unknown.",
    ],
)
def test_a_figure_that_stands_alone_before_words_stays(text: str) -> None:
    (kept,) = without_numbers([Block("paragraph", text, "")])
    assert kept.text == text
