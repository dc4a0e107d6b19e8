"""Reading `board_paper.yml`, with every fault of it at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from wres.chapters.papers import SIGN_OFF, SPINE_SECTIONS, Paper
from wres.chapters.placing import PROJECT_CHAPTERS
from wres.errors import InputError, Problem
from wres.sources.files import InputFile, fingerprint, read_text
from wres.sources.folders import YearFolder, shown_path
from wres.sources.yaml_facts import fit, line_of, load_content

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
        # all keys of this file are texts: a number is the place of an entry, told from 1
        keys = (key + 1 if isinstance(key, int) else key for key in location)
        column = ".".join(map(str, keys)) or None
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
    content = load_content(file, as_typed=True)
    paper, problems = fit(file, content, Paper)
    # what can be told beside those faults is told at once
    read = PaperFile(file, paper or Paper(), read_text(file))
    names = _names(content)
    problems += _unknown_sections(read, names, folder)
    problems += _twice(read, names)
    problems += _no_reference(read, content.get("reference_document"))
    if problems:
        raise InputError(sorted(problems, key=lambda one: one.row or 0))
    return read


def _names(content: Mapping[str, Any]) -> list[str]:
    """Give the names of the sections as they were typed; '' where one is a text or at fault."""
    given = content.get("sections")
    entries = given if isinstance(given, list) else []
    named = (one.get("section") if isinstance(one, dict) else one for one in entries)
    return [one.strip() if isinstance(one, str) else "" for one in named]


def _unknown_sections(
    read: PaperFile, names: Sequence[str], folder: YearFolder
) -> Iterator[Problem]:
    own = sorted(one.stem for one in (folder.path / "notebooks").glob("*.ipynb"))
    known = list(dict.fromkeys([*PROJECT_CHAPTERS, *SPINE_SECTIONS, SIGN_OFF, *own]))
    for place, name in enumerate(names):
        if name and name not in known:
            near = difflib.get_close_matches(name, known, n=2)
            hint = f"perhaps {' or '.join(near)}" if near else ", ".join(known)
            rule = f"must be a section that there is ({hint})"
            yield read.problem(rule, "Correct the name", "sections", place, given=name)


def _twice(read: PaperFile, names: Sequence[str]) -> Iterator[Problem]:
    for place, name in enumerate(names):
        if name and name in names[:place]:
            rule = "must stand once in the document"
            yield read.problem(rule, "Take one of the two out", "sections", place, given=name)


def _no_reference(read: PaperFile, given: object) -> Iterator[Problem]:
    if not isinstance(given, str) or not given:
        return
    path = read.file.path.parent / given
    if not (path.is_file() and path.suffix == ".docx"):
        rule = "must be a Word document (.docx) that lies beside this file"
        yield read.problem(rule, "Put it there", "reference_document", given=given)
