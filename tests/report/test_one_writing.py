"""A figure is written the same way in sentences, tables, captions, alternative texts and PDF."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pandas as pd
import pdfplumber
import pytest

from tests.report.samples import Rendered
from tests.report.words import COUNTS, national_numbers, numbers_in
from wres.labels import (
    format_figure,
    format_headcount,
    format_percent,
    format_result,
    format_result_interval,
)

# Every word of two reports in four forms is read: some twenty seconds each.
pytestmark = pytest.mark.slow

# The figures beside a difference of these measures are levels, written by rows of their own.
LEVELS = ("change", "comparison")
FIGURES = ("value", "previous", "benchmark", "unknown_low", "unknown_high")
# Written in the unchanging text: the four-fifths range, the scale of ratios, an example, what
# rounding may do to a difference, and the version of the definitions.
FIXED = {"0.80", "1.25", "1.00", "2.00", "0.1", "1.0"}
DECIMAL = re.compile(r"\d\.\d")


def writings(results: pd.DataFrame) -> set[str]:
    """Return the one way in which each figure of the results is written, with its sign."""
    written = FIXED | national_numbers()
    for _, row in results.iterrows():
        names = [name for name in FIGURES if name == "value" or row["measure"] not in LEVELS]
        texts = [format_result(row, name) for name in names if pd.notna(row[name])]
        if row["measure"] == "comparison" and pd.notna(row["benchmark"]):
            unit = "ratio" if row["unit"] == "ratio" else "%"  # that of what is compared
            texts.append(format_figure(row["benchmark"], unit, published=True))
        if pd.notna(row["lower"]):
            texts.append(format_result_interval(row))
        written |= {number for text in texts for number in numbers_in(text)}
        written |= {format_headcount(row[name]) for name in COUNTS if pd.notna(row[name])}
    return written | {number.rstrip("%") for number in written}


def sizes(results: pd.DataFrame) -> set[str]:
    """Return how far apart figures are: in a sentence the words around say which way."""
    return {number.lstrip("−+") for number in writings(results)}


def cells_of(rendered: Rendered) -> Iterator[tuple[str, str]]:
    """Yield the cells of figures in tables, where no words stand in for a sign."""
    for cell in rendered.page.find("main").find_all("td"):
        text = " ".join(cell.get_text(" ").split())
        if re.fullmatch(r"[−+\d.,%]+( to [−+\d.,%]+)?( \([\d.]+%\))?", text):
            yield "cell", text


def passages(rendered: Rendered) -> Iterator[tuple[str, str]]:
    """Yield every text of the report with the place where it stands."""
    page = rendered.page
    for image in page.find_all("img"):
        yield "alternative text", image["alt"]
    yield "page", page.find("main").get_text(" ")
    with pdfplumber.open(rendered.folder / "report.pdf") as document:
        for sheet in document.pages:
            yield f"PDF page {sheet.page_number}", sheet.extract_text()
    for path in sorted((rendered.folder / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                for kind in ("text/plain", "text/html", "text/markdown"):
                    yield path.name, "".join(output.get("data", {}).get(kind, ""))


def decimals(text: str) -> set[str]:
    return {number for number in numbers_in(text) if DECIMAL.search(number)}


def test_no_figure_is_written_in_another_way_anywhere(rendered: Rendered) -> None:
    right = writings(rendered.results) | sizes(rendered.results)
    strays = {
        (place, number) for place, text in passages(rendered) for number in decimals(text) - right
    }
    assert strays == set()


def test_no_figure_of_a_table_has_another_sign_or_none(rendered: Rendered) -> None:
    right = writings(rendered.results)
    found = list(cells_of(rendered))
    assert len(found) > 50
    strays = {text for _, text in found if decimals(text) - right}
    assert strays == set()


def test_no_hyphen_or_dash_stands_for_a_minus_sign(rendered: Rendered) -> None:
    found = {
        (place, match[0])
        for place, text in passages(rendered)
        for match in re.finditer(r"(?:^|[\s(])[-–]\d+\.\d+\S*", text)
    }
    assert found == set()


def test_a_difference_without_its_sign_would_be_seen(rendered: Rendered) -> None:
    results = rendered.results
    away = results[results["measure"].isin(["change", "comparison"]) & results["value"].notna()]
    for _, row in away.iterrows():
        assert format_result(row) in writings(results) | {"0.0", "0.00", "0"}
    ratio = away[away["unit"].eq("ratio")].iloc[0]
    assert format_result(ratio)[0] in "−+"


def test_a_figure_with_other_decimals_would_be_seen(rendered: Rendered) -> None:
    results = rendered.results
    ratio = results[results["measure"].eq("relative_likelihood") & results["value"].notna()].iloc[0]
    assert decimals(f"The ratio was {format_result(ratio)}.") <= writings(results)
    assert not decimals(f"The ratio was {format_result(ratio)}1.") <= writings(results)
    share = results[results["measure"].eq("share") & results["status"].eq("ok")].iloc[0]
    assert not decimals(f"a share of {format_percent(share['value'], 3)}") <= writings(results)
