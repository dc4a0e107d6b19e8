"""The cells of an executed chapter, as markdown for pandoc.

A figure or table becomes a fenced div of class ``float`` that assets/embedded.lua numbers:
its label, its picture and alternative text or its table, and its caption last.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from wres.render.markdown import quote_attribute, raw_html, resolve_attribute
from wres.render.passages import Findings, Passage, Place

__all__ = ["Pictures", "chapter_markdown"]

Pictures = dict[str, bytes]

_OPTIONS = {"label", "fig-cap", "fig-alt", "tbl-cap"}
_PARAGRAPHS = {"fig-cap"}  # Quarto writes the others into attributes
_LABEL = re.compile(r"(fig|tbl)-[\w-]*\w")
_ONE_TABLE = re.compile(r"\s*<table\b(?:(?!<table\b).)*</table>\s*", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class CodeCell:
    """A code cell with the options that Quarto would read: `#|` lines before metadata."""

    cell: dict[str, Any]
    place: Place
    findings: Findings
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return str(self.options.get("label") or "")

    def complain(self, what: str) -> None:
        self.findings.complain(self.place.at(), what)

    def option(self, name: str) -> str:
        """Give a caption or an alternative text, which no figure or table may lack."""
        value = str(self.options.get(name) or "").strip()
        if not value:
            self.complain(f"{self.label} has no {name}")
        return value if name in _PARAGRAPHS else resolve_attribute(value)


def chapter_markdown(
    cells: list[dict[str, Any]], file: str, findings: Findings, pictures: Pictures
) -> Iterator[tuple[str, str]]:
    """Turn the cells of one chapter into markdown, each with its id; fill `pictures` on the way."""
    for number, cell in enumerate(cells, start=1):
        for markdown in _cell(cell, Place(file, f"cell {number}"), findings, pictures):
            yield str(cell.get("id", number)), markdown


def _cell(
    cell: dict[str, Any], place: Place, findings: Findings, pictures: Pictures
) -> Iterator[str]:
    if cell["cell_type"] == "markdown":
        yield _markdown_cell(cell, place, findings)
    elif cell["cell_type"] == "code":
        code = _read_code_cell(cell, place, findings)
        yield from _labelled(code, pictures) if code.label else _unlabelled(code)
    else:
        findings.complain(place.at(), f"a {cell['cell_type']} cell")


def _markdown_cell(cell: dict[str, Any], place: Place, findings: Findings) -> str:
    stored = cell["metadata"].get("user_expressions", [])
    values = {entry["expression"]: entry["result"] for entry in stored}
    return Passage(cell["source"], place, values).resolve(findings)


def _read_code_cell(cell: dict[str, Any], place: Place, findings: Findings) -> CodeCell:
    options = {key: cell["metadata"][key] for key in _OPTIONS & cell["metadata"].keys()}
    lines = [line for line in cell["source"].splitlines() if line.startswith("#|")]
    try:
        options |= yaml.safe_load("\n".join(line[2:] for line in lines)) or {}
    except (yaml.YAMLError, TypeError):
        findings.complain(place.at(), "its #| lines can't be read as YAML")
    label = str(options.get("label") or "")
    code = CodeCell(cell, Place(place.file, f"{place.cell} ({label})" if label else place.cell),
                    findings, options)  # fmt: skip
    for unknown in sorted(options.keys() - _OPTIONS):
        code.complain(f"the cell option {unknown} is not rendered here")
    return code


def _outputs(code: CodeCell) -> list[dict[str, Any]]:
    """Give the outputs that a reader would see, complaining about prints and errors."""
    shown = []
    for output in code.cell["outputs"]:
        if output["output_type"] in ("display_data", "execute_result"):
            shown.append(output["data"])
        else:
            code.complain(f"an output of kind {output.get('name') or output['output_type']}")
    return shown


def _unlabelled(code: CodeCell) -> Iterator[str]:
    """Pass generated sentences on; a figure or table without a label is refused."""
    for data in _outputs(code):
        if "text/markdown" not in data:
            code.complain(f"an output without a label that is not markdown: {', '.join(data)}")
        else:
            yield Passage(data["text/markdown"], code.place).resolve(code.findings)


def _labelled(code: CodeCell, pictures: Pictures) -> Iterator[str]:
    if not _LABEL.fullmatch(code.label):
        code.complain("a label is fig-... or tbl-..., of letters, digits, - and _")
        return
    outputs = _outputs(code)
    if not outputs:
        return  # nothing to show for this trust and year; a reference to it would be refused
    code.findings.define(code.label, code.place.at())
    if len(outputs) > 1:
        code.complain(f"a figure or table is one output, here there are {len(outputs)}")
        return
    build = _figure if code.label.startswith("fig-") else _table
    yield from build(code, outputs[0], pictures)


def _figure(code: CodeCell, data: dict[str, Any], pictures: Pictures) -> Iterator[str]:
    alt, caption = code.option("fig-alt"), code.option("fig-cap")
    if "image/png" in data:
        name = f"{code.label}.png"
        pictures[name] = base64.b64decode(data["image/png"])
    if "image/svg+xml" in data:  # shown where a format can; the other stands beside it for Word
        name = f"{code.label}.svg"
        pictures[name] = data["image/svg+xml"].encode()
    if not {"image/svg+xml", "image/png"} & data.keys():
        code.complain(f"a figure is SVG or PNG, here there is {', '.join(data) or 'nothing'}")
        return
    yield _float(code, f"src={quote_attribute(name)} alt={quote_attribute(alt)}", "", caption)


def _table(code: CodeCell, data: dict[str, Any], pictures: Pictures) -> Iterator[str]:
    caption, markup = code.option("tbl-cap"), data.get("text/html", "")
    if not _ONE_TABLE.fullmatch(markup):
        code.complain(f"a table is one <table> as text/html, here there is {', '.join(data)}")
        return
    yield _float(code, "", raw_html(markup.strip()), caption)


def _float(code: CodeCell, attributes: str, body: str, caption: str) -> str:
    line = " ".join(Passage(caption, code.place).resolve(code.findings).split())
    return f"::::: {{#{code.label} .float {attributes}}}\n{body}\n\n{line}\n:::::"
