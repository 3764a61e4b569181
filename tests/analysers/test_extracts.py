from builders import a_takeaway, an_article
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.analysers import extracts
from digest.model.article import Article, Takeaway
from digest.model.library import Findings
from digest.text.alone import stands_alone

NEWS = (
    "The city of Lind will close its harbour bridge for repairs on 1 August, Mayor Ana Ruiz said. The work takes long.",
    "He had promised it for years. Ferries will cross the harbour every ten minutes while the bridge is closed for repairs.",
    "“We cannot wait,” said Ruiz. But the council of Lind voted for the repairs by nine to two after a long night of talks.",
    "Shops on the harbour fear that they will lose half of their customers in August. What will become of them in the winter?",
    "The bridge of Lind was opened in 1931 and carries thirty thousand cars on every working day of the year.",
)


def picked(article: Article) -> tuple[Takeaway, ...]:
    return extracts.annotate(article, Findings()).takeaways


def test_sentences_are_picked_verbatim_and_lead_to_where_they_stand() -> None:
    article = an_article("Lind closes its harbour bridge", *NEWS)
    found = picked(article)
    texts = {block.id: block.text for block in article.blocks}
    assert 2 <= len(found) <= 4
    assert found[0].text == "The city of Lind will close its harbour bridge for repairs on 1 August, Mayor Ana Ruiz said."
    for takeaway in found:
        assert takeaway.text in texts[takeaway.evidence[0].paragraph]
        assert (takeaway.origin, takeaway.state) == ("extracted", "linked")
        assert stands_alone(takeaway.text, "en")


def test_an_article_with_takeaways_or_of_few_sentences_gets_none() -> None:
    assert picked(an_article("x", *NEWS, takeaways=[a_takeaway("A point.")])) == ()
    assert picked(an_article("x", NEWS[0])) == ()


def test_copies_of_one_sentence_are_picked_once() -> None:
    found = picked(an_article("x", *NEWS, *NEWS))
    assert len({takeaway.text for takeaway in found}) == len(found)


@given(st.lists(st.sampled_from([*NEWS, "He left. They met. It rained.", "Why? Because! “No.”"]), max_size=8))
@settings(max_examples=25, deadline=None)
def test_never_more_than_four_and_never_one_that_does_not_stand_alone(paragraphs: list[str]) -> None:
    found = picked(an_article("x", *paragraphs))
    assert len(found) <= 4
    assert all(stands_alone(takeaway.text, "en") for takeaway in found)


def test_a_dateline_is_no_part_of_what_is_picked() -> None:
    for dateline in ("(CNN) -- ", "(CNN)", "LIND, Spain (Reuters) -- ", "LIND, N.Y. — "):
        found = picked(an_article("Lind closes its harbour bridge", dateline + NEWS[0], *NEWS[1:]))
        assert found[0].text == "The city of Lind will close its harbour bridge for repairs on 1 August, Mayor Ana Ruiz said."


def test_what_tells_of_a_picture_comes_behind_what_tells_of_the_event() -> None:
    caption = "The ferry Halcyon lies on its side off Brunholm harbour after the accident of the ferry in April."
    article = an_article(
        "Inquiry into the ferry Halcyon begins",
        "The company that ran the ferry had been told twice that its bow doors did not seal, an inquiry in Brunholm heard.",
        caption,
        "A surveyor told the inquiry that the company had two letters about seals of the doors that were cracked.",
        "The company had planned to renew the seals in May, said a lawyer, and engineers had called the doors safe.",
    )
    assert caption not in [takeaway.text for takeaway in picked(article)[:2]]
