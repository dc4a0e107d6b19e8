"""Numbers in digits and in words, from the token at which they begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from text_to_num import text2num

from wres.claims.numbers import Number
from wres.claims.tokens import Token

__all__ = ["read_number"]

_UNITS = frozenset(
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ]
)
_SCALES = frozenset({"hundred", "thousand"})
_MINUS = frozenset("-−–")
_HALF = ("and", "a", "half")
# Longer ones are telephones, identifiers, money without its sign.
_MOST_DIGITS = 5


def read_number(tokens: Sequence[Token], place: int) -> Number | None:
    """Read the number that begins at a token, without its unit.

    Examples
    --------
    >>> from wres.claims.tokens import tokenise
    >>> read_number(tokenise("one hundred and forty-three staff"), 0).value
    143.0
    """
    token = tokens[place]
    if token.kind == "number":
        return None if _is_code(token.text) else _digits(token.text, place)
    words = [one.text for one in tokens]
    if token.text == "single":
        return _words(place, place, 1.0)
    scaled = token.text == "a" and words[place + 1 : place + 2] in (["hundred"], ["thousand"])
    return _in_words(words, place) if token.text in _UNITS or scaled else None


def _is_code(text: str) -> bool:
    """Say whether digits are a telephone's or an identifier's."""
    digits = text.lstrip("+-−–")
    leading = len(digits) > 1 and digits[0] == "0"
    return digits.isdigit() and (leading or len(digits) > _MOST_DIGITS)


def _digits(text: str, place: int) -> Number:
    sign = -1 if text[0] in _MINUS else 1 if text[0] == "+" else 0
    digits = text.lstrip("+-−–").replace(",", "")
    decimals = len(digits.partition(".")[2])
    value, half = float(digits), 0.5 * 10**-decimals
    return Number(place, place, value, value - half, value + half, decimals, core=place, sign=sign)


def _words(place: int, last: int, value: float) -> Number:
    return Number(place, last, value, value - 0.5, value + 0.5, form="words", core=place)


def _in_words(words: list[str], place: int) -> Number | None:
    end = place + 1
    while end < len(words) and _goes_on(words, end):
        end += 1
    try:
        value = float(text2num(" ".join(words[place:end]), "en"))
    except ValueError:
        return None
    if words[end : end + 1] == ["point"] and words[end + 1 : end + 2] and words[end + 1] in _UNITS:
        return _with_point(words, place, end, value)
    if tuple(words[end : end + 3]) == _HALF:
        # `Two and a half times`: a factor, with a factor's room.
        number = _words(place, end + 2, value + 0.5)
        return replace(number, form="factor", decimals=1)
    return _words(place, end - 1, value)


def _goes_on(words: list[str], place: int) -> bool:
    following = words[place + 1 : place + 2]
    joined = words[place] == "and" and words[place - 1] in _SCALES and bool(following)
    return words[place] in _UNITS | _SCALES or (joined and following[0] in _UNITS)


def _with_point(words: list[str], place: int, end: int, whole: float) -> Number:
    """Read `one point four eight`."""
    last = end + 1
    while last < len(words) and words[last] in _UNITS:
        last += 1
    decimals = "".join(str(text2num(word, "en")) for word in words[end + 1 : last])
    number = _digits(f"{whole:.0f}.{decimals}", place)
    return replace(number, last=last - 1, form="words")
