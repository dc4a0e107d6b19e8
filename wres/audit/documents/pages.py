"""Reading a PDF: its tables, and around them its lines put together to paragraphs."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from wres.audit.documents.aligned import find_aligned
from wres.audit.documents.contents import Block, Document, Grid, put_together, visible
from wres.audit.documents.numbering import NUMBERED
from wres.audit.documents.rows import filled_down

__all__ = ["read_pages"]

# A page of a scan has a picture and no letters; a title page may have few.
_FEW_LETTERS: Final = 20
# Smaller pictures are logos: a twentieth of the page.
_LARGE: Final = 0.05
# Lines further apart than this many heights of a line belong to different paragraphs.
_GAP: Final = 0.75
_ENDS: Final = (".", ":", ";", "!", "?")
_ITEM: Final = re.compile(r"^(?:[•▪●○◦–\uf0b7\uf0a7-]|\(?(?:[a-z]|\d{1,2}|[ivx]{2,4})[.)])\s")


def read_pages(path: Path, content: bytes) -> Document:
    """Read a PDF.

    Raises
    ------
    InputError
        It is locked, damaged, or a scan without text.
    """
    import pdfplumber  # noqa: PLC0415 - only where used
    from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415
    from pdfplumber.utils.exceptions import PdfminerException  # noqa: PLC0415

    from wres.audit.documents.reading import problem  # noqa: PLC0415 - reading knows every reader

    try:
        with pdfplumber.open(io.BytesIO(content)) as opened:
            read = [_page(page, number) for number, page in enumerate(opened.pages, start=1)]
            blocks = tuple(_numbered(_joined(_ranked(list(_all_blocks(read))))))
            pictures = tuple(page.pictures for page in read if page.pictures)
            letters = sum(len(block.text) for block in blocks) + sum(
                len(cell)
                for block in blocks
                if block.grid
                for row in block.grid.rows
                for cell in row
            )
            pages = len(opened.pages)
            title = str((opened.metadata or {}).get("Title") or "")
    except PdfminerException as fault:
        if fault.args and isinstance(fault.args[0], PDFPasswordIncorrect):
            raise problem(path, "is locked by a password", "Save it without one.") from None
        raise problem(path, "is a damaged PDF", "Save it as PDF again.") from None
    except Exception as fault:  # a damaged PDF fails in many ways, deep in the parser
        rule = f"is a PDF that can't be read ({type(fault).__name__})"
        raise problem(path, rule, "Save it as PDF again, or as docx.") from None
    if letters < _FEW_LETTERS * pages:
        rule = f"is a scan: its {pages} pages hold pictures and next to no text"
        raise problem(path, rule, "Ask for the original, or have its text recognised first.")
    return Document(path.name, blocks, title, pictures)


@dataclass(frozen=True)
class _TextLine:
    text: str
    top: float
    bottom: float
    size: float
    bold: bool


@dataclass(frozen=True)
class _Page:
    """What is kept of a page: its parts as the parser has them would fill the memory."""

    number: int
    tables: list[tuple[float, Block]]
    lines: list[_TextLine]
    pictures: str


def _page(page: Any, number: int) -> _Page:
    tables: list[tuple[float, Block]] = []
    boxes = []
    for table in page.find_tables():
        grid = _grid(table)
        if grid is not None:
            block = Block("table", "", f"page {number}", grid=grid, source=number)
            tables.append((table.bbox[1], block))
            boxes.append(table.bbox)
    for aligned in find_aligned(page, boxes):
        block = Block("table", "", f"page {number}", grid=aligned.grid, source=number)
        tables.append((aligned.box[1], block))
        boxes.append(aligned.box)
    read = _Page(number, tables, _lines(page, boxes), _pictures(page, number))
    page.close()
    return read


def _pictures(page: Any, number: int) -> str:
    """Tell a page that pictures fill in part, or whole without text."""
    size = float(page.width * page.height)
    large = [
        image
        for image in page.images
        if (image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) > _LARGE * size
    ]
    if len(page.chars) < _FEW_LETTERS and page.images:
        return f"page {number}, a picture without text"
    told = "1 picture" if len(large) == 1 else f"{len(large)} pictures"
    return f"page {number}, {told}" if large else ""


def _all_blocks(pages: list[_Page]) -> Iterator[Block]:
    margins = _margin_lines(pages)
    for page in pages:
        parts = [*page.tables, *_paragraphs(page, margins)]
        yield from (block for _, block in sorted(parts, key=lambda part: part[0]))


def _grid(table: Any) -> Grid | None:
    rows = [
        [put_together(visible(cell or "").splitlines()) for cell in row] for row in table.extract()
    ]
    rows = [row for row in rows if any(row)]
    keep = [n for n in range(len(rows[0])) if any(row[n] for row in rows)] if rows else []
    if len(rows) < 2 or len(keep) < 2:
        return None
    filled = filled_down([[row[n] for n in keep] for row in rows])
    return Grid(tuple(map(tuple, filled)), origin="ruled")


def _margin_lines(pages: list[_Page]) -> set[str]:
    """Give the lines that stand at the head or foot of most pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_undated(line.text) for line in (*page.lines[:2], *page.lines[-2:])})
    most = max(3, len(pages) // 2)
    return {text for text, times in seen.items() if times >= most}


def _undated(text: str) -> str:
    return re.sub(r"\d+", "#", text.strip())


def _lines(page: Any, boxes: list[Any]) -> list[_TextLine]:
    """Give the lines of a page that stand in none of its tables."""

    def outside(item: Any) -> bool:
        middle = (item["top"] + item["bottom"]) / 2
        across = (item["x0"] + item["x1"]) / 2
        return not any(x0 <= across <= x1 and y0 <= middle <= y1 for x0, y0, x1, y1 in boxes)

    kept = page.filter(lambda item: item["object_type"] != "char" or outside(item))
    return [
        _TextLine(
            line["text"],
            line["top"],
            line["bottom"],
            float(line["chars"][0]["size"]),
            _is_bold(line["chars"]),
        )
        for line in kept.extract_text_lines()
        if line["text"].strip()
    ]


def _is_bold(chars: Any) -> bool:
    fonts = {char["fontname"].lower() for char in chars if char["text"].strip()}
    return all("bold" in font or "black" in font for font in fonts)


def _paragraphs(page: _Page, margins: set[str]) -> Iterator[tuple[float, Block]]:
    lines = [line for line in page.lines if _undated(line.text) not in margins]
    body = _body_size(lines)
    number = page.number
    for group in _groups(lines):
        text = put_together([visible(line.text) for line in group])
        heading = group[0].size > body * 1.08 or all(line.bold for line in group)
        kind: Any = "heading" if heading and len(text) <= 160 else "paragraph"
        # Ranked once all sizes are known.
        level = round(10 * group[0].size) if kind == "heading" else 0
        yield group[0].top, Block(kind, text, f"page {number}", level=level, source=number)


def _body_size(lines: list[_TextLine]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _groups(lines: list[_TextLine]) -> Iterator[list[_TextLine]]:
    group: list[_TextLine] = []
    for line in lines:
        if group and _is_apart(group[-1], line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_apart(above: _TextLine, below: _TextLine) -> bool:
    height = above.bottom - above.top
    return (
        below.top - above.bottom > _GAP * height
        or abs(above.size - below.size) > 0.6
        or above.bold != below.bold
        or _ITEM.match(below.text) is not None
        or (above.text.rstrip().endswith(_ENDS) and NUMBERED.match(below.text) is not None)
    )


def _joined(blocks: list[Block]) -> list[Block]:
    """Put together what a page's end parts: a paragraph, or a table whose headings come again."""
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if before is not None and before.source + 1 != block.source:
            before = None
        if before is not None and _goes_on(before, block):
            text = f"{before.text} {block.text}"
            joined[-1] = Block("paragraph", text, before.place, source=block.source)
        elif (
            before is not None and before.source + 1 == block.source and _carries_on(before, block)
        ):
            rows = (*_rows_of(before), *_rows_of(block)[1:])
            joined[-1] = replace(before, grid=_longer(before, rows), source=block.source)
        else:
            joined.append(block)
    return joined


def _rows_of(block: Block) -> tuple[tuple[str, ...], ...]:
    return block.grid.rows if block.grid is not None else ()


def _longer(block: Block, rows: tuple[tuple[str, ...], ...]) -> Grid:
    return Grid(rows, origin=block.grid.origin if block.grid is not None else "aligned")


def _carries_on(before: Block, block: Block) -> bool:
    """Say whether a table is the rest of one on the page before: its headings come again."""
    return before.kind == block.kind == "table" and _rows_of(before)[0] == _rows_of(block)[0]


def _ranked(blocks: list[Block]) -> list[Block]:
    """Give headings the level that the size of their type has among them."""
    sizes = sorted({block.level for block in blocks if block.level}, reverse=True)
    return [
        replace(block, level=sizes.index(block.level) + 1) if block.level else block
        for block in blocks
    ]


def _goes_on(before: Block, block: Block) -> bool:
    return (
        before.kind == block.kind == "paragraph"
        and not before.text.endswith((".", ":", "!", "?"))
        and block.text[:1].islower()
    )


def _numbered(blocks: list[Block]) -> Iterator[Block]:
    """Give each page's tables their numbers."""
    tables: Counter[str] = Counter()
    for block in blocks:
        if block.kind != "table":
            yield block
            continue
        tables[block.place] += 1
        place = f"{block.place}, table {tables[block.place]}"
        yield Block("table", block.text, place, grid=block.grid, source=block.source)
