from copy import copy
from pathlib import Path

import pytest
from project import digest

from digest.model.passed_on import PassedOn


def test_what_is_passed_on_is_a_text_that_is_told_from_others_by_its_mark() -> None:
    assert (PassedOn("The bridge"), PassedOn("The bridge").mark) == ("The bridge", PassedOn("The bridge").mark)
    assert PassedOn("The bridge").mark != PassedOn("The ferry").mark


def test_a_text_that_is_sent_elsewhere_says_no_longer_where_it_is_from() -> None:
    text = PassedOn("The bridge")
    text.origin, text.place = "an article", 1
    sent = copy(text)  # as pickle does it
    assert (sent, sent.mark, sent.origin, sent.place) == ("The bridge", text.mark, None, 0)


@pytest.mark.parametrize("slip", ["length", "size"])
def test_what_a_text_lacks_is_an_error_of_a_template_here_too(tmp_path: Path, slip: str) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.md").write_text("---\ntitle: A pier\ndate: 2025-07-10\ntags: [ports]\n---\n\nIt opens.\n", "utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "tag.html").write_text(f"{{% for card in view.cards %}}{{{{ card.title.{slip} }}}}{{% endfor %}}")
    done = digest(tmp_path, "build")
    assert done.returncode
    assert f"tag.html:1: 'digest.model.passed_on.PassedOn object' has no attribute '{slip}'" in done.stderr
