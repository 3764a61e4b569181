from builders import a_section, a_takeaway, an_article, an_entity, annotated, mentions

from digest.analysers.evidence import annotate
from digest.model.article import Article, Takeaway
from digest.model.evidence import Extracts
from digest.model.library import Findings
from digest.model.names import Entity, Names

PARAGRAPHS = (
    "The parliament of Norway met in the morning and talked about schools.",
    "Joint drone production with American firms begins in autumn.",
    "Winter threatens the energy supply of many towns.",
)


def takeaways(article: Article, *entities: Entity) -> tuple[Takeaway, ...]:
    return annotate(article, annotated(article, *entities).findings).takeaways


def test_a_takeaway_leads_to_the_paragraph_that_says_it() -> None:
    (found,) = takeaways(an_article("x", *PARAGRAPHS, takeaways=[a_takeaway("Drone production begins jointly in autumn.")]))
    assert found.state == "linked"
    assert [link.paragraph for link in found.evidence] == ["p2"]
    assert 0.22 <= found.evidence[0].score <= 1


def test_a_takeaway_that_no_paragraph_says_is_unsupported() -> None:
    (found,) = takeaways(an_article("x", *PARAGRAPHS, takeaways=[a_takeaway("Penguins colonise Mars.")]))
    assert (found.state, found.evidence) == ("unsupported", ())


def test_an_article_without_paragraphs_or_a_takeaway_of_function_words_supports_nothing() -> None:
    empty = an_article(sections=[a_section()], takeaways=[a_takeaway("Drones.")])
    vague = an_article("x", *PARAGRAPHS, takeaways=[a_takeaway("It is what it was.")])
    assert [takeaways(article)[0].state for article in (empty, vague)] == ["unsupported", "unsupported"]


def test_at_most_three_paragraphs_of_like_weight_are_named_best_first() -> None:
    article = an_article("x", *["Drones fly."] * 5, "Other words.", takeaways=[a_takeaway("Drones fly.")])
    assert [link.paragraph for link in takeaways(article)[0].evidence] == ["p1", "p2", "p3"]


def test_evidence_of_the_editors_stands_and_paragraphs_that_are_not_there_are_left_out() -> None:
    chosen = a_takeaway("Penguins colonise Mars.", evidence=["p3", "p9"])
    stale = a_takeaway("Drone production.", identifier="t2", evidence=["p9"])
    kept, lost = takeaways(an_article("x", *PARAGRAPHS, takeaways=[chosen, stale]))
    assert ([link.paragraph for link in kept.evidence], kept.state) == (["p3"], "linked")
    assert (lost.evidence, lost.state) == ((), "unsupported")


def test_the_heading_above_speaks_for_a_paragraph() -> None:
    trucks = "Trucks have been waiting at the crossing since Easter."
    claim = a_takeaway("Border with Benin stays shut.")
    headed = an_article(
        sections=[a_section(*PARAGRAPHS), a_section(trucks, number=2, heading="Benin Border to Stay Shut", first=4)],
        takeaways=[claim],
    )
    (found,) = takeaways(headed)
    assert ([link.paragraph for link in found.evidence], found.state) == (["p4"], "linked")
    assert takeaways(an_article("x", *PARAGRAPHS, trucks, takeaways=[claim]))[0].state == "unsupported"


def test_two_ways_to_name_someone_meet() -> None:
    ruiz = an_entity("Anna Ruiz")
    text = ("The mayor cut the ribbon.", "Rain fell on the valley all day.", "Markets closed higher.")
    article = an_article("x", *text, takeaways=[a_takeaway("Anna Ruiz")])
    names = Names(entities=(ruiz,), mentions=mentions(ruiz, article, "The mayor"))
    assert takeaways(article)[0].state == "unsupported"
    (found,) = annotate(article, Findings((names,))).takeaways
    assert [link.paragraph for link in found.evidence] == ["p1"]


def test_takeaways_keep_their_order_and_words() -> None:
    given = [a_takeaway("One.", identifier="t1"), a_takeaway("Two.", identifier="t2")]
    assert [(one.id, one.text) for one in takeaways(an_article("x", *PARAGRAPHS, takeaways=given))] == [
        ("t1", "One."),
        ("t2", "Two."),
    ]


def test_a_quote_of_marks_alone_supports_nothing() -> None:
    (found,) = takeaways(an_article("x", *PARAGRAPHS, takeaways=[a_takeaway("Elephants dance on the moon.", quote="…")]))
    assert (found.state, found.evidence) == ("unsupported", ())


def test_a_quote_finds_its_paragraph_again_when_it_moves_and_one_that_is_gone_is_no_more_than_weak() -> None:
    moved = a_takeaway("Of something else.", evidence=["p1"], quote="winter threatens the energy supply")
    gone = a_takeaway("Drone production begins in autumn.", identifier="t2", quote="These words are gone.")
    kept, weak = takeaways(an_article("x", *PARAGRAPHS, takeaways=[moved, gone]))
    assert ([link.paragraph for link in kept.evidence], kept.state) == (["p3"], "linked")
    assert (weak.evidence[0].paragraph, weak.state) == ("p2", "weak")


def test_readers_are_led_to_further_paragraphs_only_when_they_are_near_the_first() -> None:
    text = ("Drones fly over the harbour of Oslo.", "Drones fly over the harbour of Oslo.", "A harbour.")
    (found,) = takeaways(an_article("x", *text, takeaways=[a_takeaway("Drones fly over the harbour.")]))
    assert [link.paragraph for link in found.evidence] == ["p1", "p2", "p3"]
    assert [link.paragraph for link in found.support] == ["p1", "p2"]


def test_a_number_in_words_meets_the_same_in_figures() -> None:
    text = ("It cost ten kroner.", "It cost 5,000,000 kroner.", "It cost nothing.")
    (found,) = takeaways(an_article("x", *text, takeaways=[a_takeaway("It cost five million.")]))
    assert found.evidence[0].paragraph == "p2"


def test_an_article_without_takeaways_has_the_sentences_that_were_picked() -> None:
    picked = a_takeaway("Winter threatens the energy supply.", origin="extracted")
    found = annotate(an_article("x", *PARAGRAPHS), Findings((Extracts(takeaways=(picked,)),)))
    assert found.takeaways == (picked,)


def test_sections_without_support_are_told() -> None:
    sections = [a_section("Drones fly."), a_section("Gold is dear.", number=2, heading="Money", first=2)]
    article = an_article(sections=sections, takeaways=[a_takeaway("Drones fly.")])
    found = annotate(article, annotated(article).findings)
    assert [section.heading for section in found.unreflected(article)] == ["Money"]
