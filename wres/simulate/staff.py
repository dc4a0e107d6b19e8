"""The staff of a fictional trust, from one 31 March to the next."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from wres.simulate.assumptions import Assumptions, load_assumptions
from wres.simulate.draws import Draws, Flags, Places, Shares
from wres.simulate.trusts import SimulatedTrust

__all__ = ["PLACES", "StaffYear", "follow", "group_of", "places", "staff_by_year"]

_FTE = {1.0: 0.62, 0.8: 0.13, 0.6: 0.12, 0.5: 0.06, 0.4: 0.04, 0.67: 0.03}
_COUNTED = ("permanent", "fixed_term")
PLACES = ["division", "directorate", "site"]


@dataclass(frozen=True)
class StaffYear:
    """The people of one year to 31 March, one row each.

    Parameters
    ----------
    year : int
        The year that ends on that 31 March.
    people : DataFrame
        All in the record on that day: `person`, `code` (ethnicity as recorded), `actual` (as it
        would be declared), `post`, `band`, `contract`, `status`, `division`, `directorate`,
        `site`, `fte`, `second` ("", "post" or "bank"), `joined`, `promoted`, `abroad`.
    leavers : DataFrame
        Those who left in the year, with the same columns.
    """

    year: int
    people: pd.DataFrame
    leavers: pd.DataFrame

    @property
    def counted(self) -> pd.DataFrame:
        """The staff whom the standard counts: substantive and in post, so not on a career break."""
        people = substantive(self.people)
        return people[people["status"] != "career_break"]


def staff_by_year(trust: SimulatedTrust, first: int, last: int) -> dict[int, StaffYear]:
    """Make a trust's staff for each year; each follows from the one before."""
    staff = begin(trust, first - 1, trust.staff / (1 + load_assumptions().turnover.grow) ** 2)
    years = {}
    for year in range(first, last + 1):
        staff = follow(trust, staff, year)
        years[year] = staff
    return years


def substantive(people: pd.DataFrame) -> pd.DataFrame:
    """Leave out bank, locum and honorary staff."""
    return people[people["contract"].isin(_COUNTED)]


def group_of(codes: pd.Series[str]) -> pd.Series[str]:
    """Give the group of the standard of each code."""
    groups = {code: group for group, codes in load_assumptions().codes.items() for code in codes}
    return codes.map(groups)


def begin(trust: SimulatedTrust, year: int, staff: float) -> StaffYear:
    """Make the staff that a trust begins with, so many of them substantive."""
    draws = trust.draws("staff", year)
    assume = load_assumptions()
    people = _recruit(draws, trust, _with_others(staff), trust.bme_share(year))
    people["person"] = np.arange(1, len(people) + 1)
    return StaffYear(year, _assign(draws, people, assume), people.iloc[:0])


def follow(trust: SimulatedTrust, before: StaffYear, year: int) -> StaffYear:
    """Make a year's staff: some leave, some are promoted or declare anew, others join."""
    draws = trust.draws("staff", year)
    assume = load_assumptions()
    leave = draws.happens(assume.turnover.leave, len(before.people))
    stay = before.people[~leave].copy()
    stay["joined"], stay["abroad"] = False, False
    stay = _declare(draws, _promote(draws, stay, assume), assume)
    wanted = round(len(before.people) * (1 + assume.turnover.grow))
    share = _share_of_joiners(trust.bme_share(year), stay, wanted)
    joiners = _recruit(draws, trust, wanted - len(stay), share)
    first = 1 + int(before.people["person"].max())
    joiners["person"] = np.arange(first, first + len(joiners))
    people = pd.concat([stay, joiners], ignore_index=True)
    return StaffYear(year, _assign(draws, people, assume), before.people[leave])


def _with_others(staff: float) -> int:
    """Add to the substantive staff those on other contracts."""
    contracts = load_assumptions().contracts
    return round(staff / (1 - contracts.bank - contracts.locum - contracts.honorary))


def _recruit(draws: Draws, trust: SimulatedTrust, count: int, share: float) -> pd.DataFrame:
    assume = load_assumptions()
    posts = _named(draws, assume.mix[trust.type], count)
    bands = _bands(draws, posts, assume)
    bme = draws.happens(_chances(posts, bands, share, assume), count)
    actual = np.where(
        bme, _named(draws, assume.codes["BME"], count), _named(draws, assume.codes["White"], count)
    )
    unknown = draws.happens(trust.unknown, count)
    people = pd.DataFrame({"person": 0, "actual": actual, "post": posts, "band": bands})
    people["code"] = np.where(unknown, _named(draws, assume.codes["Unknown"], count), actual)
    people["contract"] = _shares(draws, assume.contracts.model_dump(), "permanent", count)
    people[PLACES] = places(draws, count)
    people["fte"] = _named(draws, _FTE, count).astype(float)
    people["joined"], people["promoted"] = True, False
    nurses = bme & (posts == "nurse") & (bands == "5")
    people["abroad"] = nurses & draws.happens(0.6, count)
    return people


def _named(draws: Draws, weights: dict[str, float] | dict[float, float], count: int) -> np.ndarray:
    names = np.array(list(weights), dtype=object)
    return names[draws.choose(list(weights.values()), count)]


def _shares(draws: Draws, shares: dict[str, float], rest: str, count: int) -> np.ndarray:
    return _named(draws, {**shares, rest: 1 - sum(shares.values())}, count)


def _bands(draws: Draws, posts: np.ndarray, assume: Assumptions) -> np.ndarray:
    bands = np.empty(len(posts), dtype=object)
    for name, post in assume.posts.items():
        these = posts == name
        bands[these] = _named(draws, post.bands, int(these.sum()))
    return bands


def places(draws: Draws, count: int) -> pd.DataFrame:
    """Draw a place for so many: nobody's ethnicity has anything to do with it."""
    assume = load_assumptions()
    division = pd.Series(draws.choose(np.ones(len(assume.divisions)), count))
    directorate = _directorates(draws, division, assume)
    site = draws.choose([0.6, 0.3, 0.1], count)
    return pd.DataFrame({"division": division, "directorate": directorate, "site": site})


def _directorates(draws: Draws, divisions: pd.Series[int], assume: Assumptions) -> Places:
    sizes = np.array([len(one.directorates) for one in assume.divisions])
    places: Places = (draws.uniform(len(divisions)) * sizes[divisions.to_numpy()]).astype(np.int64)
    return places


def _chances(posts: np.ndarray, bands: np.ndarray, share: float, assume: Assumptions) -> Shares:
    """Give each one's chance of being BME: the odds by band, scaled until the share is right."""
    clinical = np.array([assume.posts[post].clinical for post in posts], dtype=bool)
    odds = np.array([assume.band_odds[band] for band in bands], dtype=float)
    odds *= np.where(clinical, 1.0, assume.non_clinical_odds)
    low, high = -12.0, 12.0
    for _ in range(40):
        middle = (low + high) / 2
        scaled = np.exp(middle) * odds
        low, high = (middle, high) if (scaled / (1 + scaled)).mean() < share else (low, middle)
    scaled = np.exp(low) * odds
    return np.asarray(scaled / (1 + scaled), dtype=float)


def _share_of_joiners(aim: float, stay: pd.DataFrame, wanted: int) -> float:
    there = float((group_of(stay["actual"]) == "BME").sum())
    needed = (aim * wanted - there) / (wanted - len(stay))
    return float(np.clip(needed, 0.7 * aim, 0.8))


def _promote(draws: Draws, people: pd.DataFrame, assume: Assumptions) -> pd.DataFrame:
    """Move some up to the next band of their post; BME staff with three chances for four."""
    bme = group_of(people["actual"]) == "BME"
    chance = assume.turnover.promote * np.where(bme, 0.75, 1.0)
    chosen = draws.happens(chance, len(people)) & (people["post"] != "doctor").to_numpy()
    steps = {
        (post, band): after
        for post, one in assume.posts.items()
        for band, after in zip(list(one.bands)[:-1], list(one.bands)[1:], strict=True)
    }
    keys = zip(people["post"], people["band"], strict=True)
    after = np.array([steps.get(key, key[1]) for key in keys], dtype=object)
    people["promoted"] = chosen & (after != people["band"].to_numpy())
    people["band"] = np.where(people["promoted"], after, people["band"])
    return people


def _declare(draws: Draws, people: pd.DataFrame, assume: Assumptions) -> pd.DataFrame:
    """Let some tell their ethnicity at last, and a few take it back."""
    unknown: Flags = (group_of(people["code"]) == "Unknown").to_numpy()
    tell = unknown & draws.happens(assume.turnover.redeclare, len(people))
    hide = ~unknown & draws.happens(assume.turnover.withdraw_ethnicity, len(people))
    told = np.where(tell, people["actual"], people["code"])
    people["code"] = np.where(hide, "Z", told)
    return people


def _assign(draws: Draws, people: pd.DataFrame, assume: Assumptions) -> pd.DataFrame:
    """Draw what is so on the day: status and second assignments."""
    count = len(people)
    people["status"] = _shares(draws, assume.statuses.model_dump(), "active", count)
    regular = people["contract"].isin(_COUNTED).to_numpy()
    people["status"] = np.where(regular, people["status"], "active")
    shares = {"post": assume.second_assignment, "bank": assume.second_bank}
    elsewhere = regular & (people["status"] != "career_break").to_numpy()
    people["second"] = np.where(elsewhere, _shares(draws, shares, "", count), "")
    return people
