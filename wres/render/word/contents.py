"""Contents that show their entries as soon as the document is opened.

pandoc leaves an empty field, which Word fills only after asking. The entries are put in here, as
links. Page numbers nobody knows before Word has laid the pages out: they come when the field is
updated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from wres.render.word.marks import new, text_run

__all__ = ["fill_contents"]

# The style by which assets/report.lua marks where the contents stand after a cover sheet.
PLACE = "Contents Place"
_LISTED, _LISTED_ID = "Listed", "99999"
_LEVELS = re.compile(r'\\o\s+"1-(\d)"')


def fill_contents(document: Any) -> None:
    """Fill the contents' field, if the document has one."""
    body = document.element.body
    told = next((one for one in body.iter(qn("w:instrText")) if "TOC" in (one.text or "")), None)
    if told is None:
        return
    field = _paragraph_of(told)
    deepest = int(found[1]) if (found := _LEVELS.search(told.text or "")) else 2
    place = next((one for one in document.paragraphs if one.style.name == PLACE), None)
    entries = [_entry(*heading) for heading in _headings(document, deepest, place)]
    if not entries:
        return
    # Word looks for entries in what the bookmark holds: a cover sheet's headings are none.
    within = f" \\b {_LISTED}" if place is not None else ""
    instruction = f'TOC \\o "1-{deepest}" \\h \\z \\u{within}'
    entries[0].get_or_add_pPr().addnext(_opening(instruction))
    entries[-1].append(_closing())
    for entry in entries:
        field.addprevious(entry)
    field.getparent().remove(field)
    if place is not None:
        _mark_listed(_move(entries[0], place._p))
    _begin_page(document, after=place is not None)


def _mark_listed(contents: Any) -> None:
    """Set the bookmark around all that comes after the contents."""
    contents.addnext(new("w:bookmarkStart", id=_LISTED_ID, name=_LISTED))
    section = contents.getparent().find(qn("w:sectPr"))
    section.addprevious(new("w:bookmarkEnd", id=_LISTED_ID))


def _move(entry: Any, place: Any) -> Any:
    """Put the contents, title and entries, on a page of their own after the cover sheet."""
    contents = entry
    while contents.getparent() is not place.getparent():
        contents = contents.getparent()
    place.addprevious(contents)
    title = next(one for one in contents.iter(qn("w:p")))
    title.get_or_add_pPr().append(new("w:pageBreakBefore"))
    place.getparent().remove(place)
    return contents


def _begin_page(document: Any, *, after: bool) -> None:
    """Let the report begin on a page after the contents, as in the PDF."""
    headings = [one for one in document.paragraphs if one.style.name.lower() == "heading 1"]
    # a cover sheet has one heading, and stands before the contents
    for first in headings[int(after) :][:1]:
        first.paragraph_format.page_break_before = True


def _paragraph_of(element: Any) -> Any:
    while element.tag != qn("w:p"):
        element = element.getparent()
    return element


def _headings(document: Any, deepest: int, place: Any | None) -> Iterator[tuple[int, str, str]]:
    """Yield level, words and bookmark of each heading after the place of the contents."""
    levels = {f"heading {level}": level for level in range(1, deepest + 1)}
    paragraphs = document.paragraphs
    first = next((at for at, one in enumerate(paragraphs) if place and one._p is place._p), 0)
    for number, paragraph in enumerate(paragraphs[first:], start=first):
        level = levels.get(paragraph.style.name.lower())
        if level:
            yield level, paragraph.text, _bookmark(document, paragraph._p, number)


def _bookmark(document: Any, heading: Any, number: int) -> str:
    """Give the bookmark that a heading stands at, set where it has none."""
    before = heading.getprevious()
    while before is not None and before.tag == qn("w:bookmarkStart"):
        return str(before.get(qn("w:name")))
    name, id_ = f"_Toc{number:08d}", str(100000 + number)
    heading.get_or_add_pPr().addnext(new("w:bookmarkStart", id=id_, name=name))
    heading.append(new("w:bookmarkEnd", id=id_))
    return name


def _entry(level: int, words: str, bookmark: str) -> Any:
    entry = new("w:p")
    entry.get_or_add_pPr().append(new("w:pStyle", val=f"TOC{level}"))
    link = new("w:hyperlink", anchor=bookmark, history="1")
    link.append(text_run(words))
    entry.append(link)
    return entry


def _opening(instruction: str) -> Any:
    run = new("w:r")
    run.append(new("w:fldChar", fldCharType="begin"))
    told = new("w:instrText")
    told.text = f" {instruction} "
    run.append(told)
    run.append(new("w:fldChar", fldCharType="separate"))
    return run


def _closing() -> Any:
    run = new("w:r")
    run.append(new("w:fldChar", fldCharType="end"))
    return run
