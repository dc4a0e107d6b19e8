"""A sentence as words, numbers and marks of punctuation, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Token", "tokenise"]

_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
# `2019 staff` are people; `the 2019 staff survey` and `in 2019 staff told us` are of a year.
_COUNTED = r"\s(?:staff|people|applicants|respondents)\b(?!\s(?:\w+\s)?survey)"
_DATED = r"(?:(?<=\bin\s....)|(?<=\bsince\s....)|(?<=\bduring\s....))"
_TOKEN = re.compile(
    rf"""
    (?P<date>\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})(?:,?\s+(?P<date_year>(?:19|20)\d\d))?\b
        |\b(?:{_MONTH})\s+(?P<month_year>(?:19|20)\d\d)\b
        |\b\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d\d)?\d\d\b
        |\b\d{{1,2}}[:.]\d\d\s?(?:am|pm)\b
        |\b\d{{4}}-\d\d-\d\d\b)
  | (?P<financial>\b(?P<first>(?:19|20)\d\d)\s?[/–-]\s?(?:20)?(?P<second>\d\d)\b(?![\d%]))
  | (?P<year>\b(?:19|20)\d\d\b(?!,\d{{3}}|\.\d|\s?%)(?:{_DATED}|(?!{_COUNTED})))
  | (?P<money>£\s?\d[\d,.]*(?:k|m|bn)?\b)
  | (?P<ordinal>\b\d+(?:st|nd|rd|th)\b)
  | (?P<band>\b8[a-d]\b)
  | (?P<number>(?<![\w.])(?:(?<![\d%)])[+−-]|(?<=[\s(])–(?=\d))?
        (?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\w)
        |(?:\d+(?:\.\d+)?|\.\d+)(?!(?!(?:pp|ppts?|pts|x)\b)[a-z_\d])))
  | (?P<word>[^\W_]+(?:['’][^\W\d_]+)*)
  | (?P<filled>\N{{OBJECT REPLACEMENT CHARACTER}})
  | (?P<punctuation>[^\s\w])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HYPHEN = frozenset("-‐‑")


@dataclass(frozen=True)
class Token:
    """A word (in lower case), a number or a mark, and its place in the sentence.

    `year` is the year that a date or a pair of years ends in.
    """

    kind: str
    text: str
    start: int
    end: int
    year: int | None = None


def tokenise(text: str) -> list[Token]:
    """Read a sentence's tokens; a hyphen inside a word parts it and is left out.

    Examples
    --------
    >>> [token.text for token in tokenise("Non-clinical bands 8a-8b: 10.5% in 2019/20")]
    ['non', 'clinical', 'bands', '8a', '-', '8b', ':', '10.5', '%', 'in', '2019/20']
    """
    tokens = [_token(match) for match in _TOKEN.finditer(text)]
    return [
        token
        for place, token in enumerate(tokens)
        if not (token.text in _HYPHEN and _joins(tokens, place))
    ]


def _token(match: re.Match[str]) -> Token:
    kind = next(
        name
        for name in (
            "date", "financial", "year", "money", "ordinal", "band", "number", "word",
            "filled", "punctuation",
        )
        if match[name]
    )  # fmt: skip
    text = match[0].lower().replace("’", "'").removesuffix("'s")
    year = None
    if kind == "date":
        year = match["date_year"] or match["month_year"]
    elif kind == "year":
        year = text
    elif kind == "financial":
        year = text[:2] + match["second"]
    return Token(kind, text, match.start(), match.end(), int(year) if year else None)


def _joins(tokens: list[Token], place: int) -> bool:
    """Say whether a hyphen stands inside a word or between a number and its noun."""
    if not 0 < place < len(tokens) - 1:
        return False
    before, hyphen, after = tokens[place - 1 : place + 2]
    touching = before.end == hyphen.start and hyphen.end == after.start
    return touching and after.kind == "word" and before.kind in {"word", "number"}
