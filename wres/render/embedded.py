"""The embedded renderer: pandoc and Typst from wheels, for machines without Quarto.

It knows the part of Quarto that the report uses and stops at anything else. Nothing is
fetched, nothing of the machine is read beyond the staged folder and the packaged font, and
the same staged folder gives the same bytes.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import font_source_sans_pro
import pypandoc
import typst

from wres.errors import RenderError
from wres.render.assemble import Assembly, assemble
from wres.render.cells import Pictures
from wres.render.settings import Settings, read_settings
from wres.render.stand_ins import put_in, stand_ins

__all__ = ["FONT_DIRECTORIES", "FONT_DIRECTORY", "LooseReport", "render_embedded", "render_loose"]

FONT_DIRECTORY = Path(font_source_sans_pro.font_directory)
# DejaVu Sans, for letters that Source Sans lacks, comes with matplotlib, which draws the charts.
_MATPLOTLIB = find_spec("matplotlib")
_PLACES = list(_MATPLOTLIB.submodule_search_locations or []) if _MATPLOTLIB else []
FONT_DIRECTORIES = (FONT_DIRECTORY, *(Path(one, "mpl-data", "fonts", "ttf") for one in _PLACES))
_LUA = "assets/embedded.lua"
_TYPST_MAIN = "assets/embedded.typ"


@dataclass(frozen=True)
class Job:
    """A report being rendered: where it is staged, where pandoc and Typst work."""

    staged: Path
    work: Path
    settings: Settings
    assembly: Assembly
    reference_document: Path | None = None


@dataclass(frozen=True)
class LooseReport:
    """The report as a web page that refers to its pictures and its stylesheet by name."""

    html: str
    pictures: Pictures


def render_embedded(
    staged: Path, formats: Sequence[str], output: Path, reference_document: Path | None = None
) -> list[Path]:
    """Render a staged folder without Quarto.

    Parameters
    ----------
    staged : Path
        Folder with report.qmd, _quarto.yml, assets/ and executed notebooks/.
    formats : sequence of str
        Any of ``html``, ``pdf`` and ``docx``.
    output : Path
        Folder that receives report.html, report.pdf and report.docx.
    reference_document : Path, optional
        A Word document of the trust's, whose styles, page, header and footer report.docx takes.

    Returns
    -------
    list of Path
        The files written, in the order of `formats`.

    Raises
    ------
    RenderError
        With every place that can't be rendered.
    """
    settings = read_settings(staged)
    assembly = assemble(staged, settings)
    output.mkdir(parents=True, exist_ok=True)
    # pandoc runs beside us: side by side, as many as the machine has processors
    together = min(len(formats), os.cpu_count() or 1)
    working = _working(staged, settings, assembly, reference_document)
    with working as job, ThreadPoolExecutor(together) as pool:
        made = list(pool.map(lambda form: _WRITERS[form](job), formats))
    return [
        _write(output / f"report.{form}", content)
        for form, content in zip(formats, made, strict=True)
    ]


def render_loose(staged: Path) -> LooseReport:
    """Render a staged folder as a page for a server of its parts: nothing is put into it.

    A comment ``<!-- cell FILE ID -->`` stands before each cell of a chapter, for who looks for what
    an author wrote. The stylesheet is named as _quarto.yml names it.

    Raises
    ------
    RenderError
        With every place that can't be rendered.
    """
    settings = read_settings(staged)
    assembly = assemble(staged, settings, mark_cells=True)
    with _working(staged, settings, assembly) as job:
        options = _html_options(job, settings.option("html", "css"))
        page = _page(job, options).decode()
    shown = {name: data for name, data in assembly.pictures.items() if f'"{name}"' in page}
    return LooseReport(page, shown)


@contextmanager
def _working(
    staged: Path, settings: Settings, assembly: Assembly, reference: Path | None = None
) -> Iterator[Job]:
    """Lay out what pandoc reads in a folder of its own."""
    with TemporaryDirectory(prefix="wres-") as folder:
        job = Job(staged.resolve(), Path(folder), settings, assembly, reference)
        _lay_out(job, assembly.pictures)
        yield job


def _lay_out(job: Job, pictures: Pictures) -> None:
    source = job.work / "report.md"
    source.write_text(job.assembly.markdown, encoding="utf-8", newline="\n")
    for name, content in pictures.items():
        (job.work / name).write_bytes(content)


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _html(job: Job) -> bytes:
    stylesheet = job.staged / job.settings.option("html", "css")
    return _page(job, [*_html_options(job, stylesheet), "--embed-resources"])


def _page(job: Job, options: list[str]) -> bytes:
    beside = replace(job, work=job.work / "page")
    beside.work.mkdir()
    _lay_out(beside, stand_ins(job.assembly.pictures))
    return put_in(_pandoc(beside, "html", options), job.assembly.pictures)


def _html_options(job: Job, stylesheet: Path | str) -> list[str]:
    return [
        "--to=html5",
        f"--template={job.staged / job.settings.option('html', 'template')}",
        f"--css={stylesheet}",
        "--section-divs",
    ]


def _pdf(job: Job) -> bytes:
    # pandoc looks for a template's partials beside it.
    source = _pandoc(job, "typst", ["--to=typst", f"--template={job.staged / _TYPST_MAIN}"])
    main = job.work / "report.typ"
    main.write_bytes(source)
    try:
        pdf, warnings = typst.compile_with_warnings(
            str(main),
            root=str(job.work),
            font_paths=[str(one) for one in FONT_DIRECTORIES],
            ignore_system_fonts=True,
            pdf_standards=[job.settings.option("typst", "pdf-standard")],
            timestamp=0,
        )
    except typst.TypstError as fault:
        raise RenderError(f"Typst refused the report: {_told(fault)}") from fault
    if warnings:
        raise RenderError("Typst warned: " + "; ".join(_told(warning) for warning in warnings))
    return bytes(pdf)


def _docx(job: Job) -> bytes:
    from wres.render.word import finish_word, reference_document  # noqa: PLC0415 - where used

    reference = job.work / "reference.docx"
    reference.write_bytes(reference_document(job.staged, job.reference_document))
    title = job.settings.option("docx", "toc-title", "Contents")
    options = ["--to=docx", f"--reference-doc={reference}", f"--metadata=toc-title={title}"]
    return finish_word(_pandoc(job, "docx", [*options, "--output=-"]))


_WRITERS: dict[str, Callable[[Job], bytes]] = {"html": _html, "pdf": _pdf, "docx": _docx}


def _told(fault: object) -> str:
    hints: Iterable[str] = getattr(fault, "hints", ())
    return " ".join([str(getattr(fault, "message", fault)), *hints])


def _pandoc(job: Job, form: str, options: list[str]) -> bytes:
    command = [
        pypandoc.get_pandoc_path(),
        "report.md",
        f"--from={job.settings.reader}",
        "--standalone",
        "--wrap=none",
        "--eol=lf",
        "--fail-if-warnings",
        f"--data-dir={job.work}",  # nobody's own templates or defaults
        *_contents(job, form),
        f"--shift-heading-level-by={job.settings.option(form, 'shift-heading-level-by', 0)}",
        *(f"--metadata-file={job.staged / name}" for name in job.settings.metadata_files),
        f"--lua-filter={job.staged / _LUA}",
        *(f"--lua-filter={job.staged / name}" for name in job.settings.filters),
        *options,
    ]
    done = subprocess.run(command, cwd=job.work, capture_output=True, check=False)
    if done.returncode:
        raise RenderError(_located(done.stderr.decode(errors="replace"), job.assembly.references))
    return done.stdout


def _contents(job: Job, form: str) -> list[str]:
    if job.settings.facts.get("contents") == "none":
        return []
    return ["--toc", f"--toc-depth={job.settings.option(form, 'toc-depth', 2)}"]


def _located(words: str, references: Mapping[str, Sequence[str]]) -> str:
    """Say where each unknown reference stands: pandoc knows which, the assembly knows where."""
    lines = []
    for line in words.strip().splitlines():
        label = line.removeprefix("unknown reference @")
        places = references.get(label, ["report"])
        told = line if label == line else f"@{label} is no figure or table of this report"
        lines += [f"{place}: {told}" for place in places]
    return "\n".join(lines)
