"""Prose and its numbers, as a reader of the page meets them."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pandas as pd
from bs4 import BeautifulSoup

from wres.definitions.indicators import indicators
from wres.labels import (
    format_figure,
    format_headcount,
    format_interval,
    format_percent,
    format_result,
)

NUMBER = re.compile(r"[−+]?\d[\d,]*(?:\.\d+)?%?")
REFERENCE = re.compile(r"\b(?:Table|Figure)\s+\d+")
FIGURES = ("value", "previous", "benchmark", "lower", "upper", "unknown_low", "unknown_high")
COUNTS = ("numerator", "denominator", "comparator_numerator", "comparator_denominator")
# Figures of England and regions, told in a chapter of their own: no results of the trust.
NATIONAL = Path(__file__).parents[2] / "data" / "benchmarks" / "national.csv"
YEARS = ("year", "previous_year", "benchmark_year")


def prose_of(page: BeautifulSoup) -> list[str]:
    """Return every paragraph and list entry outside tables."""
    tags = page.find("main").find_all(["p", "li", "dd"])
    return [" ".join(tag.get_text(" ").split()) for tag in tags if not tag.find_parent("table")]


def numbers_in(text: str) -> list[str]:
    """Return the numbers of a passage as they are written, those of tables and figures aside."""
    return [found.strip(",") for found in NUMBER.findall(REFERENCE.sub("", text))]


def national_numbers() -> set[str]:
    """Return the numbers of every national figure, and of the words on its source."""
    rows = pd.read_csv(NATIONAL)
    written = [
        format_figure(row.value, str(row.unit).split()[0], published=True)  # '% of 231 trusts'
        for row in rows.itertuples()
        if str(row.unit).split()[0] in {"%", "ratio", "points", "headcount"}
    ]
    texts = [*written, *rows["source"]]
    found = {number for text in texts for number in numbers_in(text)}
    return found | {number.rstrip("%") for number in found}


def allowed_numbers(results: pd.DataFrame, project: Path) -> set[str]:
    """Return what results may be written as, and the numbers of the unchanging text."""
    written = _fixed_numbers(project) | national_numbers()
    for _, row in results.iterrows():
        for name in FIGURES:
            if pd.notna(row[name]):
                for published in (True, False):
                    text = format_figure(row[name], row["unit"], published=published)
                    written |= {text, text.lstrip("−+"), text.rstrip("%")}
                written.add(format_percent(row[name], 2))
                if name in {"value", "previous"}:
                    written.add(format_result(row, name))
        if row["measure"] == "comparison" and pd.notna(row["benchmark"]):
            written.add(format_figure(row["benchmark"], "%", published=True))
        for name in COUNTS:
            if pd.notna(row[name]):
                written.add(format_headcount(row[name]))
        if row["indicator"] == "9" and pd.notna(row["denominator"]) and row["denominator"]:
            written.add(format_percent(100 / row["denominator"]).rstrip("%"))  # one seat
        written |= {str(row[name]) for name in YEARS if pd.notna(row[name])}
        written |= set(numbers_in(row["breakdown"])) | set(numbers_in(row["benchmark_name"]))
        written |= set(numbers_in(format_interval(row["lower"], row["upper"], row["unit"])))
    # Signs and the words between change within a sentence, figures do not.
    return written | {text.lstrip("−+") for text in written}


def _fixed_numbers(project: Path) -> set[str]:
    texts = [(project / "report.qmd").read_text(encoding="utf-8")]
    for path in (project / "notebooks").glob("*.ipynb"):
        cells = nbformat.read(path, as_version=4).cells
        texts += [
            re.sub(r"`\{python\}[^`]*`", "", cell.source)
            for cell in cells
            if cell.cell_type == "markdown"
        ]
    for record in indicators():
        texts += [wording.text for wording in record.wording]
        texts += [record.number, record.title, record.event]
        texts.append(record.period)
    # "31 March", "95% interval", bands: words of the code that hold numbers.
    texts.append("31 95% 0 1 1 2 3 4 5 6 7 8 9 0.80 1.25")
    return {number for text in texts for number in numbers_in(text)}
