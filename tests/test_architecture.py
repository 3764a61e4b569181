"""The house rules that a machine can keep: which file may import which, and who may touch the world."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent / "digest"
# From the top of the hill to its foot; a module imports from lower lines only, or from its own package.
FLOORS = (
    {"__main__"},
    {"cli"},
    {"commands"},
    {"desk", "last", "serve"},
    {"publish", "importing", "preview", "cluster"},
    {"amending"},
    {"build"},
    {"compiling", "read"},
    {"parts"},
    set("readers analysers pages engines checks load analyse check edit plan render write site".split()),
    set(
        "config entity_edits theme front_matter permalinks filters views checked claims locate policy addresses guard ids feeds "
        "linked_data records defaults aliases choice menu quick tagger search machine".split()
    ),
    {"structure", "naming"},
    {"model", "text", "cache", "errors", "engine", "release", "rules", "worker"},
)
FAMILIES = {"readers", "analysers", "checks", "pages", "engines"}
# Inside one floor, these few lean on each other; the order is theirs, and it has no circle.
NEIGHBOURS = {
    ("cache", "engine"),
    ("model", "errors"),
    ("structure", "naming"),
    ("front_matter", "checked"),
    ("config", "checked"),
    ("menu", "checked"),
    ("menu", "config"),
    ("menu", "permalinks"),
    ("entity_edits", "checked"),
    ("filters", "permalinks"),
    ("filters", "linked_data"),
    ("views", "permalinks"),
    ("engine", "errors"),
    ("worker", "cache"),
    ("worker", "engine"),
    ("worker", "errors"),
    ("text", "model"),
    ("locate", "front_matter"),
    ("aliases", "permalinks"),
    ("ids", "permalinks"),
    ("feeds", "permalinks"),
    ("feeds", "filters"),
    ("feeds", "views"),
    ("linked_data", "permalinks"),
    ("records", "permalinks"),
    ("rules", "model"),
    ("cache", "model"),
    ("cache", "errors"),
    ("search", "permalinks"),
    ("search", "machine"),
    ("addresses", "machine"),
}
WORLDLY = {"os", "subprocess", "shutil", "socket", "tempfile", "time", "random", "locale", "ctypes", "sys"}
SHELL = {
    "__main__",
    "cli",
    "commands",
    "serve",
    "preview",
    "config",
    "entity_edits",
    "theme",
    "compiling",
    "parts",
    "load",
    "write",
    "machine",
    "search/pagefind",
    "desk/draft",
    "desk/listing",
    "desk/printing",
    "desk/problems",
    "addresses",
    "guard",
    "cache",
    "engines",
    "worker",
    "cluster",
    "last",
    "importing",
    "publish",
}


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    """Return all modules but the one that makes the program a package, by their paths without ending, and as trees."""
    paths = (path for path in sorted(ROOT.rglob("*.py")) if path != ROOT / "__init__.py")
    return tuple((path.relative_to(ROOT).with_suffix("").as_posix(), ast.parse(path.read_text("utf-8"))) for path in paths)


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            yield from (f"digest.{alias.name}" for alias in node.names) if module == "digest" else (module,)


def room(module: str) -> str:
    return module.removeprefix("digest.").replace("/", ".").split(".")[0]


def floor(name: str) -> int:
    return next(number for number, names in enumerate(FLOORS) if name in names)


def test_imports_run_downhill() -> None:
    for name, tree in modules():
        here = room(name)
        for imported in imports(tree):
            if not imported.startswith("digest."):
                continue
            there = room(imported)
            if there == here and here not in FAMILIES:
                continue
            below = floor(there) > floor(here)
            assert below or (here, there) in NEIGHBOURS, f"digest/{name}.py imports {imported}: that is not downhill"


def test_only_the_shell_touches_the_world() -> None:
    for name, tree in modules():
        worldly = {imported.split(".")[0] for imported in imports(tree)} & WORLDLY
        assert not worldly or not {name, room(name)}.isdisjoint(SHELL), f"digest/{name}.py imports {sorted(worldly)}"


def test_imports_stand_at_the_top() -> None:
    for name, tree in modules():
        nested = [
            node.lineno for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom) and node not in tree.body
        ]
        assert not nested, f"digest/{name}.py imports inside a function or condition, lines {nested}"


def test_nothing_prints_but_the_command_line() -> None:
    for name, tree in modules():
        prints = [n.lineno for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "print"]
        assert not prints or name == "cli", f"digest/{name}.py prints in lines {prints}"


def test_every_room_has_its_floor() -> None:
    rooms = {room(name) for name, _ in modules()}
    assert rooms <= {name for names in FLOORS for name in names}


def test_members_of_a_family_are_named_in_parts() -> None:
    tree = ast.parse((ROOT / "parts.py").read_text("utf-8"))
    named = {(n.module, a.name) for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for a in n.names}
    for family in sorted(FAMILIES - {"engines"}):
        for path in sorted((ROOT / family).glob("[!_]*.py")):
            assert (f"digest.{family}", path.stem) in named, f"{family}/{path.name} is not in parts.py"
