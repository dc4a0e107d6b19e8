"""Tables of text that are ruled with dashes: as pandoc sets them, drawn whole, or by one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.audit.test_corpus import CORPUS
from wres.audit import Claim, audit_report, read_report
from wres.audit.documents.plain import read_plain

HEAD = "WRES report 2020\n\nTesting NHS Trust (fictional). Data as at 31 March 2020.\n\n"
TAIL = "\nBME staff make up {} of the workforce.\n"
FORMS = {
    "one line": """\
Ethnicity     Headcount    %
--------------------------------
White         2,077        83.8%
BME           284          11.5%
Unknown       119          4.8%
--------------------------------
Total         2,480        100%
--------------------------------
""",
    "double": """\
=========== =========== =======
Ethnicity   Headcount   %
=========== =========== =======
White       2,077       83.8%
BME         284         11.5%
Unknown     119         4.8%
Total       2,480       100%
=========== =========== =======
""",
    "drawn whole": """\
+-----------+-----------+-------+
| Ethnicity | Headcount | %     |
|           | 2020      | 2020  |
+===========+===========+=======+
| White     | 2,077     | 83.8% |
+-----------+-----------+-------+
| BME       | 284       | 11.5% |
+-----------+-----------+-------+
| Unknown   | 119       | 4.8%  |
+-----------+-----------+-------+
| Total     | 2,480     | 100%  |
+-----------+-----------+-------+
""",
    "without a heading line's end": """\
  Ethnicity            Headcount   %
  -------------------- ----------- -------
  White                2,077       83.8%
  BME                  284         11.5%
  Unknown                          4.8%
  Total                2,480       100%
""",
    "in a frame": """\
  ----------------------------------
  Ethnicity     Headcount   Share of
                            all
  ------------- ----------- --------
  White         2,077       83.8%
  staff

  BME staff     284         11.5%

  Not stated    119         4.8%

  Total         2,480       100%
  ----------------------------------
""",
}


def claims_of(name: str) -> list[tuple[object, ...]]:
    report = read_report(read_plain(Path(name), (CORPUS / name).read_bytes()))
    return sorted(map(_as_read, report.claims), key=str)


def _as_read(claim: Claim) -> tuple[object, ...]:
    return (*claim.key, claim.year, claim.value, claim.numerator, claim.denominator)


@pytest.mark.parametrize("name", ["one_year", "two_years"])
def test_what_pandoc_makes_of_markdown_is_read_as_the_markdown(name: str) -> None:
    found = claims_of(f"{name}.txt")
    assert len(found) > 80
    assert found == claims_of(f"{name}.md")


@pytest.mark.parametrize("form", FORMS)
def test_a_sentence_is_held_to_a_ruled_table(form: str) -> None:
    right, wrong = (
        audit_report(read_report(read_plain(Path("report.txt"), text.encode())))
        for text in (HEAD + FORMS[form] + TAIL.format(share) for share in ("11.5%", "15.1%"))
    )
    assert [one.message for one in right] == []
    assert [(one.published, one.kind) for one in wrong] == [("15.1%", "contradiction")]


def test_a_line_below_a_heading_is_no_table() -> None:
    text = f"{HEAD}Workforce\n---------\n\nOne sentence.\n\n-----\n\nAnother sentence.\n"
    blocks = read_plain(Path("report.md"), text.encode()).blocks
    assert [block.kind for block in blocks if block.grid is not None] == []
    assert ("heading", "Workforce") in [(block.kind, block.text) for block in blocks]


def test_text_in_columns_is_not_said_to_be_of_a_pdf() -> None:
    text = HEAD + FORMS["one line"].replace("83.8%", "73.8%").replace("11.5%", "21.5%")
    told = audit_report(read_report(read_plain(Path("report.txt"), text.encode())))
    doubts = [one.message for one in told if one.message.startswith("Read with doubt")]
    assert doubts
    assert [one for one in doubts if "PDF" in one] == []
