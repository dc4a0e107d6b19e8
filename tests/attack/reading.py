"""Collecting the published files of one report, and every figure in them.

Tables are read by their headings, running text (sentences, captions, alternative texts, words
in charts, inline values of notebooks) by its wording. Of each file every number is kept as well, so
that one that no published result explains is noticed (`tracing`).
"""

from __future__ import annotations

import ast
import base64
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2  # reads the text of pages for pdfplumber; by itself ten times faster
from bs4 import BeautifulSoup, Tag
from pikepdf import Array, Dictionary, Pdf

from tests.attack.band_sums import last_years, listed_bands
from tests.attack.documents import (
    tables_of_word,
    tables_of_workbook,
    words_of_word,
    words_of_workbook,
)
from tests.attack.facts import Fact
from tests.attack.glyphs import drawn_words
from tests.attack.more_tables import more_facts_of
from tests.attack.printed import NUMBER
from tests.attack.result_rows import confidences, rows_of
from tests.attack.results_csv import read_results_csv
from tests.attack.sentences import read_text
from tests.attack.tables import Reader, TableCell, cells_of, facts_of, tables_of

__all__ = ["ReportFiles", "read_report"]

BLOCKS = ("p", "li", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "title", "td", "header")


@dataclass
class ReportFiles:
    """What one report's folder says."""

    folder: Path
    reader: Reader
    facts: list[Fact] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)  # file, words: for tracing
    unread: list[TableCell] = field(default_factory=list)

    @property
    def numbers(self) -> int:
        """How many numbers stand in all files."""
        return sum(len(re.findall(NUMBER, words)) for _, words in self.texts)

    def text(self, file: str, words: str) -> None:
        """Read a block of running text."""
        self.texts.append((file, words))
        self.facts += read_text(words, file, self.reader)

    def table(self, table: Tag, label: str, file: str) -> None:
        """Read a table cell by cell."""
        for cell in cells_of(table, label, file):
            self.texts.append((file, cell.text))
            made = [*facts_of(cell, self.reader), *more_facts_of(cell, self.reader)]
            self.facts += made
            if not made and re.search(r"\d", cell.text) and not re.search(r"\[c\]", cell.text):
                self.unread.append(cell)
        headings = " | ".join(cell.get_text(" ", strip=True) for cell in table.find_all("th"))
        self.texts.append((file, headings))


def read_report(
    folder: Path,
    year: int,
    term: str = "BME",
    windows: frozenset[int] = frozenset(),
    peers: Path | None = None,
) -> ReportFiles:
    """Read every published file of one report; `windows` are years of two-year averages.

    What pages say of those is left to results.csv, whose rows are of the same figures unrounded.
    """
    rows = rows_of(folder / "results.csv")
    reader = Reader(year, term, confidences(rows), listed_bands(rows), last_years(rows))
    made = ReportFiles(folder, reader)
    _read_pages(made, folder)
    made.facts = [one for one in made.facts if not _is_of_two_years(one, windows)]
    made.facts += read_results_csv(folder / "results.csv", windows=windows, peers=peers)
    return made


def _is_of_two_years(one: Fact, windows: frozenset[int]) -> bool:
    return any(
        var[1] == "disciplinary" and var[2].startswith("entered_process") and int(var[0]) in windows
        for var in one.variables
    )


def _read_pages(made: ReportFiles, folder: Path) -> None:
    if (folder / "report.html").exists():
        _read_html(made, (folder / "report.html").read_text(encoding="utf-8"))
    if (folder / "report.pdf").exists():
        _read_pdf(made, folder / "report.pdf")
    if (folder / "report.docx").exists():
        _read_word(made, folder / "report.docx")
    if (folder / "tables.xlsx").exists():
        _read_workbook(made, folder / "tables.xlsx")
    for notebook in sorted((folder / "notebooks").glob("*.ipynb")):
        _read_notebook(made, notebook)
    if (folder / "run.json").exists():
        made.texts += [("run.json", words) for words in _record(folder / "run.json")]


def _read_html(made: ReportFiles, html: str) -> None:
    for label, table in tables_of(html):
        made.table(table, label, "report.html")
    page = BeautifulSoup(html, "html.parser")
    for part in page(["style", "script", "table", "nav"]):
        part.decompose()
    for picture in page.find_all("img"):
        made.text("report.html alt", picture.get("alt", ""))
        _read_svg(made, "report.html svg", _embedded(picture.get("src", "")))
    for block in page.find_all(BLOCKS):
        if not block.find(BLOCKS):
            made.text("report.html", block.get_text(" ", strip=True))
    for tag in page.find_all("meta"):
        made.text("report.html", str(tag.get("content", "")))


def _embedded(source: str) -> str:
    head, _, data = source.partition("base64,")
    return base64.b64decode(data).decode("utf-8") if head.startswith("data:image/svg") else ""


def _read_svg(made: ReportFiles, file: str, svg: str) -> None:
    """Read the words of a chart, title and descriptions included, one after the other.

    The picture for a phone lies packed in the one for a page.
    """
    packed = re.search(r'<metadata id="narrow">([^<]+)</metadata>', svg)
    if packed:
        _read_svg(made, file, base64.b64decode(packed[1]).decode("utf-8"))
    words = re.findall(r"<(?:text|tspan|title|desc)\b[^>]*>([^<]+)<", svg)
    words += re.findall(r"<!--(.*?)-->", svg, re.DOTALL)
    words += drawn_words(svg)
    for line in words:
        made.texts.append((file, line.strip()))
    made.text(file, " ".join(words))


def _read_pdf(made: ReportFiles, path: Path) -> None:
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    words = re.sub(r"\b(?i:non)[\x02\xad\ufffe]\s*", "non-", " ".join(_running_text(pages)))
    words = re.sub(r"[\x02\xad\ufffe]\s*", "", words)  # other words parted at a line's end
    ends = r"(?<=[a-z)])\. (?=[A-Z\d•‣–-])|(?<=\d)\. (?=[A-Z])|[•‣]"
    for sentence in re.split(ends, " ".join(words.split())):
        made.text("report.pdf", sentence)
    for alt in _alternative_texts(path):
        made.text("report.pdf alt", alt)


def _read_word(made: ReportFiles, path: Path) -> None:
    for label, table in tables_of_word(path):
        made.table(table, label, "report.docx")
    for file, words in words_of_word(path):
        made.text(file, words)


def _read_workbook(made: ReportFiles, path: Path) -> None:
    for label, table in tables_of_workbook(path):
        made.table(table, label, "tables.xlsx")
    for file, words in words_of_workbook(path):
        made.text(file, words)


def _running_text(pages: list[str]) -> Iterator[str]:
    """Leave out what stands at the head and foot of the pages, where a sentence may go on."""
    numbered = (re.sub(r" ?Page \d+ of \d+$", "", page, flags=re.MULTILINE) for page in pages)
    lines = [[line.strip() for line in page.splitlines()] for page in numbered]
    times = Counter(line for page in lines for line in {*page})
    for page in lines:
        yield from (line for line in page if times[line] <= len(pages) / 2)


def _alternative_texts(path: Path) -> Iterator[str]:
    with Pdf.open(path) as document:
        root = document.Root.get("/StructTreeRoot")
        waiting = [root] if root is not None else []
        while waiting:
            node = waiting.pop()
            if isinstance(node, Array):
                waiting += list(node)
            elif isinstance(node, Dictionary):
                if "/Alt" in node:
                    yield str(node["/Alt"])
                if "/K" in node:
                    waiting.append(node["/K"])


def _read_notebook(made: ReportFiles, path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    file = f"notebooks {path.stem}"
    for cell in notebook["cells"]:
        for key in ("fig-alt", "fig-cap", "tbl-cap"):
            if key in cell["metadata"]:
                made.text(file, cell["metadata"][key].replace("\\", ""))
        for stored in cell["metadata"].get("user_expressions", []):
            for kind, words in stored["result"]["data"].items():
                made.text(file, _value(kind, words))
        source = "".join(cell["source"])
        label = re.match(r"#\| label: (\S+)", source)
        for output in cell.get("outputs", []):
            _read_output(made, file, label.group(1) if label else "", output)


def _value(kind: str, words: str) -> str:
    return str(ast.literal_eval(words)) if kind == "text/plain" else words.replace("\\", "")


def _read_output(made: ReportFiles, file: str, label: str, output: dict) -> None:
    for kind, data in output.get("data", {}).items():
        words = "".join(data)
        if kind == "text/html":
            for _, table in tables_of(words):
                made.table(table, label, file)
        elif kind == "image/svg+xml":
            _read_svg(made, file, words)
        elif kind.startswith("text/"):
            for line in words.replace("\\", "").splitlines():
                made.text(file, line)


def _record(path: Path) -> Iterator[str]:
    """Yield what run.json holds but hashes, versions and timings, whose digits say nothing."""
    record = json.loads(path.read_text(encoding="utf-8"))
    for key, held in record.items():
        if key not in {"versions", "made_at", "seconds_elapsed", "definitions", "inputs_sha256"}:
            yield json.dumps(held)
