import pytest

from digest.text.web import web_address


@pytest.mark.parametrize(
    "text", ["https://example.com/?a=1&b=2#c", "http://[::1]:8000/", "HTTPS://Example.com", "https://bücher.example/ü"]
)
def test_full_addresses_are_kept_as_they_are(text: str) -> None:
    assert web_address(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/a",
        "//example.com/",
        "javascript:alert(1)",
        "mailto:a@example.com",
        "http://",
        "http://[::1",
        "https://a b/",
        'https://a/"><x',
    ],
)
def test_whatever_else_is_written_is_none(text: str) -> None:
    assert not web_address(text)
