import pytest
from werkzeug.datastructures import Headers
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from digest.preview.gate import is_plain, own_names, refusal

NAMES = own_names("127.0.0.1")
FOREIGN = """
example.org localhost.example.org 127.0.0.1.example.org:8000 localhost. localhost: localhost:80@example.org 192.168.0.1 0.0.0.0
::1 [::1 [::1].example.org [ 127.1 2130706433 localhost,example.org localhost:８
""".split()
ODD = r"""
// //etc/passwd /a//b /..%2fsecret /..%5csecret /../secret /a/../b /%2e%2e/secret /%2E/ /./a /a/.. /a\b /%5c
/index.html?raw /?raw&url /a?b=c&raw ?a=b /a#b /a?b=#c /a%00 /%0d%0aX:%20y /%c0%ae%c0%ae/ /%ff /% /%2 /%zz /a%e2%80%ae
http://localhost/ localhost:8000 *
""".split()


def status(method: str = "GET", **headers: str) -> int:
    """Ask for a page with headers, written with `_` for `-`; 0 is no refusal."""
    given = {name.replace("_", "-"): value for name, value in ({"Host": "localhost:8000"} | headers).items()}
    environ = EnvironBuilder(method=method, headers=Headers(given)).get_environ()
    environ["HTTP_HOST"] = given["Host"]
    return int(refusal(Request(environ), NAMES) or 0)


@pytest.mark.parametrize("host", ["localhost", "LocalHost:8000", "127.0.0.1:9", "[::1]:8000", "[::1]"])
def test_this_machine_may_be_called_by_any_of_its_names(host: str) -> None:
    assert status(Host=host) == 0


@pytest.mark.parametrize("host", ["", *FOREIGN])
def test_other_names_are_refused_against_dns_rebinding(host: str) -> None:
    assert status(Host=host) == 403


def test_further_names_and_the_address_that_is_listened_on_are_own_names() -> None:
    assert own_names("fe80::1", "News.Test") == NAMES | {"[fe80::1]", "news.test"}
    assert own_names("0.0.0.0") == NAMES  # noqa: S104 - nobody is called so


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get"])
def test_a_preview_is_only_read(method: str) -> None:
    assert status(method) == 405
    assert status("HEAD") == 0


@pytest.mark.parametrize(
    "origin",
    ["https://example.org", "http://localhost:3000", "http://localhost", "https://localhost:8000", "null", "", "http://["],
)
def test_a_foreign_origin_is_refused(origin: str) -> None:
    assert status(Origin=origin) == 403


def test_pages_of_the_preview_itself_may_ask() -> None:
    assert status(Origin="http://localhost:8000", Sec_Fetch_Site="same-origin", Sec_Fetch_Mode="cors") == 0


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_may_link_to_a_page_and_no_more(site: str) -> None:
    assert status(Sec_Fetch_Site=site, Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="document") == 0
    assert status(Sec_Fetch_Site=site, Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="iframe") == 403
    for mode, destination in (("no-cors", "image"), ("no-cors", "script"), ("cors", "empty"), ("same-origin", "empty")):
        assert status(Sec_Fetch_Site=site, Sec_Fetch_Mode=mode, Sec_Fetch_Dest=destination) == 403


@pytest.mark.parametrize(
    "target",
    ["/", "/repo/", "/repo/a%20b/index.html", "/assets/style.1234abcd.css?v=1", "/search/?q=a+b&page=2", "/x?q=", "/caf%C3%A9/"],
)
def test_plain_addresses_are_read(target: str) -> None:
    assert is_plain(target)


@pytest.mark.parametrize("target", [*ODD, "/a\0", "/caf\xe9", "", "/a b"])
def test_addresses_that_could_be_read_in_two_ways_are_not(target: str) -> None:
    assert not is_plain(target)
