"""An entity in one article: its mentions, and the sentences that quote them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from digest.model.article import Article
from digest.model.names import Appearance, Mention, Mentions, Quote, Quotes


def passages(article: Article) -> Mapping[str, str]:
    """Return the headings and blocks of an article, which can be quoted, in reading order."""
    found: dict[str, str] = {}
    for section in article.sections:
        found[section.id] = section.heading
        found.update((block.id, block.text) for block in section.blocks)
    return found


def appearance(entity: str, article: str, mentions: Sequence[Mention], texts: Mapping[str, str]) -> Appearance:
    """Tell of an entity in an article, by path, which has these passages."""
    return Appearance(entity=entity, article=article, mentions=Mentions.of(mentions), quotes=Quotes.of(_quotes(mentions, texts)))


def joined(entity: str, parts: Sequence[Appearance], article: Article) -> Appearance:
    """Make one appearance of those of what turned out to be one entity."""
    texts = passages(article)
    places = {passage: place for place, passage in enumerate(("title", *texts))}
    mentions = (mention for one in parts for mention in one.mentions)
    order = sorted(mentions, key=lambda mention: (places.get(mention.passage, len(places)), mention.start))
    return appearance(entity, article.path, order, texts)


def _quotes(mentions: Iterable[Mention], texts: Mapping[str, str]) -> Iterator[Quote]:
    """Quote each sentence once, with the first mention in it marked."""
    quoted: set[tuple[str, int]] = set()
    for mention in mentions:
        start, end = mention.sentence
        if mention.passage in texts and (mention.passage, start) not in quoted:
            quoted.add((mention.passage, start))
            text = texts[mention.passage]
            yield Quote(
                before=text[start : mention.start],
                name=text[mention.start : mention.end],
                after=text[mention.end : end],
                passage=mention.passage,
            )
