"""Pay bands: their order, the groupings that trusts publish, and how both are displayed.

The lists themselves are data (`bands.yml`); a grouping is understood only where it can mean one
thing. `8+` is refused because it may or may not include very senior managers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from wres.definitions.reading import read_definitions

__all__ = [
    "ALL_BANDS",
    "Band",
    "Bands",
    "accepted_bands",
    "band_order",
    "band_title",
    "band_words",
    "is_part_of_another",
    "load_bands",
    "parse_band",
]

ALL_BANDS = "all"

# the two that a title cannot call "band": both stand in `bands.yml` too
_UNDER, _VSM = "under 1", "VSM"

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class NamedBand(_Closed):
    """A band or grouping with a name of its own, and the other words accepted for it."""

    label: str
    title: str
    also: tuple[str, ...] = ()
    part_of: str | None = None


class Bands(_Closed):
    """`bands.yml`: every band, in order."""

    version: int
    agenda_for_change: tuple[str, ...]
    medical: tuple[NamedBand, ...]
    medical_together: NamedBand
    everyone: NamedBand

    @property
    def named(self) -> tuple[NamedBand, ...]:
        """Everything that is called by a name instead of a number."""
        return (*self.medical, self.medical_together, self.everyone)

    @property
    def medical_members(self) -> frozenset[str]:
        """The subgroups that add up to all medical and dental staff."""
        return frozenset(band.label for band in self.medical if band.part_of is None)

    @property
    def everyone_members(self) -> frozenset[str]:
        """The single bands that add up to everyone."""
        return self.medical_members | frozenset(self.agenda_for_change)


@dataclass(frozen=True)
class Band:
    """A band as a table names it, and the single bands that it stands for.

    Parameters
    ----------
    label : str
        The canonical label: `1-4`, `8c-9 and VSM`, `consultant`, `all`.
    members : frozenset of str
        The single bands in it. `1-4` holds bands 1 to 4 and not those under band 1.
    """

    label: str
    members: frozenset[str]


@cache
def load_bands() -> Bands:
    """Read `bands.yml`."""
    return read_definitions("wres.definitions", "bands.yml", Bands)


@cache
def parse_band(label: str) -> Band:
    """Read a band label, single or a published grouping.

    Raises
    ------
    ValueError
        The label is unknown, or could mean more than one thing.

    Examples
    --------
    >>> sorted(parse_band("Bands 8c–9 and VSM").members)
    ['8c', '8d', '9', 'VSM']
    >>> parse_band("Consultants").label
    'consultant'
    """
    folded = _fold(label)
    named = _named_bands().get(folded)
    if named is not None:
        return Band(named.label, _members_of(named))
    runs = [_read_run(part, label) for part in re.sub(r"\bbands? ?", "", folded).split(" and ")]
    members = frozenset[str]().union(*(run.members for run in runs))
    if len(members) < sum(len(run.members) for run in runs):
        raise _unknown(label)
    return Band(" and ".join(run.label for run in runs), members)


def band_order(label: str) -> tuple[int, int]:
    """Give a sort key: Agenda for Change bands, then medical subgroups, then `all`.

    Examples
    --------
    >>> sorted(["all", "trainee", "8a-VSM", "under 1", "5"], key=band_order)
    ['under 1', '5', '8a-VSM', 'trainee', 'all']
    """
    order = _positions()
    band = parse_band(label)
    if band.label == ALL_BANDS:
        return (len(order), 0)
    places = [order[member] for member in band.members]
    return (min(places), max(places))


def band_title(label: str) -> str:
    """Name a band for a reader.

    Examples
    --------
    >>> [band_title(label) for label in ("1-4", "8a-VSM", "5", "under 1", "all")]
    ['Bands 1 to 4', 'Bands 8a to 9 and VSM', 'Band 5', 'Under band 1', 'All bands']
    """
    band = parse_band(label)
    for named in load_bands().named:
        if named.label == band.label:
            return named.title
    return _run_title([one for one in load_bands().agenda_for_change if one in band.members])


def band_words(label: str) -> str:
    """Name a band inside a sentence.

    Examples
    --------
    >>> [band_words(label) for label in ("8a-VSM", "VSM", "under 1")]
    ['bands 8a to 9 and VSM', 'VSM', 'under band 1']
    """
    title = band_title(label)
    return title if title == _VSM else title[:1].lower() + title[1:]


def is_part_of_another(label: str) -> bool:
    """Tell an `of which` line (senior medical managers), which must not be added to the rest."""
    named = _named_bands().get(_fold(label))
    return named is not None and named.part_of is not None


def accepted_bands() -> str:
    """List the labels that a counts table may use."""
    singles = ", ".join(load_bands().agenda_for_change)
    names = ", ".join(band.label for band in load_bands().named)
    return f"{singles}; a run of them such as 1-4, 8a-8b or 8c-9 and VSM; {names}"


def _fold(label: str) -> str:
    text = " ".join(label.translate(_DASHES).split()).casefold()
    return re.sub(r"\s*-\s*| to ", "-", text)


@cache
def _named_bands() -> dict[str, NamedBand]:
    return {word: band for band in load_bands().named for word in (band.label, *band.also)}


@cache
def _positions() -> dict[str, int]:
    bands = load_bands()
    labels = (*bands.agenda_for_change, *(band.label for band in bands.medical))
    return {label: place for place, label in enumerate(labels)}


def _members_of(named: NamedBand) -> frozenset[str]:
    bands = load_bands()
    if named == bands.everyone:
        return bands.everyone_members
    if named == bands.medical_together:
        return bands.medical_members
    return frozenset({named.label})


def _read_run(part: str, label: str) -> Band:
    """Read one band (`5`) or one unbroken run of bands (`under 1-4`)."""
    order = load_bands().agenda_for_change
    spelt = {band.casefold(): band for band in order}
    first, dash, last = part.partition("-")
    if first not in spelt or (dash and last not in spelt):
        raise _unknown(label)
    low = order.index(spelt[first])
    high = order.index(spelt[last]) if dash else low
    if dash and high <= low:
        raise _unknown(label)
    text = f"{order[low]}-{order[high]}" if dash else order[low]
    return Band(text, frozenset(order[low : high + 1]))


def _unknown(label: str) -> ValueError:
    return ValueError(f"unknown band {label!r}: accepted are {accepted_bands()}")


def _run_title(members: list[str]) -> str:
    """Name ordered bands; those under band 1 and very senior managers are named apart."""
    numbered = [band for band in members if band not in (_UNDER, _VSM)]
    parts = ["under band 1"] * (_UNDER in members)
    parts += [_numbered_title(numbered)] * bool(numbered)
    parts += [_VSM] * (_VSM in members)
    title = " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
    return title[0].upper() + title[1:]


def _numbered_title(bands: list[str]) -> str:
    pieces = [f"{run[0]} to {run[-1]}" if len(run) > 1 else run[0] for run in _runs(bands)]
    return ("bands " if len(bands) > 1 else "band ") + " and ".join(pieces)


def _runs(bands: list[str]) -> list[list[str]]:
    """Split ordered bands into unbroken runs."""
    place = _positions()
    runs: list[list[str]] = []
    for band in bands:
        if runs and place[band] == place[runs[-1][-1]] + 1:
            runs[-1].append(band)
        else:
            runs.append([band])
    return runs
