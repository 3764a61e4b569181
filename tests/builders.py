"""The nouns with sensible defaults, so that a test says only what it is about."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from digest import ids
from digest.analyse import analyse, analysed, annotate, published
from digest.analysers import announcement, taxonomies
from digest.analysers import entities as entity_analyser
from digest.build import build
from digest.choice import Choice
from digest.config import configured
from digest.engines.serial import Serial
from digest.model.article import (
    Article,
    Block,
    Day,
    EvidenceLink,
    FrontMatter,
    Origin,
    Publication,
    Section,
    Sections,
    State,
    Takeaway,
)
from digest.model.evidence import Evidence
from digest.model.library import Annotated, Findings, Library
from digest.model.names import Entities, Entity, EntityType, Mention, Names
from digest.model.page import Page
from digest.model.remark import Remark, Remarks
from digest.model.retraction import Retractions
from digest.model.site import Asset, Feeds, MenuEntry, Site
from digest.model.source import Source
from digest.naming import appearance, passages
from digest.parts import ANNOTATORS, COLLECTORS
from digest.plan import PageType, plan
from digest.readers import markdown
from digest.render import render
from digest.text.html import escaped
from digest.text.sentences import sentences_at
from digest.text.slugs import slug
from digest.theme.files import default_folder, theme
from digest.theme.wording import wording
from digest.views.support import show

DEFAULT = theme(default_folder())
SITE, FEEDS = "tag:example.org,2026:/", Feeds()
MIXED = {
    "harbour.md": "---\ntitle: المرفأ يفتح أبوابه\ndate: 2025-07-10\nslug: harbour\ntakeaways: [أعيد فتح المرفأ القديم.]\n"
    "correction: {text: صُحّح الاسم., date: 2025-07-11}\n---\nأعيد فتح المرفأ القديم يوم الخميس. قالت ليلى منصور ذلك.\n",
    "ferry.md": "---\ntitle: Ferries return\ndate: 2025-07-10\nslug: ferry\nauthors: [Ann Lee, Bo Rask]\n"
    "takeaways: [Nine ferries sail.]\n"
    "correction: The day was wrong.\n---\nThree ferries sail to the old harbour. Siemens Mobility built them all in Munich.\n",
    "faehre.md": "---\ntitle: Die Fähren fahren wieder\ndate: 2025-07-08\nslug: faehre\n---\n"
    "Die Fähren fahren wieder zum alten Hafen, und die Stadt zahlt das. Das sagte Siemens Mobility am Montag in München.\n",
    "entities.yaml": "entities:\n- {name: Siemens Mobility, type: organization, aliases: [ليلى منصور]}\n",
}

Result = TypeVar("Result")
Fault = TypeVar("Fault", bound=Exception)


def attempted(read: Callable[[], Result], fault: type[Fault]) -> Result | Fault:
    """Return what a call gives, or the fault that it raises; other exceptions pass."""
    try:
        return read()
    except fault as raised:
        return raised


def a_source(content: str | bytes, path: str = "article.md") -> Source:
    raw = content.encode() if isinstance(content, str) else content
    return Source(path=path, content=raw, sha256=sha256(raw).hexdigest())


def a_takeaway(
    text: str, *, identifier: str = "t1", evidence: Sequence[str] = (), origin: Origin = "author", quote: str = ""
) -> Takeaway:
    links = tuple(EvidenceLink(paragraph=paragraph, score=1.0) for paragraph in evidence)
    state: State = "linked" if links else "unsupported"
    return Takeaway(id=identifier, text=text, origin=origin, evidence=links, state=state, quote=quote)


def an_article(  # noqa: PLR0913 - each may be what a test is about
    title: str = "The Bridge",
    *paragraphs: str,
    path: str = "",
    date: Day = None,
    takeaways: Sequence[Takeaway] = (),
    sections: Sequence[Section] = (),
    summary: str = "",
    language: str = "",
    tags: Sequence[str] = (),
    source: Publication = Publication(),  # noqa: B008 - frozen
    pinned: bool = False,
) -> Article:
    """Make an article of one opening section, or of the sections given."""
    given = FrontMatter(
        title=title,
        date=date,
        takeaways=tuple(takeaways),
        summary=summary,
        language=language,
        tags=tuple(tags),
        source=source,
        pinned=pinned,
    )
    return Article(
        slug=slug(title),
        path=path or f"{slug(title)}.md",
        sha256="0" * 64,
        front_matter=given,
        sections=tuple(sections) or (a_section(*(paragraphs or ("The mayor opened the bridge.",))),),
    )


def a_section(*paragraphs: str, number: int = 1, heading: str = "", first: int = 1) -> Section:
    blocks = tuple(
        Block(id=f"p{index}", kind="paragraph", text=text, markup=escaped(text)) for index, text in enumerate(paragraphs, first)
    )
    return Section(id=f"s{number}", heading=heading, level=2, blocks=blocks)


def an_entity(name: str, kind: EntityType = "person", *aliases: str) -> Entity:
    return Entity(key=slug(name), name=name, type=kind, aliases=aliases)


def mentions(entity: Entity, article: Article, word: str = "") -> tuple[Mention, ...]:
    """Find every place in an article's title and text where the name, or another word for it, stands."""
    wanted = word or entity.name
    passages = [("title", article.title), *((block.id, block.text) for block in article.blocks)]
    return tuple(
        Mention(
            entity=entity.key,
            passage=passage,
            start=start,
            end=start + len(wanted),
            text=wanted,
            sentence=next(sentences_at(text, [start])),
        )
        for passage, text in passages
        for start in range(len(text))
        if text.startswith(wanted, start)
    )


def annotated(article: Article, *entities: Entity, remarks: Sequence[Remark] = ()) -> Annotated:
    """Add to an article what the analysers would: its takeaways as they are, and the entities that it names."""
    found = tuple(mention for entity in entities for mention in mentions(entity, article))
    names = Names(entities=entities, mentions=found)
    evidence = Evidence(takeaways=article.front_matter.takeaways)
    announced = announcement.annotate(article, Findings())
    named = entity_analyser.sum_up(article, Findings((names,)))
    told = Findings((names, named, evidence, announced, Remarks(remarks=tuple(remarks))))
    return Annotated(article=replace(article, sections=Sections.of(article.sections)), findings=told + show(article, told))


def pages_of(page_type: PageType, library: Library, site: Site | None = None) -> list[Page]:
    """Plan the pages of one type."""
    return list(plan(library, site or a_site(), (page_type,)))


def a_library(*articles: Article, entities: Sequence[Entity] = ()) -> Library:
    """Make a library of articles, in the order given, and of the entities that stand in them under their own names."""
    appearances = tuple(
        appearance(entity.key, article.path, found, passages(article))
        for article in articles
        for entity in entities
        if (found := mentions(entity, article))
    )
    everyone = Entities(entities=tuple(entities), appearances=appearances)
    whole = tuple(annotated(article, *entities) for article in articles)
    findings = Findings((everyone, Retractions(retractions=()), taxonomies.collect(whole)))
    return Library(articles=whole, findings=findings)


def a_site(
    title: str = "The Briefing",
    *,
    base_url: str = "",
    language: str = "en",
    assets: Sequence[Asset] = (),
    feeds: Feeds | None = FEEDS,
) -> Site:
    menu = (MenuEntry(label="Today", permalink="/"),)
    return Site(
        id=SITE,
        title=title,
        base_url=base_url,
        language=language,
        wording=wording(language, Path("none")),
        menu=menu,
        assets=tuple(assets),
        version="1",
        feeds=feeds,
    )


def shown_in(page: Page, site: Site) -> str:
    """Render a page with the templates of the default theme."""
    return render(page, replace(site, assets=DEFAULT.assets), DEFAULT.templates).content.decode()


def a_library_read_from(*headers: str, text: str = "Text.") -> Library:
    """Make a library of articles with the front matter given, by all analysers, as a build does."""
    sources = [a_source(f"---\ntitle: Number {n}\n{header}---\n\n{text}\n", f"{n}.md") for n, header in enumerate(headers, 1)]
    articles = ids.named([markdown.read(source) for source in sources], {}, (), "https://example.org/").articles
    retracted = [article for article in articles if article.is_retracted]
    standing = [annotate(article, ANNOTATORS) for article in articles if not article.is_retracted]
    return analyse(standing, COLLECTORS, retracted)


def a_published_library(*articles: str, licences: Sequence[str] | None = None) -> Library:
    """Make a library of articles in Markdown, by all analysers, of which a policy shows those under the licences given."""
    read = [markdown.read(a_source(text, f"{number}.md")) for number, text in enumerate(articles)]
    taken = [article for article in read if not article.is_retracted]
    standing = published(taken, (analysed(article, ANNOTATORS, licences) for article in taken), licences)
    return analyse(standing, COLLECTORS, [article for article in read if article.is_retracted])


def a_built_site(folder: Path, articles: Mapping[str, str], configuration: str = "") -> Path:
    """Write articles by the names of their files, or some more of them, build all, and return the folder of the site."""
    (folder / "seeds").mkdir(exist_ok=True)
    for name, text in articles.items():
        (folder / "seeds" / name).write_text(text, "utf-8")
    (folder / "digest.yaml").write_text(configuration, "utf-8")
    build(configured(None, folder), Choice(now=datetime(2026, 1, 1, tzinfo=UTC)), Serial())
    return folder / "site"


def a_mixed_site(folder: Path, language: str) -> Path:
    """Build articles in Arabic, English and German as a site of a language, and return its folder."""
    return a_built_site(folder, MIXED, f"language: {language}\n")
