"""Write the gallery: every chart in every state, as a page and as contact sheets.

    python -m tests.gallery build/gallery

The page shows each chart as reports hold it: for a page, for a phone, and in greyscale; the contact
sheets are PNG, one a chart, in colour and in greyscale.
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from tests.gallery.page import write_page
from tests.gallery.sheets import write_sheets


def main(folder: Path) -> None:
    """Write `index.html` and the contact sheets into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    write_page(folder)
    write_sheets(folder)
    print(f"gallery: {folder / 'index.html'}")


def _asked() -> Path:
    parser = ArgumentParser(prog="python -m tests.gallery", description="Write the gallery.")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("build", "gallery"))
    folder: Path = parser.parse_args().folder
    return folder


if __name__ == "__main__":
    main(_asked())
