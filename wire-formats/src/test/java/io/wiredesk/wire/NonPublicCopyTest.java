package io.wiredesk.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.NewsItem;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.profile.FeedProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands below the line that says so is never in a body, whatever stands above. */
class NonPublicCopyTest {

  private static final String COPY =
      "The ferries sail again from Port Laurie, with two hundred people on board of the first one, "
          + "which left forty minutes late.";
  private static final String[] HEADS = {
    "ZCZC\n\nFerries sail again\n\n",
    "\u0001xmp0417 4 pl 120 Carrow/Ferries/\r\n\u0002Ferries sail again =\r\n\r\n",
    "From: desk@example.org\nSubject: Ferries\nContent-Type: text/plain; charset=utf-8\n\n",
    "\u0016\u0016\u0001a0417XMP\u001f__world\r\nu i\u0013\u0011 BC-EU--Ferries  03-12 0525\r\n"
        + "\u0002^BC-EU--Ferries,525<\r\n^Ferries sail again<\r\n\t"
  };
  private static final String[] ABOVE = {
    "The ferries sail again.",
    "A public meeting of the REPUBLIC decided.",
    "Offentlighet, \u00f6ffentlich.",
    "",
    "",
    "### Corrections",
    "x"
  };
  private static final String[] ENDS = {"\n", "\r\n", "\n\n"};
  private static final String[] WORDINGS = {
    "The following information is not intended for publication",
    "NOT FOR PUBLICATION",
    "Not for publication: desk 555-0107",
    "## Contacts, not for publication",
    "Nicht zur Ver\u00f6ffentlichung bestimmt",
    "Die folgenden Angaben sind nicht zur Ver\u00f6ffentlichung bestimmt:",
    "Les informations suivantes ne sont pas destin\u00e9es \u00e0 la publication"
  };

  @Property(tries = 2_000)
  void neverGetsIntoABodyOfText(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(one(HEADS, random)).append(COPY).append("\n\n");
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(one(ABOVE, random)).append(one(ENDS, random));
    }
    text.append("End.").append(one(ENDS, random)).append(one(WORDINGS, random));
    text.append(one(ENDS, random)).append("SECRET");
    assertSecretKept(read(text.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Not for publication</p><p>SECRET</p>",
        "<p>Not for publication:<br>SECRET</p>",
        "<p>End.<br>Not for publication:<br>SECRET</p><p>more</p>",
        "<ul><li>One</li><li>Not for publication</li><li>SECRET</li></ul>",
        "<pre>End.\nNot for publication\nSECRET</pre>",
        "<h3>Kontakte, nicht zur Ver\u00f6ffentlichung bestimmt</h3><div><b>SECRET</b></div>"
      })
  void neverGetsIntoABodyOfHtml(String end) {
    String html = "<p>" + COPY + "</p>" + end;
    NewsItem mail =
        read(
            "From: desk@example.org\nSubject: Ferries\nContent-Type: text/html; charset=utf-8\n\n"
                + html);
    assertSecretKept(mail);
    assertThat(mail.getText()).startsWith(COPY);
    assertThat(mail.getText().contains("End.")).isEqualTo(html.contains("End."));
    String escaped = html.replace("\"", "\\\"").replace("\n", "\\n");
    assertSecretKept(read("{\"uri\":\"urn:x:1\",\"body_html\":\"" + escaped + "\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The memo was marked not for publication, the court heard on Friday.",
        "She said it was not for publication. He printed it.",
        "Not for publication in Germany are pictures of the accused.",
        "What is nicht zur Ver\u00f6ffentlichung bestimmt stays inside, says the editor."
      })
  void aSentenceOfTheStoryPartsNothing(String sentence) {
    NewsItem item = read("ZCZC\n\nFerries sail\n\n" + COPY + "\n\n" + sentence + "\n\nThe end.");
    assertThat(item.getText()).contains(sentence).endsWith("The end.");
    assertThat(item.getEdNotes()).isEmpty();
  }

  @Test
  void theLineMayBeWrapped() {
    NewsItem item =
        read(
            "{\"uri\":\"urn:x:1\",\"body_text\":\""
                + COPY
                + "\\nAn end\\nThe following information is\\nnot intended for publication\\nSECRET\"}");
    assertSecretKept(item);
    assertThat(item.getText()).endsWith("An end");
  }

  /** A crosshead above the line is copy, although both together would read as one such line. */
  @Test
  void theLineBeforeStaysInTheBody() {
    NewsItem item =
        read(
            "{\"uri\":\"urn:x:1\",\"body_text\":\""
                + COPY
                + "\\n\\nThe information\\nNot for publication\\nSECRET\"}");
    assertSecretKept(item);
    assertThat(item.getText()).endsWith("The information");
  }

  @Test
  void twoDressesOfABodyGiveOneNote() {
    NewsItem item =
        read(
            "{\"uri\":\"urn:x:1\",\"body_html\":\"<p>"
                + COPY
                + "</p><p>Not for publication</p><p>SECRET</p>\",\"body_text\":\""
                + COPY
                + "\\n\\nNot for publication\\n\\nSECRET\"}");
    assertSecretKept(item);
    assertThat(item.getEdNotes()).hasSize(1);
  }

  @Test
  void aLineAboveAllCopyPartsNothing() {
    NewsItem item =
        read("{\"uri\":\"urn:x:1\",\"body_text\":\"NOT FOR PUBLICATION\\n\\n" + COPY + "\"}");
    assertThat(item.getText()).endsWith(COPY);
    assertThat(item.getEdNotes()).isEmpty();
  }

  /** There the words count anywhere in a line. */
  @Property(tries = 500)
  void neverGetsIntoABodyOfIptc7901(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(HEADS[1]).append(COPY).append("\r\n");
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(one(ABOVE, random)).append(one(ENDS, random));
    }
    text.append("Desk (not for publication) is at\r\nSECRET\r\n");
    assertSecretKept(read(text.toString()));
  }

  private static void assertSecretKept(NewsItem item) {
    assertThat(item.getText()).doesNotContain("SECRET");
    assertThat(item.getBodies()).noneMatch(body -> body.getValue().contains("SECRET"));
    assertThat(item.getEdNotes())
        .anyMatch(note -> !note.getIsPublic() && note.getValue().contains("SECRET"));
  }

  private static NewsItem read(String wire) {
    WireInput input =
        new WireInput(
            wire.getBytes(StandardCharsets.UTF_8),
            null,
            null,
            Instant.EPOCH,
            FeedProfile.standard("test"));
    WireReader.Result result =
        new WireReader(AllFormats.parsers()).read(input, WireReader.RawCoordinates.none());
    List<NewsItem> items = ((WireReader.Result.Read) result).items();
    return items.get(0);
  }

  private static String one(String[] of, Random random) {
    return of[random.nextInt(of.length)];
  }
}
