"""Reading `board_paper.yml`, with every fault of it at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from wres.chapters.papers import SIGN_OFF, SPINE_SECTIONS, Paper
from wres.chapters.placing import PROJECT_CHAPTERS
from wres.errors import InputError, Problem
from wres.sources.files import InputFile, fingerprint, read_text
from wres.sources.folders import YearFolder, shown_path
from wres.sources.yaml_facts import line_of, read_facts

__all__ = ["PAPER_NAME", "PaperFile", "read_paper"]

PAPER_NAME: Final = "board_paper.yml"


@dataclass(frozen=True)
class PaperFile:
    """A document as it was read.

    Parameters
    ----------
    file : InputFile
    paper : Paper
    text : str
        The file's text, in which lines are looked for.
    """

    file: InputFile
    paper: Paper
    text: str

    @property
    def sha256(self) -> str:
        """Hash of the file."""
        return fingerprint(self.file.path)

    @property
    def reference_document(self) -> Path | None:
        """The Word document whose looks report.docx takes."""
        named = self.paper.reference_document
        return self.file.path.parent / named if named else None

    def row(self, *location: int | str) -> int:
        """Give the line of a key, or of an item of a list."""
        return line_of(self.text, location) or 1

    def problem(
        self, rule: str, action: str, *location: int | str, given: str | None = None
    ) -> Problem:
        """Locate something by its keys; `action` is what to do before the check is run again."""
        column = ".".join(str(key) for key in location) or None
        row = self.row(*location) if location else None
        return self.file.problem(rule, action, row=row, column=column, given=given)


def read_paper(folder: YearFolder, elsewhere: Path | None = None) -> PaperFile | None:
    """Read the document that a trust describes for a year; None where it describes none.

    Parameters
    ----------
    folder : YearFolder
        The year's folder, with `board_paper.yml` and the trust's own chapters.
    elsewhere : Path, optional
        Another file that is to be read in its place.

    Raises
    ------
    InputError
        With every problem of the file.
    """
    file = folder.table(PAPER_NAME)
    if elsewhere is not None:
        file = replace(file, path=elsewhere, shown=shown_path(elsewhere))
        if not elsewhere.is_file():
            rule = "there is no such file"
            raise InputError([file.problem(rule, "Give a board_paper.yml with --paper")])
    if not file.path.exists():
        return None
    read = PaperFile(file, read_facts(file, Paper), read_text(file))
    problems = [*_unknown_sections(read, folder), *_twice(read), *_no_reference(read)]
    if problems:
        raise InputError(problems)
    return read


def _unknown_sections(read: PaperFile, folder: YearFolder) -> Iterator[Problem]:
    own = sorted(one.stem for one in (folder.path / "notebooks").glob("*.ipynb"))
    known = list(dict.fromkeys([*PROJECT_CHAPTERS, *SPINE_SECTIONS, SIGN_OFF, *own]))
    for place, section in enumerate(read.paper.sections):
        name = section.section
        if name and name not in known:
            near = difflib.get_close_matches(name, known, n=2)
            hint = f"perhaps {' or '.join(near)}" if near else ", ".join(known)
            rule = f"must be a section that there is ({hint})"
            yield read.problem(rule, "Correct the name", "sections", place, given=name)


def _twice(read: PaperFile) -> Iterator[Problem]:
    names = [one.section for one in read.paper.sections]
    for place, name in enumerate(names):
        if name and name in names[:place]:
            rule = "must stand once in the document"
            yield read.problem(rule, "Take one of the two out", "sections", place, given=name)


def _no_reference(read: PaperFile) -> Iterator[Problem]:
    path = read.reference_document
    if path is not None and not (path.is_file() and path.suffix == ".docx"):
        rule = "must be a Word document (.docx) that lies beside this file"
        given = read.paper.reference_document
        yield read.problem(rule, "Put it there", "reference_document", given=given)
