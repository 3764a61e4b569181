from dataclasses import replace
from datetime import date
from typing import cast

from builders import a_library, a_site, a_takeaway, an_article, an_entity

from digest.model.article import Correction, Inference, Publication
from digest.model.library import Library
from digest.model.page import Templated
from digest.model.taxonomies import Licence
from digest.pages.about import AboutView, Takeaways, pages

NO_TAKEAWAYS = Takeaways(written=0, given=0, picked=0, linked=0, weak=0, unsupported=0)


def view(library: Library) -> AboutView:
    (page,) = pages(library, a_site())
    assert page.permalink == "/about/"
    return cast(AboutView, cast(Templated, page.body).shown(a_site()))


def test_the_figures_of_an_empty_site_are_none() -> None:
    found = view(a_library())
    assert (found.articles, found.oldest, found.names, found.licences, found.takeaways) == (0, None, 0, (), NO_TAKEAWAYS)


def test_the_page_counts_what_was_inferred_corrected_and_withheld() -> None:
    recovered = replace(an_article("One"), recovery=(Inference(piece="title", rule="x", confidence=1),))
    corrected = an_article("Two", date=date(2025, 7, 10))
    corrected = replace(corrected, front_matter=replace(corrected.front_matter, corrections=(Correction(text="x"),)))
    found = view(a_library(recovered, corrected, replace(an_article("Three"), withheld=True)))
    assert (found.recovered, found.corrected, found.withheld, found.undated) == (1, 1, 1, 2)
    assert found.oldest == found.newest == date(2025, 7, 10)


def test_takeaways_are_counted_by_origin_and_by_support() -> None:
    takeaways = [a_takeaway("a", evidence=["p1"]), a_takeaway("b", origin="recovered"), a_takeaway("c", origin="extracted")]
    found = view(a_library(an_article(takeaways=takeaways))).takeaways
    assert found == replace(NO_TAKEAWAYS, written=1, given=1, picked=1, linked=1, unsupported=2)


def test_licences_are_counted_under_one_spelling_and_names_with_their_mentions() -> None:
    stated = ("CC BY 4.0", "CC-BY-4.0", "own", "")
    articles = [an_article(str(n), "Ruiz. Ruiz.", source=Publication(licence=licence)) for n, licence in enumerate(stated)]
    found = view(a_library(*articles, entities=[an_entity("Ruiz")]))
    assert found.licences == (Licence(name="CC BY 4.0", articles=2),)
    assert (found.own, found.unlicensed, found.names, found.mentions) == (1, 1, 1, 8)
