import pytest

from digest.text.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Żółć “東京” 😀 [b]", "Żółć “東京” 😀 [b]"),
        ("\x1b[2Jgone", "\\x1b[2Jgone"),
        ("one\ntwo\u2028three\x85", "one\\ntwo\\u2028three\\x85"),
        ("a\u202eb\u2066", "a\\u202eb\\u2066"),
    ],
)
def test_what_a_terminal_would_obey_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown
