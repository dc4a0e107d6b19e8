"""A sentence that only leads to a section is left out with the section that it leads to."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypandoc
import pytest

FILTER = Path(__file__).parents[3] / "assets" / "report.lua"
TEXT = """---
absent: [sec-methods, sec-board]
---

# Here {#sec-here}

Some are withheld. [[How people are protected](#sec-methods) says why.]{.pointer}

[The [board](#sec-board) comes later.]{.pointer}

[[This one](#sec-here) stays.]{.pointer} So does the [methods](#sec-methods) in a sentence.
"""


@pytest.mark.parametrize("to", ["html", "docx", "typst"])
def test_pointers_go_with_the_section_and_links_become_words(to: str, tmp_path: Path) -> None:
    made = tmp_path / f"text.{to}"
    pandoc = [pypandoc.get_pandoc_path(), "--wrap=none"]
    told = [*pandoc, "--from=markdown", f"--to={to}", f"--lua-filter={FILTER}", "-o", str(made)]
    subprocess.run(told, input=TEXT, text=True, check=True)
    read = [*pandoc, f"--from={to}", "--to=markdown-smart", "--markdown-headings=atx", str(made)]
    shown = subprocess.run(read, capture_output=True, text=True, check=True).stdout
    blocks = [one for one in shown.strip().split("\n\n") if one.strip()]
    assert len(blocks) == 3
    assert blocks[1] == "Some are withheld."
    assert blocks[2].startswith("[This one](#")
    assert blocks[2].endswith(" stays. So does the methods in a sentence.")
