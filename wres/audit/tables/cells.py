"""What one cell of a table holds: figures with words of their own, a label, a sign for none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from wres.audit.printed import Printed, read_printed
from wres.audit.tables.labels import Label, read_label, without_mark

__all__ = ["Part", "is_label", "is_none", "read_parts"]

_NUMBER: Final = re.compile(
    r"""(?<![\w.,/])[↑↓▲▼⬆⬇]?\s?(?:[+−–-]\s?)?
    (?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)
    (?:\s?%(?:\s?(?:points?|pts?)\b)?|\s?(?:percentage\s)?points?\b|\s?ppt?s?\b|\s?x\b|\s?times\b)?
    (?:\s?[↑↓▲▼⬆⬇])?""",
    re.VERBOSE | re.IGNORECASE,
)
_NONE: Final = re.compile(
    r"[*†‡xX.\-–—]+|\[[a-z]\]|[<≤>]\s?\d+|n\s?/?\s?a|nil return|null|not (?:available"
    r"|applicable|published|known)|suppressed|withheld|tbc|no (?:data|members|staff)|",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(
    r"(?<![\d,.£])(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?(?!\d|,\d|\.\d)|\b\d{1,2}(?:st|nd"
    r"|rd|th)?\s(?:of\s)?[A-Z][a-z]{2,8}\b"
    r"|\b\d\d?[/.]\d\d?[/.]\d{2,4}\b|^\d\d/\d\d$|\b[A-Z][a-z]{2}[-'’ ]\d\d\b"
)
_END: Final = r"[-−+]?\d[\d.,]*\s?%?"
_RANGE: Final = re.compile(
    rf"[(\[]?\s*{_END}\s*(?:to|–|—|-)\s*{_END}\s*[)\]]?|{_END} or more|[\d.,]+, no upper limit"
)
# A number after these names a thing.
_NAMING: Final = re.compile(
    r"\b(?:indicators?|metrics?|tables?|figures?|pages?|bands?|questions?|Q|clusters?|section)\s?"
    r"\d+[a-d]?(?:(?:\s?,|\s?&|\sand|\sto|\s?–|\s?-)\s?\d+[a-d]?)*(?![\d.%])",
    re.IGNORECASE,
)
_INTERVAL: Final = re.compile(
    r"\b(?:9\d(?:\.\d)?\s?%\s)?(?:confidence|intervals?|CIs?)\b", re.IGNORECASE
)
# Words beside a figure that leave it a figure.
_MOST_LETTERS: Final = 60


@dataclass(frozen=True)
class Part:
    """One figure of a cell, with what the cell itself says of it.

    `of` is the base of `17/47` or `17 of 47`.
    """

    figure: Printed
    text: str
    label: Label
    of: int | None = None


def is_none(text: str) -> bool:
    """Say whether a cell says that there is no figure."""
    return _NONE.fullmatch(text.strip()) is not None


def is_label(text: str) -> bool:
    """Say whether a cell holds words or a year, and no figure."""
    return bool(text.strip()) and not is_none(text) and not read_parts(text)


def read_parts(text: str) -> list[Part]:
    """Read the figures of a cell: `198 (23.2%)`, `White 20% BME 25%`, `1.48`.

    A sentence with a number in it is no figure, and nor is a year or a pay band.
    """
    text = without_mark(text.strip())
    if not any(mark.isdigit() for mark in _YEARS.sub("", text)) or _names(text):
        return []
    if _RANGE.fullmatch(text) or _INTERVAL.search(text):
        return []
    bare = _NAMING.sub(_blank, _YEARS.sub(_blank, text))
    found = list(_NUMBER.finditer(bare))
    if not found or _is_prose(text, found):
        return []
    joined = _with_base(text, found)
    if joined is not None:
        return joined
    parts, end = [], 0
    for match in found:
        words = text[end : match.start()].strip(" (:=,;")
        figure = read_printed(match[0])
        end = match.end()
        if figure is not None and not _is_interval(text, match):
            figure = _pointed(figure, text[max(0, match.start() - 14) : match.start()])
            parts.append(Part(figure, match[0].strip(), read_label(words) if words else Label()))
    return _after_words(text, found, parts)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _pointed(figure: Printed, before: str) -> Printed:
    """Take the arrow or the word before a figure for its direction: `▲ up 0.6 points`."""
    up = re.search(r"[↑▲⬆]|\b(?:up|increase\w*|rise|rose|higher)\b", before, re.IGNORECASE)
    down = re.search(
        r"[↓▼⬇]|\b(?:down|decrease\w*|fall|fell|lower|reduc\w+)\b", before, re.IGNORECASE
    )
    if figure.arrow or figure.signed or not (up or down):
        return figure
    return replace(figure, arrow=-1 if down else 1, text=f"{'▼' if down else '▲'} {figure.text}")


def _names(text: str) -> bool:
    return (
        bool(
            re.fullmatch(
                r"(?:band|cluster|indicator|metric|table|figure)s?\s.*", text, re.IGNORECASE
            )
        )
        and not ("%" in text or "." in text)
    ) or bool(
        re.fullmatch(
            r"8\s?[a-d](?:\s?[-–to]+\s?(?:9|8\s?[a-d]|VSM))?|\d\s?[-–]\s?\d[a-d]?|\d\+"
            r"|8[a-d]\+",
            text,
            re.IGNORECASE,
        )
    )


def _is_prose(text: str, found: list[re.Match[str]]) -> bool:
    letters = re.sub(r"[^A-Za-z]", "", _NUMBER.sub("", text))
    return len(letters) > _MOST_LETTERS or (
        len(letters) > 12 * max(len(found), 1)
        and not re.search(
            r"white|ba?me|unknown|average|median|likely|points|england|national|benchmark|region",
            text,
            re.IGNORECASE,
        )
    )


def _with_base(text: str, found: list[re.Match[str]]) -> list[Part] | None:
    """Read `17/47`, `17 of 47 (36.2%)`, `17 out of 47`."""
    match = re.match(r"([\d,]+)\s*(?:/|of|out of)\s*([\d,]+)\b(?!\s*%)(.*)", text)
    if match is None or _YEARS.fullmatch(match[0].strip()):
        return None
    base = int(match[2].replace(",", ""))
    first = read_printed(match[1])
    rest = [read_printed(one[0]) for one in _NUMBER.finditer(match[3])]
    figures = [one for one in (first, *rest) if one is not None]
    return [Part(figure, figure.text, Label(), of=base) for figure in figures]


def _is_interval(text: str, match: re.Match[str]) -> bool:
    """Say whether a number is an end of a range printed beside a figure: `1.48 (1.1 to 2.0)`."""
    before, after = text[: match.start()], text[match.end() :]
    return bool(
        (
            re.match(r"\s*(?:to|–|-|,)\s*\d+(?:\.\d+)?%?\s*[)\]]", after)
            and re.search(r"[(\[][^)\]]*$", before)
        )
        or re.search(r"[(\[]\s*(?:95% ?CI:?)?\s*\d+(?:\.\d+)?%?\s*(?:to|–|-|,)\s*$", before)
    )


def _after_words(text: str, found: list[re.Match[str]], parts: list[Part]) -> list[Part]:
    """Take labels that follow their figures: `25% BME, 20% White`."""
    if not parts or len(parts) != len(found) or any(not part.label.is_blank for part in parts[:1]):
        return parts
    ends = [match.start() for match in found[1:]] + [len(text)]
    after = [
        read_label(text[match.end() : end].strip(" ,;()"))
        for match, end in zip(found, ends, strict=True)
    ]
    named = all(label.group or label.pair for label in after)
    if len(parts) == 1 and (after[0].comparator or after[0].year or named):
        return [Part(parts[0].figure, parts[0].text, after[0], parts[0].of)]
    if len(parts) > 1 and named:
        return [Part(p.figure, p.text, label, p.of) for p, label in zip(parts, after, strict=True)]
    return parts
