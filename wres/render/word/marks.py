"""Names and elements of WordprocessingML, as python-docx has no words of its own for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

__all__ = ["child_of", "field_runs", "flag", "new", "text_run", "words_of"]


def new(name: str, /, **attributes: str) -> Any:
    """Make an element such as ``w:tab`` with attributes of its own namespace."""
    element = OxmlElement(name)
    prefix = name.split(":", maxsplit=1)[0]
    for key, value in attributes.items():
        element.set(qn(f"{prefix}:{key}"), value)
    return element


def child_of(parent: Any, name: str) -> Any:
    """Give a child of an element, made at its end where there is none."""
    found = parent.find(qn(name))
    if found is None:
        found = new(name)
        parent.append(found)
    return found


def flag(parent: Any, name: str) -> None:
    """Set a property that is either there or not."""
    if parent.find(qn(name)) is None:
        parent.append(new(name))


def text_run(text: str, *, bold: bool = False) -> Any:
    """Make a run of plain text."""
    run = new("w:r")
    if bold:
        properties = new("w:rPr")
        properties.append(new("w:b"))
        run.append(properties)
    words = new("w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    return run


def field_runs(instruction: str, shown: str) -> Iterator[Any]:
    """Make a field that Word works out, with what it shows until then."""
    yield _in_run(new("w:fldChar", fldCharType="begin"))
    told = new("w:instrText")
    told.text = f" {instruction} "
    told.set(qn("xml:space"), "preserve")
    yield _in_run(told)
    yield _in_run(new("w:fldChar", fldCharType="separate"))
    yield text_run(shown)
    yield _in_run(new("w:fldChar", fldCharType="end"))


def _in_run(element: Any) -> Any:
    run = new("w:r")
    run.append(element)
    return run


def words_of(element: Any) -> str:
    """Give the text that a reader sees in an element; lxml's own walk repeats it."""
    return "".join(words.text or "" for words in element.iter(qn("w:t")))
