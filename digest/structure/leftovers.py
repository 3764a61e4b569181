"""What a web page leaves between the lines of its article: advertisements, captions, links, calls to subscribe."""

import re

_ALONE = (
    "advertis(?:e)?ments?|ad|sponsored(?: content)?|share(?: this)?(?: article| story| page)?|related(?: articles?| stories)?|"
    "most (?:read|popular)|publicité|partager|anzeige|werbung|artikel teilen|publicidad|compartir|publicidade|compartilhar|"
    "partilhar|pubblicità|condividi|advertentie|deel dit artikel"
)
_LEADING = (
    "read (?:more|also|next|on)|see also|more on this|watch|listen|related(?: topics| articles?| stories)?|topics|tags|"
    "(?:image |photo |picture )?(?:captions?|credits?|source)|photos?|pictures?|images?|(?:à )?lire aussi|à voir aussi|"
    "lesen sie auch|mehr (?:dazu|zum thema)|lesetipp|lee también|le(?:e|a) más|leia (?:também|mais)|leggi anche|"
    "lees ook|fotos?|bild|imagen|imagem|immagine|beeld"
)
_CALLS = (
    "(?:sign up|subscribe) (?:for|to) .{0,60}(?:newsletters?|alerts?|briefing|updates?|channel)|we use cookies|"
    "(?:this|our) (?:web)?site uses cookies|accept (?:all )?cookies|skip to (?:main )?content|follow us on|"
    "nous utilisons des cookies|inscrivez-vous à .{0,40}(?:newsletter|lettre)|abonnez-vous|wir verwenden cookies|"
    "(?:diese|unsere) (?:web)?seite verwendet cookies|(?:jetzt )?newsletter abonnieren|abonnieren sie|"
    "utilizamos cookies|(?:usamos|este sitio usa|este site usa) cookies|suscríbe(?:te|ase)|(?:subscreva|assine) a newsletter|"
    "utilizziamo (?:i )?cookie|questo sito (?:usa|utilizza) (?:i )?cookie|iscriviti alla newsletter|"
    "wij gebruiken cookies|deze (?:web)?site gebruikt cookies|(?:meld je|schrijf je) .{0,30}nieuwsbrief"
)
_OF_PAGE = re.compile(rf"[\[(]?(?:(?:{_ALONE})\W*$|(?:{_CALLS})\b)", re.IGNORECASE)
_LINK = re.compile(rf"[\[(]?(?:{_LEADING})\s?: ", re.IGNORECASE)
_LONGEST = 300


def is_leftover(text: str) -> bool:
    """Whether a line is no part of an article's text, and so no heading: "Advertisement", "Read more: Why gardens fail"."""
    return is_of_page(text) or (len(text) <= _LONGEST and bool(_LINK.match(text)))


def is_of_page(text: str) -> bool:
    """Whether a line can be no title either, as "Watch: Elephant Walks Into Shop" can: it is the page that speaks."""
    return len(text) <= _LONGEST and bool(_OF_PAGE.match(text))
