"""Documents written to a folder and read back."""

from __future__ import annotations

from pathlib import Path

from wres.paper import PaperFile, read_paper
from wres.sources.folders import YearFolder


def folder_of(tmp_path: Path) -> YearFolder:
    folder = YearFolder(tmp_path, "RXX", 2024)
    folder.path.mkdir(parents=True, exist_ok=True)
    return folder


def paper_of(tmp_path: Path, text: str) -> PaperFile:
    """Write `board_paper.yml` and read it."""
    folder = folder_of(tmp_path)
    (folder.path / "board_paper.yml").write_text(text, encoding="utf-8")
    read = read_paper(folder)
    if read is None:
        raise LookupError("no document")
    return read
