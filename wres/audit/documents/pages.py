"""Reading a PDF: its tables, and around them its lines put together to paragraphs."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from wres.audit.documents.aligned import filled_down, find_aligned
from wres.audit.documents.contents import Block, Document, Grid, put_together, visible

__all__ = ["read_pages"]

# A page of a scan has a picture and no letters; a title page may have few.
_FEW_LETTERS: Final = 20
# Smaller pictures are logos: a twentieth of the page.
_LARGE: Final = 0.05
# Lines further apart than this many heights of a line belong to different paragraphs.
_GAP: Final = 0.75
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
            pictures = tuple(_pictures(opened))
            blocks = tuple(_numbered(_joined(_ranked(list(_all_blocks(opened))))))
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


def _pictures(opened: Any) -> Iterator[str]:
    """Tell the pages that pictures fill in part, or whole without text."""
    for number, page in enumerate(opened.pages, start=1):
        size = float(page.width * page.height)
        large = [
            image
            for image in page.images
            if (image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) > _LARGE * size
        ]
        if len(page.chars) < _FEW_LETTERS and (large or page.images):
            yield f"page {number}, a picture without text"
        elif large:
            yield f"page {number}, {len(large)} {'picture' if len(large) == 1 else 'pictures'}"


def _all_blocks(opened: Any) -> Iterator[Block]:
    margins = _margin_lines(opened)
    for number, page in enumerate(opened.pages, start=1):
        parts: list[tuple[float, Block]] = []
        boxes = []
        for table in page.find_tables():
            grid = _grid(table)
            if grid is not None:
                block = Block("table", "", f"page {number}", grid=grid, source=number)
                parts.append((table.bbox[1], block))
                boxes.append(table.bbox)
        for aligned in find_aligned(page, boxes):
            block = Block("table", "", f"page {number}", grid=aligned.grid, source=number)
            parts.append((aligned.box[1], block))
            boxes.append(aligned.box)
        parts += _paragraphs(page, number, boxes, margins)
        yield from (block for _, block in sorted(parts, key=lambda part: part[0]))
        page.close()


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


def _margin_lines(opened: Any) -> set[str]:
    """Give the lines that stand at the head or foot of most pages."""
    seen: Counter[str] = Counter()
    for page in opened.pages:
        lines = page.extract_text_lines(return_chars=False)
        seen.update({_undated(line["text"]) for line in (*lines[:2], *lines[-2:])})
    most = max(3, len(opened.pages) // 2)
    return {text for text, times in seen.items() if times >= most}


def _undated(text: str) -> str:
    return re.sub(r"\d+", "#", text.strip())


def _paragraphs(
    page: Any, number: int, boxes: list[Any], margins: set[str]
) -> Iterator[tuple[float, Block]]:
    def outside(item: Any) -> bool:
        middle = (item["top"] + item["bottom"]) / 2
        across = (item["x0"] + item["x1"]) / 2
        return not any(x0 <= across <= x1 and y0 <= middle <= y1 for x0, y0, x1, y1 in boxes)

    lines = [
        line
        for line in page.filter(
            lambda item: item["object_type"] != "char" or outside(item)
        ).extract_text_lines()
        if line["text"].strip() and _undated(line["text"]) not in margins
    ]
    body = _body_size(lines)
    for group in _groups(lines):
        text = put_together([visible(line["text"]) for line in group])
        heading = _size(group[0]) > body * 1.08 or _is_bold(group)
        kind: Any = "heading" if heading and len(text) <= 160 else "paragraph"
        # Ranked once all sizes are known.
        level = round(10 * _size(group[0])) if kind == "heading" else 0
        yield group[0]["top"], Block(kind, text, f"page {number}", level=level, source=number)


def _size(line: Any) -> float:
    return float(line["chars"][0]["size"])


def _is_bold(group: list[Any]) -> bool:
    fonts = {char["fontname"] for line in group for char in line["chars"] if char["text"].strip()}
    return all("bold" in font.lower() or "black" in font.lower() for font in fonts)


def _body_size(lines: list[Any]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(_size(line), 1)] += len(line["text"])
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _groups(lines: list[Any]) -> Iterator[list[Any]]:
    group: list[Any] = []
    for line in lines:
        if group and _is_apart(group[-1], line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_apart(above: Any, below: Any) -> bool:
    height = above["bottom"] - above["top"]
    return (
        below["top"] - above["bottom"] > _GAP * height
        or abs(_size(above) - _size(below)) > 0.6
        or _is_bold([above]) != _is_bold([below])
        or _ITEM.match(below["text"]) is not None
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
