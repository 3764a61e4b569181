"""Forms to entities: what the joined forms of an article are called, and under which key they are known."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from digest.model.names import Entity, EntityType
from digest.naming.forms import Form, folded
from digest.naming.organizations import joined_others
from digest.naming.people import is_full_name, joined_people
from digest.naming.vocabulary import ROYAL_TITLES
from digest.text.slugs import slug

_ONE_SPELLING = 0.8


def entities(
    forms: Sequence[Form], declared: Sequence[Entity], definitions: Iterable[tuple[str, str]]
) -> tuple[tuple[Entity, ...], Mapping[Form, str]]:
    """Join the forms of an article, in reading order, to entities, and tell the key of each form's entity."""
    counts = Counter(forms)
    labels = {
        **joined_people([form for form in counts if form.type == "person"]),
        **joined_others([form for form in counts if form.type != "person"], definitions),
    }
    clusters: dict[tuple[EntityType, str], list[Form]] = {}
    for form in counts:
        clusters.setdefault((form.type, labels[form]), []).append(form)
    by_slug: dict[tuple[EntityType, str], list[tuple[str, list[Form]]]] = {}
    for (kind, _), cluster in clusters.items():
        name = _name(cluster, counts)
        by_slug.setdefault((kind, slug(name)), []).append((name, cluster))
    wishes = {(entity.type, entity.name): entity for entity in declared}
    taken = {entity.key for entity in declared}
    found: list[Entity] = []
    keys: dict[Form, str] = {}
    for (kind, made), alike in by_slug.items():
        members = [form for _, cluster in alike for form in cluster]
        name = _name(members, counts) if len(alike) > 1 else alike[0][0]
        wish = wishes.get((kind, name))
        key = wish.key if wish else free_key(made, kind, taken)
        taken.add(key)
        found.append(Entity(key=key, name=name, type=kind, aliases=_aliases(name, members, wish.aliases if wish else ())))
        keys.update(dict.fromkeys(members, key))
    return tuple(found), keys


def free_key(key: str, kind: EntityType, taken: Container[str]) -> str:
    """Give a key that nothing else has: where it is taken, it bears the type too."""
    while key in taken:
        key = f"{key}-{kind}"
    return key


def _name(members: Sequence[Form], counts: Mapping[Form, int]) -> str:
    """Choose what an entity is called: its usual form, a person's commonest full name, a product's singular, else the longest."""
    usual: dict[str, int] = {}
    for form in members:
        if form.name:
            usual[form.name] = usual.get(form.name, 0) + counts[form]
    if usual:
        return _as_written(max(usual, key=lambda name: (usual[name], name)), members, counts)
    texts: Counter[str] = Counter()
    for form in members:
        texts[form.text] += counts[form]
    if members[0].type == "product":
        return min(texts, key=lambda text: (len(text), text))
    if members[0].type != "person":
        return max(texts, key=lambda text: (len(text), texts[text], text))
    longest = max(texts, key=lambda text: (" " in text, texts[text], len(text), text))
    royal = next((form.title for form in members if form.title.lower() in ROYAL_TITLES), "")
    return f"{royal} {longest}" if royal and not is_full_name(longest) else longest


def _as_written(name: str, members: Sequence[Form], counts: Mapping[Form, int]) -> str:
    """Prefer the article's spelling to a gazetteer's that differs by accents or a letter or two: Asadabad, not Asadābād."""
    written = dict.fromkeys(form.text for form in members)  # of equals the one that stands first
    if name in written:
        return name
    texts = sorted(written, key=lambda text: -sum(counts[form] for form in members if form.text == text))
    return next((text for text in texts if _is_one_spelling(text, name)), name)


def _is_one_spelling(text: str, name: str) -> bool:
    return slug(text) == slug(name) or SequenceMatcher(None, text, name).ratio() >= _ONE_SPELLING


def _aliases(name: str, members: Sequence[Form], declared: Sequence[str]) -> tuple[str, ...]:
    """List the other ways to write an entity: as declared, as found, and family names with their titles."""
    found = [form.text for form in members]
    titled = [f"{form.title} {form.text}" for form in members if form.title[:1].isupper() and " " not in form.text]
    if not declared and not titled and found == [name]:
        return ()
    own = folded(name)
    return tuple(dict.fromkeys(" ".join(alias.split()) for alias in (*declared, *found, *titled) if folded(alias) != own))
