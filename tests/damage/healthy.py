"""A small fictional trust in good health: every extract, and nothing to complain of.

Thirty people, all made up. Their identifiers (`PX70001` and the like, the surnames, the year of
birth) are of a form that stands nowhere else, so that a test can look for them in what is printed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl

ODS, YEAR = "ZZ9", 2024
IDENTIFIER = re.compile(r"[PACMV]X[6-9][0-9]{4}|Madeup|1971")

TRUST = """\
ods_code: ZZ9
name: Fictional Damage NHS Trust
region: Midlands
type: acute
fictional: true
"""

SOURCES = """\
workforce.csv:
  source: made up
"""

_STAFF = (
    # staff group, occupation code, pay grade, ethnic origin, people
    (
        "Nursing and Midwifery Registered",
        "N6A",
        "NHS|XR05|Review Body Band 5",
        "A White - British",
        7,
    ),
    ("Nursing and Midwifery Registered", "N6A", "NHS|XR05|Review Body Band 5", "H Indian", 3),
    ("Additional Clinical Services", "H1A", "NHS|XR03|Review Body Band 3", "N African", 3),
    ("Additional Clinical Services", "H1A", "NHS|XR03|Review Body Band 3", "Z Not Stated", 1),
    (
        "Administrative and Clerical",
        "G2A",
        "NHS|XN04|Non Review Body Band 4",
        "A White - British",
        6,
    ),
    ("Administrative and Clerical", "G2A", "NHS|XN04|Non Review Body Band 4", "K Bangladeshi", 2),
    ("Medical and Dental", "001", "Consultant", "R Chinese", 2),
    ("Medical and Dental", "001", "Consultant", "C White - Any other White background", 2),
    ("Administrative and Clerical", "G0A", "VSM", "A White - British", 3),
    ("Administrative and Clerical", "G0A", "VSM", "M Caribbean", 1),
)

_HEADINGS = {
    "workforce": (
        "Employee Number,Surname,Date of Birth,Primary Assignment,Assignment Status,"
        "Assignment Category,Staff Group,Pay Grade,Ethnic Origin,Occupation Code,Division,FTE"
    ),
    "recruitment": (
        "Applicant ID,Vacancy ID,Ethnic Origin,Applied,Shortlisted,Appointed,Withdrawn,"
        "Closing Date,International Recruit"
    ),
    "disciplinary": "Employee Number,Case Number,Date Opened,Formal,Outcome,Ethnic Origin",
    "training": "Employee Number,Course,Mandatory,Date Completed,Ethnic Origin,Status",
    "staff_survey": ("Indicator,Survey Year,Scope,Ethnicity,Percent,Responses,Edition,Base"),
    "board": "Member ID,Membership,Voting,Ethnic Origin,Role",
}


def _workforce() -> list[str]:
    rows = []
    for group, code, grade, origin, people in _STAFF:
        for _ in range(people):
            number = 70001 + len(rows)
            rows.append(
                f"PX{number},Madeup-{_letters(len(rows))},01/02/1971,Yes,Active Assignment,"
                f"Permanent,{group},{grade},{origin},{code},North,1.0"
            )
    return rows


def _letters(number: int) -> str:
    return chr(ord("A") + number // 26) + chr(ord("a") + number % 26)


def _recruitment() -> list[str]:
    origins = ["A White - British"] * 12 + ["H Indian"] * 7 + ["Z Not Stated"]
    rows = []
    for place, origin in enumerate(origins):
        shortlisted, appointed = place % 2 == 0, place % 4 == 0
        rows.append(
            f"AX{80001 + place},VX{60001 + place % 3},{origin},Yes,{_yes(shortlisted)},"
            f"{_yes(appointed)},No,13/06/2023,No"
        )
    return rows


def _yes(answer: bool) -> str:
    return "Yes" if answer else "No"


_DISCIPLINARY = (
    "PX70001,CX90001,13/06/2023,Yes,Final written warning,A White - British",
    "PX70008,CX90002,20/11/2023,Yes,No further action,H Indian",
    "PX79999,CX90003,15/01/2024,Yes,Dismissed,A White - British",
)
_TRAINING = (
    "PX70001,Leadership for ward managers,No,13/06/2023,A White - British,Completed",
    "PX70002,Leadership for ward managers,No,13/06/2023,A White - British,Completed",
    "PX70008,Coaching,No,20/11/2023,H Indian,Completed",
    "PX70001,Fire safety,Yes,20/11/2023,A White - British,Completed",
)
_SURVEY = tuple(
    f"{indicator},2023,trust,{group},{share},{people},2023,{base}"
    for indicator, base in (("5", ""), ("6", ""), ("7", "don't know included"), ("8", ""))
    for group, share, people in (("White", "25", 16), ("BME", "37.5", 8))
)
_BOARD = (
    "MX60001,Executive,Yes,A White - British,Chief Executive",
    "MX60002,Executive,Yes,A White - British,Director of Finance",
    "MX60003,Executive,No,M Caribbean,Director of Workforce",
    "MX60004,Non-executive,Yes,A White - British,Chair",
    "MX60005,Non-executive,Yes,H Indian,Non-executive Director",
)

ROWS: dict[str, Iterable[str]] = {
    "workforce": _workforce(),
    "recruitment": _recruitment(),
    "disciplinary": _DISCIPLINARY,
    "training": _TRAINING,
    "staff_survey": _SURVEY,
    "board": _BOARD,
}


@dataclass(frozen=True)
class Trust:
    """The trust's folder, and ways to change what lies in it."""

    root: Path

    @property
    def home(self) -> Path:
        return self.root / "data" / ODS

    @property
    def year(self) -> Path:
        return self.home / str(YEAR)

    @property
    def extracts(self) -> Path:
        return self.year / "extracts"

    def text(self, source: str) -> str:
        return (self.extracts / f"{source}.csv").read_text(encoding="utf-8")

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file among the extracts."""
        write(self.extracts / name, content)

    def instead(self, source: str, name: str, content: str | bytes) -> None:
        """Put another file in the place of an extract."""
        (self.extracts / f"{source}.csv").unlink()
        self.write(name, content)

    def count(self, name: str, content: str | bytes) -> None:
        """Write a counts table."""
        write(self.year / name, content)

    def replace(self, source: str, old: str, new: str, times: int = 1) -> None:
        """Replace text of an extract, which must be there."""
        text = self.text(source)
        if old not in text:
            raise ValueError(f"{source} holds no {old!r}")
        self.write(f"{source}.csv", text.replace(old, new, times))

    def cell(self, source: str, row: int, heading: str, value: str) -> None:
        """Change one cell; the header is row 1."""
        rows = table(self.text(source))
        rows[row - 1][rows[0].index(heading)] = value
        self.write(f"{source}.csv", as_csv(rows))

    def add(self, source: str, *lines: str) -> None:
        """Add rows at the end of an extract."""
        self.write(f"{source}.csv", self.text(source) + "".join(f"{line}\n" for line in lines))

    def without(self, source: str, heading: str) -> None:
        """Take a column out of an extract."""
        rows = table(self.text(source))
        place = rows[0].index(heading)
        self.write(f"{source}.csv", as_csv([row[:place] + row[place + 1 :] for row in rows]))

    def workbook(
        self, source: str, change: Callable[[Any], None] = lambda sheet: None, sheet: str = "Export"
    ) -> None:
        """Save an extract as xlsx, all cells text, and change the sheet before it is saved."""
        book = openpyxl.Workbook()
        page = book.active
        page.title = sheet
        for row in table(self.text(source)):
            page.append(row)
        change(page)
        (self.extracts / f"{source}.csv").unlink()
        book.save(self.extracts / f"{source}.xlsx")

    def settings(self, lines: str) -> None:
        """Add lines to trust.yml."""
        write(self.home / "trust.yml", TRUST + lines)

    def files(self) -> dict[str, bytes]:
        """Give every file of the folder the commands run in."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
        }


def build(root: Path, benchmarks: Path) -> Trust:
    """Make the folder: extracts, the trust's facts, benchmarks, and a report that stands."""
    trust = Trust(root)
    write(trust.home / "trust.yml", TRUST)
    for source, rows in ROWS.items():
        trust.write(f"{source}.csv", "\n".join([_HEADINGS[source], *rows]) + "\n")
    write(root / "data" / "benchmarks" / "national.csv", benchmarks.read_bytes())
    write(root / "build" / str(YEAR) / ODS / "report.html", "the last good report")
    return trust


def write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def as_csv(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
