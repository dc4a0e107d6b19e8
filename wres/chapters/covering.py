"""The chapter of the cover sheet with the trust's own headings, and what stands below them."""

from __future__ import annotations

import re
from typing import Any, Final

import nbformat

from wres.chapters.cover_sheet import Cover
from wres.chapters.texts import report_markdown
from wres.labels import escape_markdown

__all__ = ["lay_out_cover"]

# The headings of notebooks/cover.ipynb, by what stands under them.
_HEADINGS: Final = {
    "executive_summary": "sec-executive-summary",
    "action_required": "sec-action-required",
    "recommendations": "sec-recommendations",
    "strategic_aims": "sec-aims",
    "enquiry_lines": "sec-enquiries",
    "considered_before": "sec-considered",
    "governance": "sec-governance",
    "risks": "sec-risks",
}


def lay_out_cover(notebook: Any, cover: Cover) -> None:
    """Call the parts of a cover sheet what the trust calls them, and add paragraphs of its own."""
    for key, name in _HEADINGS.items():
        said = cover.renamed(key)
        if said:
            _rename(notebook, name, escape_markdown(said))
    for number, (heading, text) in enumerate(cover.paragraphs.items(), start=1):
        if text:
            title = f"## {escape_markdown(heading)} {{#sec-cover-{number} .unnumbered}}"
            source = f"{title}\n\n{report_markdown(text)}"
            cell = nbformat.v4.new_markdown_cell(source, id=f"cover-{number}")
            notebook.cells.append(cell)


def _rename(notebook: Any, name: str, title: str) -> None:
    heading = re.compile(rf"^(#+) .*?([ \t]*\{{#{name}\b[^}}]*\}})", re.MULTILINE)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = heading.sub(lambda found: f"{found[1]} {title}{found[2]}", cell.source)
