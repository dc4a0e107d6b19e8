"""The ethnic origin of one person, as staff, recruitment and case systems write it.

A whole code at the start is read first, then a table of words; what neither knows is refused. The
first letter of a word is never looked at: *Asian*, *Black* and *Not stated* would become White
British, Irish and African. The lists are data (`ethnic_codes.yml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from wres.definitions.ethnicity import read_group
from wres.definitions.reading import read_definitions

__all__ = [
    "EthnicCodes",
    "Ethnicity",
    "fold_words",
    "is_legacy_code",
    "load_ethnic_codes",
    "national_category",
    "nearest_category",
    "read_ethnicity",
]

Basis = Literal["verified", "unverified"]

_DASHES: Final = "\\-‐‑‒–—−"
_TOKEN: Final = re.compile(
    rf"([A-Za-z0-9]{{1,2}})(?:$|(?P<gap>\s*[{_DASHES}:]\s*|\s+)(?P<rest>.*))"
)
_NUMBERED: Final = re.compile(r"[A-HJ-NPRS][0-9]")
# the shortest words beside a code are of three letters; less is an abbreviation (N A, N K)
_SHORTEST_WORD: Final = 3
# from here on a word is taken for a misspelt one
_ALIKE: Final = 0.75


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Family(_Closed):
    """Words that go with several categories."""

    name: str
    group: str
    alone: str | None
    words: tuple[str, ...]


class Category(_Closed):
    """A national code, the category of the 2001 census it stands for, and words for it."""

    code: str
    group: str
    detail: str
    families: tuple[str, ...]
    basis: Basis
    words: tuple[str, ...]
    with_family: tuple[str, ...] = ()


class Subdivision(_Closed):
    """A code of two characters; the first is that of its category."""

    code: str
    name: str
    basis: Basis
    word: bool = True


class LegacyCode(_Closed):
    """A number from before the codes of letters."""

    code: str
    group: str
    detail: str
    basis: Basis


class EthnicCodes(_Closed):
    """`ethnic_codes.yml`."""

    version: int
    families: tuple[Family, ...]
    categories: tuple[Category, ...]
    subdivisions: tuple[Subdivision, ...]
    legacy: tuple[LegacyCode, ...]


@dataclass(frozen=True)
class Ethnicity:
    """What was read.

    Parameters
    ----------
    group : str
        `White`, `BME` or `Unknown`.
    code : str or None
        The code: as written, or that of the words; None where words name only a wider group.
    detail : str
        The detailed group: the category of the national code, whatever its second character.
    """

    group: str
    code: str | None
    detail: str


@cache
def load_ethnic_codes() -> EthnicCodes:
    """Read `ethnic_codes.yml`."""
    return read_definitions("wres.definitions", "ethnic_codes.yml", EthnicCodes)


def read_ethnicity(text: str, local: Mapping[str, str] | None = None) -> Ethnicity:
    """Read the ethnic origin of one person.

    Parameters
    ----------
    text : str
        A code (`A`, `C2`), a code and words (`A - White - British`), or words; blank is unknown.
    local : mapping, optional
        A trust's own words or codes, each with `White`, `BME`, `Unknown` or a code; they go first.

    Raises
    ------
    ValueError
        It is not recognised, or code and words name different groups.

    Examples
    --------
    >>> read_ethnicity("GF - Other Mixed")
    Ethnicity(group='BME', code='GF', detail='Mixed - Any other mixed background')
    >>> read_ethnicity("Asian").group, read_ethnicity("Not stated").group
    ('BME', 'Unknown')
    """
    meant = _meant_locally(text, local or {})
    if meant is not None:
        return meant
    if not text.strip():
        return _codes()["99"]
    found = _read_code(text.strip()) or _words().get(fold_words(text)) or _read_group(text)
    if found is None:
        raise ValueError(f"ethnic origin {text!r} is not recognised")
    return found


def national_category(name: str, group: str, local: Mapping[str, str] | None = None) -> str | None:
    """Give the category of the national codes that the name of a detailed group means.

    None where it means no category of `group`, or only a part of one.

    Examples
    --------
    >>> national_category("Indian", "BME"), national_category("Polish", "White")
    ('Asian or Asian British - Indian', None)
    """
    try:
        found = read_ethnicity(name, local)
    except ValueError:
        return None
    whole = any(found.code == one.code for one in load_ethnic_codes().categories)
    return found.detail if whole and found.group == group else None


def nearest_category(name: str, group: str) -> str | None:
    """Give the category that a name is a part of, else that of the most alike words.

    None where no words are alike, or where they are of the other group.

    Examples
    --------
    >>> nearest_category("Polish", "White"), nearest_category("Indain", "BME")
    ('White - Any other White background', 'Asian or Asian British - Indian')
    """
    words = {word: one for word, one in _words().items() if one.code}
    near = get_close_matches(fold_words(name), words, n=1, cutoff=_ALIKE)
    found = words[near[0]] if near else None
    return found.detail if found is not None and found.group == group else None


def is_legacy_code(code: str | None) -> bool:
    """Tell a number of the 1991 census, which another system may use for another group."""
    return code in _legacy_codes()


@cache
def _legacy_codes() -> frozenset[str]:
    return frozenset(one.code for one in load_ethnic_codes().legacy if one.group != "Unknown")


def fold_words(text: str) -> str:
    """Fold what writers of one word differ in: case, punctuation, `&`, `/` and blanks.

    Examples
    --------
    >>> fold_words("Mixed – White & Asian"), fold_words("Asian/Asian British: Indian")
    ('mixed white and asian', 'asian asian british indian')
    """
    plain = text.casefold().replace("&", " and ").replace("'", "").replace("’", "")
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


def _meant_locally(text: str, local: Mapping[str, str]) -> Ethnicity | None:
    for word, meaning in local.items():
        if word.strip().casefold() == text.strip().casefold():
            return _read_meaning(word, meaning)
    return None


def _read_meaning(word: str, meaning: str) -> Ethnicity:
    found = _codes().get(meaning.strip().upper()) or _read_group(meaning)
    if found is None:
        raise ValueError(
            f"ethnic origin {word!r} is given the meaning {meaning!r} in trust.yml, which is "
            "neither White, BME, Unknown nor a code"
        )
    return found


def _read_code(text: str) -> Ethnicity | None:
    """Read a whole code at the start; what follows it may not name another group."""
    token = _TOKEN.fullmatch(text)
    if token is None:
        return None
    found = _code_of(token[1].upper())
    rest = (token["rest"] or "").strip()
    if found is None or not _may_be_code(token, rest):
        return None
    if rest:
        _require_agreement(text, found, rest)
    return found


def _code_of(code: str) -> Ethnicity | None:
    """Look a code up; the second character is local, and a figure there cannot be a word's."""
    listed = _codes().get(code)
    if listed is None and _NUMBERED.fullmatch(code):
        first = _codes()[code[0]]
        return Ethnicity(first.group, code, first.detail)
    return listed


def _may_be_code(token: re.Match[str], rest: str) -> bool:
    """Tell a code from a short word: small letters are a code only alone or before a dash."""
    if not rest:
        return True
    return token[1] == token[1].upper() or not (token["gap"] or "").isspace()


def _require_agreement(text: str, found: Ethnicity, rest: str) -> None:
    if len(fold_words(rest)) < _SHORTEST_WORD:
        raise ValueError(f"ethnic origin {text!r} is not recognised")
    words = _words().get(fold_words(rest)) or _read_group(rest)
    if words is None and found.code in _legacy():
        raise ValueError(f"ethnic origin {text!r} is not recognised")
    if words is not None and words.group != found.group:
        raise ValueError(
            f"ethnic origin {text!r} names two groups: code {found.code} is {found.group}, "
            f"the words are {words.group}"
        )


def _read_group(text: str) -> Ethnicity | None:
    """Read the name of a whole group (`BME`), where a system holds no more than that."""
    try:
        group = read_group(text)
    except ValueError:
        return None
    if group == "Unknown":
        return _codes()["99"]
    return Ethnicity(group, None, f"{group} - not specified")


@cache
def _codes() -> dict[str, Ethnicity]:
    codes = {one.code: one for one in load_ethnic_codes().categories}
    found = {one.code: Ethnicity(one.group, one.code, one.detail) for one in codes.values()}
    for part in load_ethnic_codes().subdivisions:
        whole = codes[part.code[0]]
        found[part.code] = Ethnicity(whole.group, part.code, whole.detail)
    return found | _legacy()


@cache
def _legacy() -> dict[str, Ethnicity]:
    legacy = load_ethnic_codes().legacy
    return {one.code: Ethnicity(one.group, one.code, one.detail) for one in legacy}


@cache
def _words() -> dict[str, Ethnicity]:
    return {fold_words(word): meaning for word, meaning in _word_list()}


def _word_list() -> Iterator[tuple[str, Ethnicity]]:
    """Yield every accepted word, alone and with its families; the more precise come last."""
    codes = load_ethnic_codes()
    for family in codes.families:
        if family.alone:
            meaning = Ethnicity(family.group, None, family.alone)
            yield from ((word, meaning) for word in family.words)
    for part in codes.subdivisions:
        if part.word:
            category = next(one for one in codes.categories if one.code == part.code[0])
            yield from _with_families(category, (part.name,), _codes()[part.code])
            yield part.name, _codes()[part.code]
    for category in codes.categories:
        meaning = _codes()[category.code]
        yield from ((word, meaning) for word in (category.detail, *category.words))
        yield from _with_families(category, (*category.words, *category.with_family), meaning)


def _with_families(
    category: Category, words: tuple[str, ...], meaning: Ethnicity
) -> Iterator[tuple[str, Ethnicity]]:
    for family in load_ethnic_codes().families:
        if family.name in category.families:
            for beside in family.words:
                for word in words:
                    yield f"{beside} {word}", meaning
                    yield f"{word} {beside}", meaning
