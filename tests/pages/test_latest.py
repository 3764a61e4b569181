import json
from datetime import date
from typing import cast

from builders import a_library, a_site, an_article

from digest.model.page import Later
from digest.pages.latest import pages


def test_the_manifest_lists_the_newest_articles_with_their_addresses() -> None:
    articles = [an_article("Bridge", date=date(2025, 7, 10), language="de"), *(an_article(str(n)) for n in range(100))]
    (page,) = pages(a_library(*articles), a_site())
    listed = json.loads(cast(Later[bytes], page.body).made(a_site()))
    assert page.permalink == "/latest.json"
    assert listed[0] == {"url": "/2025/07/bridge/", "title": "Bridge", "language": "de", "date": "2025-07-10"}
    assert len(listed) == 50
