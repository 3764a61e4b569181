"""Headings in sentence case before articles, offices and names, as other languages than English have them."""

import pytest

from digest.structure.recover import recover

ARTICLES = {
    "fr": (
        (
            "Le tram arrive enfin à Villeneuve",
            "La présidente de la région, Claire Morel, a annoncé mercredi la construction de deux lignes.",
        ),
        (
            "Des travaux pour trois ans",
            "Le chantier débutera par le quartier de la gare, où les canalisations doivent être déplacées.",
        ),
        ("L’opposition dénonce un coût trop élevé", "Le groupe écologiste estime que le budget sera dépassé de moitié."),
    ),
    "es": (
        (
            "El Congreso aprueba la ley de aguas",
            "La ministra de Medio Ambiente, Lucía Peña, celebró el resultado como histórico.",
        ),
        ("Los regantes piden cambios", "Las comunidades de regantes consideran que la norma llega tarde y mal."),
        ("¿Qué pasa ahora?", "El texto pasa al Senado, donde el Gobierno no tiene mayoría."),
    ),
    "it": (
        ("Elezioni a Torvano, vince la lista civica", "La sindaca uscente Carla Rinaldi ha ottenuto il 54 per cento dei voti."),
        ("Affluenza in calo", "Ha votato il 48 per cento degli aventi diritto, sei punti in meno del 2020."),
        ("Che cosa succede adesso", "La giunta sarà presentata entro venti giorni."),
    ),
}


@pytest.mark.parametrize("language", sorted(ARTICLES))
def test_headings_in_sentence_case_are_cut_from_the_sentence_behind_them(language: str) -> None:
    rows = ARTICLES[language]
    found = recover("\n".join(f"{heading} {text}" for heading, text in rows))
    assert found.language == language
    assert [found.title, *(section.heading for section in found.sections[1:])] == [heading for heading, _ in rows]
