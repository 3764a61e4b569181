from datetime import date
from pathlib import Path

import pytest
from project import digest

from digest.desk.draft import draft
from digest.errors import RefusedError
from digest.front_matter.header import parsed

DAY = date(2025, 7, 10)


@pytest.mark.parametrize(
    "title", ["A bridge", "Yes: no", "'quoted'", "# 1", "  two   spaces ", "Überfahrt – 世界", "null", "2025"]
)
def test_a_draft_says_its_title_and_day(tmp_path: Path, title: str) -> None:
    path = draft(tmp_path / "seeds", title, DAY)
    found = parsed(path.read_text("utf-8"), path.name).front_matter
    assert (found.title, found.date, found.draft) == (" ".join(title.split()), DAY, True)


@pytest.mark.parametrize("title", ["../../etc/passwd", "/root/x", "a" * 400, "...", "CON", "a\0b\n---\n"])
def test_any_title_has_its_file_in_the_content_folder(tmp_path: Path, title: str) -> None:
    path = draft(tmp_path / "seeds", title, DAY)
    assert path.parent == tmp_path / "seeds"
    assert path.is_file()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = draft(tmp_path, "A bridge", DAY)
    path.write_text("mine", "utf-8")
    with pytest.raises(RefusedError, match=r"a-bridge\.md' is there already"):
        draft(tmp_path, "A Bridge!", DAY)
    assert path.read_text("utf-8") == "mine"


def test_the_command_prints_the_path_and_takes_the_day_of_the_site_s_time_zone(tmp_path: Path) -> None:
    (tmp_path / "digest.yaml").write_text("timezone: Asia/Tokyo", "utf-8")
    done = digest(tmp_path, "new", "A bridge", "--now", "2025-07-10T22:00:00Z")
    assert (done.returncode, done.stdout) == (0, "seeds/a-bridge.md\n")
    assert "date: 2025-07-11" in (tmp_path / "seeds" / "a-bridge.md").read_text("utf-8")


def test_the_editor_opens_the_new_file(tmp_path: Path) -> None:
    done = digest(tmp_path, "new", "A bridge", "--edit", VISUAL="", EDITOR="sed -i s/Write/Wrote/")
    assert done.returncode == 0
    assert "Wrote the article here." in (tmp_path / "seeds" / "a-bridge.md").read_text("utf-8")
