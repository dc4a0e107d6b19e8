"""What a report was made of, by hash."""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from wres import stamps

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]


def digest_where(monkeypatch: pytest.MonkeyPatch, asked: list[str] | None) -> str:
    """Work the digest out where the package's metadata ask for this, or where there are none."""

    def requires(name: str) -> list[str]:
        if asked is None:
            raise PackageNotFoundError(name)
        return asked

    monkeypatch.setattr(stamps, "requires", requires)
    return stamps.library_digest.__wrapped__()


def test_checkout_that_is_not_installed_counts_the_versions_of_what_it_asks_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    extras = [one for extra in PROJECT["optional-dependencies"].values() for one in extra]
    installed = digest_where(monkeypatch, [*PROJECT["dependencies"], *extras])
    assert digest_where(monkeypatch, None) == installed
    assert digest_where(monkeypatch, PROJECT["dependencies"][1:]) != installed
