"""One look at all that a trust has written of a report: what is wrong, what to read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wres.accepting import Rereading
from wres.chapters.own import OwnChapter, empty_chapters
from wres.chapters.reading import Chapter
from wres.errors import Problem
from wres.loading import load_chapter
from wres.paper import PAPER_NAME, PaperFile, read_paper
from wres.sources.action_plan import ACTION_PLAN_FILES
from wres.sources.folders import YearFolder
from wres.writing.claims import claim_findings, claim_problems
from wres.writing.own import Written, filled
from wres.writing.placeholders import placeholders_in_chapters
from wres.writing.rereading import beside_accepted, renew, stale_problems

__all__ = ["Looked", "has_writing", "look_at"]


@dataclass(frozen=True)
class Looked:
    """What was found.

    Parameters
    ----------
    contradictions : list of Problem
        What the figures deny.
    warnings : list of Problem
        What should be looked at: not found among the figures, too few cases, to be read again.
    notes : list of Problem
        Figures that agree and could be inline, and what can't be checked.
    """

    folder: YearFolder
    contradictions: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    rereading: Rereading | None = None

    def renew(self) -> list[Problem]:
        """Remember new and changed text; say why where that can't be written."""
        return [] if self.rereading is None else renew(self.folder, self.rereading)


def has_writing(folder: YearFolder, own: Sequence[OwnChapter]) -> bool:
    """Say whether there is any text of the trust's own for the year."""
    files = (*ACTION_PLAN_FILES, PAPER_NAME)
    return bool(own) or any((folder.path / name).exists() for name in files)


def look_at(
    folder: YearFolder,
    own: Sequence[OwnChapter],
    written: Sequence[Written],
    chapter: Chapter,
    extracts: Path | None = None,
    paper: PaperFile | None = None,
) -> Looked:
    """Hold a trust's text to the figures of a report, and to those it was accepted against.

    Parameters
    ----------
    folder : YearFolder
    own : sequence of OwnChapter
    written : sequence of Written
        Their text cells, filled with the figures of `chapter`.
    chapter : Chapter
        What the report shows.
    extracts : Path, optional
        Folder with the trust's own extracts: an internal report's text is set beside what was
        accepted by the figures of the public one, so that no withheld figure enters the memory.
    paper : PaperFile, optional
        The document; without one, the year's `board_paper.yml`.

    Raises
    ------
    InputError
        The action plan, the document, or the memory of what was accepted, can't be read.
    """
    described = paper or read_paper(folder)
    findings = claim_findings(folder, written, chapter, described)
    contradictions, warnings, notes = claim_problems(folder, own, findings)
    warnings += [*empty_chapters(own), *placeholders_in_chapters(folder, written)]
    if not own and described is None:
        return Looked(folder, contradictions, warnings, notes)
    public = chapter
    if chapter.facts.profile != "public":
        public = load_chapter(folder.data, folder.organisation, folder.year, "public", extracts)
        written = filled(own, public)
    look = beside_accepted(folder, findings, written, public, described)
    warnings += stale_problems(folder, own, look.stale(), described)
    return Looked(folder, contradictions, warnings, notes, look)
