"""One markdown document out of report.qmd and the chapters that it embeds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from wres.errors import RenderError
from wres.render.cells import Pictures, chapter_markdown
from wres.render.passages import Findings, Passage, Place
from wres.render.settings import Settings

__all__ = ["Assembly", "assemble"]

SPINE = "report.qmd"
_EMBED = re.compile(r"^\{\{<\s*embed\s+([^\s#]+\.ipynb)\s*>\}\}[ \t]*$", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@dataclass(frozen=True)
class Assembly:
    """The whole report in markdown, the pictures that it shows, and where it refers to what."""

    markdown: str
    pictures: Pictures
    references: Mapping[str, Sequence[str]]


def assemble(staged: Path, settings: Settings, *, mark_cells: bool = False) -> Assembly:
    """Put the report together, or tell everything that stands in the way.

    With `mark_cells`, an HTML comment before each cell of a chapter names its file and its id.
    """
    findings = Findings(settings.facts)
    pictures: Pictures = {}
    parts = list(_parts(staged, findings, pictures, mark_cells))
    if findings.problems:
        raise RenderError("\n".join(findings.problems))
    return Assembly("\n\n".join(parts) + "\n", pictures, findings.references)


def _parts(staged: Path, findings: Findings, pictures: Pictures, mark_cells: bool) -> Iterator[str]:
    """Walk along report.qmd: its own text, and a chapter wherever one is embedded."""
    text = _read_spine(staged / SPINE)
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    yield text[:start]
    for embed in _EMBED.finditer(text, start):
        yield _own_text(text, start, embed.start(), findings)
        where = Place(SPINE).at(text.count("\n", 0, embed.start()))
        for id_, markdown in _chapter(staged, embed[1], where, findings, pictures):
            yield f"<!-- cell {embed[1]} {id_} -->\n\n{markdown}" if mark_cells else markdown
        start = embed.end()
    yield _own_text(text, start, len(text), findings)


def _read_spine(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise RenderError(f"{SPINE}: not in the staged folder {path.parent}") from None


def _own_text(text: str, start: int, end: int, findings: Findings) -> str:
    place = Place(SPINE, line=1 + text.count("\n", 0, start))
    return Passage(text[start:end], place).resolve(findings)


def _chapter(
    staged: Path, file: str, where: str, findings: Findings, pictures: Pictures
) -> Iterator[tuple[str, str]]:
    """Yield what each cell gives, with the cell's id."""
    try:
        notebook: Any = nbformat.read(staged / file, as_version=4)
    except FileNotFoundError:
        findings.complain(where, f"the chapter {file} is missing")
    except (ValueError, KeyError, AttributeError) as fault:
        findings.complain(where, f"the chapter {file} can't be read: {fault}")
    else:
        yield from chapter_markdown(notebook.cells, file, findings, pictures)
