"""Tables of a chapter: every figure of a cell under its headings, as a sentence of its own.

`| BME | 25% |` below a column `2019` and a caption on harassment is read as `harassment, BME,
2019, 25%`. So what holds for sentences holds for cells; and where headings don't say what a
figure is of, it is not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from wres.claims.answers import RATIOS, SURVEY, Context, indicators_of
from wres.claims.lexicon import Matcher
from wres.claims.markup import Block
from wres.claims.naming import Naming
from wres.claims.reading import Sentence, read_sentence
from wres.claims.table_cells import Cell, is_figure, is_total, is_year, leading_columns, rows_of
from wres.claims.topics import Topics

__all__ = ["CellSentence", "cell_sentences", "is_aside"]

_BARE = re.compile(r"[\s<~≈+−–-]*\d[\d,]*(?:\.\d+)?\s*$")
_NUMBERED = re.compile(
    r"\s*(?:wres\s+)?(?:indicator|metric)?\s*([1-9])\s*[.:)–-]*\s*(?=[^\W\d]|$)", re.I
)
_SAYS_NUMBER = re.compile(r"\b(?:indicator|metric|wres)s?\b", re.I)
_PER_CENT = re.compile(r"%|\bper ?cent|\bpercentage|\bproportion|\bshare\b", re.I)
_COUNTS = re.compile(
    r"\b(?:headcount|head count|number|no|count|people|members|staff in post|shortlisted|appointed"
    r"|applicants|applied|entered|total|n)\b",
    re.I,
)
# What lies between two figures, or is to be: no level that results could be asked for.
_ASIDE = re.compile(
    r"\b(?:change|difference|variance|movement|trend|direction|gap|target|goal|aim|rank|rag|status"
    r"|forecast|trajectory|due|when)\b|\+/-|[↑↓]",
    re.I,
)
_OF_STAFF = re.compile(r"\b(?:staff|employees)\b", re.I)
_SPREAD = re.compile(r"\b(?:distribution|distributed|spread|where|breakdown of)\b", re.I)
_ALL_OF_IT = re.compile(r"\s*100(?:\.0+)?\s*%?\s*$")
# Kinds of words that tell which figure it is, in the order in which a caption adds them.
_TELLING = ("staff_group", "band", "board", "group", "comparator")


@dataclass(frozen=True)
class CellSentence:
    """One figure of a table with its headings, read as a sentence.

    Parameters
    ----------
    sentence : Sentence
        Its places lead to the cell's.
    first, last : int
        Place of the cell in the plain text.
    told : bool
        Whether headings, caption or what stands above say what it is of.
    aside : bool
        Whether it is a change, a target or the like.
    """

    sentence: Sentence
    first: int
    last: int
    told: bool
    aside: bool


def cell_sentences(
    block: Block, caption: str, context: Context, matcher: Matcher
) -> Iterator[CellSentence]:
    """Read the figures of a table's cells.

    Parameters
    ----------
    block : Block
        The table.
    caption : str
        What is said right above or below it; may be empty.
    context : Context
        What is said before.
    matcher : Matcher
    """
    rows = rows_of(block)
    if len(rows) < 2:
        return
    reader = _Reader(rows, caption, context, matcher)
    yield from reader.read()


class _Reader:
    """The headings of one table, and the words around it."""

    def __init__(
        self, rows: Sequence[list[Cell]], caption: str, context: Context, matcher: Matcher
    ) -> None:
        self.matcher, self.context, self.caption = matcher, context, caption
        # The caption and the headings are read for every cell.
        self._read = cache(partial(read_sentence, start=0, matcher=matcher))
        self.header = [cell.text for cell in rows[0]]
        self.body = list(rows[1:])
        if not any(self.header) and len(self.body) > 1:
            self.header, self.body = [cell.text for cell in self.body[0]], self.body[1:]
        self.leading = leading_columns(self.body)

    def read(self) -> Iterator[CellSentence]:
        above: list[str] = []
        for row in self.body:
            named = [cell.text for cell in row[: self.leading]]
            # A heading that spans rows is written once.
            filled = [one or old for one, old in zip(named, above or named, strict=False)]
            above = [*filled[:-1], named[-1]] if named else []
            for column, cell in enumerate(row[self.leading :], start=self.leading):
                whole = any(is_total(one) for one in above) and _ALL_OF_IT.match(cell.text)
                if is_figure(cell.text) and not whole:
                    yield self._cell(cell, above, column)

    def _cell(self, cell: Cell, named: Sequence[str], column: int) -> CellSentence:
        over = self.header[column] if column < len(self.header) else ""
        headings = [self._heading(one) for one in (*named, over)]
        told = ", ".join(one for one in headings if one)
        words = [one for one in (*self._lacking(told), told) if one]
        lead = ", ".join(words) + ", "
        unit = self._unit(cell.text, [*named, over], lead)
        sentence = read_sentence(lead + cell.text + unit, cell.start - len(lead), self.matcher)
        aside = any(is_aside(one) for one in (*named, over)) or (
            "%" in cell.text + unit and self._is_spread(over)
        )
        last = cell.start + len(cell.text)
        plain = all(self._is_understood(one) for one in (*named, over))
        return CellSentence(sentence, cell.start, last, plain and self._is_told(sentence), aside)

    def _heading(self, text: str) -> str:
        """Give a heading's words without its numbers, but with that of an indicator."""
        if is_total(text):
            return "all staff"
        number = _NUMBERED.match(text)
        named = ""
        if number:
            text = text[number.end() :]
            named = f"indicator {number[1]}, " if self._is_indicator(number, text) else ""
        return named + self._without_numbers(re.sub(r"[.;:()—%]", ",", text)).strip(" ,")

    def _is_indicator(self, number: re.Match[str], text: str) -> bool:
        """Say whether a heading's number is an indicator's: as its words say, or its column."""
        about = _about(self._read(text))
        said = any(_SAYS_NUMBER.search(one) for one in (number[0], self.header[0], self.caption))
        return number[1] in about if about else said

    def _without_numbers(self, text: str) -> str:
        read = self._read(text)
        for one in reversed(read.numbers):
            if one.value is not None:
                first, last = read.place(one.first, one.last)
                text = text[:first] + text[last:]
        return text

    def _lacking(self, told: str) -> Iterator[str]:
        """Give what headings leave unsaid and the corner or the caption says for all of them."""
        own = self._read(told)
        kinds = {mark.kind for mark in own.marks}
        dated = own.is_dated() or "time" in kinds
        sources = [self._read(_sentence_of(one)) for one in (self.header[0], self.caption) if one]
        for source in sources:
            if not _about(own):
                topic = _topic_words(source)
                if topic and not (kinds & {"topic"}):
                    yield topic
                    kinds.add("topic")
            for kind in _TELLING:
                values = set(source.values(kind))
                if kind not in kinds and len(values) == 1:
                    kinds.add(kind)
                    yield _words_of(source, source.of(kind)[0].first, source.of(kind)[0].last)
        columns = _topic_words(self._read(_sentence_of(", ".join(self.header))))
        if not _about(own) and not kinds & {"topic"} and columns:
            # `%` beside `Headcount` is of the same people.
            kinds.add("topic")
            yield columns
        if "group" in kinds and not kinds & {"topic"}:
            if kinds & {"band", "staff_group"}:
                yield "pay bands"
            elif _OF_STAFF.search(self.caption) and self._is_understood(self.caption):
                yield "workforce"
        yield from _when(own, sources, dated)

    def _unit(self, cell: str, headings: Sequence[str], lead: str) -> str:
        """Give a bare number the unit that its headings, or else its topic, give it."""
        if not _BARE.match(cell):
            return ""
        if any(_PER_CENT.search(one) for one in headings):
            return "%"
        about = _about(self._read(lead)) or (self.context.indicators or frozenset())
        people = " members" if about == {"9"} else " people"
        if any(_COUNTS.search(one) for one in headings):
            return people
        if _PER_CENT.search(f"{self.header[0]} {self.caption}") or (about and about <= SURVEY):
            return "%"
        return "" if "." in cell or about <= RATIOS else people

    def _is_spread(self, over: str) -> bool:
        """Say whether percentages are of one group's people: `% of BME staff` by band."""
        for text in (over, self.header[0], self.caption):
            read = self._read(text)
            led = {mark.first - 1 for mark in read.of("group")} | {
                mark.first - 2 for mark in read.of("group")
            }
            if any(place >= 0 and read.words[place] == "of" for place in led):
                return True
        return bool(_SPREAD.search(f"{over} {self.header[0]} {self.caption}"))

    def _is_understood(self, text: str) -> bool:
        """Say whether a heading names nothing that isn't known: no division, profession or site."""
        if is_total(text) or is_year(text):
            return True
        read = self._read(re.sub(r"[.;:()—]", ",", text))
        if _is_foreign(read):
            return False
        kinds = {mark.kind for mark in read.marks}
        if "topic" in kinds or read.has("measure", "ratio", "disparity", "gap"):
            return True
        known = {place for mark in read.marks for place in range(mark.first, mark.last + 1)}
        known |= {place for one in read.numbers for place in range(one.first, one.last + 1)}
        rest = {
            token.text
            for place, token in enumerate(read.tokens)
            if place not in known and token.kind == "word"
        }
        return not rest

    def _is_told(self, sentence: Sentence) -> bool:
        if _is_foreign(self._read(self.caption)):
            return False
        if _about(sentence):
            return True
        placed = any(sentence.has(kind) for kind in ("group", "band", "staff_group", "board"))
        measured = sentence.has("measure", "ratio")
        return bool(self.context.indicators) and (placed or measured)


def is_aside(heading: str) -> bool:
    """Say whether a heading is that of changes, targets or the like: of no level that is."""
    return _ASIDE.search(heading) is not None


def _about(sentence: Sentence) -> frozenset[str]:
    topics = Topics(sentence, Context())
    return Naming(topics.sentence).named() or indicators_of(mark.value for mark in topics.marks())


def _is_foreign(sentence: Sentence) -> bool:
    return Topics(sentence, Context()).names_something_else(0, len(sentence.words))


def _topic_words(source: Sentence) -> str:
    """Give the words that make one indicator the topic; those of several leave it open."""
    topics = Topics(source, Context())
    about = _about(source)
    if Naming(topics.sentence).named():
        return f"indicator {next(iter(about))}" if len(about) == 1 else ""
    if len(about) != 1 and not about <= {"1", "workforce"}:
        return ""
    return " ".join(_words_of(source, mark.first, mark.last) for mark in topics.marks())


def _words_of(source: Sentence, first: int, last: int) -> str:
    start, end = source.place(first, last)
    return source.text[start:end]


def _sentence_of(text: str) -> str:
    return re.sub(r"[;:()—]", ",", text)


def _when(own: Sentence, sources: Sequence[Sentence], dated: bool) -> Iterator[str]:
    """Give the only year of the caption; and say of a year alone that it is a survey's."""
    survey = any(one.has("time", "survey") for one in sources)
    years = [token for one in sources for token in one.tokens if token.year is not None]
    if not dated and len(years) == 1:
        yield f"survey {years[0].year}" if survey else years[0].text
    elif dated and survey and "survey" not in own.words and _follows_survey(sources):
        yield "survey"


def _follows_survey(sources: Sequence[Sentence]) -> bool:
    """Say whether years are listed under `Survey`, or said to be those of surveys."""
    return any(one.words[-1:] == ("survey",) or "surveys" in one.words for one in sources)
