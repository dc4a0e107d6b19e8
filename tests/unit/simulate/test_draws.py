from __future__ import annotations

import numpy as np

from wres.simulate.draws import Draws


def test_the_same_key_draws_the_same_and_another_key_does_not() -> None:
    first, again, other = (Draws(1, "ZZ1", key).uniform(5).tolist() for key in "aab")
    assert first == again
    assert first != other


def test_numbers_are_those_of_every_version_of_numpy() -> None:
    # as numpy 2.4 gives them; another stream would change every committed extract
    assert Draws("fixed").uniform(2).round(6).tolist() == [0.511067, 0.727631]


def test_choice_follows_the_weights_and_never_takes_what_has_none() -> None:
    places = Draws("weights").choose([0.7, 0.0, 0.3], 10_000)
    shares = np.bincount(places, minlength=3) / 10_000
    assert shares[1] == 0
    assert abs(shares[0] - 0.7) < 0.02


def test_some_are_taken_once_each_and_never_more_than_there_are() -> None:
    among = np.arange(10, 15)
    taken = Draws("some").some(among, 3).tolist()
    assert len(set(taken)) == 3
    assert set(taken) <= set(among.tolist())
    assert Draws("some").some(among, 99).tolist() == among.tolist()
    assert Draws("some").some(among, -1).tolist() == []


def test_bell_has_its_middle_and_its_spread() -> None:
    drawn = Draws("bell").bell(20_000, 2.0)
    assert abs(drawn.mean()) < 0.06
    assert abs(drawn.std() - 2.0) < 0.05
