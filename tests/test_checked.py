import msgspec
import pytest

from digest.checked import convert, refuse_strangers, strangers
from digest.errors import ConfigError
from digest.text.yaml import read


class Feed(msgspec.Struct):
    name: str
    items: int = 10


class Form(msgspec.Struct):
    title: str = ""
    search: bool = False
    feeds: list[Feed] = []


def test_what_is_written_becomes_what_the_form_wants() -> None:
    form = convert(read("title: 2025\nsearch: true\nfeeds: [{name: no, items: 3}]"), Form, ConfigError)
    assert form == Form(title="2025", search=True, feeds=[Feed(name="no", items=3)])


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("title: [x]", 1, "title: text is expected here, not a list"),
        ("title: x\nsearch: sometimes", 2, "search: true or false is expected here, not text"),
        ("feeds:\n  - name: a\n  - items: 3", 3, "feeds.2: the key 'name' is missing"),
        ("feeds:\n  - name: a\n    items: many", 3, "feeds.1.items: a number is expected here, not text"),
        ("- title", 1, "not a list of 'key: value' lines"),
    ],
)
def test_the_first_mistake_is_named_with_its_line_counting_entries_from_one(text: str, line: int, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        convert(read(text), Form, ConfigError)
    assert (caught.value.line, caught.value.message) == (line, message)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("titel: x\ntitle: y\nweather: z", [("titel", "title"), ("weather", "")]),
        ("feeds:\n- {name: a, itmes: 3}\n- {nam: b}", [("itmes", "items"), ("nam", "name")]),
        ("feeds: {name: a}", []),
        ("just text", []),
    ],
)
def test_keys_that_are_not_known_where_they_stand_come_with_the_key_that_was_meant(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [(stranger.key, stranger.meant) for stranger in strangers(read(text), Form)] == found


def test_the_first_such_key_is_refused_with_its_line_and_column() -> None:
    with pytest.raises(ConfigError) as caught:
        refuse_strangers(read("title: x\nfeeds:\n- {name: a, itmes: 3}"), Form, ConfigError)
    assert (caught.value.line, caught.value.column, caught.value.hint) == (3, 13, "did you mean 'items'?")
