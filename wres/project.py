"""Where the report's own sources are: in the folder one works in, or with the library."""

from __future__ import annotations

from pathlib import Path

__all__ = ["find_project"]

SOURCES = ("_quarto.yml", "report.qmd", "notebooks", "assets")
PACKAGED = Path(__file__).parent / "template"


def find_project(start: Path) -> Path:
    """Return the nearest folder at or above `start` with the report's sources.

    The sources installed with the library serve where there is none, so that ``wres render`` works
    from any folder.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if all((folder / name).exists() for name in SOURCES):
            return folder
    return PACKAGED if PACKAGED.exists() else Path(__file__).parent.parent
