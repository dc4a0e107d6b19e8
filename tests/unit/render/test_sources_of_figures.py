"""A figure that is marked as from elsewhere names its source to readers, in every format."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypandoc
import pytest

FILTER = Path(__file__).parents[3] / "assets" / "report.lua"
TEXT = """---
fictional: false
---

In England [14.9%]{source="Census 2021, table 3"} of people were; a [plain]{.word} span stays.
"""


@pytest.mark.parametrize("to", ["html", "typst", "plain", "docx"])
def test_a_marked_figure_tells_its_source_in_brackets(to: str, tmp_path: Path) -> None:
    made = tmp_path / f"text.{to}"
    command = [pypandoc.get_pandoc_path(), "--from=markdown", f"--to={to}", "--wrap=none"]
    subprocess.run(
        [*command, f"--lua-filter={FILTER}", f"--output={made}"], input=TEXT, text=True, check=True
    )
    read = [pypandoc.get_pandoc_path(), "--wrap=none", "--to=plain"]
    if to in {"html", "docx", "typst"}:
        done = subprocess.run(
            [*read, f"--from={to}", str(made)], capture_output=True, text=True, check=True
        )
        said = done.stdout
    else:
        said = made.read_text(encoding="utf-8")
    assert said.strip() == (
        "In England 14.9% (source: Census 2021, table 3) of people were; a plain span stays."
    )
