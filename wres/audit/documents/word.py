"""Reading a Word document: paragraphs, headings and tables in the order of the body."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wres.audit.documents.contents import Block, Document, Grid, pictures_told, tidy

__all__ = ["W", "body_parts", "cells_of", "open_word", "read_word", "visible_text"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{W}txbxContent"
_PICTURES = frozenset(
    {
        "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
        "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    }
)
_NOTES = {"footnote": f"{W}footnoteReference", "endnote": f"{W}endnoteReference"}
# What a reader doesn't see: text deleted while changes are tracked, and the codes of fields.
_HIDDEN = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText"})


def open_word(path: Path, content: bytes) -> Any:
    """Open a docx.

    Raises
    ------
    InputError
        It is damaged, or another sort of zip file.
    """
    import docx  # noqa: PLC0415 - only where used

    from wres.audit.documents.reading import problem  # noqa: PLC0415 - reading knows every reader

    try:
        return docx.Document(io.BytesIO(content))
    except (KeyError, ValueError, zipfile.BadZipFile, OSError, SyntaxError, TypeError) as fault:
        rule = f"is not a Word document (docx) that can be opened ({type(fault).__name__})"
        raise problem(path, rule, "Open it in Word and save it as docx again.") from None


def read_word(path: Path, content: bytes) -> Document:
    """Read a docx."""
    opened = open_word(path, content)
    blocks: list[Block] = []
    counts = {"p": 0, "tbl": 0}
    notes = _notes(opened)
    waiting: list[Block] = []
    for part in body_parts(opened):
        sort = "tbl" if part.tag == f"{W}tbl" else "p"
        number = counts[sort]
        counts[sort] += 1
        block = _table(part, number) if sort == "tbl" else _paragraph(opened, part, number)
        if block is not None and block.kind == "heading":
            blocks += waiting
            waiting = []
        if block is not None:
            blocks.append(block)
        waiting += _noted(part, notes)
    blocks += [*waiting, *_margins(opened)]
    title = str(opened.core_properties.title or "")
    return Document(path.name, tuple(blocks), title, _pictures(opened))


def body_parts(opened: Any) -> Iterator[Any]:
    """Yield the body's paragraphs and tables, those inside content controls and text boxes too."""
    yield from _parts_of(opened.element.body)


def _parts_of(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag in {f"{W}p", f"{W}tbl"}:
            yield child
            for box in _boxes(child):
                yield from _parts_of(box)
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}smartTag"}:
            yield from _parts_of(child)


def _boxes(element: Any) -> Iterator[Any]:
    """Yield the text boxes that hang on a paragraph or table; Word keeps each of them twice."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag != _FALLBACK:
            yield from _boxes(child)


# -- what stands outside of the body ---------------------------------------------------------------


def _notes(opened: Any) -> dict[tuple[str, str], str]:
    """Give the texts of footnotes and endnotes by their sort and number."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - only where used

    found: dict[tuple[str, str], str] = {}
    for relation in opened.part.rels.values():
        sort = relation.reltype.rpartition("/")[2].removesuffix("s")
        if sort not in _NOTES or relation.is_external:
            continue
        for note in parse_xml(relation.target_part.blob).iter(f"{W}{sort}"):
            text = tidy(" ".join(visible_text(part) for part in note.iter(f"{W}p")))
            if text and note.get(f"{W}type") is None:
                found[sort, note.get(f"{W}id", "")] = text
    return found


def _noted(part: Any, notes: dict[tuple[str, str], str]) -> list[Block]:
    """Give the notes to which a paragraph or table refers."""
    return [
        Block("paragraph", notes[sort, number], f"{sort} {number}", source=-1)
        for sort, tag in _NOTES.items()
        for reference in part.iter(tag)
        if (sort, number := str(reference.get(f"{W}id", ""))) in notes
    ]


def _margins(opened: Any) -> Iterator[Block]:
    """Give the texts of headers and footers, each once."""
    told = set()
    for section in opened.sections:
        for place in ("header", "footer", "first_page_header", "first_page_footer"):
            margin = getattr(section, place)
            if margin.is_linked_to_previous:
                continue  # asked for its parts, it would be made
            text = tidy(" ".join(visible_text(part) for part in margin._element.iter(f"{W}p")))
            if text and text not in told:
                told.add(text)
                yield Block("paragraph", text, place.replace("_", " "), source=-1)


def _pictures(opened: Any) -> tuple[str, ...]:
    """Tell the pictures and charts, whose figures can't be read, by what is near them."""
    count = sum(
        element.tag in _PICTURES
        for element in opened.element.body.iter()
        if isinstance(element.tag, str)
    )
    return pictures_told(count)


def _paragraph(opened: Any, part: Any, number: int) -> Block | None:
    text = tidy(visible_text(part))
    if not text:
        return None
    level = _level(opened, part, text)
    kind: Any = "heading" if level else "paragraph"
    return Block(kind, text, f"paragraph {number + 1}", level=level, source=number)


def visible_text(part: Any) -> str:
    """Give the text of a paragraph or cell as it is shown."""
    return "".join(_texts(part))


def _texts(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _HIDDEN or child.tag in {_BOX, _FALLBACK}:
            continue  # a text box is a part of its own
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in {f"{W}tab", f"{W}br", f"{W}cr"}:
            yield " "
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        else:
            yield from _texts(child)
    if element.tag == f"{W}p":
        yield "\n"


def _level(opened: Any, part: Any, text: str) -> int:
    """Give a heading's level; a short line all in bold serves as one."""
    style = part.find(f"{W}pPr/{W}pStyle")
    name = ""
    if style is not None:
        identity = style.get(f"{W}val")
        name = next((one.name or "" for one in opened.styles if one.style_id == identity), "")
    match = re.match(r"(?:heading|title)\s*(\d?)", name, re.IGNORECASE)
    if match:
        return int(match[1] or 1)
    if len(text) <= 120 and not text.endswith((".", ":", ";")) and _is_bold(part):
        return 7
    return 0


def _is_bold(part: Any) -> bool:
    runs = [run for run in part.iter(f"{W}r") if "".join(_texts(run)).strip()]
    return bool(runs) and all(run.find(f"{W}rPr/{W}b") is not None for run in runs)


def _table(part: Any, number: int) -> Block | None:
    rows, copies = [], set()
    heads = 0
    for place, row in enumerate(cells_of(part)):
        rows.append([tidy(visible_text(cell)) if cell is not None else "" for cell, _ in row])
        copies |= {(place, column) for column, (_, copy) in enumerate(row) if copy}
        heads += place == heads and _is_head(part, place)
    _copy_down(rows, part)
    width = max((len(row) for row in rows), default=0)
    if not width:
        return None
    padded = tuple(tuple(row + [""] * (width - len(row))) for row in rows)
    grid = Grid(padded, heads or None, frozenset(copies))
    return Block("table", "", f"table {number + 1}", grid=grid, source=number)


def _is_head(table: Any, place: int) -> bool:
    row = table.findall(f"{W}tr")[place]
    return row.find(f"{W}trPr/{W}tblHeader") is not None


def cells_of(table: Any) -> list[list[tuple[Any, bool]]]:
    """Give a table's cells by place, and whether each is part of one before it."""
    rows: list[list[tuple[Any, bool]]] = []
    for row in table.iter(f"{W}tr"):
        if next(row.iterancestors(f"{W}tbl")) is not table:
            continue
        places: list[tuple[Any, bool]] = []
        for cell in _cells_in(row):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            across = int(span.get(f"{W}val")) if span is not None else 1
            below = _continues(cell)
            places += [(cell, below or step > 0) for step in range(across)]
        rows.append(places)
    return rows


def _cells_in(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent"}:
            yield from _cells_in(child)


def _continues(cell: Any) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _copy_down(rows: list[list[str]], table: Any) -> None:
    """Give a cell merged downwards its text in every row."""
    for place, row in enumerate(cells_of(table)):
        for column, (cell, _) in enumerate(row):
            above = rows[place - 1] if place else []
            if _continues(cell) and column < len(above) and not rows[place][column]:
                rows[place][column] = above[column]
