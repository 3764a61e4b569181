"""The keys of front matter as editors write them: each value as it stands, before anything is read into it."""

import msgspec


class PublicationForm(msgspec.Struct):
    """Where and by whom an article was published."""

    name: str = ""
    owner: str = ""
    url: str = ""
    published: str = ""
    licence: str = ""
    retrieved: str = ""


class TakeawayForm(msgspec.Struct):
    """A takeaway, with what supports it."""

    text: str
    evidence: list[str] = []
    quote: str = ""
    origin: str = "author"
    reviewed_by: str = ""


class CorrectionForm(msgspec.Struct):
    """A correction, and its day."""

    text: str
    date: str = ""


class EntityForm(msgspec.Struct):
    """A name that the article declares."""

    name: str
    type: str = ""
    aliases: list[str] = []


class AuthorForm(msgspec.Struct):
    """An author, as Jekyll and Hugo have them."""

    name: str = ""
    display_name: str = ""


class Form(msgspec.Struct):
    """All keys of front matter."""

    id: str = ""
    title: str = ""
    date: str = ""
    updated: str = ""
    authors: str | AuthorForm | list[str | AuthorForm] = []
    source: str | PublicationForm = ""
    licence: str = ""
    summary: str = ""
    language: str = ""
    tags: str | list[str] = []
    takeaways: list[str | TakeawayForm] = []
    sections: list[str] = []
    entities: str | list[str | EntityForm] = []
    slug: str = ""
    aliases: str | list[str] = []
    status: str = ""
    correction: str | CorrectionForm | list[str | CorrectionForm] = []
    reviewed_by: str = ""
    pinned: str = "no"
    draft: str = "no"
    published: str = "yes"
