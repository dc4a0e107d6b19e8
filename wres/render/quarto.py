"""Quarto as renderer, where it is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from wres.errors import RenderError
from wres.render.assemble import assemble
from wres.render.choosing import find_quarto
from wres.render.embedded import FONT_DIRECTORIES
from wres.render.settings import read_settings

__all__ = ["render_quarto"]

_TARGETS = {"html": "html", "pdf": "typst", "docx": "docx"}
_REFERENCE = "reference.docx"
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_TRACE = re.compile(r"\s+(at |\.\.\.|/|\[C\]|\(\.\.\.)|stack traceback|stack trace", re.IGNORECASE)
_TAIL = 15  # lines of Quarto's own words that a person gets to read
# What Quarto only warns of, and goes on.
_FATAL = re.compile(r"unknown font family|Unable to resolve crossref", re.IGNORECASE)


def render_quarto(
    staged: Path, formats: Sequence[str], output: Path, reference_document: Path | None = None
) -> list[Path]:
    """Render a staged folder with Quarto; takes and gives what `render_embedded` does.

    A staged folder serves one report: two Quarto processes in one folder can put one report's
    chart into the other.
    """
    quarto = find_quarto()
    if quarto is None:
        raise RenderError("Quarto is not on PATH; choose the embedded engine")
    # Quarto prints an unfilled value or a missing caption as it stands: refuse it here already.
    assemble(staged, read_settings(staged))
    output.mkdir(parents=True, exist_ok=True)
    done = []
    for form in formats:
        wanted = output / f"report.{form}"
        if form == "docx":
            _render_word(quarto, staged, wanted, reference_document)
        else:
            _render_one(quarto, staged, form, wanted)
        done.append(wanted)
    return done


def _render_word(quarto: str, staged: Path, wanted: Path, reference: Path | None) -> None:
    from wres.render.word import finish_word, reference_document  # noqa: PLC0415 - where used

    (staged / _REFERENCE).write_bytes(reference_document(staged, reference))
    _render_one(quarto, staged, "docx", wanted, f"--reference-doc={_REFERENCE}")
    wanted.write_bytes(finish_word(wanted.read_bytes()))


def _render_one(quarto: str, staged: Path, form: str, wanted: Path, *options: str) -> None:
    made = staged / f"report.{form}"
    made.unlink(missing_ok=True)
    command = [quarto, "render", "report.qmd", "--to", _TARGETS[form], *options]
    done = subprocess.run(
        command, cwd=staged, capture_output=True, check=False, env=os.environ | _environment()
    )
    words = done.stderr.decode(errors="replace")
    if done.returncode or not made.exists() or _FATAL.search(words):
        raise RenderError(f"Quarto stopped:\n{_tail(words)}")
    if made.resolve() != wanted.resolve():
        shutil.move(made, wanted)


def _tail(words: str) -> str:
    """Give the last lines that say something, without colours and stack traces."""
    lines = [_COLOUR.sub("", line).rstrip() for line in words.splitlines()]
    return "\n".join([line for line in lines if line and not _TRACE.match(line)][-_TAIL:])


def _environment() -> dict[str, str]:
    """Give Quarto's Typst the packaged fonts only, and every run the same clock."""
    return {
        "TYPST_FONT_PATHS": os.pathsep.join(str(one) for one in FONT_DIRECTORIES),
        "TYPST_IGNORE_SYSTEM_FONTS": "true",
        "SOURCE_DATE_EPOCH": "0",
    }
