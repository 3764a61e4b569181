import time

import pytest
from builders import attempted
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.text.toml import TomlError, read

TEXT = """title = "x"
  date = 2025-07-10

[source]
name = "y"
[[takeaways]]
text = \"\"\"
text = 3
\"\"\"
[[takeaways]]
a.b = 1.10
"""
TOMLISH = st.lists(
    st.sampled_from([*"[]{}=.,'\"#\n \t-+", "a", "1", "[[a]]", "\n[a]\n", '"""', "\na = ", "true", "1979-05-27", "\0"])
)


def test_each_key_has_its_place() -> None:
    found = read(TEXT)
    places = {path: found.place(path) for path in found.places if path}
    assert places == {
        ("title",): (1, 1),
        ("date",): (2, 3),
        ("source",): (4, 1),
        ("source", "name"): (5, 1),
        ("takeaways",): (6, 1),
        ("takeaways", 0): (6, 1),
        ("takeaways", 0, "text"): (7, 1),
        ("takeaways", 1): (10, 1),
        ("takeaways", 1, "a"): (11, 1),
        ("takeaways", 1, "a", "b"): (11, 1),
    }


def test_dates_stay_text_and_numbers_are_kept_as_they_are_written_too() -> None:
    found = read("d = 2025-07-10\nt = 2025-07-10T09:30:00Z\nn = 1.10\nb = true")
    assert found.value == {"d": "2025-07-10", "t": "2025-07-10T09:30:00+00:00", "n": 1.1, "b": True}
    assert found.written == {"d": "2025-07-10", "t": "2025-07-10T09:30:00+00:00", "n": "1.10", "b": "true"}


@given(st.one_of(st.text(), TOMLISH.map("".join)))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_document_or_a_toml_error_with_a_line_in_it(text: str) -> None:
    found = attempted(lambda: read(text), TomlError)
    lines = [found.line] if isinstance(found, TomlError) else [line for line, _ in found.places.values()]
    assert all(1 <= line <= 1 + len(text.split("\n")) for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 30_000,
        "a" * 60_000,
        " " * 60_000,
        "a." * 30_000 + "b = 1",
        '"""' * 20_000,
        "[a]\n" * 15_000,
        "a=1\n" * 15_000,
    ],
)
def test_malice_costs_no_time(text: str) -> None:
    started = time.process_time()
    attempted(lambda: read(text), TomlError)
    assert time.process_time() - started < 5
