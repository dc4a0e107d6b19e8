"""Captions that a text marks as such belong to the table that they stand beside."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres.audit import audit_report, read_report
from wres.audit.documents.plain import read_plain

# 450 of 1,500 and 200 of 1,000 are 30% and 20%, a ratio of 1.50; 39 of 3,120 and 22 of 880 are
# 1.25% and 2.50%, of 2.00.
HIRED = """| | White | BME |
|---|---|---|
| Shortlisted | 1,500 | 1,000 |
| Appointed | 450 | 200 |
| Likelihood | 30.0% | 20.0% |
| Relative likelihood | {} | |
"""
TRIED = """| | White | BME |
|---|---|---|
| Workforce | 3,120 | 880 |
| Entered the formal disciplinary process | 39 | 22 |
| Likelihood | 1.25% | 2.50% |
| Relative likelihood of BME staff entering the process compared to White staff | 2.00 | |
"""


def denied(text: str) -> list[str]:
    document = read_plain(Path("report.md"), f"# WRES report 2022\n\n{text}".encode())
    found = audit_report(read_report(document), ())
    return [one.published for one in found if one.kind == "contradiction"]


@pytest.mark.parametrize("mark", [":", "Table:", ": Table 3."])
@pytest.mark.parametrize("order", ["below", "above"])
def test_a_marked_caption_is_of_its_own_table(mark: str, order: str) -> None:
    parts = [HIRED, f"{mark} Indicator 2: recruitment 2021/22\n", TRIED]
    parts.append(f"{mark} Indicator 3: formal disciplinary process 2021/22\n")
    if order == "above":
        parts = [parts[1], parts[0], parts[3], parts[2]]
    text = "\n".join(parts)
    assert denied(text.format("1.50")) == []
    assert denied(text.format("1.70")) == ["1.70"]
