"""Build sites of hostile inputs and count what got through: scripts, files outside, articles lost, words changed.

    python scripts/bench_hostile.py DATA [SCORER] [--only xss,feeds,names,yaml,text,encodings,bad,crowd,giants] [--pages 300]

DATA is a folder of inputs (xss.jsonl, feeds.jsonl, paths.jsonl, collisions.jsonl, yaml.jsonl, strings.jsonl, bidi.jsonl,
encodings/, giants.jsonl); SCORER opens each built page in Chromium, without and with its Content Security Policy.
"""

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
import unicodedata
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from playwright.sync_api import sync_playwright

from digest.analyse import analyse, published
from digest.config import configured
from digest.model.names import Entities
from digest.model.source import Source
from digest.parts import ANNOTATORS, COLLECTORS, LISTINGS, PAGE_TYPES
from digest.plan import plan
from digest.readers import markdown
from digest.site import site
from digest.text.directions import turning
from digest.text.xml import holdable
from digest.theme.files import theme

_DIGEST = [sys.executable, "-m", "digest"]
_OURS = Path(__file__).parent.parent / "tests" / "cases" / "payloads.jsonl"
_SCAN = (Path(__file__).parent / "active.js").read_text("utf-8")
_OWN = "https://own.test/"  # the address of the site, as active.js takes it
_AN_ARTICLE = 20  # payloads in each article
_MOST_MEGABYTES, _MOST_FOR_YAML = 1_000, 200
_MOST_FOR_CROWDS = 4_000  # MB
_CROWD, _NAMES = 200, 1_000
_FIRST = [one + end for one in "BDFGKLMNRSTVW" for end in ("a", "el", "or")]
_LAST = ("ran", "lin", "mor", "tel", "vas", "nik", "don", "rel", "berg", "man", "ton", "ski", "vic", "sen", "dorf", "ley")
_REFUSED = 1.0  # second
_SMALL = {"small.md": "# Small\n\nText.\n"}
_LONGEST_NAME = 255  # bytes, of a file
_ERROR = re.compile(r"^error: seeds/(?P<path>[^:]+):(?P<line>\d+)?", re.MULTILINE)
_BAD = {
    "unclosed.md": "---\ntitle: [\n---\nText.\n",
    "alias.md": "---\ntitle: &a x\nsummary: *a\n---\nText.\n",
    "tag.md": "---\ntitle: !!python/object/apply:os.system [ls]\n---\nText.\n",
    "twice.md": "---\ntitle: a\ntitle: b\n---\nText.\n",
    "deep.md": f"---\ntitle: {'[' * 5_000}\n---\nText.\n",
    "long-header.md": f"---\ntitle: {'x' * 70_000}\n---\nText.\n",
    "list-header.md": "---\n- a\n- b\n---\nText.\n",
    "wrong-kind.md": "---\ntitle: x\ntakeaways: {a: {b: c}}\n---\nText.\n",
    "wrong-date.md": "---\ntitle: x\ndate: the day before\n---\nText.\n",
    "nul.md": "Text\0.\n",
    "empty.md": "",
    "header-alone.md": "---\ntitle: x\n---\n",
    "large.txt": "Text. " * 400_000,
    "picture.md": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
}
_FILE_NAMES = (
    *("con.md", "NUL.txt", "aux.tar.md", "com1.md", "lpt9.txt", "index.md", "Index.md", "INDEX.MD", "index.html.md", "404.md"),
    *("caf\u00e9.md", "cafe\u0301.md", "News.md", "news.md", "\u212bngstr\u00f6m.md", "\u00c5ngstr\u00f6m.md", "Stra\u00dfe.md"),
    *(
        "a b.md",
        "a-b.md",
        "a.b.md",
        " .md",
        "-rf.md",
        "--help.md",
        "$(id).md",
        "`id`.txt",
        "{{x}}.md",
        "<b>.md",
        "'\".md",
    ),
    *(
        "a\\..\\b.md",
        "%2e%2e%2f.md",
        "CON .md",
        "x." + "y" * 240 + ".md",
        "\u202etxt.md",
        "\u200b.md",
        "~.md",
        "*.md",
        "?.md",
        "|.md",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """How a build ended, and the site that it left."""

    code: int
    said: str
    seconds: float
    megabytes: float
    site: Path

    @property
    def traceback(self) -> bool:
        """Say whether a person was shown a traceback or a fault of ours."""
        return "Traceback" in self.said or "digest fails on" in self.said or self.code not in {0, 1}

    @property
    def pages(self) -> list[Path]:
        """Return the pages of articles."""
        return sorted(self.site.glob("undated/*/index.html"))


def built(files: Mapping[str, str | bytes], folder: Path) -> Built:
    """Build a project of files below its content folder, by the command."""
    for name, content in files.items():
        path = folder / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return rebuilt(folder)


def rebuilt(folder: Path, *options: str) -> Built:
    """Build what stands in a folder."""
    return run(folder, "build", *options)


def run(folder: Path, *arguments: str) -> Built:
    """Run the command in a folder."""
    with (folder / "said").open("w+b") as said:
        running = subprocess.Popen([*_DIGEST, *arguments], cwd=folder, stderr=said, stdout=said)  # noqa: S603 - our own
        _, status, usage = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    (folder / "said").unlink()
    seconds = usage.ru_utime + usage.ru_stime  # what a quiet machine needs
    return Built(code=running.returncode, said=text, seconds=seconds, megabytes=usage.ru_maxrss / 1024, site=folder / "site")


def records(path: Path) -> list[dict[str, str]]:
    """Read one record a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def quoted(value: object) -> str:
    """Write a value as YAML, which takes JSON's quoting."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def article(body: str, **given: object) -> str:
    """Write an article with front matter."""
    header = "".join(f"{key}: {quoted(value)}\n" for key, value in given.items())
    return f"---\n{header}---\n\n{body}\n"


def xss(data: Path, scorer: Path, pages: int) -> Iterator[tuple[str, int]]:
    """Put each payload everywhere where a stranger's words can stand, and let a browser judge the pages and the feeds."""
    given = payloads(data)
    for name, files in (("payloads together", together(given)), ("a payload as title", titles(given))):
        with TemporaryDirectory() as folder:
            Path(folder, "digest.yaml").write_text(f"base_url: {_OWN}\nfeeds: {{content: full, limit: 1000}}\n", "utf-8")
            done = built(files, Path(folder))
            yield (
                f"{name}: {len(given)} payloads, {len(done.pages)} pages, {done.seconds:.0f} s, exit {done.code}",
                done.traceback,
            )
            feeds = feeds_as_pages(done.site, Path(folder, "feeds"))
            for what, site in ((name, done.site), (f"{name}, their feeds as pages", feeds)):
                found = active(site)
                yield f"{what}, all read by Chromium's parser: {len(found)} active {found[:5]}", len(found)
                command = [sys.executable, str(scorer), str(site), "--only", "exec", "--exec-max", str(pages), "-v"]
                done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the caller's own
                yield f"{what}, opened in Chromium: {(done.stdout or done.stderr).strip()[:3000]}", done.returncode


def active(site: Path) -> list[str]:
    """Read every page of a site as a browser does, and return what could run, load or lead astray.

    The judge opens pages, which takes a second each; this reads thousands.
    """
    executable = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-dev-shm-usage"])
        page = browser.new_page()
        for path in sorted(site.rglob("*.html")):
            name = path.relative_to(site).as_posix()
            found += [f"{name}: {one}" for one in page.evaluate(_SCAN, path.read_text("utf-8"))]
        browser.close()
    return found


def feeds_as_pages(site: Path, folder: Path) -> Path:
    """Write what readers of feeds show of each entry as a page of its own, with a policy."""
    policy = "default-src 'none'; base-uri 'none'; form-action 'none'"
    head = f'<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="{policy}"><title>x</title>'
    folder.mkdir()
    written = {"atom": _of_atom(site / "feed.xml"), "rss": _of_rss(site / "rss.xml"), "json": _of_json(site / "feed.json")}
    for name, markup in written.items():
        for number, one in enumerate(markup):
            (folder / f"{name}-{number}.html").write_text(f"{head}</head><body>{one}</body></html>", "utf-8")
    return folder


def _of_atom(path: Path) -> list[str]:
    """Return the markup of each entry; its other words are text, which readers escape."""
    entries = ET.parse(path).iter("{http://www.w3.org/2005/Atom}entry")  # noqa: S314 - ours
    return ["\n".join(part.text or "" for part in entry if part.get("type") == "html") for entry in entries]


def _of_rss(path: Path) -> list[str]:
    """Return what RSS takes for markup of each item, whose title and other words are text to it."""
    shown = ("description", "{http://purl.org/rss/1.0/modules/content/}encoded")
    items = ET.parse(path).iter("item")  # noqa: S314 - ours
    return ["\n".join(item.findtext(name, "") for name in shown) for item in items]


def _of_json(path: Path) -> list[str]:
    return [item["content_html"] for item in json.loads(path.read_text("utf-8"))["items"]]


def payloads(data: Path) -> list[str]:
    """Read the scripts, and add ours."""
    given = [record["payload"] for record in records(data / "xss.jsonl")]
    ours = [json.loads(line) for line in _OURS.read_text("utf-8").splitlines()]
    return [one.replace("\0", "") for one in (*given, *ours)]  # with a NUL in it a file is refused whole


def together(scripts: Sequence[str]) -> dict[str, str]:
    """Put twenty scripts into each article, wherever a stranger's words can stand."""
    files, edits = {}, []
    groups = [scripts[start : start + _AN_ARTICLE] for start in range(0, len(scripts), _AN_ARTICLE)]
    for number, some in enumerate(groups):
        links = "\n\n".join(f'[link]({one}) ![image]({one}) <a href="{one}">x</a> <{one}>\n\n[r]: {one}' for one in some)
        body = "\n\n".join(("Mayor Anna Ruiz spoke.", *some, *(f"## {one}" for one in some), links))
        given = {
            "title": f"Article {number}",
            "authors": some,
            "tags": some,
            "summary": " ".join(some),
            "takeaways": [*some, {"text": "Mayor Anna Ruiz spoke.", "quote": some[0], "reviewed_by": some[-1]}],
            "entities": [{"name": f"Anna Ruiz {number}", "type": "person", "aliases": some}],
            "source": {"name": some[0], "url": some[1], "licence": some[2]} if len(some) > 2 else some[0],  # noqa: PLR2004
            "correction": {"text": some[-1]},
            **dict.fromkeys(("canonical", "image", "cover", "source_url", "permalink", "layout", "reviewed_by"), some[0]),
            "aliases": some,
        }
        files[f"{number}.md"] = article(f"{body}\n\nAnna Ruiz {number} left.", **given)
        files[f"{number}{_file_name(some[0])}.txt"] = "\n\n".join((some[0], "Key takeaways", *some, *some)) + "\n"
        edits.append({"name": f"Anna Ruiz {number}", "description": " ".join(some)[:400], "links": {some[0]: "https://a.test/"}})
    files["entities.yaml"] = quoted({"entities": edits})[: 64 * 1024]
    while len(quoted({"entities": edits})) > 60_000:  # noqa: PLR2004 - what a YAML file may hold
        edits.pop()
    files["entities.yaml"] = quoted({"entities": edits})
    return files


def _file_name(script: str) -> str:
    return re.sub("[/\0-\x1f\x7f\ud800-\udfff]", "", script)[:40]


def titles(scripts: Sequence[str]) -> dict[str, str]:
    """Make of each script the title, the address and a name of an article."""
    return {
        f"{number}.md": article(f"It is said: {one}", title=one, slug=one, entities=[{"name": one, "type": "person"}])
        for number, one in enumerate(scripts)
    }


def feeds(data: Path) -> Iterator[tuple[str, int]]:
    """Import feeds as they were downloaded, and payloads as saved feeds and pages, and build a site of what was taken."""
    given = [json.loads(line) for line in (data / "feeds.jsonl").read_text("utf-8").splitlines()]
    files = {f"f{number}.xml": _bytes(one) for number, one in enumerate(given)}
    files |= {f"s{number}.{suffix}": content for number, one in enumerate(payloads(data)) for suffix, content in _saved(one)}
    with TemporaryDirectory() as place:
        folder = Path(place)
        for name, content in files.items():
            (folder / "saved").mkdir(exist_ok=True)
            (folder / "saved" / name).write_bytes(content)
        taken = run(folder, "import", "saved")
        failed = taken.said.count("digest fails on") + taken.said.count("takes longer than")
        told = f"{len(files)} feeds and pages: {len(list(folder.glob('seeds/*.md')))} articles, {taken.megabytes:.0f} MB"
        yield f"{told}, {taken.seconds:.0f} s, exit {taken.code}, {failed} faults", taken.traceback + failed
        done = rebuilt(folder)
        refused = _ERROR.findall(done.said)
        yield (
            f"built: {len(done.pages)} undated pages, {done.seconds:.0f} s, refused {refused[:5]}",
            done.traceback + len(refused),
        )
        found = active(done.site)
        yield f"all read by Chromium's parser: {len(found)} active {found[:5]}", len(found)


def _bytes(record: Mapping[str, str]) -> bytes:
    text = record.get("text")
    return b64decode(record["base64"]) if text is None else text.encode("utf-8", "surrogatepass")


def _saved(script: str) -> Iterator[tuple[str, bytes]]:
    """Write a payload as a saved RSS feed, JSON feed and web page."""
    body = f"<p>Mayor Anna Ruiz opened the bridge of Oslo on Monday.</p>{script}<p>She spoke for an hour, and then left.</p>"
    item = {"id": script, "title": script, "url": script, "content_html": body, "summary": script, "tags": [script]}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": script, "items": [item, {**item, "content_text": script}]}
    yield "json", json.dumps(feed).encode()
    rss = ET.Element("rss", version="2.0")
    channel = ET.SubElement(rss, "channel")
    for parent in (channel, ET.SubElement(channel, "item")):
        for name in ("title", "link", "author", "category", "guid", "copyright"):
            ET.SubElement(parent, name).text = holdable(script)
        ET.SubElement(parent, "description").text = holdable(body)
    yield "xml", ET.tostring(rss)
    page = f"<html><head><title>{script}</title></head><body><article><h1>Bridge</h1>{body * 3}</article></body></html>"
    yield "html", page.encode("utf-8", "surrogatepass")


def names(data: Path) -> Iterator[tuple[str, int]]:
    """Use each path and clashing title as slug, title, image, link and file name; every article needs a page of its own."""
    paths = [record["path"] for record in records(data / "paths.jsonl")]
    titles = [title for record in records(data / "collisions.jsonl") for title in record["titles"]]
    articles = {f"s{number}.md": article(f"![x]({one})\n\n[y]({one})", slug=one, title=one) for number, one in enumerate(paths)}
    articles |= {f"t{number}.md": article("Text.", title=one) for number, one in enumerate(titles)}
    articles |= dict.fromkeys(_FILE_NAMES, "Text.\n")
    articles |= {name: f"Text of {name}.\n" for one in paths if (name := _as_file(one))}
    with TemporaryDirectory() as outer:
        folder = Path(outer, "a", "b")
        folder.mkdir(parents=True)
        done = built(articles, folder)
        outside = [path for path in Path(outer).rglob("*") if path.is_file() and not path.is_relative_to(folder)]
        stray = {path.name for path in folder.iterdir()} - {"seeds", "site", "digest.lock.yaml", ".digest"}
        first = _site(done.site)
        yield f"{len(articles)} odd addresses and file names: {len(done.pages)} pages, exit {done.code}", done.traceback
        yield "files outside the output folder", len(outside) + len(stray)
        wrong = len(articles) - len(done.pages) - _skipped(done)
        yield f"articles without a page of their own ({_skipped(done)} named and left out)", abs(wrong)
        yield "addresses that differ by case or Unicode form alone", len(first) - len({_alike(path) for path in first})
        yield "reserved or over-long names", sum(_unusable(path) for path in first)
        yield "files that differ in the next build", _differences(first, _site(rebuilt(folder).site))
        (folder / "digest.lock.yaml").unlink()
        yield "files that differ in a build without its lock file", _differences(first, _site(rebuilt(folder).site))


def _as_file(path: str) -> str:
    parts = [part for part in f"{path}.md".split("/") if part not in {"", ".", ".."}]
    usable = all(
        len(part.encode("utf-8", "surrogatepass")) <= _LONGEST_NAME and not re.search("[\\0\ud800-\udfff]", part)
        for part in parts
    )
    hidden = any(part.startswith((".", "_")) for part in parts)
    return "/".join(("p", *parts)) if usable and not hidden else ""


def _skipped(done: Built) -> int:
    return done.said.count("skipped: ") + len(_ERROR.findall(done.said))


def _site(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> int:
    return sum(one.get(path) != other.get(path) for path in {*one, *other})


def _alike(path: str) -> str:
    return unicodedata.normalize("NFKC", path).casefold()


def _unusable(path: str) -> bool:
    parts = path.split("/")
    reserved = any(re.fullmatch(r"(?i)(con|prn|aux|nul|(com|lpt)\d)(\..*)?|.*[. ]", part) for part in parts)
    return reserved or any(len(part) > 100 or not part.isascii() for part in parts)  # noqa: PLR2004


def yaml(data: Path) -> Iterator[tuple[str, int]]:
    """Put each document into front matter, with a time limit of one second an article."""
    documents = records(data / "yaml.jsonl")
    names = {f"y{number}.md": record for number, record in enumerate(documents)}
    with TemporaryDirectory() as place:
        Path(place, "digest.yaml").write_text("time_limit: 1\n", "utf-8")
        done = built({name: _as_header(one["yaml"]) for name, one in names.items()}, Path(place))
    refused = {found["path"] for found in _ERROR.finditer(done.said) if found["line"]}
    accepted = [one["id"] for name, one in names.items() if one["fail"] is True and name not in refused]
    yield f"{len(names)} YAML documents: {len(refused)} refused with file and line, {done.seconds:.1f} s in all", done.traceback
    yield f"refused without a line: {_lineless(done)}", len(_lineless(done))
    yield f"invalid and yet read: {' '.join(accepted)}", len(accepted)
    yield f"{done.megabytes:.0f} MB", done.megabytes > _MOST_FOR_YAML
    yield "longer than 1 s", done.said.count("takes longer than")


def _as_header(document: str) -> str:
    return "---\n" + document.removeprefix("---\n") + "\n---\n\nText.\n"


def _lineless(done: Built) -> list[str]:
    return [found["path"] for found in _ERROR.finditer(done.said) if not found["line"]]


class Words(HTMLParser):
    """The text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        """Keep a run of text."""
        self.text += data


def text(data: Path) -> Iterator[tuple[str, int]]:
    """Use each text as title, tag, author, takeaway and code: all must come back as they were; directions must be reported."""
    for kind in ("strings", "bidi"):
        texts = [record["text"] for record in records(data / f"{kind}.jsonl")]
        with TemporaryDirectory() as place:
            files = {f"{number:04}.md": _everywhere(one, number) for number, one in enumerate(texts)}
            done = built(files, Path(place))
            made = len(done.pages)
            pages = {number: _words(done.site / f"undated/n{number:04}/index.html") for number in range(len(texts))}
        lost = [(number, one) for number, one in enumerate(texts) if _shown(one) not in pages[number]]
        lost = [(number, one) for number, one in lost if not re.search(f"error: seeds/{number:04}.md", done.said)]
        yield f"{kind}: {len(texts)} texts, exit {done.code}, {done.seconds:.0f} s, {made} pages", done.traceback
        yield f"{kind}: named as unreadable: {sorted(set(re.findall(r'(?m)^error: .*', done.said)))}", 0
        yield f"{kind}: not shown as they were: {lost[:5]!a}", len(lost)
        turned = sum(bool(turning(one)) for one in texts)
        yield (
            f"{kind}: texts that turn directions and are not reported, of {turned}",
            turned - done.said.count("the direction of text"),
        )


def _everywhere(one: str, number: int) -> str:
    given = {"title": one, "tags": [one], "authors": [one], "takeaways": [one], "slug": f"n{number:04}"}
    code = "\n".join(f"    {line}" for line in one.splitlines())
    return article(f"Text.\n\n{code}\n", **given)


def _words(page: Path) -> str:
    words = Words()
    words.feed(page.read_text("utf-8") if page.exists() else "")
    return _shown(words.text)


def _shown(one: str) -> str:
    return " ".join("".join(letter for letter in one if letter.isspace() or not _unprintable(letter)).split())


def _unprintable(letter: str) -> bool:
    """Say whether HTML has no such character, so that a page shows a mark in its place."""
    return unicodedata.category(letter) == "Cc" or letter == "\ufffd"


def encodings(data: Path) -> Iterator[tuple[str, int]]:
    """Build files in many encodings, whole and cut."""
    files = {path.name: path.read_bytes() for path in sorted((data / "encodings").iterdir())}
    with TemporaryDirectory() as place:
        done = built(files, Path(place))
        yield f"{len(files)} encodings: {len(done.pages)} pages, exit {done.code}\n{done.said}", done.traceback


def bad() -> Iterator[tuple[str, int]]:
    """Make one of 2,000 articles bad, in each way: 1,999 are built, and it is named; a strict build writes nothing."""
    good = {f"good-{number}.md": f"# Bridge {number}\n\nText.\n" for number in range(2_000)}
    with TemporaryDirectory() as place:
        Path(place, "digest.yaml").write_text("search: false\nfeeds: false\n", "utf-8")  # to build fifteen times in less time
        done = built(good, Path(place))
        yield f"none of {len(good)}: {len(done.pages)} built, {done.seconds:.0f} s", done.code or len(done.pages) != len(good)
        Path(place, "seeds", "good-0.md").unlink()
        for name, content in _BAD.items():
            done = built({name: content}, Path(place))
            Path(place, "seeds", name).unlink()
            pages = len(done.pages)
            yield f"1 of {len(good)} ({name}): {pages} built, {done.seconds:.0f} s", _unlike(done, name, len(good) - 1)
    for name, content in _BAD.items():
        with TemporaryDirectory() as place:
            done = built({**dict(list(good.items())[:20]), name: content}, Path(place))
            wrong, before = _unlike(done, name, 20), _site(done.site)
            Path(place, "seeds", "good-0.md").write_text("# Another\n\nText.\n", "utf-8")
            wrong |= rebuilt(Path(place), "--strict").code != 1 or _site(done.site) != before
            yield f"1 beside 20 ({name}), and a strict build: {len(done.pages)} built", wrong


def _unlike(done: Built, name: str, pages: int) -> bool:
    """Say whether a build did anything else than to leave out one article, and name it."""
    named = {found["path"] for found in _ERROR.finditer(done.said)}
    return done.traceback or done.code != 1 or len(done.pages) != pages or named != {name}


def crowd() -> Iterator[tuple[str, int]]:
    """Read, join and plan 200 articles of 1,000 names each that no other has, as many as an article may give to others."""
    heard = [f"{first}{last}" for first in _FIRST for last in _LAST]
    names = (f"{one} {two}" for one in heard for two in heard)
    annotated, started = [], time.process_time()
    for number in range(_CROWD):
        text = " ".join(f"{name} spoke." for name in islice(names, _NAMES))
        content = f"# Report {number}\n\n{text}\n".encode()
        article = markdown.read(Source(path=f"{number}.md", content=content, sha256=sha256(content).hexdigest()))
        annotated.append(published(replace(article, id=f"tag:own.test,2025:{number}"), ANNOTATORS, None))
    yield f"{_CROWD} articles of {_NAMES} names, read: {time.process_time() - started:.0f} s, {_megabytes():.0f} MB", 0
    started = time.process_time()
    library = analyse(annotated, COLLECTORS)
    told = f"{len(library[Entities].entities)} names joined: {time.process_time() - started:.0f} s, {_megabytes():.0f} MB"
    yield told, _megabytes() > _MOST_FOR_CROWDS
    started = time.process_time()
    with TemporaryDirectory() as place:
        config = configured(None, Path(place), base_url=_OWN)
        look = theme(config.templates, search=config.search)
        pages = sum(1 for _ in plan(library, site(config, look.assets, "tag:own.test,2025:site"), PAGE_TYPES, LISTINGS))
    told = f"{pages} pages planned: {time.process_time() - started:.0f} s, {_megabytes():.0f} MB"
    yield told, _megabytes() > _MOST_FOR_CROWDS


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def giants(data: Path) -> Iterator[tuple[str, int]]:
    """Build each giant beside a small article, in its seconds and 1 GB; one that is too large is refused within a second."""
    with TemporaryDirectory() as place:
        alone = built(_SMALL, Path(place)).seconds
    own = Path(__file__).parents[1] / "tests" / "cases"
    texts = (text for folder in (data, own) for text in (folder / "giants.jsonl").read_text("utf-8").splitlines())
    for record in map(json.loads, texts):
        for suffix in ("md", "txt"):
            with TemporaryDirectory() as place:
                giant = "".join(part * times for part, times in record["parts"])
                done = built({f"giant.{suffix}": giant, **_SMALL}, Path(place))
                good = (done.site / "undated/small/index.html").is_file()
            seconds = done.seconds - alone
            refused = "error: seeds/giant" in done.said and "takes longer than" not in done.said
            late = seconds > (_REFUSED if refused else record["seconds"]) or done.megabytes > _MOST_MEGABYTES
            said = " | ".join(done.said.split("\n")[:1])[:90]
            name = f"{record['id']}.{suffix}"
            yield f"{name:24} {seconds:5.1f} of {record['seconds']:3} s {done.megabytes:5.0f} MB  {said}", late or not good


def main() -> int:
    """Run the trials and print a line for each; exit 1 when anything got through."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path, nargs="?")
    parser.add_argument("--only", default="names,yaml,text,encodings,feeds,bad,crowd,giants,xss")
    parser.add_argument("--pages", type=int, default=300, help="pages of each site that the browser opens; 0: all")
    chosen = parser.parse_args()
    scorer = (chosen.scorer or chosen.data / "../../tools/check_site.py").resolve()
    trials: dict[str, Callable[[], Iterator[tuple[str, int]]]] = {
        "xss": lambda: xss(chosen.data, scorer, chosen.pages),
        "feeds": lambda: feeds(chosen.data),
        "names": lambda: names(chosen.data),
        "yaml": lambda: yaml(chosen.data),
        "text": lambda: text(chosen.data),
        "encodings": lambda: encodings(chosen.data),
        "bad": bad,
        "crowd": crowd,
        "giants": lambda: giants(chosen.data),
    }
    failed = 0
    for name in chosen.only.split(","):
        for line, wrong in trials[name]():
            print(f"{name:10} {'FAIL ' + str(int(wrong)) if wrong else 'ok':8} {line}", flush=True)
            failed += bool(wrong)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
