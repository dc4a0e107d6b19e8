"""docs/audit.md and the data dictionary say what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from wres.audit import audit_claims
from wres.audit.claims_table import COLUMNS, read_claims

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "audit.md").read_text(encoding="utf-8")


def test_the_example_is_a_table_that_is_right(tmp_path: Path) -> None:
    (example,) = re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)
    table = tmp_path / "claims.csv"
    table.write_text(example, encoding="utf-8")
    claims = read_claims(table)
    assert len(claims) == 2
    assert audit_claims(claims) == []


def test_every_mistake_that_is_told_is_explained() -> None:
    told = set()
    for path in (ROOT / "wres" / "audit").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        told |= set(re.findall(r"(?:CONTRADICTION|ROUNDING|WORDING),\s*\"([a-z][^\"]+)\"", text))
    assert len(told) > 15
    assert [mistake for mistake in sorted(told) if mistake not in PAGE] == []


def test_the_data_dictionary_has_every_column() -> None:
    text = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    section = text.split("## Claims table")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| (yes|no) \| (yes|no) \| (.*?) \| (.*?) \|$", section, re.M)
    assert rows == [
        (
            column.name,
            "yes" if column.required else "no",
            "yes" if column.blank else "no",
            column.meaning,
            column.kind.rule,
        )
        for column in COLUMNS
    ]
