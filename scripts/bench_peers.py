"""The same articles as projects of digest and of the generators that it is compared with, each of which comes from its registry.

Every project has a page for each article, name and tag, a front page, feeds and a sitemap, as its generator makes them.
"""

import random
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

_HOME = Path(".cache/bench").absolute()
_FIRST = "Ana Boris Carla Dalia Emeka Greta Ivo Jonas Kaja Lena Mara Nils Olga Petra Rafael Samir Tomas Ulla Vera Yusuf".split()
_LAST = "Abara Bakker Cho Dahl Eriksen Fabre Gallo Haas Ibarra Jansen Keller Lopez Mensah Novak Okafor Park Rossi Toth".split()
_PEOPLE = [f"{first} {last}" for last in _LAST for first in _FIRST]
_NOUNS = "bridge harbour budget council treaty market hospital railway school election network reserve".split()
_VERBS = "supports delays reviews funds questions expands protects approves".split()
_ADVERBS = "quietly widely steadily publicly promptly".split()
_SECTIONS, _PARAGRAPHS, _SENTENCES = 7, 3, 8  # some 1,050 words


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What an article says, in no generator's form."""

    title: str
    day: str
    tags: Sequence[str]
    names: Sequence[str]
    takeaways: Sequence[str]
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A generator: what builds a site, how its project is written (which returns the folder of the articles), what it makes."""

    name: str
    command: Sequence[str]
    write: Callable[[Path, int], Path]
    made: Sequence[str]


def tools() -> Iterator[Tool]:
    """Yield digest, and of the others those that can be had here."""
    build = [sys.executable, "-m", "digest", "build", "--quiet"]
    yield Tool(name="digest", command=build, write=digest, made=["site", ".digest"])
    without_search = partial(digest, settings="search: false\n")  # which none of the others makes
    yield Tool(name="digest without search", command=build, write=without_search, made=["site", ".digest"])
    if hugo := next(_installed("hugo", "hugo").glob("lib/python*/site-packages/hugo/binaries/hugo*"), None):
        yield Tool(name="hugo", command=[str(hugo), "--quiet"], write=_hugo, made=["public", "resources"])
    if (pelican := _installed("pelican", "pelican[markdown]") / "bin" / "pelican").exists():
        yield Tool(name="pelican", command=[str(pelican), "--quiet", "content"], write=_pelican, made=["output"])
    if eleventy := _eleventy():
        yield Tool(name="eleventy", command=eleventy, write=_eleventy_project, made=["_site"])


def digest(folder: Path, articles: int, settings: str = "") -> Path:
    """Write a project of digest."""
    _files(folder, {"digest.yaml": f"names: declared\nbase_url: https://example.org/\n{settings}"})
    return _articles(folder / "seeds", articles)


def article(number: int) -> Article:
    """Make up an article, the same each time."""
    chance = random.Random(number)  # noqa: S311 - for no secret
    names = chance.sample(_PEOPLE, 12)
    people = iter(names * 100)

    def sentence() -> str:
        one, other = chance.choices(_NOUNS, k=2)
        return f"{next(people)} said that the {one} {chance.choice(_VERBS)} the new {other} {chance.choice(_ADVERBS)}."

    takeaways = [sentence() for _ in range(4)]
    title = f"{names[0]} {chance.choice(_VERBS)} the {chance.choice(_NOUNS)}, {number}"
    tags = chance.sample(_NOUNS, 2)
    sections = (
        f"## The {chance.choice(_NOUNS)} {index}\n\n"
        + "\n\n".join(" ".join(sentence() for _ in range(_SENTENCES)) for _ in range(_PARAGRAPHS))
        for index in range(_SECTIONS)
    )
    day = f"2025-{1 + number % 12:02}-{1 + number % 28:02}"
    return Article(title=title, day=day, tags=tags, names=names, takeaways=takeaways, body="\n\n".join(sections) + "\n")


def _in_yaml(one: Article) -> str:
    """Write an article with front matter that states its takeaways with evidence and its names."""
    takeaways = "".join(f'  - {{text: "{text}", evidence: [p{1 + 4 * at}]}}\n' for at, text in enumerate(one.takeaways))
    entities = "".join(f"  - {{name: {name}, type: person}}\n" for name in one.names)
    head = f'title: "{one.title}"\ndate: {one.day}\nlanguage: en\ntags: [{", ".join(one.tags)}]\n'
    people = f"people: [{', '.join(one.names)}]\n"
    return f"---\n{head}{people}takeaways:\n{takeaways}entities:\n{entities}---\n\n{one.body}"


def _in_pelican(one: Article) -> str:
    """Write an article as Pelican has it: its names are tags, since there is no other list of terms."""
    takeaways = "\n    ".join(one.takeaways)
    return (
        f"Title: {one.title}\nDate: {one.day}\nTags: {', '.join([*one.tags, *one.names])}\nTakeaways: {takeaways}\n\n{one.body}"
    )


def _articles(folder: Path, articles: int, form: Callable[[Article], str] = _in_yaml) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(articles):
        (folder / f"{number}.md").write_text(form(article(number)), "utf-8")
    return folder


def _files(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _installed(name: str, package: str) -> Path:
    """Install a package of PyPI into a folder of its own, unless that was done before; return the folder."""
    place = _HOME / name
    if not place.exists():
        venv.create(place, with_pip=True)
        subprocess.run([place / "bin" / "pip", "install", "--quiet", package], check=False)  # noqa: S603 - our own
    return place


def _eleventy() -> list[str] | None:
    """Install Eleventy, where there is Node; return what runs it."""
    place, npm, node = _HOME / "eleventy", shutil.which("npm"), shutil.which("node")
    if not (npm and node):
        return None
    if not place.exists():
        place.mkdir(parents=True)
        command = [npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(place), "@11ty/eleventy"]
        subprocess.run(command, check=False)  # noqa: S603 - our own
    program = place / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    return [node, str(program), "--quiet"] if program.exists() else None


def _hugo(folder: Path, articles: int) -> Path:
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main>'
        '{{ block "main" . }}{{ end }}</main></body></html>'
    )
    single = (
        '{{ define "main" }}<h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02" }}</time>{{ .TableOfContents }}{{ .Content }}'
        '<ol>{{ range .Params.takeaways }}<li>{{ .text }} {{ range .evidence }}<a href="#{{ . }}">{{ . }}</a>{{ end }}</li>'
        "{{ end }}</ol>"
        '<ul>{{ range .GetTerms "people" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}'
    )
    several = (
        '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> '
        "{{ .Summary }}</li>{{ end }}</ul>{{ end }}"
    )
    settings = 'baseURL = "https://example.org/"\ntitle = "The Briefing"\n[taxonomies]\ntag = "tags"\nperson = "people"\n'
    layouts = {"baseof": page, "single": single, "list": several}
    _files(folder, {"hugo.toml": settings, **{f"layouts/_default/{name}.html": text for name, text in layouts.items()}})
    return _articles(folder / "content" / "posts", articles)


def _pelican(folder: Path, articles: int) -> Path:
    base = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ SITENAME }}</title></head><body><main>'
        "{% block main %}{% endblock %}</main></body></html>"
    )
    inherit = '{% extends "base.html" %}{% block main %}'
    single = (
        inherit + '<h1>{{ article.title }}</h1><time>{{ article.date.strftime("%Y-%m-%d") }}</time>{{ article.content }}'
        "<ol>{% for text in article.takeaways %}<li>{{ text }}</li>{% endfor %}</ol>"
        '<ul>{% for tag in article.tags %}<li><a href="/{{ tag.url }}">{{ tag }}</a></li>{% endfor %}</ul>{% endblock %}'
    )
    rows = '<li><a href="/{{ one.url }}">{{ one.title }}</a> {{ one.summary }}</li>'
    several = inherit + "<ul>{% for one in articles %}" + rows + "{% endfor %}</ul>{% endblock %}"
    sitemap = (
        '<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "{% for one in articles %}<url><loc>{{ SITEURL }}/{{ one.url }}</loc></url>{% endfor %}</urlset>"
    )
    settings = (
        'SITENAME = "The Briefing"\nSITEURL = "https://example.org"\nAUTHOR = "The desk"\nTIMEZONE = "UTC"\nTHEME = "theme"\n'
        'PLUGINS = []\nSTATIC_PATHS = []\nDIRECT_TEMPLATES = ["index", "sitemap"]\nSITEMAP_SAVE_AS = "sitemap.xml"\n'
        'FEED_ALL_ATOM = "feed.xml"\nFEED_MAX_ITEMS = 20\nTAG_FEED_ATOM = "feeds/{slug}.xml"\n'
        "CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = TRANSLATION_FEED_ATOM = None\n"
        'CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""\nMARKDOWN = {"extension_configs": {"markdown.extensions.meta": {}}}\n'
    )
    pages = {"base": base, "article": single, "index": several, "tag": several, "sitemap": sitemap}
    _files(folder, {"pelicanconf.py": settings, **{f"theme/templates/{name}.html": text for name, text in pages.items()}})
    return _articles(folder / "content", articles, _in_pelican)


def _eleventy_project(folder: Path, articles: int) -> Path:
    base = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><main>'
        "{{ content | safe }}</main></body></html>"
    )
    single = (
        "---\nlayout: base.njk\n---\n<h1>{{ title }}</h1><time>{{ page.date.toISOString() }}</time>{{ content | safe }}"
        "<ol>{% for one in takeaways %}<li>{{ one.text }} {% for p in one.evidence %}<a href='#{{ p }}'>{{ p }}</a>{% endfor %}"
        "</li>{% endfor %}</ol><ul>{% for name in people %}<li><a href='/people/{{ name | slugify }}/'>{{ name }}</a></li>"
        "{% endfor %}</ul>"
    )
    rows = "<ul>{% for one in LIST %}<li><a href='{{ one.url }}'>{{ one.data.title }}</a></li>{% endfor %}</ul>"

    def grouped(kind: str) -> str:
        head = f"layout: base.njk\npagination: {{data: collections.{kind}, size: 1, alias: group}}\n"
        return f'---\n{head}permalink: "/{kind}/{{{{ group.name | slugify }}}}/"\n---\n' + rows.replace("LIST", "group.pages")

    feed = (
        '---\npermalink: /feed.xml\n---\n<feed xmlns="http://www.w3.org/2005/Atom"><title>The Briefing</title>'
        "{% for one in collections.latest %}<entry><title>{{ one.data.title }}</title><id>https://example.org{{ one.url }}</id>"
        "<content type='html'>{{ one.content }}</content></entry>{% endfor %}</feed>"
    )
    sitemap = (
        '---\npermalink: /sitemap.xml\n---\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "{% for one in collections.posts %}<url><loc>https://example.org{{ one.url }}</loc></url>{% endfor %}</urlset>"
    )
    settings = """export default function (site) {
  const posts = (all) => all.getFilteredByGlob("src/posts/*.md").reverse();
  const grouped = (key) => (all) => {
    const groups = new Map();
    for (const page of posts(all))
      for (const name of page.data[key]) (groups.get(name) ?? groups.set(name, []).get(name)).push(page);
    return [...groups].map(([name, pages]) => ({ name, pages }));
  };
  site.addCollection("posts", posts);
  site.addCollection("latest", (all) => posts(all).slice(0, 20));
  site.addCollection("people", grouped("people"));
  site.addCollection("topics", grouped("tags"));
  site.setQuietMode(true);
  return { dir: { input: "src", output: "_site" }, markdownTemplateEngine: false };
}
"""
    texts = {
        "package.json": '{"type": "module"}\n',
        "eleventy.config.js": settings,
        "src/_includes/base.njk": base,
        "src/_includes/article.njk": single,
        "src/index.njk": "---\nlayout: base.njk\ntitle: The Briefing\n---\n" + rows.replace("LIST", "collections.posts"),
        "src/people.njk": grouped("people"),
        "src/topics.njk": grouped("topics"),
        "src/feed.njk": feed,
        "src/sitemap.njk": sitemap,
        "src/posts/posts.11tydata.js": (
            'export default { layout: "article.njk", permalink: (page) => `/posts/${page.page.fileSlug}/` };\n'
        ),
    }
    _files(folder, texts)
    return _articles(folder / "src" / "posts", articles)
