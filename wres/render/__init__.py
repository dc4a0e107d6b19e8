"""A staged folder in, documents out; by Quarto or by the embedded renderer, to the same effect."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from wres.errors import RenderError
from wres.render.choosing import choose_engine

if TYPE_CHECKING:
    from wres.render.embedded import LooseReport, render_embedded, render_loose
    from wres.render.quarto import render_quarto

__all__ = [
    "DOCUMENTS",
    "FORMATS",
    "LooseReport",
    "choose_engine",
    "render",
    "render_embedded",
    "render_loose",
    "render_quarto",
]

FORMATS = ("html", "pdf", "docx", "xlsx")
DOCUMENTS = {form: f"report.{form}" for form in FORMATS} | {"xlsx": "tables.xlsx"}
_PLACES = {
    "LooseReport": "embedded",
    "render_embedded": "embedded",
    "render_loose": "embedded",
    "render_quarto": "quarto",
}


def __getattr__(name: str) -> object:
    """Import what renders, half a second of it, when it is asked for."""
    if name in _PLACES:
        return getattr(import_module(f"wres.render.{_PLACES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def render(
    staged: Path,
    formats: Sequence[str],
    output: Path,
    engine: str = "auto",
    reference_document: Path | None = None,
) -> list[Path]:
    """Render a staged folder.

    Parameters
    ----------
    staged : Path
        Folder with report.qmd, _quarto.yml, assets/ and executed notebooks/; one a report.
    formats : sequence of str
        Any of ``html``, ``pdf``, ``docx`` and ``xlsx``.
    output : Path
        Folder that receives report.html, report.pdf, report.docx and tables.xlsx.
    engine : str
        ``auto``, ``quarto`` or ``embedded``. The workbook is the same by either.
    reference_document : Path, optional
        A Word document of the trust's, whose styles, page, header and footer report.docx takes.

    Returns
    -------
    list of Path
        The files written, in the order of `formats`.
    """
    unknown = [form for form in formats if form not in FORMATS]
    if unknown:
        raise RenderError(f"formats are {', '.join(FORMATS)}; got {', '.join(unknown)}")
    written = [form for form in formats if form != "xlsx"]
    chosen = choose_engine(engine)
    if written:
        renderer = import_module(f"wres.render.{chosen}")
        getattr(renderer, f"render_{chosen}")(staged, written, output, reference_document)
    if "xlsx" in formats:
        from wres.render.workbook import render_workbook  # noqa: PLC0415 - where used

        is_there = chosen == "embedded" and "html" in formats
        render_workbook(staged, output, output / DOCUMENTS["html"] if is_there else None)
    return [output / DOCUMENTS[form] for form in formats]
