"""What a user can type or write is documented."""

from pathlib import Path

import msgspec
import pytest

from digest import config
from digest.cli import commands

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"`digest {name}" in README


@pytest.mark.parametrize("key", [field.name for field in msgspec.structs.fields(config._Form)])  # noqa: SLF001 - the keys stand there
def test_every_key_of_the_configuration_is_in_the_readme(key: str) -> None:
    assert f"| `{key}` |" in README
