import marshal
from pathlib import Path

from digest.compiling import compiling
from digest.config import configured


def code_of(project: Path, folder: Path, *, beside: bool = False) -> bytes:
    with compiling(configured(None, project), beside=beside, folder=folder) as code:
        return code()


def kept_in(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {path.name: (path.stat().st_ino, path.read_bytes()) for path in folder.iterdir()}


def test_compiled_templates_are_kept_and_read_while_they_are_whole(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    made = code_of(tmp_path, folder)
    before = kept_in(folder)
    assert code_of(tmp_path, folder) == made
    assert kept_in(folder) == before
    ((name, (_, content)),) = before.items()
    for damaged in (b"", content[:-1], content[:200] + bytes([content[200] ^ 1]) + content[201:]):
        (folder / name).write_bytes(damaged)
        assert code_of(tmp_path, folder)
        assert kept_in(folder)[name][1] != damaged
        assert len(kept_in(folder)) == 1


def test_each_language_keeps_its_own_templates_with_and_without_search(tmp_path: Path) -> None:
    (folder := tmp_path / "kept").mkdir()
    for language, search in (("de", "on"), ("de", "off"), ("en", "on"), ("de", "on")):
        (tmp_path / "digest.yaml").write_text(f"language: {language}\nsearch: {search}\n", "utf-8")
        templates, told, *_ = marshal.loads(code_of(tmp_path, folder, beside=True))  # noqa: S302 - our own
        assert (told, "search.html" in dict(templates)) == (language, search == "on")
    assert len(kept_in(folder)) == 3


def test_templates_of_a_project_are_not_kept_for_others(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (folder := tmp_path / "kept").mkdir()
    assert code_of(tmp_path, folder) == b""
    assert code_of(tmp_path, folder, beside=True)
    assert not any(folder.iterdir())


def test_where_nothing_may_be_written_templates_are_compiled_all_the_same(tmp_path: Path) -> None:
    assert code_of(tmp_path, tmp_path / "none")
