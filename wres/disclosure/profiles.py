"""Profiles: what may be shown of each source, at each level, and the policy in words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from wres.definitions.reading import read_definitions

__all__ = ["PROFILES", "Level", "Profile", "Rule", "load_profile", "policy"]

PROFILES = ("public", "internal")
Level = Literal["trust", "part"]
Source = Literal["workforce", "recruitment", "disciplinary", "training", "staff_survey", "board"]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Rule(_Closed):
    """What may be shown at one level of one source (see `profiles.yml`)."""

    shown: bool = False
    because: str = ""
    from_people: Annotated[int, Field(ge=0)] = 0
    threshold: Annotated[int, Field(ge=0)] = 0
    rounding: Annotated[int, Field(ge=1)] = 1
    zero: Literal["shown", "withheld"] = "shown"
    symbol: Literal["[c]"] = "[c]"
    secondary: bool = True
    protection: Annotated[int, Field(ge=0)] = 0

    def is_small(self, count: int) -> bool:
        """Tell whether a count is too small to show."""
        if self.shown or count >= self.threshold:
            return False
        return count > 0 or (count == 0 and self.zero == "withheld")

    def rounded(self, count: int) -> int:
        """Round a count half up to a multiple of `rounding`."""
        return (2 * count + self.rounding) // (2 * self.rounding) * self.rounding


EVERYTHING = Rule(shown=True)


class Profile(_Closed):
    """A named set of rules; a source without rules is shown as it is."""

    title: str
    sources: dict[Source, dict[Level, Rule]]

    def rule(self, source: str, level: Level = "trust") -> Rule:
        """Give the rule of a source at a level."""
        return self.sources.get(source, {}).get(level, EVERYTHING)  # type: ignore[call-overload,no-any-return]

    def for_people(self, people: int) -> Profile:
        """Give the rules for a workforce of so many: of few, the whole is no better than a part."""
        sources = {
            source: {
                level: levels.get("part", rule) if people < rule.from_people else rule
                for level, rule in levels.items()
            }
            for source, levels in self.sources.items()
        }
        return self.model_copy(update={"sources": sources})

    def without_secondary(self) -> Profile:
        """Give the same profile without secondary suppression: unsafe, to test an attack with."""
        sources = {
            source: {
                level: rule.model_copy(update={"secondary": False})
                for level, rule in levels.items()
            }
            for source, levels in self.sources.items()
        }
        return self.model_copy(update={"sources": sources})


class Profiles(_Closed):
    """`profiles.yml`."""

    version: str
    profiles: dict[str, Profile]


@cache
def load_profiles() -> Profiles:
    """Read `profiles.yml`."""
    return read_definitions("wres.disclosure", "profiles.yml", Profiles)


def load_profile(name: str) -> Profile:
    """Give a profile by its name.

    Raises
    ------
    KeyError
        There is none of that name.
    """
    return load_profiles().profiles[name]


_NOUNS = {
    ("workforce", "trust"): "the whole workforce by ethnic group",
    ("workforce", "part"): "staff by pay band and staff group",
    ("recruitment", "trust"): "applicants shortlisted and appointed",
    ("disciplinary", "trust"): "staff entering the formal disciplinary process",
    ("training", "trust"): "staff accessing training and CPD",
    ("staff_survey", "trust"): "the staff survey",
    ("board", "trust"): "the board",
}


def policy(profile: Profile) -> tuple[str, ...]:
    """Say in sentences what a profile shows and what it withholds."""
    return tuple(_sentences(profile))


def _sentences(profile: Profile) -> Iterator[str]:
    alike: dict[Rule, list[str]] = {}
    for (source, level), noun in _NOUNS.items():
        rule = profile.rule(source, level)  # type: ignore[arg-type]
        if source in profile.sources:
            alike.setdefault(rule, []).append(noun)
    for rule, nouns in alike.items():
        yield _sentence(rule, _listed(nouns))


def _listed(nouns: list[str]) -> str:
    text = " and ".join(filter(None, (", ".join(nouns[:-1]), nouns[-1])))
    return text[:1].upper() + text[1:]


def _sentence(rule: Rule, nouns: str) -> str:
    if rule.shown:
        return f"{nouns}: shown whatever their size, because {rule.because}."
    if not rule.protection:
        return (
            f"{nouns}: figures of fewer than {rule.threshold} people, or of a number that is not "
            "known, are withheld."
        )
    low = 0 if rule.zero == "withheld" else 1
    text = (
        f"{nouns}: counts from {low} to {rule.threshold - 1} are withheld, and all that is about "
        f"fewer than {rule.threshold} people"
    )
    if rule.secondary:
        text += (
            "; so are further counts beside them, until every withheld count could be any of "
            f"at least {rule.protection + 1} numbers, or any up to a smaller total that is shown"
        )
    if rule.rounding > 1:
        text += f"; other counts are rounded to the nearest {rule.rounding}"
    return f"{text}."
