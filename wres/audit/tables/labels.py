"""What a heading or a label of a table says: indicator, group, year, band, whose figure it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Final

from wres.audit.words import first_of, matches
from wres.claims.places import band_marks
from wres.claims.tokens import tokenise
from wres.definitions.bands import parse_band

__all__ = ["Label", "merged", "read_label", "without_mark", "year_in"]

_NAMED: Final = re.compile(
    r"\b(?:indicators?|metrics?|WRES)\s*(?:no\.?|number)?\s*[:#]?\s*([1-9])\b(?!\s*(?:,|and"
    r"|to|-|–|&)\s*\d)",
    re.IGNORECASE,
)
_SHORT_YEAR: Final = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*[\s'’-]+(\d\d)\b"
    r"|\b\d\d?[/.]\d\d?[/.](?:20)?(\d\d)\b|\b\d\d\s?/\s?(\d\d)\b",
    re.IGNORECASE,
)
_NON_CLINICAL: Final = re.compile(r"non-?\s?clinical", re.IGNORECASE)
_MARK: Final = re.compile(
    r"(?<=[a-z]{2}[a-z)])(?<!band)(?<!cator)(?<!etric)(?<!luster)(?<!able)(?<!gure)[1-9]$",
    re.IGNORECASE,
)
# Of every band, or of none: `All bands (649 staff)`, `Non-clinical total`.
_OF_ALL: Final = re.compile(
    r"all(?:\s+(?:pay\s+)?(?:bands|grades)\b.*)?$|(?:non-?\s?clinical\s+)?total|.*\btotal$",
    re.IGNORECASE,
)
# Of all but medical staff and those on local pay.
_OF_AFC: Final = re.compile(r"(?:all|total)\s+(?:afc|agenda for change)\b", re.IGNORECASE)
_YEAR_OF_SHARES: Final = re.compile(r"\b((?:19|20)\d\d)\s?%")
_OWNED: Final = re.compile(
    r"\b(?:the )?trust(?:'s|’s)?\b(?! average| median|s)|\bour\b|\bown\b", re.IGNORECASE
)
# Its name is of no indicator: a title is about all of them.
_STANDARD: Final = re.compile(r"\bworkforce race equality standard\b", re.IGNORECASE)
# A longer label is an indicator's wording: its `difference` or `number` says what it is about.
_HEADING_WORDS: Final = 7


@dataclass(frozen=True)
class Label:
    """What was read; blank where nothing was.

    `pair` are two groups in the order in which a ratio's label names them.
    """

    indicator: str = ""
    named: bool = False
    group: str = ""
    pair: tuple[str, str] | None = None
    year: int | None = None
    when: str = ""
    role: str = ""
    people: str = ""
    band: str = ""
    staff_group: str = ""
    board: str = ""
    comparator: str = ""
    survey: bool = False

    @property
    def is_blank(self) -> bool:
        """Say whether nothing was read."""
        return self == Label()


@cache
def read_label(text: str) -> Label:
    """Read a heading or label."""
    text = without_mark(_STANDARD.sub("WRES", " ".join(text.split())))
    short = len(text.split()) <= _HEADING_WORDS
    group, pair = _groups(text)
    return Label(
        indicator=_indicator(text),
        named=_NAMED.search(text) is not None,
        group=group,
        pair=pair,
        year=year_in(text),
        when=first_of("when", text) if short else "",
        role=_role(text, short),
        people=first_of("people", text),
        band=_band(text),
        staff_group=_staff_group(text),
        board=_board(text),
        comparator=_comparator(text) if len(text.split()) <= 14 else "",
        survey="survey" in text.lower(),
    )


def without_mark(text: str) -> str:
    """Take the mark of a footnote from the end of a heading: `Total1`, `Change (pp)2`."""
    return _MARK.sub("", text)


def _indicator(text: str) -> str:
    named = _NAMED.search(text)
    return named[1] if named else first_of("indicator", text)


def _groups(text: str) -> tuple[str, tuple[str, str] | None]:
    found = matches("group", text)
    both = [name for _, name in found if name in {"White", "BME"}]
    if len(both) == 2:
        return "", (both[0], both[1])
    names = [name for _, name in found]
    for name in ("Unknown", "BME", "White", "all"):
        if name in names:
            return name, None
    return "", None


def _role(text: str, short: bool) -> str:
    role = first_of("role", text)
    if short or role in {"ratio", "interval"} or (role == "gap" and "board" in text.lower()):
        return role
    return role if role in {"likelihood", "share"} else ""


def _board(text: str) -> str:
    """Give a part of the board as results have it: by office, then by vote."""
    office = first_of("office", text)
    return ";".join(part for part in (office, first_of("vote", text)) if part)


def _staff_group(text: str) -> str:
    """Give the part of the staff that a text names; of two it names none."""
    named = first_of("staff_group", text)
    rest = _NON_CLINICAL.sub("", text)
    return "" if rest != text and first_of("staff_group", rest) else named


def _comparator(text: str) -> str:
    return "" if _OWNED.search(text) else first_of("comparator", text)


def year_in(text: str) -> int | None:
    """Give the year that a text names; of `2019/20` the second.

    Examples
    --------
    >>> year_in("31 March 2020"), year_in("2018/19"), year_in("Mar-21"), year_in("Band 5")
    (2020, 2019, 2021, None)
    """
    # A row headed `2020 %` has the shares of that year.
    text = _YEAR_OF_SHARES.sub(r"\1", text)
    years = [token.year for token in tokenise(text) if token.year]
    if len(set(years)) == 1:
        return years[0]
    if not years and (match := _SHORT_YEAR.search(text)):
        return 2000 + int(next(part for part in match.groups() if part))
    return None


def _band(text: str) -> str:
    bare = text.strip().rstrip("*").strip()
    if _OF_AFC.match(bare):
        return bare.casefold()
    if _OF_ALL.match(bare) or bare.lower() == "other":
        return ""
    try:
        return parse_band(bare).label
    except ValueError:
        pass
    if cluster := re.match(r"cluster\s*(\d)", bare, re.IGNORECASE):
        return f"cluster {cluster[1]}"
    marks = band_marks(tokenise(bare))
    if len(marks) == 1:
        return marks[0].value
    return bare.casefold() if marks else ""


def merged(*labels: Label) -> Label:
    """Put labels together: of each thing, the first that says it."""
    result = Label()
    for label in labels:
        given = {
            field.name: getattr(label, field.name)
            for field in fields(Label)
            if not getattr(result, field.name)
        }
        if result.group or result.pair:
            given.pop("group", None)
            given.pop("pair", None)
        result = replace(result, **given)
    roles = [label.role for label in labels]
    first = ("interval", "change", "ratio")
    deciding = next((role for role in first if role in roles), result.role)
    if deciding == "ratio":
        pair = next((label.pair for label in labels if label.pair), result.pair)
        group = "" if result.group == "all" else result.group
        return replace(result, role=deciding, pair=pair, group=group)
    return replace(result, role=deciding)
