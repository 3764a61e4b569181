from dataclasses import replace

from builders import a_section, an_article

from digest.analysers.announcement import annotate
from digest.model.announcement import Announcement, Count
from digest.model.article import Article
from digest.model.library import Findings
from digest.model.passed_on import PassedOn


def announced(article: Article) -> Announcement:
    return annotate(article, Findings())


def test_an_article_is_announced_by_its_first_sentence() -> None:
    found = announced(an_article("Bridge", "Dr. Ruiz opened it. Nobody came."))
    assert (found.opening, found.minutes) == ("Dr. Ruiz opened it.", 1)


def test_a_summary_of_the_editors_goes_before_the_first_sentence() -> None:
    assert announced(an_article("Bridge", "Text.", summary="In short.")).opening == "In short."


def test_an_article_without_a_paragraph_has_no_opening_and_a_withheld_one_takes_no_time() -> None:
    empty = an_article(sections=[a_section()])
    assert announced(replace(empty, withheld=True)) == Announcement(
        title=PassedOn("The Bridge"), opening=PassedOn(), minutes=0, words=Count.to(0), language=""
    )


def test_of_a_first_sentence_without_an_end_whole_words_are_taken() -> None:
    found = announced(an_article("Bridge", "so and " * 1_000))
    assert found.opening.endswith(("so …", "and …"))
    assert len(found.opening) <= 2_002


def test_words_of_no_language_are_not_said_to_be_of_the_sites() -> None:
    code = "alert(document.location) onload=prompt(1) " * 30
    assert announced(an_article("Code", code)).language == "und"
    assert announced(an_article("Code", code, language="en")).language == "en"
    assert (
        announced(an_article("Code", code[:1000] + "What it is for, and how it was found, is said in the notes." * 5)).language
        == ""
    )
    assert announced(an_article("Short", "alert(1)")).language == ""
