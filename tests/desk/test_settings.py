from pathlib import Path

from digest.config import FILE_NAME, configured, written
from digest.desk.settings import as_yaml, settings

TEXT = "title: News\n\ncheck:\n  no-date: error\npolicy: {full_text_licences: [own]}\n"


def test_each_value_comes_with_where_it_comes_from(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(TEXT, "utf-8")
    found = {one.key: (one.value, one.origin) for one in settings(written(None, tmp_path, base_url="https://example.org/"))}
    assert found["title"] == ("News", "digest.yaml:1")
    assert found["check.no-date"] == ("error", "digest.yaml:4")
    assert found["policy.full_text_licences"] == (["own"], "digest.yaml:5")
    assert found["base_url"] == ("https://example.org/", "--base-url")
    assert found["language"] == ("en", "default")


def test_the_printed_configuration_is_one_that_says_the_same(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(TEXT, "utf-8")
    before = configured(None, tmp_path)
    (tmp_path / FILE_NAME).write_text(as_yaml(settings(written(None, tmp_path))), "utf-8")
    assert configured(None, tmp_path) == before
