"""The theme's static files, and the mark that tells a host to publish them as they are."""

from collections.abc import Iterator

from digest.model.library import Library
from digest.model.page import Page, Verbatim
from digest.model.site import Site


def pages(library: Library, site: Site) -> Iterator[Page]:
    """Copy each static file to its address."""
    del library
    yield Page(permalink="/.nojekyll", body=Verbatim(content=b""))
    for asset in site.assets:
        yield Page(permalink=asset.permalink, body=Verbatim(content=asset.content))
