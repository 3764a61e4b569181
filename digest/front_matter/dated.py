"""The dates of front matter."""

from collections.abc import Iterator

from digest.checked import switch
from digest.errors import SourceError
from digest.front_matter.form import CorrectionForm, Form, PublicationForm
from digest.model.article import Day
from digest.text import dates
from digest.text.yaml import Document, Path


def date(document: Document, key: str, text: str, place: Path = ()) -> Day:
    """Read the date that a key states, if it does; where one stands that is none, raises SourceError with its line."""
    if not text:
        return None
    try:
        return dates.parsed(text, _stated_language(document))
    except ValueError as error:
        message = f"{key}: '{text}' is no date"
        line = document.line(place or tuple(key.split(".")))
        raise SourceError(message, line=line, hint="write 2025-07-10 or 2025-07-10T09:30:00+02:00") from error


def is_date(text: str, language: str) -> bool:
    """Say whether a text is a date."""
    try:
        return bool(dates.parsed(text, language))
    except ValueError:
        return False


def _stated_language(document: Document) -> str:
    written = document.written.get("language") if isinstance(document.written, dict) else None
    return written if isinstance(written, str) else ""


def without_other_dates(form: Form) -> Iterator[str]:
    """Take dates that are none out of what is stated, and yield them."""
    corrections = form.correction if isinstance(form.correction, list) else [form.correction]
    places: list[tuple[object, str]] = [(form, "date"), (form, "updated")]
    places += [(form, "published")] if switch(form.published) is None else []
    places += [(form.source, key) for key in ("published", "retrieved") if isinstance(form.source, PublicationForm)]
    places += [(one, "date") for one in corrections if isinstance(one, CorrectionForm)]
    for owner, key in places:
        text = getattr(owner, key)
        if text and not is_date(text, form.language):
            setattr(owner, key, "yes" if key == "published" and owner is form else "")
            yield text
