"""A staged folder in, documents out; by Quarto or by the embedded renderer, to the same effect."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from wres.errors import RenderError
from wres.render.embedded import LooseReport, render_embedded, render_loose
from wres.render.quarto import find_quarto, render_quarto

__all__ = [
    "ENGINES",
    "FORMATS",
    "LooseReport",
    "choose_engine",
    "render",
    "render_embedded",
    "render_loose",
    "render_quarto",
]

FORMATS = ("html", "pdf")
ENGINES = {"quarto": render_quarto, "embedded": render_embedded}


def choose_engine(engine: str = "auto") -> str:
    """Name the engine that will render: ``auto`` means Quarto where it is on PATH."""
    if engine == "auto":
        return "quarto" if find_quarto() else "embedded"
    if engine not in ENGINES:
        raise RenderError(f"the engine is auto, quarto or embedded, got {engine!r}")
    return engine


def render(staged: Path, formats: Sequence[str], output: Path, engine: str = "auto") -> list[Path]:
    """Render a staged folder.

    Parameters
    ----------
    staged : Path
        Folder with report.qmd, _quarto.yml, assets/ and executed notebooks/; one a report.
    formats : sequence of str
        Any of ``html`` and ``pdf``.
    output : Path
        Folder that receives report.html and report.pdf.
    engine : str
        ``auto``, ``quarto`` or ``embedded``.

    Returns
    -------
    list of Path
        The files written, in the order of `formats`.
    """
    unknown = [form for form in formats if form not in FORMATS]
    if unknown:
        raise RenderError(f"formats are {' and '.join(FORMATS)}, got {', '.join(unknown)}")
    return ENGINES[choose_engine(engine)](staged, formats, output)
