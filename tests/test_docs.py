"""What a user can type or write is documented."""

import ast
import re
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import msgspec
import pytest
from click import Context

from digest import config
from digest.cli import COMMANDS, commands
from digest.rules import RULES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONFIGURATION = (ROOT / "docs" / "configuration.md").read_text("utf-8")
CHECKS = (ROOT / "docs" / "checks.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"`digest {name}" in README


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_says_of_itself_what_the_table_says(name: str) -> None:
    command = commands.get_command(Context(commands), name)
    assert command
    assert command.help
    assert " ".join(command.help.split("\n\n")[0].split()) == COMMANDS[name]


def test_the_reference_of_the_commands_is_what_they_say() -> None:
    script = ROOT / "scripts" / "make_cli_docs.py"
    spec = spec_from_file_location("make_cli_docs", script)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.TARGET.read_text("utf-8") == module.reference(), "run python scripts/make_cli_docs.py"


def keys(form: type[msgspec.Struct], above: str = "") -> Iterator[str]:
    """Yield every key of the configuration; one that holds others goes by theirs."""
    for field in msgspec.structs.fields(form):
        inner = field.type
        if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
            yield from keys(inner, f"{above}{field.name}.")
        else:
            yield above + field.name


def test_every_key_of_the_configuration_is_documented_and_no_other() -> None:
    assert re.findall(r"^\| `([a-z_.]+)` \|", CONFIGURATION, re.MULTILINE) == list(keys(config.Form))


def rules_in_use() -> Iterator[str]:
    """Yield every rule that a problem, a doubt or a remark bears in the code."""
    for path in sorted((ROOT / "digest").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Problem", "_problem", "Remark", "Doubt", "warn"}:
                rules = [keyword.value for keyword in node.keywords if keyword.arg == "rule"]
                yield from (str(rule.value) for rule in rules if isinstance(rule, ast.Constant))


def test_every_rule_in_use_is_known() -> None:
    assert set(rules_in_use()) <= set(RULES), "add it to digest/rules.py and docs/checks.md"


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_has_an_anchor_with_its_severity_in_the_documentation(rule: str) -> None:
    found = re.search(rf"^### {rule}\n\n(?P<level>\w+)\. ", CHECKS, re.MULTILINE)
    assert found, "add it to docs/checks.md"
    assert found["level"].lower() == RULES[rule]


def test_no_rule_is_documented_that_does_not_exist() -> None:
    assert set(re.findall(r"^### (\S+)$", CHECKS, re.MULTILINE)) == set(RULES)
