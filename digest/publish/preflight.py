"""A built site to what would go wrong with it at GitHub Pages, each fault with its mend."""

import html
import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from digest.cache.ledger import MANIFEST
from digest.config import Config
from digest.errors import ConfigError
from digest.model.problem import Level, Problem
from digest.publish.repository import Repository
from digest.publish.tree import Tree
from digest.publish.workflow import WORKFLOW, runs_for, runs_in
from digest.rules import RULES
from digest.text.counting import counted

_MEGABYTE = 1_000_000
_LARGEST_FILE, _LARGEST_SITE = 100 * _MEGABYTE, 1_000 * _MEGABYTE
_WELCOME = frozenset({".nojekyll", ".well-known", ".digest-manifest"})
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1", "0.0.0.0"})  # noqa: S104 - nothing is bound to it here # nosec B104
_NOT_FOUND = "404.html"
_CANONICAL = re.compile(r'<link rel="canonical" href="(?P<address>[^"]*)"')
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#")
Found = tuple[str, str, str, str]  # the rule, the file, what is wrong, what to do


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What is to be published: the files and the address that they were built for, with how many early articles, and whence."""

    tree: Tree
    base_url: str
    repository: Repository | None
    early: int = 0


def publication(config: Config, here: Repository | None, early: int) -> Publication:
    """Look at the site that a configuration built.

    Raises ConfigError when there is none.
    """
    if not (config.output / MANIFEST).is_file():
        raise ConfigError(f"there is no site of digest's in '{config.output.name}'", hint="run 'digest build' first")
    return Publication(tree=Tree(config.output), base_url=config.base_url, repository=here, early=early)


def preflight(publication: Publication) -> tuple[Problem, ...]:
    """Run all checks; errors are what visitors would see broken, or what git or GitHub refuses."""
    found = [one for check in _CHECKS for one in check(publication)]
    return tuple(_problem(*one) for one in sorted(set(found)))


def _problem(rule: str, path: str, message: str, hint: str) -> Problem:
    level: Level = RULES[rule]
    return Problem(level=level, rule=rule, path=path, line=0, message=message, hint=hint)


def _base_url(publication: Publication) -> Iterator[Found]:
    """Hold the address that the site is built for against the one that it will have."""
    repository, address = publication.repository, publication.base_url
    wanted = repository.pages_url if repository else ""
    mend = f"set 'base_url: {wanted or 'https://…/'}' in digest.yaml, and build again"
    parts = urlsplit(address)
    if not address and not (repository and repository.workflow):  # which sets it itself
        yield "publish-base-url", "digest.yaml", "without 'base_url' the 404 page and the feeds lead nowhere", mend
    elif wanted and (parts.hostname or "").endswith(".github.io") and address != wanted:
        yield "publish-base-url", "digest.yaml", f"'base_url' is {address}, and the site will be at {wanted}", mend
    elif parts.scheme == "http" and parts.hostname not in _LOCAL:
        yield "publish-http", "digest.yaml", f"{address} is not encrypted", "write https:// in 'base_url', and build again"


def _built_for(publication: Publication) -> Iterator[Found]:
    """Find a site that was built before its address changed."""
    found = _CANONICAL.search(publication.tree.text("index.html"))
    built, address = html.unescape(found["address"]) if found else "", publication.base_url
    if address and built not in {"", address}:
        message = f"was built for {built}, and 'base_url' is {address}"
        yield "publish-base-url", "index.html", message, "run 'digest build' again"


def _sizes(publication: Publication) -> Iterator[Found]:
    """Find what is larger than GitHub takes: 100 MB a file, 1 GB a site."""
    sizes = publication.tree.sizes
    for path, size in sizes.items():
        if size > _LARGEST_FILE:
            message = f"{size / _MEGABYTE:,.0f} MB; GitHub takes files of up to 100 MB"
            yield "publish-size", path, message, "keep it elsewhere, and link to it"
    if (total := sum(sizes.values())) > _LARGEST_SITE:
        message = f"the site has {total / _MEGABYTE:,.0f} MB; GitHub Pages publishes up to 1,000 MB"
        yield "publish-size", ".", message, "keep large files elsewhere, or split the site"


def _names(publication: Publication) -> Iterator[Found]:
    """Find names that cannot be published, or that were hardly meant to be."""
    for path in sorted(publication.tree.links):
        yield "publish-link", path, "a symbolic link; Pages does not follow it", "put the file itself there"
    for path in publication.tree.sizes:
        if '"' in path or not path.isprintable():  # git takes names in a stream of lines
            yield "publish-name", ascii(path)[1:-1], "a name that git cannot take", "rename the file"
        hidden = next((name for name in path.split("/") if name.startswith(".") and name not in _WELCOME), "")
        if hidden == ".git":
            yield "publish-name", path, "a repository inside the site", "move it out of the output folder"
        elif hidden:
            yield "publish-hidden", path, "a hidden file would be published too", "remove it, unless visitors need it"
    if ".nojekyll" not in publication.tree.sizes:
        hint = "build again, or add the empty file"
        yield "publish-nojekyll", ".nojekyll", "is missing: GitHub would leave out names that begin with '_'", hint


def _links(publication: Publication) -> Iterator[Found]:
    """Find links to nowhere, upper and lower case being different at GitHub, and links to this machine."""
    tree = publication.tree
    actual = {path.lower(): path for path in tree.sizes}
    for page in tree.pages:
        for address in tree.addresses(page):
            if _is_local(_host(address)) or address.lower().startswith("file:"):
                yield "publish-localhost", page, f"links to {address}, which is on your machine", "link to where it is published"
            target = _target(address, page, publication.base_url)
            if target and not {target, f"{target}/index.html"} & tree.sizes.keys():
                twin = actual.get(target.lower())
                hint = f"write '{twin}' as the file is called" if twin else "mend the link, or add the file"
                yield "publish-dead-link", page, f"links to '{target}', which is not there", hint


def _not_found(publication: Publication) -> Iterator[Found]:
    """Find what the 404 page, which is shown at any depth, loads by an address that holds at one depth only."""
    if _NOT_FOUND not in publication.tree.sizes:
        yield "publish-404", _NOT_FOUND, "is missing: visitors who are lost see GitHub's own page", "build again"
    base = urlsplit(publication.base_url).path or "/"
    for address in publication.tree.addresses(_NOT_FOUND):
        if not _ELSEWHERE.match(address) and not address.startswith(base):
            message = f"links to '{address}', which is found from no folder but one"
            yield "publish-404", _NOT_FOUND, message, "set 'base_url', and let the template link by 'relative'"


def _domain(publication: Publication) -> Iterator[Found]:
    """Find a domain of one's own that GitHub would not learn of."""
    name = publication.tree.text("CNAME").strip()
    repository = publication.repository
    host = urlsplit(publication.base_url).hostname or ""
    if name and host and name.lower() != host:
        hint = "let 'CNAME' and 'base_url' name the same host"
        yield "publish-domain", "CNAME", f"names {name}, but the site was built for {host}", hint
    if name and repository and repository.workflow:
        hint = "set it in the repository: Settings > Pages > Custom domain"
        yield "publish-cname-unread", "CNAME", "a workflow publishes the site, and those do not read CNAME", hint


def _history(publication: Publication) -> Iterator[Found]:
    """Find a repository that is not there, or not with its history."""
    if publication.repository is None:
        hint = "run 'git init' in the project, and add a remote"
        yield "publish-repository", ".", "the project is in no git repository", hint
    elif publication.repository.is_shallow:
        hint = "run 'git fetch --unshallow' (in a workflow: fetch-depth: 0)"
        yield "publish-shallow", ".", "a shallow clone: a push of the branch may be refused", hint


def _early(publication: Publication) -> Iterator[Found]:
    """Find articles that were built before their time."""
    if publication.early:
        early = counted(publication.early, "article is a draft or was", "articles are drafts or were")
        message = f"{early} dated in the future"
        yield "publish-early", ".", message, "run 'digest build' again without -D and -F, unless all may see them"


def _workflow(publication: Publication) -> Iterator[Found]:
    """Find a workflow that GitHub would not read, not run, or run elsewhere than in the project."""
    here = publication.repository
    hint = "move it away, and run 'digest publish --workflow'"
    if here and here.has_unread_workflow:
        message = f"GitHub reads workflows at the root of the repository alone, and this one is in '{here.folder}'"
        yield "publish-workflow", f"{here.folder}/{WORKFLOW}", message, hint
    if here and here.workflow and here.branch and not runs_for(here.workflow, here.branch):
        yield "publish-workflow", WORKFLOW, f"does not run for the branch '{here.branch}'", f"name it under 'branches', or {hint}"
    if here and here.workflow and not runs_in(here.workflow, here.folder):
        message = f"builds at the root of the repository, and the project is in '{here.folder}'"
        yield "publish-workflow", WORKFLOW, message, f"set 'working-directory: {here.folder}', or {hint}"


_CHECKS: Sequence[Callable[[Publication], Iterator[Found]]] = (
    _base_url,
    _built_for,
    _sizes,
    _names,
    _links,
    _not_found,
    _domain,
    _early,
    _workflow,
    _history,
)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_local(host: str) -> bool:
    return host in _LOCAL or host.startswith("127.") or host.endswith(".localhost")


def _target(address: str, page: str, base_url: str) -> str:
    """Return the file of the site that an address on a page leads to; '' for addresses elsewhere."""
    path = unquote(_below(address.partition("#")[0].partition("?")[0], base_url))
    if not path or ":" in path.split("/")[0]:
        return ""
    is_folder = path.endswith(("/", "/.", "/..")) or path in {".", ".."}
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(page), path, "index.html" if is_folder else "")).lstrip("/")


def _below(address: str, base_url: str) -> str:
    """Write an address that names the site's host, or begins at its root, from the folder of the site; '' for one elsewhere."""
    base = urlsplit(base_url)
    folder = base.path.rstrip("/") + "/"
    for start in (f"{base.scheme}://{base.netloc}{folder}", f"//{base.netloc}{folder}", folder):
        if base_url and address.lower().startswith(start.lower()):
            return "/" + address[len(start) :]
    return "" if address.startswith("/") else address
