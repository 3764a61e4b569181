import pytest

from digest.text.counts import counts


def counted(text: str, language: str) -> list[tuple[int, bool]]:
    return [(one.value, one.is_bound) for one in counts(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Acht Busse und drei Bahnen rollen", [(3, False)]),  # "acht" is attention too
        ("it", "da due a tre mesi", [(2, False), (3, False)]),
        ("de", "zwei bis drei Monate", [(2, False), (3, False)]),
        ("fr", "moins de dix fautes", [(10, True)]),
        ("fr", "du 3 au 5 mai", []),
        ("es", "del 3 mayo al 5 mayo", []),
        ("pt", "12 barcos e 13 carros", [(12, False)]),
        ("nl", "de bussen rijden door de stad", []),
        ("en", "two ferries", []),
    ],
)
def test_small_counts_of_things_are_found(language: str, text: str, found: list[tuple[int, bool]]) -> None:
    assert counted(text, language) == found


def test_two_numbers_may_count_one_thing() -> None:
    assert {one.thing for one in counts("da due a tre mesi", "it")} == {one.thing for one in counts("due mesi", "it")}
