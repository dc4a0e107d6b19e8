"""Who the server answers, and with what."""

from __future__ import annotations

import http.client
import socket

import pytest

from tests.preview.serving import Served

REFUSED = "This page needs the address that wres preview has printed.\n"


def test_the_cookie_is_for_this_server_alone_and_out_of_reach_of_scripts(served: Served) -> None:
    answer = served.ask(served.address.partition(f":{served.port}")[2], Cookie="")
    cookie = answer.headers["set-cookie"].split("; ")
    assert cookie[0].startswith(f"wres-preview-{served.port}=")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie)
    assert "RV9" not in answer.text


@pytest.mark.parametrize("path", ["/", "/news", "/preview.js", "/parts/0123.svg", "/nothing"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": ""},
        {"Cookie": "wres-preview=0"},
        {"Host": "rebound.example"},
        {"Origin": "http://evil.example"},
        {"Sec_Fetch_Site": "cross-site"},
    ],
    ids=str,
)
def test_a_request_without_the_cookie_or_from_elsewhere_is_refused(
    served: Served, path: str, headers: dict[str, str]
) -> None:
    answer = served.ask(path, **headers)
    assert (answer.status, answer.text) == (403, REFUSED)
    assert "set-cookie" not in answer.headers


def test_a_wrong_token_is_refused_and_a_right_one_under_a_foreign_name(served: Served) -> None:
    right = served.address.partition(f":{served.port}")[2]
    assert served.ask("/?token=guessed", Cookie="").status == 403
    assert served.ask("/?token=", Cookie="").status == 403
    assert served.ask(right, Cookie="", Host="rebound.example").status == 403


@pytest.mark.parametrize("path", ["/", "/preview.css", "/nothing"])
def test_answers_allow_no_foreign_script_no_frame_and_no_store(served: Served, path: str) -> None:
    headers = served.ask(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


def test_a_picture_by_itself_can_run_nothing(served: Served) -> None:
    image = served.page().select("#fig-ratio-3 img")[0]
    policy = served.ask("/" + str(image["src"])).headers["content-security-policy"]
    assert "sandbox" in policy
    assert "script-src" not in policy


@pytest.mark.parametrize(
    "path", ["/parts/", "/parts/../preview.js", "/..%2f..%2ftrust.yml", "/browser/", "/data/"]
)
def test_no_folder_is_listed_and_no_file_beside_the_page_is_given(
    served: Served, path: str
) -> None:
    answer = served.ask(path)
    assert (answer.status, answer.text) == (404, "404\n")


def test_nothing_can_be_sent_to_it(served: Served) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=20)
    connection.request("POST", "/", body="x", headers={"Cookie": served.cookie})
    response = connection.getresponse()
    assert (response.status, response.read()) == (405, b"405\n")
    connection.close()


@pytest.mark.parametrize(
    ("family", "host"), [(socket.AF_INET6, "::1"), (socket.AF_INET, "127.0.0.2")]
)
def test_it_listens_at_one_address_of_this_machine_alone(
    served: Served, family: socket.AddressFamily, host: str
) -> None:
    with socket.socket(family, socket.SOCK_STREAM) as client:
        client.settimeout(5)
        with pytest.raises(OSError, match=r"refused|assign|unreachable|not supported|timed out"):
            client.connect((host, served.port))
