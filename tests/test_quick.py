from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from digest.model.html import Html
from digest.quick import QuickEnvironment, filled, shown

PIECES = (
    "{{ text }}",
    "{{ html }} and {{ number }}, {{ none }}",
    "{% for one in many %}<li class='{{ one }}'>{{ loop.index }} {{ one }}{% if not loop.last %}, {% endif %}</li>{% endfor %}",
    "{% for one in many %}{% include 'part.html' %}{% endfor %}",
    "{% with one = text %}{% include 'part.html' %}{% endwith %}",
    "{% set one = html %}{% include 'part.html' %}{% set other = one %}{{ other }}",
    "{% include 'none.html' ignore missing %}{% include 'part.html' ignore missing %}{% include 'part.html' without context %}",
    "{% include ['none.html', 'part.html'] ignore missing %}",
    "{% from 'macros.html' import tagged %}{{ tagged(text) }}{{ tagged(html, name='i') }}",
    "{% from 'macros.html' import around %}{% call around() %}{{ text }}{% include 'macros.html' %}{% endcall %}",
    "{% set kept %}{{ text }}{{ html }}{% endset %}{{ kept }}{{ kept | length }}",
    "{% filter upper %}{{ text }}{{ html }}{% endfilter %}",
    "{% autoescape false %}{{ text }}{% endautoescape %}",
    "{{ text ~ html }}{{ many | join(html) }}{{ given(text, html) }}",
    "{% for one in many %}{{ given(one, html) }}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% macro here(it) %}<{{ it }}>{% if it %}{{ html }}{% endif %}{% endmacro %}{{ here(text) }}{{ here(none) }}",
)
PARTS = {
    "part.html": "<b>{{ one if one is defined else 'none' }}</b>{% set text = 'inside' %}{{ text }}\n",
    "macros.html": "{% macro tagged(it, name='b') %}<{{ name }}>{{ it }}</{{ name }}>{% endmacro %}"
    "{% macro around() %}[{{ caller() }}]{% endmacro %}",
    "base.html": "<title>{% block title %}{{ text }}{% endblock %}</title>{{ self.title() }}{% block body %}{% endblock %}",
}


@dataclass(frozen=True)
class Told:
    text: str


@given(
    pieces=st.lists(st.sampled_from(PIECES), max_size=4),
    text=st.text("ab<>&'\" %", max_size=8),
    many=st.lists(st.text("a<&", max_size=3), max_size=3),
)
def test_templates_mean_what_they_mean_to_jinja(pieces: list[str], text: str, many: list[str]) -> None:
    page = f"{{% extends 'base.html' %}}{{% block body %}}{''.join(pieces)}{{{{ super() }}}}{{% endblock %}}"
    values = {"text": text, "html": Html("<i>&amp;</i>"), "number": 3, "none": None, "many": many}

    loader = DictLoader({**PARTS, "page.html": page})

    def rendered(kind: type[Environment]) -> str:
        environment = kind(loader=loader, autoescape=True, undefined=StrictUndefined)
        environment.globals["given"] = lambda *them: Markup("%s|%s") % them
        return environment.get_template("page.html").render(values)

    assert rendered(QuickEnvironment) == rendered(Environment)


@given(st.one_of(st.text(), st.text().map(Html), st.text().map(Markup), st.integers(), st.floats(), st.none(), st.builds(Told)))
def test_a_value_is_written_as_jinja_writes_it(value: object) -> None:
    assert shown(value) == Environment(autoescape=True).from_string("{{ value }}").render(value=value)


class Tagged(int):
    def __str__(self) -> str:
        return "<b>"


@pytest.mark.parametrize("value", ["<b>", Html("<b>"), Markup("<b>"), 3, 3.5, None, True, Tagged(3), Told("<b>")])
def test_a_message_is_filled_as_markup_fills_it(value: object) -> None:
    message = Markup("<p>%(value)s, 100 %%</p>")
    assert filled(message, {"value": value}) == message % {"value": value}


@pytest.mark.parametrize("kind", [Environment, QuickEnvironment])
def test_a_function_that_has_nothing_more_to_give_gives_what_is_undefined(kind: type[Environment]) -> None:
    template = kind().from_string("{{ given() is undefined }}")
    nothing: Iterator[object] = iter(())
    assert template.render(given=lambda: next(nothing)) == "True"
