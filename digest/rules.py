"""Every rule by which digest tells an editor something: its name and how grave it is unless the configuration says otherwise."""

from typing import Literal

from digest.model.problem import Level

Severity = Literal["error", "warning", "note", "off"]
RULES: dict[str, Level] = {
    # takeaways and title, held against the text
    "takeaway-unsupported": "warning",
    "takeaway-weak": "warning",
    "number-not-in-text": "warning",
    "name-not-in-text": "warning",
    "quote-not-in-text": "warning",
    "stronger-than-source": "warning",
    "stale-evidence": "warning",
    "takeaway-long": "note",
    "takeaway-count": "note",
    "takeaway-copy-of-title": "note",
    "section-unreflected": "note",
    # what is said of the article
    "no-date": "note",
    "no-source": "note",
    "no-licence": "note",
    "no-title": "warning",
    "title-inferred": "note",
    "undated-weekday": "warning",
    "date-unread": "warning",
    "outline-differs": "warning",
    "correction-undated": "warning",
    "front-matter-key": "warning",
    "alias-unusable": "warning",
    "alias-taken": "warning",
    # the text
    "heading-uncertain": "warning",
    "heading-not-found": "warning",
    "takeaways-end": "warning",
    "takeaways-label": "warning",
    "paragraphs-unknown": "warning",
    "leaked-markup": "warning",
    "link-broken": "warning",
    "duplicate-article": "warning",
    "names-left-out": "warning",
    "bidi-control": "warning",
    # the folder
    "entity-unused": "warning",
    "addresses": "warning",
    "id-taken": "warning",
    "menu-broken": "warning",
    "no-index": "warning",
    # the file
    "encoding-guessed": "warning",
    "skipped": "warning",
    "unreadable": "error",
    "too-slow": "error",
    "too-deep": "error",
    "fault": "error",
    # articles from elsewhere
    "import-known": "note",
    "import-left": "note",
    # the built site, before it is published
    "publish-base-url": "error",
    "publish-http": "warning",
    "publish-size": "error",
    "publish-link": "error",
    "publish-name": "error",
    "publish-hidden": "warning",
    "publish-nojekyll": "warning",
    "publish-localhost": "error",
    "publish-dead-link": "error",
    "publish-404": "error",
    "publish-domain": "error",
    "publish-cname-unread": "warning",
    "publish-early": "warning",
    "publish-workflow": "warning",
    "publish-repository": "warning",
    "publish-shallow": "warning",
}
