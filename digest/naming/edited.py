"""Entities as found to entities as the editor wants them: renamed, retyped, joined, split, described, linked, hidden."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from msgspec import structs

from digest.model.article import Article
from digest.model.edits import Edit
from digest.model.names import Appearance, Entities, Entity, EntityType
from digest.naming.appearing import joined
from digest.naming.forms import folded
from digest.naming.identity import free_key
from digest.text.slugs import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """Why an edit, or a part of it, was not carried out, and what to do."""

    edit: Edit
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """The entities after all edits, and what of the edits met none."""

    entities: Entities
    unmet: tuple[Unmet, ...]


def declarations(edits: Iterable[Edit]) -> tuple[Entity, ...]:
    """Give the entities to find in every article as they are written: entries that tell a type and hide nothing."""
    return tuple(
        Entity(key=slug(edit.rename or edit.name), name=edit.rename or edit.name, type=edit.type, aliases=_forms(edit))
        for edit in edits
        if edit.type and not edit.hide and not edit.split
    )


def edited(found: Entities, edits: Sequence[Edit], articles: Iterable[Article]) -> Edited:
    """Carry out the edits in their order."""
    if not edits:
        return Edited(entities=found, unmet=())
    desk = _Desk(found, articles)
    unmet = tuple(one for edit in edits for one in desk.carry_out(edit))
    return Edited(entities=desk.entities(), unmet=unmet)


def _forms(edit: Edit) -> tuple[str, ...]:
    return tuple(form for form in dict.fromkeys((edit.name, *edit.aliases)) if form != (edit.rename or edit.name))


def _nobody(edit: Edit) -> Unmet:
    hint = "mend the name, or delete the entry ('digest entities' lists all names)"
    return Unmet(edit=edit, message=f"no article names '{edit.name}'", hint=hint)


def _nobody_there(edit: Edit, article: str) -> Unmet:
    hint = "mend the path: it is that of the file below the content folder, or the article's slug"
    return Unmet(edit=edit, message=f"no article '{article}' names '{edit.name}'", hint=hint)


class _Desk:
    """The entities while they are edited: each entity by key, and whose each appearance is.

    Who goes by a name is looked up, not looked for: a file of edits may be long, and a library has many names.
    """

    def __init__(self, found: Entities, articles: Iterable[Article]) -> None:
        self.articles = {article.path: article for article in articles}
        self.by_key: dict[str, Entity] = {}
        self._by_name: dict[str, dict[str, int]] = defaultdict(dict)
        self._by_alias: dict[str, dict[str, int]] = defaultdict(dict)
        self._places: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._put = 0
        for entity in found.entities:
            self._add(entity)
        for one in found.appearances:
            self._places[one.entity].append((one.entity, one.article))
        self.appearances = found.appearances

    def carry_out(self, edit: Edit) -> tuple[Unmet, ...]:
        """Carry out one edit, and tell what of it met no entity, or too many to know whom it means."""
        own = self._meant(edit.name, edit.type) or self._named(edit.rename, edit.type)
        if len(own) > 1 and not (edit.hide and own == self._named(edit.name, edit.type)):
            return (self._several(edit, edit.name, own),)
        others, unmet = self._others(edit, edit.type or next((self.by_key[key].type for key in own), None))
        met = list(dict.fromkeys((*own, *others)))
        if not met:
            return unmet or (_nobody(edit),)
        if edit.hide:
            for key in met:
                self._take(key)
                self._places.pop(key, None)
        elif edit.split:
            return tuple(self._split(met[0], edit))
        else:
            self._rewrite(met, edit, edit.rename or (self.by_key[own[0]].name if own else edit.name))
        return unmet

    def entities(self) -> Entities:
        """Give the entities with their appearances, joined where an article named what is one entity now."""
        owners = {place: key for key, places in self._places.items() for place in places}
        parts: dict[tuple[str, str], list[Appearance]] = defaultdict(list)
        for one in self.appearances:
            key = owners.get((one.entity, one.article))
            if key:
                parts[one.article, key].append(one)
        order = {article: place for place, article in enumerate(dict.fromkeys(one.article for one in self.appearances))}
        found = sorted(parts, key=lambda key: (order[key[0]], key[1]))
        return Entities(
            entities=tuple(self.by_key[key] for key in sorted({key for _, key in parts})),
            appearances=tuple(self._joined(parts[article, key], key, article) for article, key in found),
        )

    def _joined(self, parts: Sequence[Appearance], key: str, article: str) -> Appearance:
        """Make one appearance of an entity's parts; nearly always it is the only part."""
        if len(parts) == 1:
            return parts[0] if parts[0].entity == key else structs.replace(parts[0], entity=key)
        return joined(key, parts, self.articles[article])

    def _add(self, entity: Entity) -> None:
        """Put an entity in the place of the one that has its key, else behind all others."""
        place = self._forget(entity.key) if entity.key in self.by_key else self._put
        self._put += 1
        self.by_key[entity.key] = entity
        for name in (folded(entity.name), entity.key):
            self._by_name[name][entity.key] = place
        for alias in entity.aliases:
            self._by_alias[folded(alias)][entity.key] = place

    def _take(self, key: str) -> Entity:
        """Take an entity away."""
        self._forget(key)
        return self.by_key.pop(key)

    def _forget(self, key: str) -> int:
        """Let nobody go by the names of an entity, and tell which place it had."""
        entity = self.by_key[key]
        for alias in {folded(alias) for alias in entity.aliases}:
            del self._by_alias[alias][key]
        places = [self._by_name[name].pop(key) for name in {folded(entity.name), key}]
        return places[0]

    def _meant(self, name: str, kind: EntityType | None) -> list[str]:
        """List the keys of those whom a name may mean: who are named so, else who go by it as an alias."""
        return self._named(name, kind) or self._of_type(_in_place(self._by_alias.get(folded(name), {})), kind)

    def _named(self, name: str, kind: EntityType | None) -> list[str]:
        """List the keys of those who have a name, or a key, as theirs; a key as it is written means one alone."""
        if name in self.by_key:
            return [name]
        return self._of_type(_in_place(self._by_name.get(folded(name), {})), kind)

    def _of_type(self, keys: list[str], kind: EntityType | None) -> list[str]:
        """Prefer those of a type where there are any."""
        return [key for key in keys if self.by_key[key].type == kind] or keys

    def _others(self, edit: Edit, kind: EntityType | None) -> tuple[list[str], tuple[Unmet, ...]]:
        """List whom an edit joins to its own entity, and tell which of its names mean several."""
        wanted = {alias: self._named(alias, kind) for alias in edit.aliases}
        wanted |= {name: self._meant(name, kind) for name in edit.merge}
        several = tuple(self._several(edit, name, keys) for name, keys in wanted.items() if len(keys) > 1)
        namesakes = [key for key in self._named(edit.rename, kind) if self.by_key[key].type == kind]
        return [*(keys[0] for keys in wanted.values() if len(keys) == 1), *namesakes], several

    def _several(self, edit: Edit, name: str, keys: Sequence[str]) -> Unmet:
        names = ", ".join(self.by_key[key].name for key in keys)
        hint = f"write the key of the one that you mean: {', '.join(keys)}"
        return Unmet(edit=edit, message=f"'{name}' means several: {names}", hint=hint)

    def _rewrite(self, met: Sequence[str], edit: Edit, name: str) -> None:
        """Make one entity of those met; it keeps its key while its name stays, and gets that of the one named so."""
        joined = [self._take(key) for key in met]
        kind = edit.type or joined[0].type
        forms = (*edit.aliases, *(form for one in joined for form in (one.name, *one.aliases)))
        namesake = next((one.key for one in joined if folded(one.name) == folded(name)), None)
        key = namesake or free_key(slug(name), kind, self.by_key)
        one = structs.replace(
            joined[0],
            key=key,
            name=name,
            type=kind,
            aliases=tuple(form for form in dict.fromkeys(forms) if form != name),
            description=next(filter(None, (edit.description, *(one.description for one in joined))), ""),
            links=next(filter(None, (edit.links, *(one.links for one in joined))), ()),
        )
        self._add(one)
        self._places[key] = [place for old in met for place in self._places.pop(old, ())]

    def _split(self, old: str, edit: Edit) -> Iterator[Unmet]:
        """Give the articles of each part to the entity named so, or to a new one; tell which articles gave nothing."""
        whole = self.by_key[old]
        kind = edit.type or whole.type
        for part in edit.split:
            given = {article: self._places_in(article, old) for article in part.articles}
            yield from (_nobody_there(edit, article) for article, places in given.items() if not places)
            if moved := set(chain.from_iterable(given.values())):
                key = self._part(part.name, kind, whole)
                self._places[old] = [place for place in self._places[old] if place not in moved]
                self._places[key] += moved

    def _places_in(self, article: str, key: str) -> list[tuple[str, str]]:
        """List where an entity appears in an article, which is given by path or slug."""
        return [place for place in self._places[key] if article in {place[1], self.articles[place[1]].slug}]

    def _part(self, name: str, kind: EntityType, whole: Entity) -> str:
        """Give the key of a part: that of the entity named so, else of a new one; it goes by the name of the whole too."""
        keys = [key for key in _in_place(self._by_name.get(folded(name), {})) if folded(self.by_key[key].name) == folded(name)]
        key = next(iter(self._of_type(keys, kind)), "") or free_key(slug(name), kind, self.by_key)
        part = self.by_key.get(key, Entity(key=key, name=name, type=kind))
        aliases = (form for form in dict.fromkeys((*part.aliases, whole.name)) if form != part.name)
        self._add(structs.replace(part, aliases=tuple(aliases)))
        return key


def _in_place(keys: Mapping[str, int]) -> list[str]:
    return sorted(keys, key=keys.__getitem__)
