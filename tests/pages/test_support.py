"""What a page says of how well the text supports a takeaway."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from digest.build import build
from digest.choice import Choice
from digest.config import configured
from digest.engines.serial import Serial


@pytest.mark.parametrize(("told", "said"), [("12 million", "· strong"), ("14 million", "To check:")])
def test_support_is_called_strong_only_where_nothing_is_to_check(tmp_path: Path, told: str, said: str) -> None:
    (tmp_path / "seeds").mkdir()
    article = f"---\ntitle: Bridge\ntakeaways: [Repairs cost {told} pounds.]\n---\nRepairs cost 12 million pounds.\n"
    (tmp_path / "seeds" / "a.md").write_text(article, "utf-8")
    build(configured(None, tmp_path), Choice(now=datetime.max.replace(tzinfo=UTC)), Serial())
    page = (tmp_path / "site" / "undated" / "bridge" / "index.html").read_text("utf-8")
    assert [words for words in ("· strong", "To check:") if words in page] == [said]


def test_words_of_the_article_in_a_hint_are_shown_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    quotation = "“<b>100%(words)s</b>”"
    (tmp_path / "seeds" / "a.md").write_text(
        f"---\ntitle: Bridge\ntakeaways: ['The mayor said {quotation}.']\n---\nThe mayor said it.\n", "utf-8"
    )
    build(configured(None, tmp_path), Choice(now=datetime.max.replace(tzinfo=UTC)), Serial())
    page = (tmp_path / "site" / "undated" / "bridge" / "index.html").read_text("utf-8")
    assert "the quotation <bdi>“&lt;b&gt;100%(words)s&lt;/b&gt;”</bdi> is not in the text" in page
