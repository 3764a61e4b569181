import pytest

from digest.naming import type_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Volodymyr Zelensky", "person"),
        ("Anders Ministry", "organization"),
        ("World Health Organization", "organization"),
        ("Oslo", "place"),
        ("Dr. Jane Smith", "person"),
        ("Mayor Ana Ruiz", "person"),
        ("The Hague", "place"),
        ("The Guardian", "organization"),
        ("climate law", "other"),
        ("", "other"),
        ("Ana Ruiz of Oslo", "other"),
    ],
)
def test_a_name_alone_tells_what_it_names_where_its_words_do(name: str, kind: str) -> None:
    assert type_of(name) == kind
