"""Who is let in: the browser with the cookie, from a page of ours, under a name of ours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wres.preview.access import Access, Asked

ACCESS = Access(8765, token="a-token", session="a-session")
OURS = Asked("127.0.0.1:8765", cookie=ACCESS.session)


@pytest.mark.parametrize("site", ["", "none", "same-origin"])
def test_the_cookie_opens_the_page(site: str) -> None:
    assert ACCESS.lets_in(replace(OURS, site=site))


@pytest.mark.parametrize(
    "changed",
    [
        {"cookie": ""},
        {"cookie": "a-token"},
        {"cookie": "a-sessio"},
        {"host": "evil.example:8765"},
        {"host": "127.0.0.1:8766"},
        {"host": "127.0.0.1"},
        {"host": ""},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "https://127.0.0.1:8765"},
        {"origin": "http://127.0.0.1:8000"},
        {"site": "cross-site"},
        {"site": "same-site"},
    ],
    ids=str,
)
def test_anything_else_is_refused(changed: dict[str, str]) -> None:
    assert not ACCESS.lets_in(replace(OURS, **changed))


def test_the_token_is_good_for_an_entrance_from_a_link_but_not_under_a_foreign_name() -> None:
    assert ACCESS.knows(Asked("127.0.0.1:8765", site="cross-site"), ACCESS.token)
    assert not ACCESS.knows(Asked("127.0.0.1:8765"), "")
    assert not ACCESS.knows(Asked("127.0.0.1:8765"), ACCESS.session)
    assert not ACCESS.knows(Asked("rebound.example:8765"), ACCESS.token)


def test_each_run_has_secrets_of_its_own_that_no_message_holds() -> None:
    one, other = Access(8765), Access(8765)
    assert len({one.token, one.session, other.token, other.session}) == 4
    assert one.token not in repr(one)
    assert one.session not in repr(one)
