"""Pictures put into a page after pandoc made it: the page that pandoc would have made of them."""

from __future__ import annotations

import subprocess
from base64 import b64decode, b64encode
from pathlib import Path

import pypandoc
import pytest

from wres.project import find_project
from wres.render.stand_ins import put_in, stand_ins

NARROW = b64encode(b"<svg><!-- for phones --></svg>")
DRAWN = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">%s<path d="M0 0"/></svg>'
PICTURES = {
    "two.svg": DRAWN % (b'<metadata id="narrow">' + NARROW + b"</metadata>"),
    "one.svg": DRAWN % b"",
    "dots.png": b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
        "gg=="
    ),
}
TEXT = "".join(f"![A chart]({name})\n\n" for name in PICTURES)


def made(folder: Path, pictures: dict[str, bytes], *options: str) -> bytes:
    folder.mkdir()
    for name, content in pictures.items():
        (folder / name).write_bytes(content)
    lua = f"--lua-filter={find_project(Path(__file__)) / 'assets' / 'report.lua'}"
    command = [pypandoc.get_pandoc_path(), "--to=html5", "--standalone", "-Mtitle=T", lua, *options]
    return subprocess.run(
        command, cwd=folder, input=TEXT.encode(), capture_output=True, check=True
    ).stdout


@pytest.mark.parametrize("options", [[], ["--embed-resources"]])
def test_page_made_with_stand_ins_is_the_page_made_with_the_pictures(
    options: list[str], tmp_path: Path
) -> None:
    plain = made(tmp_path / "plain", PICTURES, *options)
    quick = made(tmp_path / "quick", stand_ins(PICTURES), *options)
    assert quick != plain
    assert put_in(quick, PICTURES) == plain
    assert NARROW in plain
    assert b"stand-in" not in plain


def test_pictures_in_points_stand_for_themselves() -> None:
    assert stand_ins(PICTURES)["dots.png"] == PICTURES["dots.png"]


def test_a_picture_that_an_author_typed_stays_as_it_is() -> None:
    page = b'<img src="data:image/svg+xml;base64,PHN2Zy8+">'
    assert put_in(page, PICTURES) == page
