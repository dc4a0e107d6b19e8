"""Chapters of real trusts, and what hand-made ones are built from."""

from __future__ import annotations

from hashlib import sha256
from types import SimpleNamespace

import pytest
from matplotlib.text import Text

from tests.gallery import made
from tests.gallery.special import real
from tests.gallery.states import STATES


def digests():
    """A digest of one picture of each chart; PNG only of two, which take longer."""
    states = [state for state in STATES if state.endswith(": extreme")]
    pictures = {f"{state} svg": STATES[state]().svg.encode() for state in states}
    pictures |= {f"{state} png": STATES[state]().png for state in states[:2]}
    return [f"{name} {sha256(picture).hexdigest()}" for name, picture in pictures.items()]


@pytest.fixture(name="digests")
def fixture_digests():
    return digests()


@pytest.fixture
def ryv():
    return real("RYV", 2020)


@pytest.fixture
def rv9():
    return real("RV9", 2021)


@pytest.fixture
def make():
    """What hand-made chapters are built from."""
    builders = {name: getattr(made, name) for name in made.__all__}
    return SimpleNamespace(chapter=made.chapter_of, **builders)


@pytest.fixture
def words_of():
    """The texts of a picture, in the order in which they were written."""
    return lambda figure: [text.get_text() for text in figure.drawing.findobj(Text)]


@pytest.fixture
def labelled():
    """The artists of a picture that bear a label."""
    return lambda figure, label: figure.drawing.findobj(
        lambda artist: not isinstance(artist, Text) and artist.get_label() == label
    )
