"""A report's own docx with a comment in the margin at each finding."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from wres.audit.documents.contents import Block, Document
from wres.audit.documents.word import W, body_parts, cells_of, open_word
from wres.audit.findings import UNCHECKABLE, AuditFinding
from wres.labels import capitalise

__all__ = ["write_comments"]

_AUTHOR: Final = "wres audit"


def write_comments(
    source: Path, target: Path, document: Document, findings: Sequence[AuditFinding]
) -> int:
    """Write a copy of a docx with comments; everything else in it stays as it is.

    What can't be checked gets no comment.

    Parameters
    ----------
    source, target : Path
    document : Document
        The same docx as read, to whose blocks findings refer.
    findings : sequence of AuditFinding

    Returns
    -------
    int
        How many comments were written.
    """
    opened = open_word(source, source.read_bytes())
    parts = _parts(opened)
    written = 0
    by_place: dict[int, list[AuditFinding]] = defaultdict(list)
    for one in findings:
        if one.kind != UNCHECKABLE:
            by_place[one.spot.block].append(one)
    for number, found in by_place.items():
        block = document.blocks[number]
        part = parts.get((block.kind == "table", block.source))
        for one in found:
            apart = part is None or _box(part) is not None
            runs = _anchors(opened, part, block) if apart else list(_runs(part, one))
            if runs:
                text = f"{capitalise(one.spot.place)}: {_text(one)}" if apart else _text(one)
                opened.add_comment(runs, text=text, author=_AUTHOR, initials="WA")
                written += 1
    content = io.BytesIO()
    opened.save(content)
    fresh = target.with_name(f".{target.name}.part")
    fresh.write_bytes(content.getvalue())
    fresh.replace(target)
    return written


def _parts(opened: Any) -> dict[tuple[bool, int], Any]:
    """Give the body's paragraphs and tables by their numbers."""
    counts = {True: 0, False: 0}
    found = {}
    for part in body_parts(opened):
        table = part.tag == f"{W}tbl"
        found[table, counts[table]] = part
        counts[table] += 1
    return found


def _box(part: Any) -> Any:
    """Give the text box that a part stands in; None where it stands in the body."""
    return next(part.iterancestors(f"{W}txbxContent"), None)


def _anchors(opened: Any, part: Any, block: Block) -> list[Any]:
    """Give the run of the body by which a note, text box or header hangs.

    Word takes comments in its body only.
    """
    from docx.text.run import Run  # noqa: PLC0415 - only where used

    body = opened.element.body
    if part is not None:
        run = next(_box(part).iterancestors(f"{W}r"), None)
    else:
        sort, _, number = block.place.partition(" ")
        marks = (mark for mark in body.iter(f"{W}{sort}Reference") if mark.get(f"{W}id") == number)
        mark = next(marks, None)
        run = next(body.iter(f"{W}r"), None) if mark is None else mark.getparent()
    return [] if run is None else [Run(run, opened_paragraph(run))]


def _runs(part: Any, one: AuditFinding) -> Iterator[Any]:
    """Yield the first and last run of the words that a finding is about."""
    from docx.text.run import Run  # noqa: PLC0415 - only where used

    element = part
    if part.tag == f"{W}tbl":
        rows = cells_of(part)
        if one.spot.row is None or one.spot.row >= len(rows):
            return
        row = rows[one.spot.row]
        if (
            one.spot.column is None
            or one.spot.column >= len(row)
            or row[one.spot.column][0] is None
        ):
            return
        element = row[one.spot.column][0]
    runs = [run for run in element.iter(f"{W}r") if _is_shown(run)]
    chosen = _covering(runs, one) or runs
    if chosen:
        parent = opened_paragraph(chosen[0])
        yield Run(chosen[0], parent)
        yield Run(chosen[-1], parent)


def opened_paragraph(run: Any) -> Any:
    """Give the paragraph of a run as python-docx has it."""
    from docx.text.paragraph import Paragraph  # noqa: PLC0415

    element = next(run.iterancestors(f"{W}p"))
    return Paragraph(element, None)  # type: ignore[arg-type]


def _is_shown(run: Any) -> bool:
    deleted = any(ancestor.tag in {f"{W}del", f"{W}moveFrom"} for ancestor in run.iterancestors())
    return not deleted and bool(_run_text(run).strip())


def _run_text(run: Any) -> str:
    return "".join(text.text or "" for text in run.iter(f"{W}t"))


def _covering(runs: Sequence[Any], one: AuditFinding) -> list[Any]:
    """Give the runs that hold the published words."""
    if not one.published or not one.spot.end:
        return []
    text, places = "", []
    for run in runs:
        start = len(text)
        text += " ".join(_run_text(run).split(" "))
        places.append((start, len(text)))
    # Blanks were tidied when the report was read: the words are looked for near their place.
    at = text.find(one.published, max(0, one.spot.start - 20))
    if at < 0:
        return []
    end = at + len(one.published)
    return [
        run for run, (first, last) in zip(runs, places, strict=True) if first < end and last > at
    ]


def _text(one: AuditFinding) -> str:
    lines = [f"{one.kind.capitalize()}: {one.mistake}. {one.message}"]
    if one.recomputed and one.recomputed not in one.message:
        lines.append(f"Printed: {one.published}. Recomputed: {one.recomputed}.")
    if one.formula:
        lines.append(one.formula)
    if not one.confirmed:
        lines.append("(This rests on a reading that nobody has confirmed.)")
    return "\n".join(lines)
