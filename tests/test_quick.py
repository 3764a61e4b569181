from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import BaseLoader, DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from digest.model.html import Html
from digest.quick import QuickEnvironment, filled, shown

PIECES = (
    "{{ text }}",
    "{{ html }} and {{ number }}, {{ none }}{{ text if number }}{{ text if none }}{{ text if none else html }}",
    "{% for one in many %}<li class='{{ one }}'>{{ loop.index }} {{ one }}{% if not loop.last %}, {% endif %}</li>{% endfor %}",
    "{% for one in many %}{% include 'part.html' %}{% endfor %}",
    "{% for one in many %}{{ loop.index }}{% include 'looped.html' ignore missing %}{% include 'looped.html' %}{% endfor %}",
    "{% with one = text %}{% include 'part.html' %}{% endwith %}",
    "{% set one = html %}{% include 'part.html' %}{% set other = one %}{{ other }}",
    "{% include 'outer.html' %}{% set one = html %}{% include 'outer.html' %}",
    "{% include 'apart.html' %}{% if none %}{% set late = text %}{% endif %}{% include 'apart.html' %}{% set late = html %}",
    "{% include 'late.html' %}{% set number = html %}{% include 'late.html' %}",
    "{% include 'none.html' ignore missing %}{% include 'part.html' ignore missing %}",
    "{% include 'part.html' without context %}",
    "{% include ['none.html', 'part.html'] ignore missing %}",
    "{% from 'macros.html' import tagged %}{{ tagged(text) }}{{ tagged(html, n='i') }}{{ tagged() }}",
    "{% from 'macros.html' import tagged %}{{ tagged(text) if none else (given(text, html) if many else tagged(html)) }}",
    "{{ told.text ~ text ~ number }}{{ html ~ text }}",
    "{{ text[0] }}{{ many[-1] }}{{ many[0] is defined }}{{ many[1] | default(text) }}",
    "{{ nothing.text }}",
    "{{ 3.5 }}{{ many | length / 3 }}{{ text.upper() if number else html }}{{ said(text) if none }}",
    "{% from 'macros.html' import around %}{% call around() %}{{ text }}{% include 'macros.html' %}{% endcall %}",
    "{% import 'macros.html' as macros with context %}{{ macros.tagged(text) }}{% include 'importing.html' %}",
    "{% set kept %}{{ text }}{{ html }}{% include 'part.html' %}{% endset %}{{ kept }}{{ kept | length }}",
    "{% filter upper %}{{ text }}{{ html }}{% endfilter %}",
    "{% autoescape false %}{{ text }}{{ said('<b>') }}{% include 'part.html' %}{% endautoescape %}",
    "{{ text ~ html }}{{ many | join(html) }}{{ given(text, html) }}",
    "{% for one in many %}{{ given(one, html) }}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% macro all(it) %}{{ it }}{{ varargs | length }}{{ kwargs | length }}{% endmacro %}{{ all(text) }}{{ all(text, 1, n=2) }}",
    "{% macro here(it) %}<{{ it }}>{% if it %}{{ html }}{% endif %}{% endmacro %}{{ here(text) }}{{ here(none) }}",
    "{{ told.text }}{{ told.text.upper() }}{{ told['text'] }}{{ told.class is defined }}",
    "{{ row.text }}{{ row['text'] }}{{ row.get('text') }}",
    "{{ told.none is defined }}{{ none is defined }}{{ nothing is defined }}{{ told.nothing | default(text) }}",
    "{{ [told, told] | map(attribute='text') | join }}{{ [row] | map(attribute='keys') | map('string') | list | length }}",
    "{{ said('<b>') }}{{ said('<b>') if many else said('<i>') }}{{ said(text) }}",
    "{{ said('<i>', by=text) }}{{ given(said('<b>')) }}",
    "{% set said = text %}{{ said }}",
    "{% for said in many %}{{ said }}{% endfor %}{{ self.title() }}",
    "{% from 'macros.html' import bold %}{{ bold(text) }}{{ bold(text) }}{{ html if none else bold(said(text)) }}{{ bold(it) }}",
    "{% from 'macros.html' import bold %}{{ bold() }}",
    "{% from 'macros.html' import bold %}{% for bold in many %}{{ bold }}{% endfor %}{{ bold(text) if many else bold(number) }}",
    "{% from 'macros.html' import bold as it %}{{ it(it(text)) }}{% if number %}{% set it = said %}{% endif %}{{ it(text) }}",
    "{% from 'macros.html' import bold %}{% macro bold(it) %}{{ it }}{% endmacro %}{{ bold(text) }}",
    "{% from 'macros.html' import bold %}{% import 'macros.html' as bold %}{{ bold.tagged(text) }}{{ bold.nothing() if none }}",
    "{{ put('<i>%(one)s</i> %(two)s, 100 %%', one=text, two=html) }}{{ put('%(one)s%(one)s', one=number, two=nothing) }}",
    "{% from 'macros.html' import bold %}{{ put('%(one)s', one=bold(text)) }}{{ put('%(one)s', one=text if none) }}",
    "{{ put('%(one)s, %(one)d', one=5) }}{{ put('%(one)s', two=text) if none }}{{ put(text) if none }}",
    "{{ text.upper() }}{{ text.upper() | length }}{{ [text.upper(), row.keys() | list] }}{{ row.text.title() }}",
    "{% set space = namespace(n=0) %}{% for one in many %}{% set space.n = space.n + 1 %}{% endfor %}{{ space.n }}",
)
PARTS = {
    "part.html": "<b>{{ one if one is defined else 'none' }}</b>{% set text = 'inside' %}{{ text }}\n",
    "outer.html": "{% set text = 'outer' %}{% include 'inner.html' %}{{ text }}"
    "{% for one in many %}{% include 'inner.html' %}{% endfor %}",
    "inner.html": "{% set number = 5 %}{{ text }}{{ number }}{{ html }}",
    "looped.html": "{{ loop.index if loop is defined else text }}",
    "apart.html": "{{ late is defined }}{{ late | default('early') }}",
    "late.html": "{{ number }}",
    "importing.html": "{% from 'macros.html' import tagged as it %}{{ it(text) }}",
    "macros.html": "{% macro tagged(it, n='b') %}<{{ n }}>{{ it is defined }}{{ it | default('') }}</{{ n }}>{% endmacro %}"
    "{% macro around() %}[{{ caller() }}]{% endmacro %}{% macro bold(it) %}<b>{{ it }}{{ said('<i>') }}</b>{% endmacro %}",
    "base.html": "<title>{% block title %}{{ text }}{% endblock %}</title>{{ self.title() }}{% block body %}{% endblock %}",
}


@dataclass(frozen=True)
class Told:
    text: str


def said(message: str, **values: str) -> Markup:
    return Markup("<p>%s, %s</p>") % (message, "".join(values.values()))


def put(message: str, **values: object) -> Markup:
    return Markup(message) % values  # noqa: S704 - as functions of messages do


def quick(loader: BaseLoader) -> QuickEnvironment:
    messages = {"said": said, "put": put}
    environment = QuickEnvironment(messages=messages, loader=loader, undefined=StrictUndefined)
    environment.plain.globals |= messages
    return environment


@given(
    pieces=st.lists(st.sampled_from(PIECES), max_size=4),
    text=st.text("ab<>&'\" %", max_size=8),
    many=st.lists(st.text("a<&", max_size=3), max_size=3),
)
def test_templates_mean_what_they_mean_to_jinja(pieces: list[str], text: str, many: list[str]) -> None:
    page = "{% extends 'base.html' %}{% from 'macros.html' import bold %}{{ bold(text) }}"
    page += f"{{% block body %}}{''.join(pieces)}{{{{ super() }}}}{{% endblock %}}"
    values = {"text": text, "html": Html("<i>&amp;</i>"), "number": 3, "none": None, "many": many}
    values |= {"told": Told(text), "row": {"text": text}, "given": lambda *them: Markup("%s|%s") % (*them, text)[:2]}
    loader = DictLoader({**PARTS, "page.html": page})
    plain = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    plain.globals |= {"said": said, "put": put}

    def rendered(environment: Environment | QuickEnvironment) -> str:
        try:
            if isinstance(environment, QuickEnvironment):
                return environment.rendered("page.html", values)
            return environment.get_template("page.html").render(values)
        except (UndefinedError, TypeError) as error:
            return str(error)

    assert rendered(quick(loader)) == rendered(plain)


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


def test_a_function_that_has_nothing_more_to_give_gives_what_is_undefined() -> None:
    environment = quick(DictLoader({"page.html": "{{ given() is undefined }}"}))
    nothing: Iterator[object] = iter(())
    assert environment.rendered("page.html", {"given": lambda: next(nothing)}) == "True"


_BOLD, _ITALIC = ("{% macro tagged(it) %}<" + tag + ">{{ it }}{% endmacro %}" for tag in "bi")
_TAKE, _TAKE_OTHER = "{% from 'b.html' import tagged %}", "{% from 'i.html' import tagged %}"


@pytest.mark.parametrize(
    "page",
    [
        "{% if none %}" + _TAKE + "{% else %}" + _TAKE_OTHER + "{% endif %}{{ tagged(text) }}",
        _TAKE_OTHER + "{% if none %}" + _TAKE + "{% endif %}{{ tagged(text) }}",
        _TAKE + "{% macro other(it) %}{{ tagged(it) }}{% endmacro %}" + _TAKE_OTHER + "{{ other(text) }}",
        "{% for one in many %}"
        + _TAKE
        + "{{ tagged(one) }}{% endfor %}{% macro by(tagged) %}{{ tagged(text) }}{% endmacro %}{{ by(up) }}",
        "{% from 'twice.html' import tagged %}{{ tagged(text) }}",
        "{% from 'never.html' import tagged %}{{ tagged(text) }}",
        "{% set next = cycler('a', 'b', 'c').next %}{{ put('%(x)s %(x)s', x=next()) }}{{ next() }}",
        "{% set next = cycler('a', 'b', 'c').next %}{{ put('%(y)s %(x)s', x=next(), y=next()) }}",
    ],
)
def test_a_name_is_what_it_was_bound_to_last_and_a_value_is_asked_for_once(page: str) -> None:
    twice = _BOLD + "{% set end = '!' %}{% macro tagged(it) %}<u>{{ it }}{{ end }}{% endmacro %}"
    never = _BOLD + "{% if false %}" + _ITALIC + "{% endif %}"
    loader = DictLoader({"b.html": _BOLD, "i.html": _ITALIC, "twice.html": twice, "never.html": never, "page.html": page})
    plain = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    plain.globals |= {"put": put}
    values = {"text": "a<", "many": ["x", "<"], "none": None, "up": str.upper}
    assert quick(loader).rendered("page.html", values) == plain.get_template("page.html").render(values)
