"""The corrections that front matter states."""

from collections.abc import Iterator, Sequence

from digest.front_matter.dated import date
from digest.front_matter.form import CorrectionForm, Form
from digest.model.article import Correction, Day
from digest.text import dates
from digest.text.folding import folded
from digest.text.instants import instant
from digest.text.yaml import Document, Path


def corrections(document: Document, form: Form) -> tuple[Correction, ...]:
    """Read one correction or several; the newest comes first, those without a date last."""
    read = [
        Correction(text=folded(entry.text), date=date(document, "correction", entry.date, (*place, "date")))
        for place, entry in zip(places(form), stated_corrections(form), strict=True)
    ]
    return tuple(sorted((one for one in read if one.text), key=lambda one: dates.newest_first(one.date)))


def stated_corrections(form: Form) -> list[CorrectionForm]:
    """Return what is stated of each correction."""
    entries = form.correction if isinstance(form.correction, list) else [form.correction]
    return [CorrectionForm(entry) if isinstance(entry, str) else entry for entry in entries]


def places(form: Form) -> Iterator[Path]:
    """Yield where each correction stands."""
    if isinstance(form.correction, list):
        yield from (("correction", index) for index in range(len(form.correction)))
    else:
        yield ("correction",)


def updating(made: Sequence[Correction], published: Day) -> Iterator[Day]:
    """Yield the days of the corrections that update their article: those of before it was published do not."""
    for one in made:
        if one.date and (not published or instant(one.date) >= instant(published)):
            yield one.date
