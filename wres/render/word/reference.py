"""The document whose styles, page and header a report in Word takes."""

from __future__ import annotations

import copy
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import pypandoc
from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm

from wres.errors import RenderError

__all__ = ["reference_document"]

_STYLES = "assets/word-styles.xml"
# What reading a package raises that is none, or another program's, by where it stumbles.
_DAMAGES = (KeyError, ValueError, AttributeError, SyntaxError)
_SIDE, _TOP, _BOTTOM = Cm(2.2), Cm(2.3), Cm(2.0)


def reference_document(staged: Path, own: Path | None = None) -> bytes:
    """Make the document that pandoc takes styles, page and header from.

    Parameters
    ----------
    staged : Path
        The staged folder, with the report's own styles in assets/.
    own : Path, optional
        The trust's reference document: it keeps all that it has, and gets the styles that it lacks,
        since a Word template knows no "Table Caption".

    Raises
    ------
    RenderError
        The trust's document is none.
    """
    styles = parse_xml((staged / _STYLES).read_bytes())
    document = _plain() if own is None else _opened(own)
    if own is None:
        _lay_out(document)
    _give_styles(document.styles.element, styles, replace=own is None)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _plain() -> Any:
    """Give pandoc's own reference document."""
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file=reference.docx"]
    return Document(BytesIO(subprocess.run(command, capture_output=True, check=True).stdout))


def _opened(own: Path) -> Any:
    try:
        return Document(str(own))
    except (PackageNotFoundError, BadZipFile, OSError, *_DAMAGES):
        raise RenderError(
            f"the reference document {own.name} is no Word document (.docx) that can be read"
        ) from None


def _lay_out(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = _SIDE
    section.top_margin, section.bottom_margin = _TOP, _BOTTOM
    section.header_distance = section.footer_distance = Cm(1.1)


def _give_styles(held: Any, given: Any, *, replace: bool) -> None:
    """Put our styles into a document's: in the place of its own, or only where it has none."""
    if replace:
        held.replace(held.find(qn("w:docDefaults")), given.find(qn("w:docDefaults")))
    ids = {style.get(qn("w:styleId")): style for style in held.iter(qn("w:style"))}
    names = {_name(style) for style in ids.values()}
    for style in given.findall(qn("w:style")):
        old = ids.get(style.get(qn("w:styleId")))
        if replace and old is not None:
            held.replace(old, copy.deepcopy(style))
        elif old is None and _name(style) not in names:
            held.append(_guest(style, replace=replace))


def _guest(style: Any, *, replace: bool) -> Any:
    """Copy a style; in another's document it is no default."""
    copied = copy.deepcopy(style)
    if not replace:
        copied.attrib.pop(qn("w:default"), None)
    return copied


def _name(style: Any) -> str:
    return str(style.find(qn("w:name")).get(qn("w:val"))).lower()
