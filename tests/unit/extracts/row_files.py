"""Extracts written as text, counted as a trust's own files are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from wres.extracts.contract import Counted, Layout
from wres.extracts.layouts import read_extract
from wres.sources.files import InputFile
from wres.sources.tables import Table, check_table
from wres.sources.trust import ExtractSettings, Settings

WORKFORCE = {"White": 100, "BME": 40, "Unknown": 10}


def settings(window: str | None = None, **extracts: Any) -> Settings:
    windows = {2015: window} if window else {}
    return Settings(extracts=ExtractSettings(**extracts), disciplinary_window=windows)


def input_file(folder: Path, name: str, text: str) -> InputFile:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return InputFile(path, name, "wres check RXX 2021")


def extract_of(folder: Path, layout: Layout, text: str, own: Settings | None = None):
    file = input_file(folder, f"{layout.source}.csv", text)
    return read_extract(file, layout, (own or Settings()).extracts)


def sayings(counted: Counted) -> str:
    """Everything that is said about a file, for what may never be said."""
    return "\n".join(str(one) for one in (*counted.problems, *counted.warnings, *counted.notes))


def whole(table: pd.DataFrame, column: str) -> dict[str, int]:
    """Give a count by group for the whole trust."""
    rows = table[table["ethnic_group"].isna()] if "ethnic_group" in table else table
    return dict(zip(rows["ethnicity"], rows[column].tolist(), strict=True))


def assert_as_if_read_from_csv(folder: Path, table: Table, counted: pd.DataFrame) -> None:
    """Hold a table against what the csv of its name gives: columns, types, values, rules."""
    path = folder / f"{table.name}_counts.csv"
    counted.to_csv(path, index=False)
    file = InputFile(path, path.name, "wres check RXX 2021")
    checked = check_table(table, file, 2021)
    assert checked.problems == []
    pd.testing.assert_frame_equal(counted, checked.frame)
