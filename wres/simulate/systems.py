"""How the systems of one fictional trust write what they hold: `wording.yml`, one variant each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from pydantic import BaseModel, ConfigDict

from wres.definitions.reading import read_definitions
from wres.simulate.trusts import SimulatedTrust

__all__ = ["FileForm", "Systems", "Wording", "load_wording"]

Cells = npt.NDArray[np.object_]
MONTH_FIRST = "%m/%d/%Y"


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OwnWord(_Closed):
    """A word of a trust's own for one code."""

    code: str
    word: str


class Apprentice(_Closed):
    """A local grade that some staff of a band have."""

    band: str
    grade: str
    share: float


class Wording(_Closed):
    """`wording.yml`."""

    version: int
    note: str
    ethnicity: dict[str, tuple[str, str]]
    own_ethnicity: OwnWord
    grades: dict[str, tuple[str, str, str]]
    bodies: dict[str, str]
    own_grades: dict[str, str]
    apprentice: Apprentice
    contracts: dict[str, tuple[str, str, str]]
    statuses: dict[str, tuple[str, str, str]]
    own_statuses: dict[str, bool]
    flags: tuple[tuple[str, str], ...]
    dates: tuple[str, ...]
    headings: dict[str, dict[str, tuple[str, str, str]]]
    own_headings: dict[str, dict[str, str]]
    outcomes: dict[str, str]
    sources: dict[str, str]
    attendance: dict[str, tuple[str, str, str]]


@cache
def load_wording() -> Wording:
    """Read `wording.yml`."""
    return read_definitions("wres.simulate", "wording.yml", Wording)


@dataclass(frozen=True)
class FileForm:
    """The form of one file.

    Parameters
    ----------
    suffix : str
        Of its name.
    delimiter, encoding : str
        Of a text file.
    titled : bool
        Whether a line stands above the headings.
    native_dates : bool
        Whether a workbook stores dates as such, not as text.
    """

    suffix: str
    delimiter: str = ","
    encoding: str = "utf-8"
    titled: bool = False
    native_dates: bool = False

    @property
    def line_end(self) -> str:
        """What ends a line of a text file: the encodings of Windows go with its line ends."""
        return "\r\n" if self.encoding in ("cp1252", "utf-16") else "\n"


_TEXT_FORMS = (
    FileForm(".csv"),
    FileForm(".csv", encoding="utf-8-sig", titled=True),
    FileForm(".csv", delimiter=";", encoding="cp1252"),
    FileForm(".tsv", delimiter="\t"),
    FileForm(".txt", delimiter="\t", encoding="utf-16"),
    FileForm(".txt", delimiter="|"),
)


@dataclass(frozen=True)
class Systems:
    """The way one trust's systems write.

    Parameters
    ----------
    trust : SimulatedTrust
        Whose they are.
    """

    trust: SimulatedTrust

    @cached_property
    def variant(self) -> int:
        """Which of the three forms of statuses, contracts and grades its staff record writes."""
        return self.trust.draws("systems", "record").place(3)

    @cached_property
    def date_form(self) -> str:
        """How all its text files write dates."""
        return self.trust.draws("systems", "dates").pick(load_wording().dates)

    @property
    def date_order(self) -> str:
        """What its trust.yml says of dates."""
        return "month first" if self.date_form == MONTH_FIRST else "day first"

    @cached_property
    def own_words(self) -> bool:
        """Whether it has a heading and an ethnic word of its own, which its trust.yml explains."""
        return self.trust.draws("systems", "own").number() < 0.3

    @cached_property
    def window(self) -> str:
        """Over how long it counts indicator 3."""
        one_in_four = self.trust.draws("systems", "window").number() < 0.25
        return "two-year average" if one_in_four else "single year"

    def form(self, source: str, rows: int) -> FileForm:
        """Give the form of a source's file; the largest are never workbooks."""
        draws = self.trust.draws("systems", "form", source)
        if draws.number() < 0.4 and rows <= 12_000:
            return FileForm(".xlsx", titled=draws.place(2) == 0, native_dates=draws.place(2) == 0)
        return draws.pick(_TEXT_FORMS)

    def headings(self, source: str) -> dict[str, str]:
        """Give the heading that stands over each field of a source."""
        wording = load_wording()
        which = self.trust.draws("systems", "headings", source).place(3)
        headings = {name: words[which] for name, words in wording.headings[source].items()}
        if self.own_words:
            own = wording.own_headings.get(source, {})
            headings |= {name: heading for heading, name in own.items()}
        return headings

    def flags(self, source: str, cells: pd.Series[bool]) -> Cells:
        """Write yes and no."""
        yes, no = self.trust.draws("systems", "flags", source).pick(load_wording().flags)
        return np.where(cells.to_numpy(bool), yes, no).astype(object)

    def ethnicity(self, source: str, codes: pd.Series[str]) -> Cells:
        """Write ethnic origin: the record as codes with words, bare here and there; others vary."""
        draws = self.trust.draws("systems", "ethnicity", source)
        record = source in ("workforce", "training")
        long, words = _ethnic_forms(codes)
        bare = draws.happens(0.05 if record else 0.0, len(codes))
        in_words = not record and draws.number() < 0.7
        written = np.where(bare, codes, words if in_words else long)
        if self.own_words and in_words:
            own = load_wording().own_ethnicity
            written = np.where(codes == own.code, own.word, written)
        return written.astype(object)

    def grades(self, bands: pd.Series[str], clinical: npt.NDArray[np.bool_]) -> Cells:
        """Write pay grades, one in twelve as free text, and some apprentices by a local grade."""
        draws = self.trust.draws("systems", "grades")
        wording, form = load_wording(), draws.place(2)
        usual, free = ({b: g[which] for b, g in wording.grades.items()} for which in (form, 2))
        rough = draws.happens(1 / 12, len(bands))
        written = np.where(rough, bands.map(free), bands.map(usual))
        chosen = draws.happens(wording.apprentice.share, len(bands))
        apprentices = chosen & (bands == wording.apprentice.band).to_numpy()
        written = np.where(apprentices, wording.apprentice.grade, written)
        letters = np.where(clinical, "R", "N")
        return np.array(
            [_fill(text, letter) for text, letter in zip(written, letters, strict=True)], object
        )

    def local_grades(self) -> dict[str, str]:
        """Give the local grades that its trust.yml explains."""
        wording = load_wording()
        return {**wording.own_grades, wording.apprentice.grade: wording.apprentice.band}

    def local_statuses(self) -> dict[str, bool]:
        """Give the words of its staff record that its trust.yml says are counted or not."""
        written = {form[self.variant] for form in load_wording().statuses.values()}
        own = load_wording().own_statuses
        return {word: counted for word, counted in own.items() if word in written}

    def record(self, forms: dict[str, tuple[str, str, str]], names: pd.Series[str]) -> Cells:
        """Write contracts or statuses as the staff record does."""
        return names.map({name: form[self.variant] for name, form in forms.items()}).to_numpy(
            object
        )

    def dates(self, days: npt.NDArray[Any]) -> Cells:
        """Write days as text, blank for none."""
        unique, places = np.unique(days, return_inverse=True)
        texts = [
            date.fromordinal(int(one)).strftime(self.date_form) if one else "" for one in unique
        ]
        return np.array(texts, dtype=object)[places]


def _ethnic_forms(codes: pd.Series[str]) -> tuple[pd.Series[str], pd.Series[str]]:
    forms = load_wording().ethnicity
    long = codes.map({code: form[0] for code, form in forms.items()})
    return long, codes.map({code: form[1] for code, form in forms.items()})


@cache
def _fill(text: str, letter: str) -> str:
    return text.format(letter, load_wording().bodies[letter]) if "{}" in text else text
