"""The phrases that one report adds to the lexicon, and the official wording that claims nothing."""

from __future__ import annotations

from wres.chapters.reading import Chapter
from wres.claims.facts import comparator_kind
from wres.claims.shown import Shown
from wres.definitions.comparators import LOCAL_POPULATION
from wres.definitions.geographies import load_geographies
from wres.definitions.indicators import indicators

__all__ = ["official_wordings", "own_words"]


def own_words(chapter: Chapter, shown: Shown) -> list[tuple[str, str, str]]:
    """Give the phrases that one report adds: its term, its comparators, its detailed groups."""
    words = [(chapter.facts.term, "group", "BME")]
    for fact in shown.facts:
        if fact.name:
            kind = comparator_kind(fact.name)
            for phrase in _names(fact.name):
                words.append((phrase, "comparator", kind))
        if " - " in fact.group:
            words += [(phrase, "group", fact.group) for phrase in _detailed(fact.group)]
    known = {phrase.casefold() for phrase, kind, _ in words if kind == "comparator"}
    for region in load_geographies().regions:
        if region.name.casefold() not in known:
            words.append((region.name, "comparator", region.name))
    return list(dict.fromkeys(words))


def _names(name: str) -> list[str]:
    short = name.partition(",")[0]
    if short.startswith(LOCAL_POPULATION):
        area = short.removeprefix(LOCAL_POPULATION)
        # `Riverside (fictional)` is Riverside to those who write of it.
        plain = area.partition(" (")[0]
        names = [
            name
            for one in (area, plain)
            for name in (
                *(f"population of {one}", f"population of the {one}"),
                *(f"{one} population", one),
            )
        ]
        return [short, *dict.fromkeys(names)]
    return [short, short.removesuffix(" region")]


def _detailed(group: str) -> list[str]:
    last = group.rpartition(" - ")[2]
    return [group] if last.casefold().startswith("any other") else [group, last]


def official_wordings() -> list[str]:
    """Give the indicators' wordings, in lower case."""
    return [wording.text.casefold() for record in indicators() for wording in record.wording]
