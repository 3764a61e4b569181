"""Every word of the interface in a template can be translated."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import get_args

import pytest
from jinja2 import Environment, nodes

from digest.structure.pieces import Rule
from digest.theme.files import default_folder

SHOWN = {"alt", "aria-label", "content", "placeholder", "title"}
NAMES = {"JSON", "eval", "sha256", "unsafe", "wasm"}  # the same in every language, as keys of one letter are
TEMPLATES = sorted(path.relative_to(default_folder()).as_posix() for path in default_folder().rglob("*.html"))


class Words(HTMLParser):
    """The words that a page shows by itself: in its text, and in what is said of its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta" or ("name", "description") in attrs:
            self.found += [value for name, value in attrs if value and (name in SHOWN or name.startswith("data-"))]

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def unmarked(template: str) -> list[str]:
    """Return the words of a template that no catalogue can replace."""
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined] # the extension adds it
    words = Words()
    words.feed("".join(shown(environment.parse(template))))
    words.close()
    return [word for text in words.found for word in re.findall(r"[^\W\d_]\w+", text) if word not in NAMES]


def shown(template: nodes.Template) -> Iterator[str]:
    for output in template.find_all(nodes.Output):
        for part in output.nodes:
            yield from (part.data,) if isinstance(part, nodes.TemplateData) else literals(part)


def literals(part: nodes.Node) -> Iterator[str]:
    """Yield the texts that an expression may show as they stand in the template."""
    if isinstance(part, nodes.Const):
        yield str(part.value)
    elif isinstance(part, nodes.Filter | nodes.Getitem):
        is_address = isinstance(part, nodes.Filter) and part.name in {"asset", "relative"}
        yield from literals(part.node) if part.node and not is_address else ()
    elif isinstance(part, nodes.Dict):
        yield from (text for item in part.items for text in literals(item.value))
    elif isinstance(part, nodes.CondExpr):
        yield from literals(part.expr1)
        yield from literals(part.expr2) if part.expr2 else ()
    elif isinstance(part, nodes.Concat):
        yield from (text for one in part.nodes for text in literals(one))


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_no_words_that_cannot_be_translated(name: str) -> None:
    assert unmarked((default_folder() / name).read_text("utf-8")) == []


@pytest.mark.parametrize(
    "template",
    [
        "<p>Today</p>",
        '<nav aria-label="Site">',
        '<meta name="description" content="{{ view.name }} today">',
        '{{ "Weak" if view.is_weak else _("Strong") }}',
        '{{ {"a": "Weak"}[view.kind] }}',
        '{{ "By " ~ view.name }}',
    ],
)
def test_words_outside_the_catalogues_are_found(template: str) -> None:
    assert len(unmarked(template)) == 1


def test_words_of_the_catalogues_classes_and_addresses_are_none() -> None:
    assert not unmarked(
        '<a class="x{{ " lit" if view.lit }}" href="{{ "/a/" | relative(view.permalink, site) }}">{{ _("Go") }}</a>'
    )
    assert not unmarked("{% trans name=view.name %}By <b>{{ name }}</b>{% endtrans %}")


@pytest.mark.parametrize("name", TEMPLATES)
def test_dates_and_numbers_are_in_the_language_of_the_words_around_them(name: str) -> None:
    written = r"\| *(?:long_date|full_date|short_date|number|percent|listed)\(.*?\)"
    source = (default_folder() / name).read_text("utf-8")
    assert [use for use in re.findall(written, source) if not use.endswith("site.wording.language)")] == []


def test_every_rule_by_which_a_heading_is_known_has_words() -> None:
    tree = Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(
        (default_folder() / "partials/words.html").read_text("utf-8")
    )
    macro = next(found for found in tree.find_all(nodes.Macro) if found.name == "rule")
    told = {pair.key.as_const() for pair in macro.find_all(nodes.Pair)}
    assert told == {rule for rule in get_args(Rule) if rule}
