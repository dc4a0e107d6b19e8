"""Header, footer and the lines under the title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from wres.render.word.marks import child_of, field_runs, new, text_run
from wres.render.word.widths import text_size

__all__ = ["print_facts", "print_furniture", "turn_footers"]


def print_facts(document: Any, facts: Mapping[str, str]) -> None:
    """Print date and organisation under the title, in the words of the page."""
    parts = []
    if facts.get("dated"):
        parts.append(f"Date: {facts['dated']}")
    if facts.get("snapshot"):
        parts.append(f"Position at {facts['snapshot']}")
    if facts.get("organisation"):
        parts.append(f"Organisation code {facts['organisation']}")
    under = [one for one in document.paragraphs[:3] if one.style.name in {"Title", "Subtitle"}]
    if not parts or not under:
        return
    line = document.add_paragraph(" · ".join(parts), style="Report Facts")
    under[-1]._p.addnext(line._p)


def print_furniture(document: Any, facts: Mapping[str, str]) -> None:
    """Print marking and trust at the head of every page, the page's number at its foot.

    A trust's own header and footer stay: ours goes first, and a number only where there is none.
    """
    marking, running = facts.get("marking", ""), facts.get("header-text", "")
    done: set[int] = set()
    for section in document.sections:
        for header, footer in _heads_and_feet(document, section):
            if id(header.part) not in done:
                _print_header(header, marking, running)
                done.add(id(header.part))
            if id(footer.part) not in done:
                _print_footer(document, footer, marking)
                done.add(id(footer.part))


def _heads_and_feet(document: Any, section: Any) -> Iterator[tuple[Any, Any]]:
    """Give every kind of header and footer that a page of the section may have."""
    yield section.header, section.footer
    if section.different_first_page_header_footer:
        yield section.first_page_header, section.first_page_footer
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_header, section.even_page_footer


def _print_header(header: Any, marking: str, running: str) -> None:
    header.is_linked_to_previous = False
    lines = [
        _line("Header", text_run(text, bold=bold))
        for text, bold in ((marking, True), (running, False))
        if text
    ]
    if not lines:
        return
    _rule_under(lines[-1])
    _put_first(header, lines)


def turn_footers(document: Any, section: Any, width: int) -> None:
    """Give a section whose pages are turned footers of its own, the number at their margin."""
    upright = _twips(text_size(document)[0])
    for reference in section.findall(qn("w:footerReference")):
        held = document.part.related_parts[reference.get(qn("r:id"))]
        part, id_ = document.part.add_footer_part()
        part.element[:] = [deepcopy(one) for one in held.element]
        for key, one in held.rels.items():
            part.rels.add_relationship(one.reltype, one._target, key, one.is_external)
        for stop in part.element.iter(qn("w:tab")):
            if stop.get(qn("w:pos")) == str(upright):
                stop.set(qn("w:pos"), str(_twips(width)))
        reference.set(qn("r:id"), id_)


def _twips(length: int) -> int:
    return length // 635  # English Metric Units


def _print_footer(document: Any, footer: Any, marking: str) -> None:
    footer.is_linked_to_previous = False
    runs = [text_run(marking, bold=True)] if marking else []
    if not _is_numbered(footer):
        tab = new("w:r")
        tab.append(new("w:tab"))
        runs += [tab, text_run("Page "), *field_runs("PAGE", "1")]
        runs += [text_run(" of "), *field_runs("NUMPAGES", "1")]
    if runs:
        line = _line("Footer", *runs)
        line.pPr.append(_stops(document))
        _put_first(footer, [line])


def _stops(document: Any) -> Any:
    """Set one stop for the page's number, at the margin; those of the style are no help."""
    at = _twips(text_size(document)[0])
    own = document.styles["footer"].element.iter(qn("w:tab"))
    stops = new("w:tabs")
    stops.extend([new("w:tab", val="clear", pos=one.get(qn("w:pos"))) for one in own])
    stops.append(new("w:tab", val="right", pos=str(at)))
    return stops


def _is_numbered(footer: Any) -> bool:
    told = [field.text for field in footer._element.iter(qn("w:instrText"))]
    told += [field.get(qn("w:instr")) for field in footer._element.iter(qn("w:fldSimple"))]
    return any("PAGE" in (one or "").split() for one in told)


def _line(style: str, *runs: Any) -> Any:
    line = new("w:p")
    properties = line.get_or_add_pPr()
    properties.append(new("w:pStyle", val=style))
    line.extend(runs)
    return line


def _rule_under(line: Any) -> None:
    border = child_of(line.get_or_add_pPr(), "w:pBdr")
    border.append(new("w:bottom", val="single", sz="4", space="4", color="AEB7BD"))


def _put_first(place: Any, lines: list[Any]) -> None:
    """Put lines before what a header holds; an empty paragraph in it goes."""
    held = [one for one in place.paragraphs if one._p.getparent() is place._element]
    only = list(place._element)
    if len(held) == 1 and len(only) == 1 and not len(held[0]._p.xpath("./w:r")):
        place._element.remove(held[0]._p)
    for position, line in enumerate(lines):
        place._element.insert(position, line)
