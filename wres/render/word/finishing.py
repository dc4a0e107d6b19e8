"""A document of pandoc's, finished: the one way for both engines."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from wres.errors import RenderError
from wres.render.word.contents import fill_contents
from wres.render.word.furniture import print_facts, print_furniture
from wres.render.word.landscape import turn_pages
from wres.render.word.marks import new
from wres.render.word.packing import pack
from wres.render.word.tables import lay_out_tables
from wres.render.word.widths import fit_picture, text_size

__all__ = ["finish_word"]

_CUSTOM = "custom-properties"  # the end of the type by which a package refers to them
# Without it Word opens the document as one of 2007.
_MODE, _NEWEST = "compatibilityMode", "15"
_BEHIND = {qn(f"w:{name}") for name in ("docVars", "rsids", "themeFontLang", "clrSchemeMapping")}


def finish_word(content: bytes) -> bytes:
    """Finish a document as pandoc wrote it.

    Parameters
    ----------
    content : bytes
        The document. pandoc left the report's metadata (marking, header) among its custom
        properties, which are taken out: a reader has no use for them.

    Returns
    -------
    bytes
        The document; the same for the same report.

    Raises
    ------
    RenderError
        A picture came out without alternative text.
    """
    document = Document(BytesIO(content))
    facts = _take_facts(document.part.package)
    _lay_out_pictures(document)
    lay_out_tables(document)
    print_facts(document, facts)
    fill_contents(document)
    print_furniture(document, facts)
    turn_pages(document)
    _set_properties(document, facts)
    made = BytesIO()
    document.save(made)
    return pack(made.getvalue())


def _take_facts(package: Any) -> dict[str, str]:
    """Read pandoc's custom properties and take them out of the document."""
    facts: dict[str, str] = {}
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith(_CUSTOM):
            for entry in parse_xml(relation.target_part.blob):
                facts[str(entry.get("name"))] = "".join(entry.itertext())
            del package.rels[key]
    return facts


def _lay_out_pictures(document: Any) -> None:
    """Fit each picture to the page; give it a name, and its words wherever Word looks for them."""
    lacking = []
    width, height = text_size(document)
    for number, frame in enumerate(document.element.body.iter(qn("wp:docPr")), start=1):
        words = frame.get("descr") or ""
        if not words.strip():
            lacking.append(str(number))
        inner = frame.getparent().find(f".//{qn('pic:cNvPr')}")
        for properties in (frame, inner):
            properties.set("descr", words)  # pandoc leaves a path in the inner one
            properties.set("name", f"Picture {number}")
            properties.attrib.pop("title", None)
        fit_picture(frame.getparent(), width, height)
    if lacking:
        raise RenderError(f"report.docx: no alternative text at picture {', '.join(lacking)}")


def _set_properties(document: Any, facts: Mapping[str, str]) -> None:
    core = document.core_properties
    core.author = facts.get("organisation-name", "")
    core.language = core.language or "en-GB"
    core.subject = core.comments
    # No date: the same figures give the same bytes on any day.
    for name in ("dcterms:created", "dcterms:modified"):
        for date in core._element.findall(qn(name)):
            core._element.remove(date)
    _set_mode(document.settings.element)


def _set_mode(settings: Any) -> None:
    """Say that the document is one of today's Word, where the schema wants it said."""
    modes = settings.findall(f"{qn('w:compat')}/{qn('w:compatSetting')}")
    if any(mode.get(qn("w:name")) == _MODE for mode in modes):
        return
    compatible = settings.find(qn("w:compat"))
    if compatible is None:
        compatible = new("w:compat")
        after = [one for one in settings if one.tag in _BEHIND]
        after[0].addprevious(compatible) if after else settings.append(compatible)
    uri = "http://schemas.microsoft.com/office/word"
    compatible.append(new("w:compatSetting", name=_MODE, uri=uri, val=_NEWEST))
