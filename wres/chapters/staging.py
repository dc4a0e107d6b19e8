"""Stage one report: a folder of its own that either renderer can turn into documents.

The folder has the layout of the project's root. Chapters arrive cleared of all that an earlier
execution stored, so that no figure of one trust can reach another's report.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
import yaml

from wres.chapters.clearing import clear_chapter
from wres.chapters.conditions import flags
from wres.chapters.covering import lay_out_cover
from wres.chapters.national import NATIONAL_FILE, write_national
from wres.chapters.own import OwnChapter, added_after, unwritten
from wres.chapters.papers import COVER, Paper
from wres.chapters.places import PLACES_FILE, write_places
from wres.chapters.placing import PROJECT_CHAPTERS
from wres.chapters.reading import FACTS_FILE, Chapter
from wres.chapters.register import PAPER_FILE, write_staged
from wres.chapters.spine import lay_out, left_out_ids, retitle
from wres.chapters.unfinished import left_open
from wres.errors import ChapterError
from wres.labels import escape_markdown, format_day
from wres.results import write_results

__all__ = [
    "INPUTS",
    "RESULTS_FILE",
    "hand_on",
    "hand_over",
    "metadata",
    "stage_report",
    "write_inputs",
]

RESULTS_FILE = "results.csv"
# All that a chapter reads.
INPUTS = (RESULTS_FILE, FACTS_FILE, PAPER_FILE, NATIONAL_FILE, PLACES_FILE)
SPINE = "report.qmd"
METADATA_FILE = "facts.yml"
MARKINGS = {"internal": "INTERNAL: not for publication", "public": ""}
DRAFT = "DRAFT: not signed off"
UNFINISHED = "DRAFT: still to be filled in"
# How a shortcode opens and closes, or one that is commented out, once it is escaped.
_OPENS = re.compile(r"(\\\{\\<(?:\\/\\\*)?)(?: |$)")
_CLOSES = re.compile(r"(?:^| )((?:\\\*\\/)?\\>\\\})")
FICTIONAL = "FICTIONAL: these are not figures of a real organisation"


def stage_report(
    chapter: Chapter, project: Path, folder: Path, own: Sequence[OwnChapter] = ()
) -> list[Path]:
    """Lay out one trust's report in `folder`.

    Parameters
    ----------
    chapter : Chapter
        Results and facts of the trust and year.
    project : Path
        Folder with ``_quarto.yml``, ``report.qmd``, ``assets/`` and ``notebooks/``.
    folder : Path
        An empty folder that no other report uses.
    own : sequence of OwnChapter
        Chapters that the trust has written: each replaces the one of its name, or is added, unless
        nothing is in it.

    Returns
    -------
    list of Path
        The staged chapters in order, cleared and not yet run.

    Raises
    ------
    ChapterError
        If a chapter is missing from the project.
    """
    missing = [name for name in PROJECT_CHAPTERS if not _chapter_path(project, name).is_file()]
    if missing:
        raise ChapterError(f"{project / 'notebooks'} lacks the chapters {', '.join(missing)}")
    shutil.copytree(project / "assets", folder / "assets")
    shutil.copy(project / "_quarto.yml", folder / "_quarto.yml")
    text = (project / SPINE).read_text(encoding="utf-8")
    empty = [one.name for one in unwritten(own)]
    spine = lay_out(text, chapter.paper, added_after(own)).without(empty)
    (folder / SPINE).write_text(spine.text, encoding="utf-8", newline="\n")
    (folder / "notebooks").mkdir()
    notebooks = {name: nbformat.read(_chapter_path(project, name), 4) for name in PROJECT_CHAPTERS}
    notebooks |= {one.name: one.notebook for one in own}
    for name in spine.chapters:
        notebook = clear_chapter(notebooks[name])
        if name == COVER and chapter.paper:
            lay_out_cover(notebook, chapter.paper.cover)
        if name in spine.titles:
            retitle(notebook, spine.titles[name])
        nbformat.write(notebook, _chapter_path(folder, name))
    left_out = [
        notebook
        for name, notebook in notebooks.items()
        if name not in spine.chapters and (chapter.paper or name in empty)
    ]
    absent = [*spine.left_out, *left_out_ids(left_out)]
    write_inputs(chapter, folder / "notebooks", absent, own)
    return [_chapter_path(folder, name) for name in spine.chapters]


def hand_over(chapter: Chapter, folder: Path) -> list[Path]:
    """Write what chapters read into a folder where they are opened by hand.

    Raises
    ------
    ChapterError
        The folder is not there, or can't be written to.
    """
    try:
        write_inputs(chapter, folder)
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        raise ChapterError(f"{folder.as_posix()} can't be written to ({why})") from None
    return [folder / name for name in (RESULTS_FILE, FACTS_FILE, METADATA_FILE)]


def hand_on(source: Path, folder: Path) -> None:
    """Copy what chapters read to another folder where they are run."""
    for name in INPUTS:
        (folder / name).unlink(missing_ok=True)
        if (source / name).is_file():
            shutil.copy(source / name, folder / name)


def write_inputs(
    chapter: Chapter, folder: Path, absent: Sequence[str] = (), own: Sequence[OwnChapter] = ()
) -> None:
    """Write what chapters read (results, facts, actions) and what renderers read (metadata).

    `absent` are identifiers of headings that the document has not: what leads to them is no link.
    `own` are the trust's chapters, which may leave something to fill in.
    """
    write_results(chapter.results, folder / RESULTS_FILE)
    facts = chapter.facts.model_dump_json(indent=2) + "\n"
    (folder / FACTS_FILE).write_text(facts, encoding="utf-8")
    write_staged(chapter.staged, folder)
    write_national(chapter.national, folder)
    write_places(chapter.places, folder)
    told = metadata(chapter, absent, own)
    text = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=1000)
    header = "# Written with results.csv, from the same results; not edited by hand.\n"
    (folder / METADATA_FILE).write_text(header + text, encoding="utf-8")


def metadata(
    chapter: Chapter, absent: Sequence[str] = (), own: Sequence[OwnChapter] = ()
) -> dict[str, Any]:
    """Return the report's metadata; text is escaped, since renderers parse it as markdown."""
    facts, paper = chapter.facts, chapter.paper or Paper()
    running = paper.titled(facts.year) if chapter.paper else f"WRES report {facts.year}"
    words = {
        "title": paper.titled(facts.year),
        "subtitle": paper.subtitle or facts.name,
        "organisation": facts.organisation,
        "organisation-name": facts.name,
        "year": str(facts.year),
        "snapshot": facts.snapshot,
        "region": facts.region,
        "trust-type": facts.trust_type,
        "term": facts.term,
        "disclosure-profile": facts.profile,
        "header-text": f"{facts.name}: {running}",
        "dated": format_day(paper.date) if paper.date else "",
        "marking": marking(chapter, own),
        "description": f"The nine WRES indicators of {facts.name}, {facts.snapshot}",
    }
    return {
        **{key: _as_text(text) for key, text in words.items()},
        "lang": "en-GB",
        "fictional": facts.fictional,
        **_layout(chapter.paper, absent),
        "has": flags(chapter),
    }


def _as_text(words: str) -> str:
    """Escape what stands in metadata, where Quarto runs a shortcode for all its backslashes.

    It knows one by the blanks within its brackets: those that don't break are none to it.
    """
    opened = _OPENS.sub("\\1\N{NO-BREAK SPACE}", escape_markdown(words))
    return _CLOSES.sub("\N{NO-BREAK SPACE}\\1", opened)


def _layout(paper: Paper | None, absent: Sequence[str]) -> dict[str, Any]:
    """Say how the document of a trust's own is laid out; of others, what alone they leave out."""
    if paper is None:
        return {"absent": list(absent)} if absent else {}
    after_cover = COVER in paper.named and paper.has_contents
    return {
        "contents": "after cover" if after_cover else "first" if paper.has_contents else "none",
        "paper-numbering": paper.numbering,
        "absent": list(absent),
    }


def marking(chapter: Chapter, own: Sequence[OwnChapter] = ()) -> str:
    """Say what every page of a report is marked with; nothing if it is public, real and signed."""
    facts, paper = chapter.facts, chapter.paper
    parts = [
        _draft(chapter, paper, own) if paper else "",
        FICTIONAL if facts.fictional else "",
        MARKINGS[facts.profile],
    ]
    return ". ".join(part for part in parts if part)


def _draft(chapter: Chapter, paper: Paper, own: Sequence[OwnChapter]) -> str:
    """Say why a document is no more than a draft; nothing once it is whole and signed."""
    if not paper.is_signed():
        return DRAFT
    return UNFINISHED if left_open(paper, chapter.register, own) else ""


def _chapter_path(root: Path, name: str) -> Path:
    return root / "notebooks" / f"{name}.ipynb"
