from collections.abc import Iterator
from threading import Thread

import msgspec

from digest.preview.edition import Edition
from digest.preview.pressed import Pressed
from digest.preview.stage import Stage

A, B, OTHER = map(Pressed.of, (b"a", b"b", b"other"))
FIRST = Edition(base_path="/", files={"a.html": A, "b.html": B})
SECOND = Edition(base_path="/", files={"a.html": OTHER, "b.html": B}, headline="Look", marks={"b.html": "Draft"})


def reloads(messages: Iterator[bytes]) -> bool:
    """Read one message, and say whether its page is to be loaded anew."""
    found = msgspec.json.decode(next(messages).removeprefix(b"data: "))
    return bool(found["reload"])


def test_only_who_shows_a_page_that_changed_is_told_to_load_it_anew() -> None:
    stage = Stage(FIRST, revision=5)
    one, other = stage.messages("a.html", 5, 9), stage.messages("b.html", 5, 9)
    assert [reloads(one), reloads(other)] == [False, False]
    assert stage.show(SECOND) == {"a.html"}
    assert [reloads(one), reloads(other)] == [True, False]


def test_who_missed_a_change_is_told_on_coming_back() -> None:
    stage = Stage(FIRST, revision=5)
    stage.show(SECOND)
    assert reloads(stage.messages("a.html", 5, 9))
    assert not reloads(stage.messages("a.html", 6, 9))


def test_a_page_of_a_preview_that_ended_is_loaded_anew() -> None:
    assert reloads(Stage(FIRST, revision=500).messages("a.html", 77, 9))


def test_an_edition_that_is_the_same_is_no_news() -> None:
    stage = Stage(FIRST, revision=5)
    messages = stage.messages("a.html", 5, 0.01)
    next(messages)
    stage.show(Edition(base_path="/", files=dict(FIRST.files)))
    assert next(messages).startswith(b":")
    assert stage.shown.revision == 5


def test_who_waits_is_woken() -> None:
    stage = Stage(FIRST, revision=5)
    messages = stage.messages("a.html", 5, 60)
    next(messages)
    found: list[bool] = []
    waiting = Thread(target=lambda: found.append(reloads(messages)))
    waiting.start()
    stage.show(SECOND)
    waiting.join(5)
    assert found == [True]
