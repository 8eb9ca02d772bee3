package io.wiredesk.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.Signal;
import io.wiredesk.wire.StoryWires.Story;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.profile.FeedProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What agencies write in four languages is understood in every format that can carry it. The
 * formats' own marks have golden pairs ({@link ItemPairsTest}).
 */
class SignalsInEveryFormatTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-14T12:00:00Z");
  private static final WireReader READER = new WireReader(AllFormats.parsers());
  private static final Map<String, String> STORIES =
      Map.of(
          "en", "The ferry left the harbour of Osterhavn on Saturday with 80 passengers.",
          "de", "Die Fähre hat am Samstag mit 80 Reisenden den Hafen von Osterhavn verlassen.",
          "fr", "Le ferry a quitté samedi le port de Osterhavn avec 80 passagers à bord.",
          "es", "El transbordador salió el sábado del puerto de Osterhavn con 80 pasajeros.");

  /** Language, what the headline says, what the note says, what it means. */
  private static final String[][] SAID = {
    {"en", "Ferry leaves Osterhavn", "", "NEW"},
    {"de", "Fähre verlässt Osterhavn", "", "NEW"},
    {"fr", "Un ferry quitte Osterhavn", "", "NEW"},
    {"es", "Un transbordador sale de Osterhavn", "", "NEW"},
    {"en", "KILL: Ferry leaves Osterhavn", "", "CANCEL"},
    {"en", "STORY WITHDRAWN - Ferry leaves Osterhavn", "", "CANCEL"},
    {"de", "STORNO: Fähre verlässt Osterhavn", "", "CANCEL"},
    {"de", "MELDUNG ZURÜCKGEZOGEN: Fähre verlässt Osterhavn", "", "CANCEL"},
    {"fr", "ANNULATION: Un ferry quitte Osterhavn", "", "CANCEL"},
    {"es", "ANULACIÓN: Un transbordador sale de Osterhavn", "", "CANCEL"},
    {"en", "HOLD: Ferry leaves Osterhavn", "", "WITHHOLD"},
    {"de", "BITTE NICHT VERÖFFENTLICHEN: Fähre verlässt Osterhavn", "", "WITHHOLD"},
    {"fr", "NE PAS DIFFUSER: Un ferry quitte Osterhavn", "", "WITHHOLD"},
    {"es", "NO PUBLICAR: Un transbordador sale de Osterhavn", "", "WITHHOLD"},
    {"en", "CORRECTION: Ferry leaves Osterhavn", "", "CORRECTION"},
    {
      "en",
      "Ferry leaves Osterhavn",
      "Corrects number of passengers in first paragraph",
      "CORRECTION"
    },
    {"de", "BERICHTIGUNG: Fähre verlässt Osterhavn", "", "CORRECTION"},
    {
      "de",
      "Fähre verlässt Osterhavn",
      "Berichtigung: Zahl der Reisenden im ersten Absatz",
      "CORRECTION"
    },
    {"fr", "RECTIFICATIF: Un ferry quitte Osterhavn", "", "CORRECTION"},
    {"fr", "Un ferry quitte Osterhavn", "Rectificatif: nombre de passagers", "CORRECTION"},
    {"es", "CORRECCIÓN: Un transbordador sale de Osterhavn", "", "CORRECTION"},
    {"es", "Un transbordador sale de Osterhavn", "Corrección: número de pasajeros", "CORRECTION"},
    {"en", "UPDATE 2-Ferry leaves Osterhavn", "", "UPDATE"},
    {"en", "Ferry leaves Osterhavn", "Updates with number of passengers", "UPDATE"},
    {"de", "AKTUALISIERUNG: Fähre verlässt Osterhavn", "", "UPDATE"},
    {"de", "Fähre verlässt Osterhavn", "Aktualisiert: Zahl der Reisenden", "UPDATE"},
    {"fr", "ACTUALISATION: Un ferry quitte Osterhavn", "", "UPDATE"},
    {"fr", "Un ferry quitte Osterhavn", "Actualise avec le nombre de passagers", "UPDATE"},
    {"es", "ACTUALIZACIÓN: Un transbordador sale de Osterhavn", "", "UPDATE"},
    {"es", "Un transbordador sale de Osterhavn", "Actualiza con el número de pasajeros", "UPDATE"},
    {"en", "ALERT: Ferry sinks off Osterhavn", "", "ALERT"},
    {"de", "EILMELDUNG: Fähre vor Osterhavn gesunken", "", "ALERT"},
    {"fr", "ALERTE: Un ferry coule au large de Osterhavn", "", "ALERT"},
    {"es", "URGENTE: Un transbordador se hunde ante Osterhavn", "", "ALERT"},
    {"en", "ADVISORY: Coverage of the ferry", "", "ADVISORY"},
    {"de", "HINWEIS AN DIE REDAKTIONEN: Berichte zur Fähre", "", "ADVISORY"},
    {"fr", "AVIS AUX RÉDACTIONS: couverture du ferry", "", "ADVISORY"},
    {"es", "AVISO A LOS CLIENTES: cobertura del transbordador", "", "ADVISORY"},
    {"en", "TEST - PLEASE IGNORE", "", "TEST"},
    {"de", "Test - bitte nicht beachten", "", "TEST"},
    {"fr", "Test - merci de ne pas tenir compte", "", "TEST"},
    {"es", "Prueba - por favor, ignorar", "", "TEST"},
  };

  private static final String[][] EMBARGOES = {
    {"en", "EMBARGOED UNTIL 0600 GMT March 16: Ferry leaves Osterhavn", ""},
    {"en", "Ferry leaves Osterhavn", "Embargoed until 06:00 GMT Monday 16 March"},
    {"de", "SPERRFRIST: Montag, 16. März, 06.00 Uhr GMT - Fähre verlässt Osterhavn", ""},
    {"de", "Fähre verlässt Osterhavn", "Sperrfrist: 16. März, 06.00 Uhr GMT"},
    {"fr", "EMBARGO jusqu'au 16 mars 06h00 GMT: un ferry quitte Osterhavn", ""},
    {"fr", "Un ferry quitte Osterhavn", "Sous embargo jusqu'au lundi 16 mars à 06H00 GMT"},
    {"es", "EMBARGADO HASTA el 16 de marzo a las 06.00 GMT: un transbordador sale", ""},
    {"es", "Un transbordador sale de Osterhavn", "Embargado hasta el 16 de marzo a las 06:00 GMT"},
  };

  static Stream<Arguments> said() {
    return arguments(List.of(SAID));
  }

  static Stream<Arguments> embargoes() {
    return arguments(List.of(EMBARGOES));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("said")
  void signalIsUnderstood(String format, List<String> row, byte[] wire) {
    NewsItem item = read(format, wire);
    Signal expected = Signal.valueOf(row.get(3));
    assertThat(item.getSignal()).isEqualTo(expected);
    assertThat(item.getPubStatus())
        .isEqualTo(
            switch (expected) {
              case CANCEL -> PubStatus.CANCELED;
              case WITHHOLD -> PubStatus.WITHHELD;
              default -> PubStatus.USABLE;
            });
    if (expected == Signal.TEST || expected == Signal.ADVISORY || expected == Signal.ALERT) {
      assertThat(item.getProfile()).isEqualToIgnoringCase(expected.name());
    }
    assertThat(item.getEmbargoedUntil()).isNull();
    assertThat(item.getText()).contains(STORIES.get(row.get(0)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("embargoes")
  void embargoIsUnderstood(String format, List<String> row, byte[] wire) {
    NewsItem item = read(format, wire);
    assertThat(item.getEmbargoedUntil()).isEqualTo(Instant.parse("2026-03-16T06:00:00Z"));
    assertThat(item.getPubStatus()).isEqualTo(PubStatus.USABLE);
  }

  private static Stream<Arguments> arguments(List<String[]> rows) {
    return StoryWires.all().entrySet().stream()
        .flatMap(format -> rows.stream().map(row -> arguments(format, row)));
  }

  private static Arguments arguments(
      Map.Entry<String, Function<Story, byte[]>> format, String[] row) {
    Story story = new Story(row[0], row[1], row[2], STORIES.get(row[0]));
    return Arguments.of(format.getKey(), List.of(row), format.getValue().apply(story));
  }

  private static NewsItem read(String format, byte[] wire) {
    WireInput input = new WireInput(wire, null, null, RECEIVED, FeedProfile.standard("npa"));
    WireReader.Result result = READER.read(input, WireReader.RawCoordinates.none());
    assertThat(result).isInstanceOf(WireReader.Result.Read.class);
    WireReader.Result.Read read = (WireReader.Result.Read) result;
    assertThat(read.format().id()).isEqualTo(format);
    assertThat(read.items()).hasSize(1);
    return read.items().get(0);
  }
}
