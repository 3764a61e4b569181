from collections.abc import Mapping

from digest.preview.edition import Edition, changed
from digest.preview.pressed import Pressed


def edition(files: Mapping[str, bytes]) -> Edition:
    return Edition(base_path="/", files={path: Pressed.of(content) for path, content in files.items()})


BEFORE = edition({"a.html": b"a", "b.html": b"b", "assets/style.00000000.css": b"x"})


def after(**files: bytes) -> Edition:
    """Make the edition after, with files written with `_` for `.`."""
    return edition(
        {
            "a.html": b"a",
            "b.html": b"b",
            "assets/style.00000000.css": b"x",
            **{name.replace("_", "."): content for name, content in files.items()},
        }
    )


def test_what_came_went_or_differs_has_changed() -> None:
    assert changed(BEFORE, after(b_html=b"other", c_html=b"c")) == {"b.html", "c.html"}
    assert changed(after(c_html=b"c"), BEFORE) == {"c.html"}
    assert changed(BEFORE, after()) == set()


def test_a_page_with_a_style_sheet_of_another_name_is_the_same_page() -> None:
    page = b'<link href="../assets/style.%s.css"><h1>%s</h1>'
    one = edition({"a.html": page % (b"0" * 8, b"A"), "assets/style.00000000.css": b"x"})
    two = edition({"a.html": page % (b"1" * 8, b"A"), "assets/style.11111111.css": b"y"})
    three = edition({"a.html": page % (b"1" * 8, b"B"), "assets/style.11111111.css": b"y"})
    assert changed(one, two) == {"assets/style.00000000.css", "assets/style.11111111.css"}
    assert "a.html" in changed(one, three)
