package io.wiredesk.wire.normalise.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.Signal;
import io.wiredesk.wire.normalise.signal.Slot.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConventionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KILL: Bank robbery in Osterhavn",
        "KILL",
        "KILL KILL KILL",
        "BULLETIN KILL - BC-Bank robbery",
        "MANDATORY KILL",
        "*** KILL *** Bank robbery",
        "(KILL) Bank robbery",
        "Bank robbery (KILL)",
        "STORY WITHDRAWN",
        "STORY WITHDRAWN: Bank robbery in Osterhavn",
        "STORY REMOVED: US--Bank Robbery",
        "WITHDRAWN-Bank robbery in Osterhavn",
        "WITHDRAWN: Bank robbery",
        "RETRACTION: Bank robbery",
        "ANNULATION - Braquage à Osterhavn",
        "ANNULATION: braquage à Osterhavn",
        "STORNO: Banküberfall in Osterhavn",
        "MELDUNG ZURÜCKGEZOGEN - Banküberfall",
        "ZURÜCKGEZOGEN: Banküberfall",
        "ANULACIÓN: Robo en Osterhavn",
        "ANULACION - Robo en Osterhavn",
        "NOTICIA ANULADA: Robo en Osterhavn",
        "ANNULLAMENTO: Rapina a Osterhavn"
      })
  void seesKillsInHeadlines(String headline) {
    assertThat(read(slot(Place.HEADLINE, headline))).isEqualTo(Signal.CANCEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EDITORS: Please kill the story slugged BANK-ROBBERY. The facts are wrong.",
        "Please kill this story.",
        "Eds: Kill the earlier item headlined Bank robbery in Osterhavn.",
        "The story headlined Bank robbery in Osterhavn is withdrawn.",
        "The item slugged BANK-ROBBERY, sent at 1012 GMT, has been withdrawn. A kill is mandatory.",
        "Die Meldung dpa 123 (Banküberfall) wird zurückgezogen.",
        "Die Meldung wird storniert.",
        "Bitte verwenden Sie die Meldung von 10.12 Uhr nicht, bitte die Meldung löschen.",
        "La dépêche intitulée Braquage à Osterhavn est annulée.",
        "Veuillez ne pas tenir compte de la dépêche envoyée à 10h12.",
        "Merci de ne pas utiliser cette information.",
        "Rogamos anulen la noticia sobre el robo en Osterhavn.",
        "La noticia titulada Robo en Osterhavn queda anulada.",
        "Si prega di non utilizzare la notizia delle 10.12."
      })
  void seesKillsInNotes(String note) {
    assertThat(read(slot(Place.NOTE, note))).isEqualTo(Signal.CANCEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EDITORS: Please kill the story slugged BANK-ROBBERY, which moved at 1012 GMT.",
        "ACHTUNG: Die Meldung über den Banküberfall wird zurückgezogen.",
        "ATTENTION: la dépêche envoyée à 10h12 est annulée.",
        "Atención, editores: la noticia enviada a las 10.12 queda anulada.",
        "KILL KILL KILL"
      })
  void seesKillsInFirstLines(String line) {
    assertThat(read(slot(Place.FIRST_LINE, line))).isEqualTo(Signal.CANCEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Storm kills 12 in Osterhavn",
        "STORM KILLS 12 IN OSTERHAVN",
        "KILL BILL DIRECTOR PLANS SEQUEL",
        "KILL-BILL STAR RETURNS",
        "Kill: The Musical opens on Broadway",
        "Dressed to Kill",
        "Police: Man had licence to kill",
        "License to kill",
        "Leaders hold talks",
        "LEADERS HOLD TALKS ON TRADE",
        "HOLD TALKS, UN URGES BOTH SIDES",
        "Hold: what banks make of it",
        "Troops withdrawn from the border",
        "TROOPS WITHDRAWN FROM THE BORDER",
        "Candidate withdraws from race",
        "CANCELED: Jazz festival called off because of storm",
        "CANCELLED FLIGHTS STRAND THOUSANDS",
        "ANNULÉ: le festival de jazz victime de la tempête",
        "Minister zieht Gesetz zurück",
        "Anulada la boda del año",
        "Urgent care centres run out of beds",
        "Flash floods kill three",
        "FLASH FLOODS KILL THREE",
        "Snap election called in Ruritania",
        "SNAP ELECTION CALLED",
        "Budget: Chancellor cuts taxes",
        "BUDGET CUTS ANGER UNIONS",
        "BUDGET: EU LEADERS AGREE AT LAST",
        "Agenda 2030: what was reached",
        "Market correction wipes out gains",
        "CORRECTION IN STOCKS IS OVERDUE, ANALYSTS SAY",
        "Test: England beat Australia by ten wickets",
        "TEST: ENGLAND 234-5 AT TEA",
        "A test of nerves",
        "This is a test of Europe's resolve",
        "Tests show water is safe",
        "Storm update keeps sailors in port",
        "Leading candidates meet",
        "Winter weather advisory in effect",
        "Adds up: how families save",
        "Blitzschlag tötet drei Kühe",
        "Termine beim Arzt werden knapp",
        "Eilverfahren gegen Zeitung",
        "WEEK AHEAD: Wall Street eyes central bank",
        "SCHEDULE: Saturday's matches",
        "MENU: What to cook in May"
      })
  void leavesProseInHeadlinesAlone(String headline) {
    assertThat(read(slot(Place.HEADLINE, headline))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CNN has retracted its story on the harbour fire, the network said on Monday.",
        "The report was withdrawn by the ministry after protests, officials said.",
        "Der Bericht über den Brand wurde vom Ministerium zurückgezogen, wie es am Montag hieß.",
        "La note de la banque a été retirée, a indiqué un porte-parole.",
        "Two men were killed on Monday when a story of the building collapsed.",
        "The article was removed from the website, police said.",
        "Please kill me, the character says in the film's first scene.",
        "\"This is a test,\" the minister said.",
        "Test results are expected on Friday.",
        "Alert readers found the error.",
        "Urgent talks were under way in Osterhavn on Monday.",
        "Hold the front page, they used to say in newsrooms."
      })
  void leavesProseInFirstLinesAlone(String line) {
    assertThat(read(slot(Place.FIRST_LINE, line))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This story replaces the item sent at 1012 GMT, which is withdrawn.",
        "Ersetzt die Meldung von 10.12 Uhr, die zurückgezogen wurde.",
        "With AP Photos. Moved on general news services.",
        "This version restores the dropped word killed in paragraph 3."
      })
  void takesNoteOfAnotherVersionForNoKill(String note) {
    assertThat(read(slot(Place.NOTE, note))).isNotEqualTo(Signal.CANCEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HOLD: Merger talks",
        "HOLD HOLD HOLD",
        "PLEASE HOLD: Merger",
        "(HOLD) Merger talks",
        "WITHHOLD - Merger talks",
        "HOLD UNTIL FURTHER NOTICE: Merger",
        "Sperrfrist bis auf Weiteres",
        "Sperrfrist: bis auf Weiteres",
        "Please hold this story until further notice.",
        "EMBARGO: until further notice",
        "NE PAS PUBLIER",
        "NO PUBLICAR: fusión",
        "Embargo jusqu'à nouvel ordre"
      })
  void seesHolds(String headline) {
    assertThat(read(slot(Place.HEADLINE, headline))).isEqualTo(Signal.WITHHOLD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CORRECTION: Bank profit",
        "Correction: Bank profit story",
        "CORRECTED-Bank profit rises",
        "(CORRECTED) Bank profit rises",
        "CORRECTION - Bank profit",
        "BERICHTIGUNG: Bankgewinn",
        "Berichtigung: Bankgewinn",
        "KORREKTUR: Bankgewinn",
        "(KORREKTUR) Bankgewinn",
        "RECTIFICATIF: bénéfice",
        "Rectificatif : bénéfice",
        "CORRECTIF - bénéfice",
        "CORRECCIÓN: beneficio",
        "Corrección: beneficio",
        "CORREZIONE: utile",
        "ANNULE ET REMPLACE: bénéfice"
      })
  void seesCorrections(String headline) {
    assertThat(read(slot(Place.HEADLINE, headline))).isEqualTo(Signal.CORRECTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Corrects spelling of name in paragraph 2.",
        "Eds: CORRECTS: figure in lead",
        "(Corrects to million, not billion, in lead)",
        "Berichtigt: Im 2. Absatz muss es heißen",
        "Corrige le prénom au 2e paragraphe"
      })
  void seesCorrectionsInNotes(String note) {
    assertThat(read(slot(Place.NOTE, note))).isEqualTo(Signal.CORRECTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "URGENT: Quake off Osterhavn",
        "URGENT - Quake off Osterhavn",
        "ALERT: Quake",
        "EILMELDUNG: Erdbeben",
        "EIL: Erdbeben",
        "BLITZ - Erdbeben",
        "FLASH: séisme",
        "URGENT: séisme",
        "SNAP: Quake",
        "ALERTE - séisme",
        "URGENTE: terremoto",
        "ÚLTIMA HORA: terremoto",
        "BC-APNewsAlert",
        "BREAKING: Quake off Osterhavn"
      })
  void seesAlerts(String headline) {
    assertThat(
            Conventions.standard()
                .read(List.of(slot(Place.HEADLINE, headline)), List.of())
                .profile())
        .isEqualTo("alert");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ADVISORY: Coverage of the summit",
        "EDITORS' ADVISORY",
        "ADVISORY TO EDITORS - summit",
        "NEWS BUDGET",
        "BC-AP News Digest",
        "AP News Digest 6 pm",
        "AP Washington Daybook",
        "DAYBOOK",
        "TERMINE",
        "TERMINE: Montag, 4. Mai",
        "TAGESVORSCHAU - Politik",
        "AGENDA: la semaine",
        "AVIS AUX ABONNÉS",
        "AVISO A LOS CLIENTES: cobertura",
        "PREVISIONES - lunes",
        "NEWS DIGEST"
      })
  void seesAdvisories(String headline) {
    assertThat(
            Conventions.standard()
                .read(List.of(slot(Place.HEADLINE, headline)), List.of())
                .profile())
        .isEqualTo("advisory");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TEST - PLEASE IGNORE",
        "TEST MESSAGE PLEASE IGNORE",
        "TEST TEST TEST",
        "Test, please ignore",
        "This is a test. Please disregard.",
        "PLEASE IGNORE: TEST",
        "TEST - BITTE IGNORIEREN",
        "Testmeldung",
        "Dies ist ein Test, bitte nicht verwenden",
        "TEST - MERCI D'IGNORER",
        "ESSAI, NE PAS PUBLIER",
        "PRUEBA - FAVOR IGNORAR",
        "PROVA, IGNORARE",
        "TEST"
      })
  void seesTests(String headline) {
    assertThat(read(slot(Place.HEADLINE, headline))).isEqualTo(Signal.TEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BC-US--Storm,1st Ld-Writethru",
        "Storm,2ndLd-Writethru,450",
        "BC-Storm, Writethru"
      })
  void seesWritethrus(String slug) {
    assertThat(read(slot(Place.SLUGLINE, slug))).isEqualTo(Signal.WRITETHRU);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE 2-Storm hits Osterhavn",
        "UPDATE: Storm",
        "REFILE-Storm hits Osterhavn",
        "2ND LEAD Storm",
        "Storm, 3rd ld",
        "AKTUALISIERUNG: Sturm",
        "2. Zusammenfassung: Sturm",
        "ACTUALIZACIÓN: tormenta"
      })
  void seesUpdates(String headline) {
    assertThat(read(slot(Place.HEADLINE, headline))).isIn(Signal.UPDATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMBARGO LIFTED",
        "Embargo lifted: Study on schools",
        "Sperrfrist aufgehoben",
        "Embargo levé",
        "Embargo levantado"
      })
  void seesReleases(String headline) {
    assertThat(read(slot(Place.HEADLINE, headline))).isEqualTo(Signal.RELEASE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BC-US--Storm, KILL", "BC-US--Storm,Kill", "STORM/KILL", "KILL-STORM"})
  void seesKillsAtTheEndsOfSlugs(String slug) {
    assertThat(read(slot(Place.SLUGLINE, slug), slot(Place.NOTE, "A kill is mandatory")))
        .isEqualTo(Signal.CANCEL);
  }

  @Test
  void takesWordsThatAlsoStandInNewsForKillsOnlyWhereEditorsAreAddressed() {
    Slot headline = slot(Place.HEADLINE, "ANNULÉ: braquage à Osterhavn");
    assertThat(read(headline)).isNull();
    assertThat(read(headline, slot(Place.NOTE, "Merci de ne pas utiliser la dépêche de 10h12.")))
        .isEqualTo(Signal.CANCEL);
  }

  @Test
  void takesTheHeadingOfAContactListForNoHold() {
    assertThat(read(slot(Place.NOTE, "NOT FOR PUBLICATION: news desk 555-0190"))).isNull();
  }

  @Test
  void takesFeedsOwnKillPhrase() {
    List<Slot> slots = List.of(slot(Place.SLUGLINE, "Storm spiked"));
    assertThat(Conventions.standard().read(slots, List.of("spiked")).signal())
        .isEqualTo(Signal.CANCEL);
  }

  @Test
  void takesATestKillForATest() {
    assertThat(read(slot(Place.HEADLINE, "KILL: TEST"), slot(Place.NOTE, "TEST - PLEASE IGNORE")))
        .isEqualTo(Signal.TEST);
  }

  private static Signal read(Slot... slots) {
    return Conventions.standard().read(new ArrayList<>(Arrays.asList(slots)), List.of()).signal();
  }

  private static Slot slot(Place place, String text) {
    return new Slot(place, text);
  }
}
