"""What an editor is told of front matter that can be read."""

from collections.abc import Iterator, Sequence
from functools import partial

from digest.checked import Stranger
from digest.front_matter.corrections import places, stated_corrections
from digest.front_matter.form import Form
from digest.front_matter.lists import former_addresses
from digest.model.problem import Problem
from digest.text.folding import folded
from digest.text.paths import address
from digest.text.yaml import Document, Path


def remarks(written: Document, form: Form, unknown: Sequence[Stranger], path: str) -> Iterator[Problem]:
    """Yield a warning for each key that may be a slip, and for what is stated to no effect."""
    warn = partial(Problem, level="warning", path=path)
    for stranger in unknown:
        if stranger.meant:
            message, hint = f"unknown key '{stranger.key}'", f"did you mean '{stranger.meant}'?"
        elif stranger.is_bare and len(stranger.path) > 1:
            message, hint = f"'{stranger.key}' was taken for a key: a comma inside braces ends a text", "put the text in quotes"
        else:
            continue
        yield warn(rule="front-matter-key", line=written.line(stranger.path), message=message, hint=hint)
    for text in former_addresses(written, form):
        try:
            address(text)
        except ValueError:
            message, hint = f"'{text}' is no address of this site", "write one such as /old/address/"
            yield warn(rule="alias-unusable", line=written.line(("aliases",)), message=message, hint=hint)
    for place in _empty_quotes(written):
        message, hint = "its quote is empty", "copy words of the text into it, or leave 'quote:' out"
        yield warn(rule="stale-evidence", line=written.line(place), message=message, hint=hint)
    for place, message in _undated(form):
        hint = "add 'date:', as in 'correction: {text: …, date: 2025-07-12}'"
        yield warn(rule="correction-undated", line=written.line(place), message=message, hint=hint)


def _empty_quotes(written: Document) -> Iterator[Path]:
    """Yield where a takeaway has a quote that pins it to nothing."""
    stated = written.value.get("takeaways") if isinstance(written.value, dict) else None
    for index, entry in enumerate(stated if isinstance(stated, list) else ()):
        if isinstance(entry, dict) and "quote" in entry and not str(entry["quote"] or "").strip():
            yield ("takeaways", index, "quote")


def _undated(form: Form) -> Iterator[tuple[Path, str]]:
    """Yield where a correction or a retraction stands that does not say when it was made."""
    told = [(place, one) for place, one in zip(places(form), stated_corrections(form), strict=True) if folded(one.text)]
    yield from ((place, "the correction has no date") for place, one in told if not one.date)
    if form.status.lower() == "retracted" and not told:
        yield ("status",), "the retraction has no date"
