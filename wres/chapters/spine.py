"""report.qmd as a trust wants it: the sections that its document names, in their order."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any, Final

from wres.chapters.cells import heading_ids
from wres.chapters.papers import COVER, SIGN_OFF, Paper, Section
from wres.chapters.placing import from_chapter, in_order, with_embeds
from wres.chapters.texts import report_markdown
from wres.labels import escape_markdown, format_day

__all__ = ["Spine", "embedded", "lay_out", "left_out_ids", "retitle"]

# Where the contents stand that come after a cover sheet; the filter of both engines knows it.
CONTENTS: Final = "::: {.contents}\n:::"
_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_PART: Final = re.compile(
    r"^(?:\{\{<\s*embed\s.*>\}\}|# .*\{#sec-(?P<own>[\w-]+)[^}]*\})[ \t]*$",
    re.MULTILINE,
)
_SUBPART: Final = re.compile(r"^## .*?(?:\{#sec-(?P<own>[\w-]+)[^}]*\})?[ \t]*$", re.MULTILINE)
_TITLE: Final = re.compile(r"^# .*?(?P<attributes>[ \t]*\{[^}]*\})?[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Spine:
    """A document laid out.

    Parameters
    ----------
    text : str
        report.qmd.
    chapters : tuple of str
        The chapters that it embeds, in their order.
    titles : dict of str to str
        Headings of chapters in place of their own, in markdown.
    left_out : tuple of str
        Identifiers of headings of report.qmd that the document has not.
    """

    text: str
    chapters: tuple[str, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()

    def without(self, names: Collection[str]) -> Spine:
        """Leave these chapters out; what comes after one of them keeps its place."""
        text = self.text
        for name in names:
            line = rf"^\{{\{{<\s*embed\s+notebooks/{name}\.ipynb\s*>\}}\}}[ \t]*\n+"
            text = re.sub(line, "", text, flags=re.MULTILINE)
        kept = tuple(name for name in self.chapters if name not in names)
        return replace(self, text=text, chapters=kept)


def lay_out(spine: str, paper: Paper | None, added: Mapping[str, str]) -> Spine:
    """Write report.qmd for one document.

    Parameters
    ----------
    spine : str
        The project's report.qmd.
    paper : Paper, optional
        The document; without one, all that every report holds.
    added : mapping of str to str
        The trust's own chapters beyond those of every report, and what each comes after. One that
        the document does not name stands after that chapter, where the document has it.
    """
    if paper is None:
        return Spine(with_embeds(spine, added), tuple(in_order(added)))
    front = _FRONT_MATTER.match(spine)
    parts = _parts(spine[front.end() if front else 0 :], paper.named)
    parts[SIGN_OFF] = _sign_off(paper)
    sections = list(_with_added(paper, added))
    body = [part for one in enumerate(sections) for part in _written(*one, parts, paper)]
    named = [one.section for one in sections if one.section]
    gone = [text for name, text in parts.items() if name not in named]
    return Spine(
        "\n\n".join([_front_matter(paper), *body]) + "\n",
        tuple(name for name in named if name not in parts),
        {one.section: escape_markdown(one.title) for one in sections if one.title},
        tuple(id_ for text in gone for id_ in heading_ids(text)),
    )


def embedded(paper: Paper, added: Mapping[str, str]) -> list[str]:
    """Return the names of a document's sections, those of added chapters with them."""
    return [one.section for one in _with_added(paper, added) if one.section]


def left_out_ids(notebooks: Sequence[Any]) -> list[str]:
    """Return the identifiers of headings in chapters that a document has not."""
    return [
        id_
        for notebook in notebooks
        for cell in notebook.cells
        if cell.cell_type == "markdown"
        for id_ in heading_ids(cell.source)
    ]


def retitle(notebook: Any, title: str) -> None:
    """Put `title` (markdown) in place of a chapter's first heading; its identifier stays."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and _TITLE.search(cell.source):
            cell.source = _retitled(cell.source, title)
            return


def _retitled(text: str, title: str) -> str:
    return _TITLE.sub(lambda found: f"# {title}{found['attributes'] or ''}", text, count=1)


def _parts(body: str, named: Sequence[str]) -> dict[str, str]:
    """Take the passages that report.qmd holds itself apart, by name.

    A part of a passage that the document names by itself stands alone, with headings of a level up,
    and no longer in its passage.
    """
    parts: dict[str, str] = {}
    for name, text in _cut(body, _PART):
        alone = {inner: part for inner, part in _cut(text, _SUBPART) if inner in named}
        for inner, part in alone.items():
            parts[inner] = re.sub("^##", "#", part, flags=re.MULTILINE).strip()
        parts[name] = reduce(
            lambda left, part: left.replace(part, ""), alone.values(), text
        ).strip()
    return parts


def _cut(body: str, heading: re.Pattern[str]) -> list[tuple[str, str]]:
    """Give the passages that begin with such a heading and go on to the next, or to a chapter."""
    starts = list(heading.finditer(body))
    ends = [one.start() for one in starts[1:]] + [len(body)]
    cut = ((one["own"], body[one.start() : end]) for one, end in zip(starts, ends, strict=False))
    return [(name, text) for name, text in cut if name]


def _sign_off(paper: Paper) -> str:
    said, words = paper.sign_off, "This document has not been signed off: it is a draft."
    if paper.is_signed() and said.date:
        words = f"Signed off by {said.name}, {said.role}, on {format_day(said.date)}."
    return f"# Sign-off {{#sec-sign-off}}\n\n{escape_markdown(words)}"


def _with_added(paper: Paper, added: Mapping[str, str]) -> Iterator[Section]:
    named = set(paper.named)
    unplaced = {name: after for name, after in added.items() if name not in named}
    for one in paper.ordered:
        yield one
        if one.section:
            yield from (Section(section=name) for name in from_chapter(one.section, unplaced))


def _written(place: int, section: Section, parts: Mapping[str, str], paper: Paper) -> Iterator[str]:
    if section.text is not None:
        yield f"# {escape_markdown(section.title)} {{#sec-text-{place + 1}}}"
        yield report_markdown(section.text)
        if section.signed:
            yield f"::: {{.signed}}\nSigned: {escape_markdown(section.signed)}\n:::"
    elif section.section in parts:
        text = parts[section.section]
        yield _retitled(text, escape_markdown(section.title)) if section.title else text
    else:
        yield f"{{{{< embed notebooks/{section.section}.ipynb >}}}}"
    if section.section == COVER and paper.has_contents:
        yield CONTENTS


def _front_matter(paper: Paper) -> str:
    # Quarto takes `toc` from here before all else.
    return "---\nengine: markdown\n{}---".format("" if paper.has_contents else "toc: false\n")
