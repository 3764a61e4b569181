from dataclasses import replace

from builders import an_article, an_entity

from digest.analysers.entities import annotate, annotate_declared
from digest.model.library import Findings


def test_what_is_declared_is_found_wherever_it_stands_and_where_that_is_asked_for_nothing_else() -> None:
    article = an_article("The bridge", "Ana Ruiz met Jo Fox in Oslo.", "Ruiz left.")
    declared = replace(article.front_matter, entities=(an_entity("Ana Ruiz", "person", "Ruiz"),))
    article = replace(article, front_matter=declared)
    found, alone = annotate(article, Findings()), annotate_declared(article, Findings())
    assert {entity.name for entity in found.entities} > {"Ana Ruiz"}
    assert [entity.name for entity in alone.entities] == ["Ana Ruiz"]
    assert [(mention.passage, mention.text) for mention in alone.mentions] == [("p1", "Ana Ruiz"), ("p2", "Ruiz")]
