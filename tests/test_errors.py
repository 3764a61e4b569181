import pytest

from digest.errors import ConfigError, DigestError, RefusedError, SourceError


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (SourceError("wrong", path="a.md", line=3, hint="mend it"), "a.md:3: wrong; mend it"),
        (ConfigError("wrong", path="a.yaml", line=3, column=7), "a.yaml:3:7: wrong"),
        (SourceError("wrong", path="a.md"), "a.md: wrong"),
        (SourceError("wrong", line=3), "wrong"),
        (ConfigError("wrong", hint="mend it"), "wrong; mend it"),
    ],
)
def test_an_error_says_where_what_and_what_to_do(error: DigestError, message: str) -> None:
    assert str(error) == message


def test_every_kind_of_error_has_its_exit_code() -> None:
    assert [kind.exit_code for kind in (DigestError, SourceError, ConfigError, RefusedError)] == [1, 1, 2, 3]
