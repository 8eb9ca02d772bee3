package io.wiredesk.wire.normalise.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.AltId;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitiesTest {

  private static final Instant CREATED = Instant.parse("2026-05-04T10:15:00Z");
  private final Identities identities = new Identities();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:newsml:npa.example.org:20260504:storm",
        "tag:npa.example.org,2026:storm",
        "https://npa.example.org/storm?a=b#c"
      })
  void keepsTheWiresUri(String uri) {
    Identity identity = of(new WireItem().set(Field.URI, uri, "t"));
    assertThat(identity.uri()).isEqualTo(uri);
    assertThat(identity.rule()).isEqualTo(Identities.WIRE);
    assertThat(identity.altIds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20260504-12",
        "a b/c",
        "ä:ö",
        "urn:newsml:npa:bad id",
        "http://exa mple/ü|x",
        "%",
        "http:",
        "C:\\x",
        "100%:x"
      })
  void makesALegalUriOfEveryOtherId(String id) {
    Identity identity = of(new WireItem().set(Field.URI, id, "t"));
    assertThat(Uris.isLegal(identity.uri())).as(identity.uri()).isTrue();
    assertThat(identity.altIds()).containsExactly(new AltId("wireId", id));
    assertThat(identity.rule()).isEqualTo(Identities.WIRE);
  }

  @Test
  void keepsIdsOfDifferentProvidersApart() {
    WireItem item = new WireItem().set(Field.URI, "4711", "t");
    assertThat(of(item, "npa").uri()).isEqualTo("urn:wiredesk:item:npa:4711");
    assertThat(of(item, "teu").uri()).isEqualTo("urn:wiredesk:item:teu:4711");
  }

  @Test
  void derivesFromTheLinesNumber() {
    WireItem item =
        dated()
            .set(Field.SEQUENCE, "0123", "t")
            .set(Field.SERVICE, "BDT", "t")
            .set(Field.SLUGLINE, "Storm/Osterhavn", "t");
    assertThat(of(item).uri()).isEqualTo("urn:wiredesk:item:npa:seq:20260504:bdt:0123");
    assertThat(of(item).rule()).isEqualTo(Identities.SEQUENCE);
  }

  @Test
  void derivesFromTheSlugWhateverItsVersionWords() {
    Identity first = of(dated().set(Field.SLUGLINE, "BC-Osterhavn-Storm", "t"));
    Identity lead = of(dated().set(Field.SLUGLINE, "BC-Osterhavn-Storm, 2nd Ld-Writethru", "t"));
    assertThat(first.rule()).isEqualTo(Identities.SLUG);
    assertThat(lead.uri()).isEqualTo(first.uri());
  }

  @Test
  void takesTheHeadlineWhereTheSlugStandsOverManyStories() {
    WireItem sport = dated().set(Field.SLUGLINE, "SPORT", "t").headline("main", "Rovers win");
    WireItem other = dated().set(Field.SLUGLINE, "SPORT", "t").headline("main", "Rovers lose");
    assertThat(of(sport).rule()).isEqualTo(Identities.HEADLINE);
    assertThat(of(sport).uri()).isNotEqualTo(of(other).uri());
  }

  @Test
  void ignoresCaseAndAccentsOfAHeadline() {
    Identity one = of(dated().headline("main", "Séisme à Osterhavn"));
    Identity two = of(dated().headline("main", "SEISME A OSTERHAVN!"));
    assertThat(one.uri()).isEqualTo(two.uri());
    assertThat(Uris.isLegal(one.uri())).isTrue();
  }

  @Test
  void fallsBackToTheBytesWhereTheWireHasNoDate() {
    Identity identity = of(new WireItem().headline("main", "Weather"));
    assertThat(identity.rule()).isEqualTo(Identities.BYTES);
    assertThat(identity.uri()).isEqualTo("urn:wiredesk:item:sha256:abc");
  }

  private static WireItem dated() {
    return new WireItem().time(Field.VERSION_CREATED, CREATED, "t");
  }

  private Identity of(WireItem item) {
    return of(item, "npa");
  }

  private Identity of(WireItem item, String provider) {
    return identities.of(
        item, new Identities.Context(provider, ZoneOffset.UTC, "abc", 0, any -> true));
  }
}
