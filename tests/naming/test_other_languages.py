from unicodedata import normalize

import pytest

from digest.model.names import Passage
from digest.naming import find_names


def named(text: str, language: str) -> list[tuple[str, str]]:
    found = find_names([Passage(id="p1", kind="paragraph", text=text)], language=language)
    types = {entity.key: entity.type for entity in found.entities}
    return [(mention.text, types[mention.entity]) for mention in found.mentions]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Leur chef, Hervé Delmas-Roche, a regretté le débat.", ["Hervé Delmas-Roche"]),
        ("fr", "La ministre Anne-Marie Dupont était à Paris.", ["Anne-Marie Dupont", "Paris"]),
        ("fr", "L'Allemagne et l’Espagne ont voté contre.", ["Allemagne", "Espagne"]),
        ("pt", "O presidente Marcelo Rebelo de Sousa chegou a São Paulo.", ["Marcelo Rebelo de Sousa", "São Paulo"]),
        ("pt", "O incêndio na Serra da Estrela trouxe aviões de Marrocos.", ["Marrocos"]),
        ("es", "El consejero Rafael Montilla Gámez culpó a Madrid del retraso.", ["Rafael Montilla Gámez", "Madrid"]),
        ("es", "Ganó en San Mamés el domingo con un gol de penalti.", []),
        ("de", "Die Strecke nach Köln bleibt bis Ende Juli gesperrt, das Essen war gut.", ["Köln"]),
        ("de", "Der Zug nach Essen fiel aus.", ["Essen"]),
        ("de", "Der Bau soll im Mai beginnen, sagte Angela Merkel von der CDU.", ["Angela Merkel", "CDU"]),
        ("es", "La policía detuvo a José Adolfo Macías Villamar en Santander.", ["José Adolfo Macías Villamar", "Santander"]),
        ("pt", "Falou o presidente Luiz Inácio Lula da Silva.", ["Luiz Inácio Lula da Silva"]),
        ("fr", "Hier, Anne Legrand de Bordeaux a visité les Hauts-de-Nantes.", ["Anne Legrand", "Bordeaux"]),
        ("fr", "L’avis de Yann Kervella et d’Hélène Le Goff. Le train de la CGT.", ["Yann Kervella", "Hélène Le Goff", "CGT"]),
        ("fr", "Marine Le Pen a visité Lyon jeudi.", ["Marine Le Pen", "Lyon"]),
        ("de", "Da traf Moritz Broschinski (SPD). Die TVA und der PKW.", ["Moritz Broschinski", "SPD"]),
        ("es", "Hablaron Hugo Gruson y Pao Corrales. La Avenida Sara Aagesen.", ["Hugo Gruson"]),
        ("nl", "Wethouder Marieke Hoekstra van GroenLinks sprak.", ["Marieke Hoekstra", "GroenLinks"]),
        ("it", "Ha inviato volontari da Bologna.", ["Bologna"]),
        ("it", "Giuseppe Vallone, segretario della CGIL, chiede garanzie.", ["Giuseppe Vallone", "CGIL"]),
        ("es", "El PSOE y Marta Olmedo guardaron silencio.", ["PSOE", "Marta Olmedo"]),
        ("de", "Birgit Oelmann von der Polizei sagte nichts.", ["Birgit Oelmann"]),
        ("de", "Das EKG war unauffällig. Der QWB tagte, ein XQT nicht. Das XQT fiel aus.", ["QWB"]),
        ("de", "Ein QWB-Sprecher und eine AFX Sprecherin redeten. Der QWB und die AFX schwiegen.", ["AFX", "QWB", "AFX"]),
        ("fr", "Une XQT a été pratiquée. La XQT et le PLU n’ont rien montré.", []),
        ("nl", "De AOW stijgt, zegt de FNV.", ["FNV"]),
        ("nl", "Het regent in Friesland en Noord-Brabant.", ["Friesland", "Noord-Brabant"]),
        # What begins a sentence is no part of a name
        ("nl", "In Rotterdam regent het.", ["Rotterdam"]),
        ("fr", "À Paris, Yann Kervella attend.", ["Paris", "Yann Kervella"]),
        ("it", "La Juventus ha vinto. A Torino piove.", ["Juventus", "Torino"]),
        ("es", "Llueve en Lima y Callao.", ["Lima", "Callao"]),
        ("nl", "Den Haag (ANP) - Informateur Hans Wijers sprak.", ["Den Haag", "ANP", "Hans Wijers"]),
        # Given and family names that are English words, or are listed without accents
        ("fr", "Martine Vassal est venue.", ["Martine Vassal"]),
        ("pt", "Ele fala com Marina Silva e com Flávio Zorrão.", ["Marina Silva", "Flávio Zorrão"]),
        ("nl", "Hij sprak met Rob Zwetten.", ["Rob Zwetten"]),
        ("de", "Sprecher Frank Sell schwieg.", ["Frank Sell"]),
        # Bodies and cities as a language calls them
        ("fr", "L'OMS et le CIO siègent à Pékin, dans la ville de Nice aussi.", ["OMS", "CIO", "Pékin", "Nice"]),
        ("it", "A Venezia l'Unione europea tace.", ["Venezia", "Unione europea"]),
        ("es", "La Policía Nacional del Perú y el Congreso callan.", ["Policía Nacional del Perú", "Congreso"]),
        ("de", "Die Staatsanwaltschaft Köln (dpa) klagt.", ["Staatsanwaltschaft Köln", "dpa"]),
        ("de", "Die Grünen stimmen zu, sagte Olaf Zwett (Grüne).", ["Grünen", "Olaf Zwett", "Grüne"]),
        # What is a word too is a body or a city only beside a sign of it
        ("es", "Sumar puntos fuera es difícil.", []),
        ("es", "Vox populi, dicen. La Vox Populi.", []),
        ("es", "El Congreso de Cardiología cerró.", []),
        ("es", "Hablan el partido Sumar y Vox, según el Congreso.", ["Sumar", "Vox", "Congreso"]),
        ("pt", "Chega de promessas. Chega ao fim a obra.", []),
        ("pt", "O Supremo Arquiteto falou. O partido Chega votou, disse à Lusa.", ["Chega", "Lusa"]),
        ("nl", "Namen worden niet genoemd. Op de lijst staan Namen.", []),
        ("nl", "Luik open. Denk aan de families. Vooruit dan maar. Wenen mag.", []),
        ("nl", "Het regent in Luik en in Wenen.", ["Luik", "Wenen"]),
        ("fr", "PS : il dort. Horizons lointains. Le CIO de la banque part.", []),
        ("it", "Consulta il programma. Azione legale.", []),
        ("de", "Grüne Energie ist billig. Der Grüne Punkt. Er sitzt im Grünen.", []),
        ("de", "Linke Hand gebrochen. Verdi schrieb die Oper. Die Oper von Verdi.", []),
        ("de", "SPD und Grüne stimmen zu, auch Olaf Zwett (Linke).", ["SPD", "Grüne", "Olaf Zwett", "Linke"]),
        ("fr", "Parti de Marseille lundi, le voilier arrive.", ["Marseille"]),
        ("it", "Partito da Genova, il traghetto è arrivato.", ["Genova"]),
        ("es", "El Partido de Liga fue largo.", []),
        ("es", "Habló el Partido Quorto.", ["Partido Quorto"]),
        # A region that people are called like, behind a word that leads to it
        ("es", "Llueve en Aragón y en la provincia de Navarra.", ["Aragón", "Navarra"]),
        ("de", "Es regnet in Sachsen.", ["Sachsen"]),
        ("it", "Il treno va a Roma, a Torino e a Napoli.", ["Roma", "Torino", "Napoli"]),
    ],
)
def test_other_languages_have_whole_names_or_none(language: str, text: str, names: list[str]) -> None:
    assert [name for name, _ in named(text, language)] == names


def test_accents_that_stand_apart_make_the_same_names() -> None:
    text = "Mayor José Muñoz of Orléans met Zoë Çelik in São Paulo on Monday. Muñoz said Orléans would pay."
    apart = normalize("NFD", text)
    assert [(normalize("NFC", name), kind) for name, kind in named(apart, "en")] == named(text, "en")


def test_a_body_goes_by_its_english_name_in_every_language() -> None:
    passages = [Passage(id="p1", kind="paragraph", text="La Cruz Roja y la OTAN callan.")]
    assert [entity.name for entity in find_names(passages, language="es").entities] == ["Red Cross", "NATO"]


def test_a_club_that_is_called_like_a_town_is_the_club_unless_a_word_leads_to_the_town() -> None:
    assert named("Il Napoli ha vinto. Piove a Napoli.", "it") == [("Napoli", "organization"), ("Napoli", "place")]
