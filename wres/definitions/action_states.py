"""What the status of an action says: complete, on track, some delay, ... (`action_states.yml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from wres.definitions.reading import read_definitions

__all__ = ["State", "StateName", "load_states", "state_of"]

StateName = Literal["complete", "on track", "some delay", "off track", "not started", "stopped"]

# A status often goes on after its word: 'Complete - March 2023'. 'Complete by March' is none yet.
_GOES_ON = re.compile(r"\s*(?:[:;,.(\n]|\s[-–—])")
# A tick beside a word says no more than the word.
_TICKS = re.compile(r"[✓✔✅☑\ufe0f]+")
# What takes 'complete' back, in what a status goes on with: 'Complete - not evaluated'.
_TAKES_BACK = re.compile(
    r"n['\u2019]t\b|\b(?:no|not|nor|never|cannot|without|lack|except|but|although|partly|partial\w*"
    r"|in part|outstanding|remain\w*|await\w*|pending|to follow|ongoing|delay\w*|defer\w*"
    r"|postpon\w*|paus\w*|suspend\w*|moved|merged|carried|replaced|fail\w*|un(?:able|met|funded"
    r"|achieved|finished|resolved))\b"
)
_ENDS = re.compile(
    r"\b(?:withdrawn|withdrew|cancel\w*|supersed\w*|stopped|dropped|abandon\w*|discontinu\w*"
    r"|reject\w*|declin\w*|unfunded|unable|no longer|lack of|(?:no|not|without) (?:the )?"
    r"(?:fund\w*|budget|resource\w*|capacity|pursued|achieved|approved|agreed|supported))\b"
)
_NOTHING_LEFT = re.compile(r"\b(?:no|nothing) (?:further|more|outstanding)\b(?: \w+)?")
# Such an action is over, whatever came of it.
_CLOSED = "closed"


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class State(_Closed):
    """A state of an action; a `closed` one needs no more work."""

    name: StateName
    title: str
    symbol: str
    colour: str
    closed: bool
    words: tuple[str, ...]


class States(_Closed):
    """`action_states.yml`."""

    version: int
    states: tuple[State, ...]


@cache
def load_states() -> tuple[State, ...]:
    """Read the states, from complete to stopped."""
    return read_definitions("wres.definitions", "action_states.yml", States).states


def state_of(status: str, own: Mapping[str, str] | None = None) -> State | None:
    """Tell the state of an action from its status as written; None where that is not known.

    Parameters
    ----------
    status : str
        As in the register.
    own : mapping of str to str, optional
        A trust's own words, each with the name of a state; they go first.

    Examples
    --------
    >>> state_of("Completed - March 2023").name, state_of("AMBER").name, state_of("Complete by May")
    ('complete', 'some delay', None)
    >>> state_of("Closed - funding withdrawn").name, state_of("Complete, but not evaluated")
    ('stopped', None)
    """
    written = _folded(_TICKS.sub(" ", status))
    named = {one.name: one for one in load_states()}
    words = {_folded(word): named[name] for word, name in (own or {}).items()}  # type: ignore[index]
    words = _words() | words
    fitting = [word for word in words if _says(written, word)]
    if not fitting:
        return None
    word = max(fitting, key=len)
    return _as_it_goes_on(words[word], word, written.removeprefix(word))


def _as_it_goes_on(state: State, word: str, rest: str) -> State | None:
    """Take a word for less than complete where what follows takes it back."""
    bare = _NOTHING_LEFT.sub("", rest)
    if state.name != "complete" or not (_TAKES_BACK.search(bare) or _ENDS.search(bare)):
        return state
    stopped = word == _CLOSED and _ENDS.search(bare)
    return next(one for one in load_states() if one.name == "stopped") if stopped else None


def _says(written: str, word: str) -> bool:
    rest = written.removeprefix(word)
    return written.startswith(word) and (not rest or bool(_GOES_ON.match(rest)))


def _folded(word: str) -> str:
    return re.sub(" +", " ", word.casefold()).strip()


@cache
def _words() -> dict[str, State]:
    return {word: state for state in load_states() for word in (state.name, *state.words)}
