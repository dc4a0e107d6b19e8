"""Rows of totals in tables of bands are of the whole, never of the band above them."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.audit import audit_report, read_report
from wres.audit.documents.plain import read_plain
from wres.audit.documents.web import read_web

# The first rows of such a table hold no figure: what is withheld there heads no column.
ROWS = [
    ("Under band 1 ([c] staff)", "White", "[c]", "[c]"),
    ("Under band 1 ([c] staff)", "BME", "[c]", "[c]"),
    ("Band 2 (81 staff)", "White", "[c]", "[c]"),
    ("Band 2 (81 staff)", "BME", "26", "32.1%"),
    ("Band 5 (143 staff)", "White", "86", "60.1%"),
    ("Band 5 (143 staff)", "BME", "51", "35.7%"),
    ("{total}", "White", "452", "69.6%"),
    ("{total}", "BME", "168", "25.9%"),
    ("{total}", "Unknown", "29", "4.5%"),
]
HEADINGS = ("Pay band", "Ethnicity", "Headcount 2024", "Share 2024")
TITLE = "Workforce Race Equality Standard report 2024"
CAPTION = "Table 1: Clinical staff by pay band and ethnicity, 31 March 2024"
TOTALS = [
    "All bands (649 staff)",
    "All bands",
    "All pay bands",
    "All grades",
    "All staff (649)",
    "Total",
    "Overall",
    "Clinical total",
]


def markdown(total: str, *, once: bool = False) -> str:
    """Give the table with each band's name in all of its rows, or in the first only."""
    lines, before = [f"# {TITLE}", "", CAPTION, "", f"| {' | '.join(HEADINGS)} |"], ""
    lines.append("|---" * len(HEADINGS) + "|")
    for row in ROWS:
        name = row[0].format(total=total)
        shown = "" if once and name == before else name
        lines.append(f"| {shown} | {' | '.join(row[1:])} |")
        before = name
    return "\n".join([*lines, "", "## Commentary", ""])


def page(total: str) -> str:
    """Give the table with each band's name in one cell down all of its rows."""
    rows, before = [], ""
    names = [row[0] for row in ROWS]
    for row in ROWS:
        spans = f'<th scope="row" rowspan="{names.count(row[0])}">{row[0].format(total=total)}</th>'
        cells = "".join(f"<td>{cell}</td>" for cell in row[1:])
        rows.append(f"<tr>{'' if row[0] == before else spans}{cells}</tr>")
        before = row[0]
    head = "".join(f"<th>{one}</th>" for one in HEADINGS)
    return (
        f"<html><body><h1>{TITLE}</h1><table><caption>{CAPTION}</caption><thead><tr>{head}</tr>"
        f"</thead><tbody>{''.join(rows)}</tbody></table><h2>Commentary</h2>"
    )


def told(total: str, form: str, sentence: str) -> list[str]:
    if form == "page":
        document = read_web(Path("report.html"), f"{page(total)}<p>{sentence}</p>".encode())
    else:
        text = f"{markdown(total, once=form == 'once')}\n{sentence}\n"
        document = read_plain(Path("report.md"), text.encode())
    found = audit_report(read_report(document))
    return [one.published for one in found if one.kind != "uncheckable"]


FORMS = ["every row", "once", "page"]
RIGHT = [
    "",
    "In Band 2, 32.1% of clinical staff are BME.",
    "In Band 5, 35.7% of clinical staff are BME.",
    "Of all clinical staff 25.9% are BME.",
    "BME staff are 25.9% of clinical staff and 32.1% of clinical staff in Band 2.",
]
WRONG = [
    ("In Band 2, 25.9% of clinical staff are BME.", "25.9%"),
    ("In Band 5, 25.9% of clinical staff are BME.", "25.9%"),
    ("Of all clinical staff 35.7% are BME.", "35.7%"),
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("total", TOTALS)
def test_figures_of_bands_and_of_all_of_them_are_left_alone(total: str, form: str) -> None:
    assert [(text, wrong) for text in RIGHT for wrong in told(total, form, text)] == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("total", TOTALS)
def test_the_total_in_the_place_of_a_bands_figure_is_told(total: str, form: str) -> None:
    assert [(text, told(total, form, text)) for text, _ in WRONG] == [
        (text, [wrong]) for text, wrong in WRONG
    ]


@pytest.mark.parametrize("form", FORMS)
def test_the_total_of_the_bands_is_not_that_of_all_staff(form: str) -> None:
    assert told("All AfC bands", form, "Of all clinical staff 30.2% are BME.") == []


STAFF = f"""# {TITLE}

## Our workforce

Table 1: Staff on 31 March

| | 2023 | 2024 |
|---|---|---|
| White | 2,084 | 2,077 |
| BME | 275 | 284 |
| Staff of known ethnicity, of all staff | 2,359 | 2,361 |

## Commentary

"""


def of_staff(sentence: str) -> list[str]:
    document = read_plain(Path("report.md"), f"{STAFF}{sentence}\n".encode())
    found = audit_report(read_report(document))
    return [one.published for one in found if one.kind != "uncheckable"]


def test_staff_of_known_ethnicity_are_not_all_staff() -> None:
    assert of_staff("Our workforce fell by 54 over the year to 2,480.") == []
    assert of_staff("The Trust employs 2,480 people.") == []


def test_people_gained_are_held_to_their_counts_with_no_allowance_for_rounding() -> None:
    assert of_staff("The number of BME staff rose by nine.") == []
    assert of_staff("The number of BME staff rose by ten.") == ["ten"]


BOARD = f"""# {TITLE}

## Indicator 9

Table 1. Voting members of the Board at 31 March 2024

| | White | BME | Unknown | Total |
|---|---|---|---|---|
| Members | 11 | 1 | 0 | 12 |

Table 2. Difference between Board and workforce, BME

| | 2023 | 2024 |
|---|---|---|
| Board | 0% | 8.3% |
| Workforce | 10.9% | 11.5% |

## Commentary

"""


def test_a_share_of_board_members_is_held_to_the_boards() -> None:
    for share, wrong in (("8.3%", []), ("11.5%", ["11.5%"])):
        text = f"{BOARD}{share} of board members are BME.\n"
        found = audit_report(read_report(read_plain(Path("report.md"), text.encode())))
        assert [one.published for one in found if one.kind != "uncheckable"] == wrong
