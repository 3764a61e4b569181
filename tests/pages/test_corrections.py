import json
from datetime import date
from typing import cast

from builders import a_library_read_from, a_site, pages_of

from digest import linked_data
from digest.model.page import Templated
from digest.pages import article, corrections, retraction
from digest.pages.corrections import CorrectionsView, log
from digest.text.html import data_block

OLD, NEW = date(2025, 7, 11), date(2025, 7, 12)


def test_the_log_lists_corrections_and_retractions_newest_first() -> None:
    entries = log(
        a_library_read_from(
            "correction: {text: Old., date: 2025-07-11}\n",
            "status: retracted\ncorrection: {text: Gone., date: 2025-07-13}\n",
            "correction:\n- No day.\n- {text: New., date: 2025-07-12}\n",
            "status: retracted\n",
        )
    )
    assert [(entry.text, entry.title, entry.is_retraction) for entry in entries] == [
        ("Gone.", "Number 2", True),
        ("New.", "Number 3", False),
        ("Old.", "Number 1", False),
        ("No day.", "Number 3", False),
        ("", "Number 4", True),
    ]


def test_of_the_corrections_of_a_retracted_article_the_newest_alone_is_its_retraction() -> None:
    corrected = "- {text: A name was wrong., date: 2025-07-11}\n- {text: All of it was., date: 2025-07-13}\n"
    entries = log(a_library_read_from(f"status: retracted\ncorrection:\n{corrected}"))
    assert [(entry.text, entry.is_retraction) for entry in entries] == [("All of it was.", True), ("A name was wrong.", False)]


def test_there_is_a_log_when_nothing_was_corrected() -> None:
    (page,) = corrections.pages(a_library_read_from(""), a_site())
    assert page.permalink == "/corrections/"
    assert cast(CorrectionsView, cast(Templated, page.body).shown(a_site())).entries == ()


def test_a_correction_updates_its_article_under_the_same_address() -> None:
    (one,) = a_library_read_from("date: 2025-07-01\nupdated: 2025-07-02\ncorrection: {text: x, date: 2025-07-12}\n").articles
    assert one.article.front_matter.updated == NEW
    (page, _) = pages_of(article.pages, a_library_read_from("date: 2025-07-01\ncorrection: x\n"))
    assert page.permalink == "/2025/07/number-1/"


def test_linked_data_names_each_correction_and_cannot_end_its_element() -> None:
    given = "correction:\n- {text: <b>, date: 2025-07-11}\n- y </script> & z\n"
    (one,) = a_library_read_from(given).articles
    made = data_block(linked_data.article(one, (), a_site()))
    assert not set("<>&") & set(made)
    assert json.loads(made)["correction"] == [
        {"@type": "CorrectionComment", "text": "<b>", "datePublished": "2025-07-11"},
        {"@type": "CorrectionComment", "text": "y </script> & z"},
    ]


def test_a_retracted_article_has_a_page_at_its_address_and_is_in_no_list_of_articles() -> None:
    made = a_library_read_from("date: 2025-07-01\nstatus: retracted\n")
    assert [page.permalink for page in retraction.pages(made, a_site())] == ["/2025/07/number-1/"]
    assert made.articles == ()
    assert pages_of(article.pages, made) == []
