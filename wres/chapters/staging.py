"""Stage one report: a folder of its own that either renderer can turn into documents.

The folder has the layout of the project's root. Chapters arrive cleared of all that an earlier
execution stored, so that no figure of one trust can reach another's report.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
import yaml

from wres.chapters.clearing import clear_chapter
from wres.chapters.conditions import flags
from wres.chapters.national import write_national
from wres.chapters.own import OwnChapter, added_after
from wres.chapters.placing import CHAPTERS, in_order, with_embeds
from wres.chapters.reading import FACTS_FILE, Chapter, Facts
from wres.chapters.register import write_staged
from wres.errors import ChapterError
from wres.labels import escape_markdown
from wres.results import write_results

__all__ = ["RESULTS_FILE", "hand_over", "metadata", "stage_report", "write_inputs"]

RESULTS_FILE = "results.csv"
SPINE = "report.qmd"
METADATA_FILE = "facts.yml"
MARKINGS = {"internal": "INTERNAL: not for publication", "public": ""}
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
        Chapters that the trust has written: each replaces the one of its name, or is added.

    Returns
    -------
    list of Path
        The staged chapters in order, cleared and not yet run.

    Raises
    ------
    ChapterError
        If a chapter is missing from the project.
    """
    missing = [name for name in CHAPTERS if not _chapter_path(project, name).is_file()]
    if missing:
        raise ChapterError(f"{project / 'notebooks'} lacks the chapters {', '.join(missing)}")
    added = added_after(own)
    shutil.copytree(project / "assets", folder / "assets")
    shutil.copy(project / "_quarto.yml", folder / "_quarto.yml")
    spine = (project / SPINE).read_text(encoding="utf-8")
    (folder / SPINE).write_text(with_embeds(spine, added), encoding="utf-8", newline="\n")
    (folder / "notebooks").mkdir()
    written = {one.name: one.notebook for one in own}
    for name in in_order(added):
        notebook = written.get(name) or nbformat.read(_chapter_path(project, name), as_version=4)
        nbformat.write(clear_chapter(notebook), _chapter_path(folder, name))
    write_inputs(chapter, folder / "notebooks")
    return [_chapter_path(folder, name) for name in in_order(added)]


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


def write_inputs(chapter: Chapter, folder: Path) -> None:
    """Write what chapters read (results, facts, actions) and what renderers read (metadata)."""
    write_results(chapter.results, folder / RESULTS_FILE)
    facts = chapter.facts.model_dump_json(indent=2) + "\n"
    (folder / FACTS_FILE).write_text(facts, encoding="utf-8")
    write_staged(chapter.staged, folder)
    write_national(chapter.national, folder)
    text = yaml.safe_dump(metadata(chapter), allow_unicode=True, sort_keys=False, width=1000)
    header = "# Written with results.csv, from the same results; not edited by hand.\n"
    (folder / METADATA_FILE).write_text(header + text, encoding="utf-8")


def metadata(chapter: Chapter) -> dict[str, Any]:
    """Return the report's metadata; text is escaped, since renderers parse it as markdown."""
    facts = chapter.facts
    words = {
        "title": f"Workforce Race Equality Standard report {facts.year}",
        "subtitle": facts.name,
        "organisation": facts.organisation,
        "organisation-name": facts.name,
        "year": str(facts.year),
        "snapshot": facts.snapshot,
        "region": facts.region,
        "trust-type": facts.trust_type,
        "term": facts.term,
        "disclosure-profile": facts.profile,
        "header-text": f"{facts.name}: WRES report {facts.year}",
        "marking": marking(facts),
        "description": f"The nine WRES indicators of {facts.name}, {facts.snapshot}",
    }
    return {
        **{key: escape_markdown(text) for key, text in words.items()},
        "lang": "en-GB",
        "fictional": facts.fictional,
        "has": flags(chapter),
    }


def marking(facts: Facts) -> str:
    """Say what every page of a report is marked with; nothing if it is public and real."""
    parts = [FICTIONAL if facts.fictional else "", MARKINGS[facts.profile]]
    return ". ".join(part for part in parts if part)


def _chapter_path(root: Path, name: str) -> Path:
    return root / "notebooks" / f"{name}.ipynb"
