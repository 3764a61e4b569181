from pathlib import Path

from digest.cache.newest import remember, remembered

KEY, OTHER = b"k" * 16, b"o" * 16


def test_what_was_remembered_last_is_there_and_nothing_before_it(tmp_path: Path) -> None:
    remember(tmp_path, OTHER, b"older")
    remember(tmp_path, KEY, b"newer")
    assert bytes(remembered(tmp_path, KEY) or b"") == b"newer"
    assert remembered(tmp_path, OTHER) is None


def test_a_flipped_byte_anywhere_leaves_nothing_or_what_was_remembered(tmp_path: Path) -> None:
    remember(tmp_path, KEY, b"content")
    (path,) = tmp_path.glob("*.pack")
    whole = path.read_bytes()
    content = range(whole.index(b"content"), whole.index(b"content") + len(b"content"))
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert remembered(tmp_path, KEY) in ((None, b"content") if place not in content else (None,))


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    remember(tmp_path / "file" / "folder", KEY, b"content")
    assert remembered(tmp_path / "file" / "folder", KEY) is None
