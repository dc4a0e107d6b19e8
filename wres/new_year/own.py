"""Chapters of a trust's own: made from the project's templates, carried over, merged with them."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from wres.chapters.clearing import clear_chapter, tags_of
from wres.chapters.conflicts import conflicts_in, same_text
from wres.chapters.notebook_files import OwnFile, read_notebook
from wres.chapters.own import NAME, own_files
from wres.chapters.placing import PROJECT_CHAPTERS
from wres.errors import InputError, UsageError
from wres.sources.folders import YearFolder, shown_path

__all__ = [
    "NOTEBOOKS",
    "TEMPLATES",
    "Brought",
    "as_bytes",
    "bring",
    "chapters_of",
    "for_year",
    "kept_template",
    "new_chapter",
    "project_template",
    "unmerged",
    "unresolved",
]

NOTEBOOKS: Final = "notebooks"
TEMPLATES: Final = ".templates"
# A chapter as it was before a merge left both versions of a cell in it.
UNMERGED: Final = ".before-merge.ipynb"


@dataclass(frozen=True)
class Brought:
    """A chapter of the trust's own with the changes of its template brought in.

    Parameters
    ----------
    notebook : NotebookNode
        The chapter as it should stand.
    template : NotebookNode or None
        The template to keep beside it; None where there is none.
    told : list of str
        What happened, one line each.
    before : NotebookNode or None
        The chapter as it was, to be kept where both versions of a cell stand in it now.
    came_in : bool
        Whether it is another than before.
    """

    notebook: Any
    template: Any | None
    told: list[str] = field(default_factory=list)
    before: Any | None = None
    came_in: bool = False


def chapters_of(folder: YearFolder) -> list[OwnFile]:
    """Return the files of a trust's own chapters for a year."""
    return own_files(folder.path / NOTEBOOKS, shown_path, folder.rerun)


def kept_template(folder: YearFolder, name: str) -> Any | None:
    """Read the template that a chapter was made from; None where none was kept."""
    path = folder.path / NOTEBOOKS / TEMPLATES / f"{name}.ipynb"
    if not path.exists():
        return None
    return clear_chapter(read_notebook(OwnFile(path, shown_path(path), folder.rerun)))


def project_template(project: Path | None, name: str) -> Any | None:
    """Read today's template of a chapter; None where the project has none of that name."""
    if project is None or name not in PROJECT_CHAPTERS:
        return None
    path = project / NOTEBOOKS / f"{name}.ipynb"
    if not path.is_file():
        return None
    return clear_chapter(nbformat.read(path, as_version=4))


def unmerged(folder: YearFolder, name: str) -> Path:
    """Return where a chapter is kept as it was before a merge."""
    return folder.path / NOTEBOOKS / TEMPLATES / f"{name}{UNMERGED}"


def bring(own: Any, base: Any | None, template: Any | None, name: str) -> Brought:
    """Bring into a chapter what its template has changed since it was made from it."""
    if template is None:
        return Brought(own, base)
    if base is None:
        lacking = "the template it was made from was not kept, so today's is not merged into it"
        return Brought(own, None, [lacking])
    if same_text(base, template):
        return Brought(own, template)
    if conflicts := conflicts_in(own):
        first = f"not merged with the new template: first choose in cell {', '.join(conflicts)}"
        return Brought(own, base, [first])
    from wres.new_year.merging import merge_chapter  # noqa: PLC0415 - nbdime is slow to load

    merged = merge_chapter(base, own, template)
    told = [f"from the new template of {name}: {phrase}" for phrase in merged.came_in]
    told += [f"CONFLICT, both versions stand in cell {place}" for place in merged.conflicts]
    before = own if merged.conflicts else None
    return Brought(merged.notebook, template, told, before, came_in=bool(told))


def new_chapter(
    folder: YearFolder, project: Path, name: str, *, blank: bool
) -> tuple[Any, Any | None]:
    """Return a chapter to begin with, and the template to keep beside it.

    Parameters
    ----------
    folder : YearFolder
        Whose chapter it is to be.
    project : Path
        Where the templates are.
    name : str
        Of the chapter that it replaces; of a new one if `blank`.
    blank : bool
        Begin a chapter that no report has.

    Raises
    ------
    UsageError
        There is no such template, or there is one where a new chapter was asked for.
    """
    if blank:
        if name in PROJECT_CHAPTERS or not NAME.fullmatch(name):
            raise UsageError(
                f"--add takes the name of a new chapter, of letters, digits, - and _; got {name!r}"
                + (", which every report has: use --chapter" if name in PROJECT_CHAPTERS else "")
            )
        return _blank(folder, name), None
    template = project_template(project, name)
    if template is None:
        near = get_close_matches(name, PROJECT_CHAPTERS, n=2)
        hint = f"perhaps {' or '.join(near)}; " if near else ""
        raise UsageError(
            f"there is no template of a chapter {name}: {hint}"
            f"there are {', '.join(PROJECT_CHAPTERS)}; "
            "--add begins a chapter of another name"
        )
    return for_year(folder, template), template


def for_year(folder: YearFolder, template: Any) -> Any:
    """Give a chapter the parameters of its own trust and year, so that it opens by hand as well."""
    own = deepcopy(template)
    for cell in own.cells:
        if "parameters" in tags_of(cell):
            cell.source = _parameters(folder)
    return own


def _parameters(folder: YearFolder) -> str:
    return (
        f'organisation: str = "{folder.organisation}"  # ODS code of the trust\n'
        f"year: int = {folder.year}  # reporting year, that of the 31 March snapshot\n"
        'results: str = "results.csv"  # results of this trust and year\n'
        'profile: str = "public"  # disclosure profile of the results'
    )


def _blank(folder: YearFolder, name: str) -> Any:
    setup = (
        "from wres import charts, tables\n"
        "from wres.chapters import open_chapter\n"
        "from wres.vocabulary import *\n\n"
        "chapter = open_chapter(organisation, year, results, profile)"
    )
    title = name.replace("_", " ").replace("-", " ").capitalize()
    cells = [
        new_code_cell(_parameters(folder), id="parameters", metadata={"tags": ["parameters"]}),
        new_code_cell(setup, id="setup"),
        new_markdown_cell(f"# {title} {{#sec-own-{name.replace('_', '-')}}}", id="title"),
        new_markdown_cell("", id="text"),
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def as_bytes(notebook: Any) -> bytes:
    """Write a notebook as a file."""
    text: str = nbformat.writes(notebook)
    return (text.rstrip("\n") + "\n").encode()


def unresolved(folder: YearFolder) -> Iterator[str]:
    """Yield the cells of a year's chapters in which both versions still stand."""
    for file in chapters_of(folder):
        try:
            notebook = read_notebook(file)
        except InputError:
            continue  # `wres check` tells
        for place in conflicts_in(notebook):
            yield f"{file.shown}: choose between both versions in cell {place}"
