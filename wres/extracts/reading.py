"""Reading the columns of an extract: each different text once, every refusal named once.

Whether a text may be quoted is the field's: words of a closed list are, dates and identifiers are
not, and of a column that holds nothing recognisable nothing is (it may be another column).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd
import pandera.pandas as pa

from wres.definitions.ethnic_codes import Ethnicity, is_legacy_code, read_ethnicity
from wres.definitions.extract_words import answer
from wres.errors import Problem
from wres.extracts.contract import Extract
from wres.extracts.quoting import is_another_column
from wres.extracts.values import read_date, read_flag
from wres.sources.cells import CellError
from wres.sources.trust import ExtractSettings

__all__ = [
    "Event",
    "Reader",
    "Readings",
    "at_rows",
    "dates_of",
    "read_answers",
    "read_dates",
    "read_ethnic_origins",
    "read_events",
    "read_fields",
    "read_words",
    "warn_of_legacy_codes",
]

# More different words than any list of statuses has: the column is likely to be another one.
_TOO_MANY_WORDS: Final = 40
_ROWS_NAMED: Final = 5
# No word of a list has so many figures: it is a day, or a number that leads to a person.
_LONG_NUMBER: Final = 6
_ADD_ETHNICITY: Final = (
    "Correct the rows, or say what the word means under settings: extracts: ethnicity in trust.yml,"
)
_ADD_WORD: Final = (
    "Correct the rows, or say whether the word counts under settings: extracts: counted in "
    "trust.yml,"
)


@dataclass(frozen=True)
class Reader:
    """How the cells of one field are read.

    Parameters
    ----------
    name : str
        The field.
    read : callable
        Turns text into a value, or raises `CellError`.
    quoted : bool
        Whether a refused text may be shown: it is a category, and leads to nobody.
    """

    name: str
    read: Callable[[str], object]
    quoted: bool = True

    def refusal(self, text: str) -> CellError | None:
        """Say why a text cannot be read."""
        try:
            self.read(text)
        except CellError as fault:
            return fault
        return None


@dataclass(frozen=True)
class Event:
    """Something that may have happened to an application, and the day if that is known."""

    happened: bool
    on: date | None = None


@dataclass(frozen=True)
class Readings:
    """The cells as read, of the rows in which every one could be; and what could not.

    Parameters
    ----------
    cells : DataFrame of object
        One column a field that the file has; the index is the row in the file.
    problems : list of Problem
        Every refusal.
    """

    cells: pd.DataFrame
    problems: list[Problem]

    def get(self, name: str, otherwise: object = None) -> pd.Series[Any]:
        """Give a field's values; the same value in every row where the file has no such field."""
        if name in self.cells:
            return self.cells[name]
        return pd.Series([otherwise] * len(self.cells), index=self.cells.index, dtype="object")


def read_fields(extract: Extract, *readers: Reader) -> Readings:
    """Read every field that the file has, finding every problem at once."""
    present = [reader for reader in readers if extract.has(reader.name)]
    texts = extract.rows[[reader.name for reader in present]]
    refused = {reader.name: _refused(reader, texts[reader.name]) for reader in present}
    cases = _failure_cases(texts, refused)
    problems = [problem for reader in present for problem in _explain(extract, reader, cases)]
    sound = texts[~texts.index.isin(cases["index"])]
    values = {reader.name: _values(reader, sound[reader.name]) for reader in present}
    return Readings(pd.DataFrame(values, index=sound.index, dtype="object"), problems)


def read_ethnic_origins(settings: ExtractSettings) -> Reader:
    """Read codes and words into groups and detailed groups."""

    def read(text: str) -> Ethnicity:
        try:
            return read_ethnicity(text, settings.ethnicity)
        except ValueError as fault:
            raise CellError(str(fault).replace(f" {text!r}", "", 1), _ADD_ETHNICITY) from None

    return Reader("ethnic_origin", read)


def read_answers(name: str, question: str, settings: ExtractSettings) -> Reader:
    """Read yes, no, or a word that means one of them; a blank is neither."""

    def read(text: str) -> bool | None:
        return read_flag(text) if _is_flag(text) else _answer(question, text, settings)

    return Reader(name, read)


def read_words(name: str, question: str, settings: ExtractSettings) -> Reader:
    """Read a word that means yes or no where these by themselves mean nothing."""
    return Reader(name, lambda text: _answer(question, text, settings) if text else None)


def read_dates(name: str, settings: ExtractSettings) -> Reader:
    """Read dates, in the trust's order."""
    return Reader(name, lambda text: read_date(text, settings.dates), quoted=False)


def read_events(name: str, settings: ExtractSettings) -> Reader:
    """Read whether something happened: yes or no, a word, or the day on which it did."""

    def read(text: str) -> Event:
        if _is_flag(text):
            return Event(bool(read_flag(text)))
        if any(character.isdigit() for character in text):
            return Event(happened=True, on=read_date(text, settings.dates))
        return Event(bool(_answer(name, text, settings)))

    return Reader(name, read)


def dates_of(values: pd.Series[Any]) -> pd.Series[Any]:
    """Make dates, or the days of events, comparable; missing where there is none."""
    days = [value.on if isinstance(value, Event) else value for value in values]
    return pd.to_datetime(pd.Series(days, index=values.index, dtype="object"))


def warn_of_legacy_codes(extract: Extract, origins: pd.Series[Any]) -> list[Problem]:
    """Name rows whose ethnic origin is a number of the 1991 census."""
    codes = origins.map(lambda origin: origin.code)
    old = codes.isin([code for code in codes.unique() if is_legacy_code(code)])
    rows = origins.index[old].tolist()
    rule = "is read as a number of the 1991 census (0 White, 1 to 8 BME)"
    action = "Make sure that the system means these numbers so, or correct them,"
    return at_rows(extract, rows, rule, action, name="ethnic_origin")


def at_rows(
    extract: Extract,
    rows: Sequence[int],
    rule: str,
    action: str = "Correct the rows",
    name: str | None = None,
) -> list[Problem]:
    """Make one problem of all rows that break the same rule; none where no row does."""
    if not len(rows):
        return []
    return [extract.problem(rule + _likewise(rows), action, row=int(rows[0]), name=name)]


def _likewise(rows: Sequence[int]) -> str:
    others = rows[1:]
    if not len(others):
        return ""
    shown = ", ".join(str(row) for row in others[:_ROWS_NAMED])
    more = f" and {len(others) - _ROWS_NAMED} more" if len(others) > _ROWS_NAMED else ""
    return f" ({len(rows)} rows; also {shown}{more})"


def _is_flag(text: str) -> bool:
    try:
        read_flag(text)
    except CellError:
        return False
    return True


def _answer(question: str, text: str, settings: ExtractSettings) -> bool:
    try:
        return answer(question, text, settings.counted)
    except ValueError as fault:
        raise CellError(str(fault), _ADD_WORD) from None


def _refused(reader: Reader, texts: pd.Series[str]) -> set[str]:
    return {text for text in texts.unique() if reader.refusal(text) is not None}


def _failure_cases(texts: pd.DataFrame, refused: dict[str, set[str]]) -> pd.DataFrame:
    """List every cell that is refused: column, failure_case (its text) and index (its row)."""
    columns = {name: pa.Column(checks=_is_not_in(words)) for name, words in refused.items()}
    try:
        pa.DataFrameSchema(columns).validate(texts, lazy=True)
    except pa.errors.SchemaErrors as faults:
        cases: pd.DataFrame = faults.failure_cases
        return cases
    return pd.DataFrame({"column": [], "failure_case": [], "index": []})


def _is_not_in(words: set[str]) -> pa.Check:
    return pa.Check(lambda cells: ~cells.isin(words), error="can be read")


def _values(reader: Reader, texts: pd.Series[str]) -> pd.Series[Any]:
    places, words = pd.factorize(texts)
    read = pd.Series([reader.read(word) for word in words], dtype="object")
    return read.take(places).set_axis(texts.index)


def _explain(extract: Extract, reader: Reader, cases: pd.DataFrame) -> Iterator[Problem]:
    own = cases[cases["column"] == reader.name]
    words = own.groupby("failure_case", sort=False)["index"].apply(list)
    hidden = not reader.quoted or extract.layout.field(reader.name).identifier
    if not hidden and is_another_column(own["failure_case"], extract.rows[reader.name]):
        rule = (
            f"holds {len(words)} different texts that are not recognised; is it the right column?"
        )
        yield from at_rows(extract, sorted(own["index"]), rule, "Correct it", reader.name)
    elif hidden:
        yield from _explain_unquoted(extract, reader, words)
    else:
        for word, rows in words.items():
            yield _explain_word(extract, reader, str(word), rows)


def _explain_word(extract: Extract, reader: Reader, word: str, rows: list[int]) -> Problem:
    fault = reader.refusal(word) or CellError("cannot be read")
    rule = fault.rule + (f" ({len(rows)} rows)" if len(rows) > 1 else "")
    given = word if sum(character.isdigit() for character in word) < _LONG_NUMBER else None
    return extract.problem(rule, fault.action, row=min(rows), name=reader.name, given=given)


def _explain_unquoted(extract: Extract, reader: Reader, words: pd.Series[Any]) -> Iterator[Problem]:
    by_rule: dict[tuple[str, str], list[int]] = {}
    for word, rows in words.items():
        fault = reader.refusal(str(word)) or CellError("cannot be read")
        by_rule.setdefault((fault.rule, fault.action), []).extend(rows)
    for (rule, action), rows in by_rule.items():
        yield from at_rows(extract, sorted(rows), rule, action, reader.name)
