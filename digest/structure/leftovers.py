"""What a web page leaves between the lines of its article: advertisements, captions, links, calls to subscribe."""

from digest.text.patterns import pattern

_ALONE = (
    "advertis(?:e)?ments?|ad|sponsored(?: content)?|share(?: this)?(?: article| story| page)?|related(?: articles?| stories)?|"
    "most (?:read|popular)|publicité|partager|anzeige|werbung|artikel teilen|publicidad|compartir|publicidade|compartilhar|"
    "partilhar|pubblicità|condividi|advertentie|deel dit artikel"
)
_LEADING = (
    "read (?:more|also|next)|see also|more on this|related(?: topics| articles?| stories)?|topics|tags|"
    "(?:image|photo|picture) (?:captions?|credits?|source)|(?:à )?lire aussi|à voir aussi|"
    "lesen sie auch|mehr zum thema|lee también|leia também|leggi anche|lees ook"
)
# These begin a heading too where text stands below them: "Watch: The Lighthouse Keepers".
_LEADING_OR_NOT = (
    "read on|watch|listen|captions?|credits?|source|photos?|pictures?|images?|mehr dazu|lesetipp|le(?:e|a) más|leia mais|"
    "fotos?|bild|imagen|imagem|immagine|beeld"
)
_NETWORK = (
    "(?:facebook|twitter|x|instagram|linkedin|youtube|tiktok|whatsapp|telegram|threads|bluesky|mastodon|google news|social media)"
)
_CALLS = (
    "(?:sign up|subscribe) (?:for|to) .{0,60}(?:newsletters?|alerts?|briefing|updates?|channel)(?: and never miss .{0,40})?|"
    "accept (?:all )?cookies|skip to (?:main )?content|"
    f"follow us on {_NETWORK}(?:(?:,|,? (?:and|or|&)) {_NETWORK}){{0,5}}|"
    "inscrivez-vous à .{0,40}(?:newsletter|lettre)|abonnez-vous|(?:jetzt )?newsletter abonnieren|abonnieren sie|"
    "suscríbe(?:te|ase)|(?:subscreva|assine) a newsletter|iscriviti alla newsletter|(?:meld je|schrijf je) .{0,30}nieuwsbrief"
)
# That there are cookies is told in sentences, as a title is not: "We Use Cookies to Build Bridges, Says Baker".
_COOKIES = (
    "we use cookies|(?:this|our) (?:web)?site uses cookies|nous utilisons des cookies|wir verwenden cookies|"
    "(?:diese|unsere) (?:web)?seite verwendet cookies|utilizamos cookies|(?:usamos|este sitio usa|este site usa) cookies|"
    "utilizziamo (?:i )?cookie|questo sito (?:usa|utilizza) (?:i )?cookie|wij gebruiken cookies|"
    "deze (?:web)?site gebruikt cookies"
)
_OF_PAGE = pattern(rf"(?i)[\[(]?(?:(?:{_ALONE}|{_CALLS}|{_COOKIES})\W*$|(?:{_COOKIES})\b[^.!?]*[.!](?: |$))")
_LINK = pattern(rf"(?i)[\[(]?(?:{_LEADING})\s?: ")
_LINK_OR_HEADING = pattern(rf"(?i)[\[(]?(?:{_LEADING_OR_NOT})\s?: ")
_SENTENCE_ENDS = (".", "!", "?", "…", ".”", "!”", "?”", '."', '!"', '?"', ".»", "!»", "?»")
_LONGEST = 300


def is_leftover(text: str, below: str = "") -> bool:
    """Whether a line is no part of an article's text, and so no heading: "Advertisement", "Read more: Why gardens fail".

    Text `below` may have a line such as "Watch: The Lighthouse Keepers" for its heading.
    """
    if is_of_page(text):
        return True
    is_link = _LINK.match(text) or (_LINK_OR_HEADING.match(text) and not below.endswith(_SENTENCE_ENDS))
    return len(text) <= _LONGEST and bool(is_link)


def is_of_page(text: str) -> bool:
    """Whether a line can be no title either, as "Watch: Elephant Walks Into Shop" can: it is the page that speaks."""
    return len(text) <= _LONGEST and bool(_OF_PAGE.match(text))
