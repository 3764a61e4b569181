import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.text.encodings import decoded

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0\ufeff"))
MARKS = {"utf-8-sig": b"", "utf-16": b"", "utf-32": b"", "utf-8": b""}


@given(TEXT, st.sampled_from(sorted(MARKS)))
@settings(max_examples=100, deadline=None)
def test_every_unicode_encoding_comes_back_as_its_text(text: str, encoding: str) -> None:
    found = decoded(text.encode(encoding))
    assert (found.text, found.guessed) == (text, False)


def test_what_is_not_utf8_is_read_as_windows_1252_and_said_to_be_guessed() -> None:
    found = decoded("“Zürich” – 5 €".encode("cp1252"))
    assert (found.text, found.encoding, found.guessed) == ("“Zürich” – 5 €", "windows-1252", True)


def test_bytes_without_a_meaning_are_replaced_and_the_rest_is_read() -> None:
    assert decoded(b"\xe9t\xe9 \x81").text == "été �"


def test_all_line_ends_become_line_feeds() -> None:
    assert decoded(b"a\r\nb\rc\nd\r\n").text == "a\nb\nc\nd\n"


@pytest.mark.parametrize("content", [b"a\0b", b"\xef\xbb\xbfa\0", b"a\0b\0", b"\x89PNG\r\n\x1a\n\0\0"])
def test_a_nul_says_that_this_is_no_text(content: bytes) -> None:
    with pytest.raises(ValueError, match="NUL"):
        decoded(content)


@pytest.mark.parametrize("content", [b"\xff\xfea", b"\xfe\xff\xd8\x00", b"\xff\xfe\0\0x\0\0"])
def test_a_broken_utf16_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(ValueError, match="goes on as something else"):
        decoded(content)


def test_utf8_with_a_mark_that_turns_out_not_to_be_utf8_is_refused() -> None:
    with pytest.raises(ValueError, match="begins as utf-8"):
        decoded(b"\xef\xbb\xbf\xe9t\xe9")
