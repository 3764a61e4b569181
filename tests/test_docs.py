"""What a user can type or write is documented."""

import ast
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec
import pytest
from click import Context

from digest import config, pages, render
from digest.cli import COMMANDS, commands
from digest.model.site import Site
from digest.rules import RULES
from digest.theme.files import default_folder
from digest.views.issues import IssueView

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONFIGURATION = (ROOT / "docs" / "configuration.md").read_text("utf-8")
TEMPLATES = (ROOT / "docs" / "templates.md").read_text("utf-8")
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


def field_names(kind: type) -> list[str]:
    """Return the fields of a frozen value; records that pages write as data are not frozen, and not shown to templates."""
    if is_dataclass(kind):
        return [field.name for field in fields(kind)]
    is_frozen_struct = issubclass(kind, msgspec.Struct) and kind.__struct_config__.frozen
    return [field.name for field in msgspec.structs.fields(kind)] if is_frozen_struct else []


def values() -> dict[str, list[str]]:
    """Return the fields of all that a template can be shown, by the name of the value."""
    found: dict[str, list[str]] = {}

    def visit(kind: object) -> None:
        for one in get_args(kind):
            visit(one)
        if isinstance(kind, type) and kind.__name__ not in found and (names := field_names(kind)):
            found[kind.__name__] = names
            for one in get_type_hints(kind).values():
                visit(one)

    visit(Site)
    visit(IssueView)
    for module in pkgutil.iter_modules(pages.__path__, "digest.pages."):
        for one in vars(import_module(module.name)).values():
            if getattr(one, "__module__", "") == module.name:
                visit(one)
    return found


def test_every_value_that_a_template_sees_is_documented_with_its_fields_and_no_other() -> None:
    sections = re.findall(r"^### (\w+)\n(.*?)(?=^### |\Z)", TEMPLATES, re.MULTILINE | re.DOTALL)
    documented = {name: re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) for name, text in sections}
    assert documented == values()


def test_every_template_of_a_page_is_documented() -> None:
    named = set(re.findall(r"^\| `(\S+\.html)` \|", TEMPLATES, re.MULTILINE))
    assert named == {path.name for path in default_folder().glob("*.html")}


def test_every_filter_is_documented() -> None:
    filters = TEMPLATES.partition("## Filters")[2].partition("## Values")[0]
    assert set(re.findall(r"^\| `(\w+)", filters, re.MULTILINE)) == set(render._FILTERS)  # noqa: SLF001 - they stand there
