"""Reports set in the ways in which published ones are: PDFs with and without lines, and Word."""

from __future__ import annotations

import io
import textwrap
from pathlib import Path
from typing import Final

import docx
import typst
from docx.oxml import OxmlElement

from wres.audit.documents import Document, Grid

# Typst's words for what stands in a table's place; the last sets the text in two columns.
FORMS: Final = {
    "without lines": "#set table(stroke: none)",
    "thin lines": "#set table(stroke: (x, y) => (bottom: 0.3pt + luma(150)))",
    "a line under the headings": (
        "#set table(stroke: (x, y) => if y == 0 { (bottom: 0.7pt) } else { none })"
    ),
    "shaded rows": "#set table(stroke: none, fill: (_, y) => if calc.odd(y) { luma(230) })",
    "all lines": "#set table(stroke: 0.5pt)",
    "centred": "#set table(stroke: none, align: center + horizon)",
}
_HEAD: Final = """
#set page(paper: "a4", margin: 2cm, numbering: "1", header: [Example Trust, race equality])
#set text(size: 10pt, lang: "en", hyphenate: false)
#set table(inset: 5pt)
#show table.cell.where(y: 0): set text(weight: "bold")
"""


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{escaped}"'


def _table(grid: Grid, note: str) -> str:
    rows = [list(row) for row in grid.rows]
    # As a mark of a footnote stands on a heading.
    head = [f"[{_quoted(cell)}]" for cell in rows[0]]
    head[-1] = head[-1][:-1] + note + "]"
    cells = [", ".join(f"[{_quoted(cell)}]" for cell in row) for row in rows[1:]]
    columns = ", ".join("auto" if len(rows[0]) > 6 else "1fr" for _ in rows[0])
    lines = ",\n  ".join([f"table.header({', '.join(head)})", *cells])
    return f"#table(columns: ({columns},),\n  {lines})"


def as_pdf(document: Document, form: str, *, note: str = "", loose: str = "") -> bytes:
    """Set a report as PDF.

    Parameters
    ----------
    document : Document
    form : str
        One of `FORMS`.
    note : str
        Typst behind each table's last heading, as a footnote's mark.
    loose : str
        Typst behind each table, as a chart's loose figures.
    """
    parts = [_HEAD, FORMS[form]]
    for block in document.blocks:
        if block.grid is not None:
            parts += [_table(block.grid, note), loose]
        elif block.kind == "heading":
            parts.append(f"#heading(level: {max(1, block.level)})[{_quoted(block.text)}]")
        else:
            parts.append(_quoted(block.text))
    # Typst takes a file's bytes in place of its path.
    return bytes(typst.compile("\n\n".join(parts).encode()))


def as_word(document: Document) -> bytes:
    """Set a report in Word, the first cells of rows alike merged, and a title over each table."""
    report = docx.Document()
    for block in document.blocks:
        if block.grid is None:
            if block.kind == "heading":
                report.add_heading(block.text, level=max(1, min(block.level, 9)))
            else:
                report.add_paragraph(block.text)
            continue
        rows = block.grid.rows
        table = report.add_table(rows=len(rows) + 1, cols=block.grid.width)
        table.cell(0, 0).merge(table.cell(0, block.grid.width - 1)).text = "As of 31 March"
        for number, row in enumerate(rows, start=1):
            above = rows[number - 2][0] if number > 1 else ""
            for column, text in enumerate(row):
                if column == 0 and text and text == above:
                    table.cell(number - 1, 0).merge(table.cell(number, 0))
                else:
                    table.cell(number, column).text = text
        mark = OxmlElement("w:tblHeader")
        table.rows[1]._tr.get_or_add_trPr().append(mark)
        report.add_paragraph("")
    content = io.BytesIO()
    report.save(content)
    return content.getvalue()


def as_text(document: Document) -> bytes:
    """Set a report as text: headings bare, cells under each other, a foot and a feed each page."""
    lines: list[str] = []
    for number, block in enumerate(document.blocks):
        if block.grid is None:
            lines += [*textwrap.wrap(block.text, 90), ""]
        else:
            columns = list(zip(*block.grid.rows, strict=True))
            widths = [max(map(len, column)) + 3 for column in columns]
            for row in block.grid.rows:
                cells = [
                    cell.rjust(width) if place else cell.ljust(width)
                    for place, (cell, width) in enumerate(zip(row, widths, strict=True))
                ]
                lines.append("".join(cells))
            lines.append("")
        if number % 8 == 7:
            lines += [f"Example Trust, race equality       Page {number // 8 + 1} of 9", "\f"]
    return "\n".join(lines).encode()


def write(path: Path, content: bytes) -> Path:
    """Write a file and give its path."""
    path.write_bytes(content)
    return path
