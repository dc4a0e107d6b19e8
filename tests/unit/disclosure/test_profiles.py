"""Profiles are data, closed and complete, and the report's policy is written from them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from wres.disclosure import load_profile, policy
from wres.disclosure.profiles import Profile, load_profiles


def test_every_profile_that_a_trust_may_choose_exists() -> None:
    assert set(load_profiles().profiles) == {
        "public",
        "public, rounded",
        "public, as returned",
        "internal",
    }


def test_unknown_rule_is_refused() -> None:
    with pytest.raises(ValidationError, match="treshold"):
        Profile.model_validate({"title": "x", "sources": {"workforce": {"part": {"treshold": 5}}}})


def test_policy_names_threshold_protection_and_why_figures_are_shown() -> None:
    sentences = policy(load_profile("public"))
    assert sentences[0].startswith("The whole workforce by ethnic group: shown whatever their size")
    small = next(one for one in sentences if one.startswith("Staff by pay band"))
    assert "counts from 1 to 4 are withheld" in small
    assert "at least 4 numbers" in small
    assert any("fewer than 11 people" in one for one in sentences)
    assert any(one.startswith("The board") for one in sentences)


def test_internal_profile_has_no_policy_to_state() -> None:
    assert policy(load_profile("internal")) == ()
