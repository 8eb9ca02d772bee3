package io.wiredesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.e2e.containers.Repository;
import io.wiredesk.publish.gate.PublicView;
import io.wiredesk.publish.output.Links;
import io.wiredesk.publish.output.OutputFormat;
import io.wiredesk.publish.output.OutputList;
import io.wiredesk.publish.output.Outputs;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.PubStatus;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.TextValue;
import io.wiredesk.wire.WireReader;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What goes out as NewsML-G2 is read back by our own parser as the same item: every sample of every
 * format goes out and comes in again.
 */
class NewsMlG2ReadBackTest {

  private static final Path SAMPLES = Repository.root().resolve("samples/wires");
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final Links LINKS = new Links("http://localhost:21280");
  private static final OutputFormat G2 = Outputs.of("g2").orElseThrow();
  private static final WireReader READER = WireReader.ofAllFormats();

  @Test
  void everySampleComesBackAsTheSameItem() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    List<NewsItem> items = usable();
    for (NewsItem item : items) {
      NewsItem back = only(read(G2.item(view(item), LINKS)));
      softly.assertThat(facts(back)).as(item.getSource().getFormat()).isEqualTo(facts(item));
    }
    softly.assertAll();
    assertThat(items).hasSizeGreaterThan(50);
  }

  @Test
  void aListComesBackItemByItem() throws IOException {
    List<PublicView> views = usable().stream().limit(20).map(NewsMlG2ReadBackTest::view).toList();
    OutputList list = new OutputList("urn:wiredesk:desk:all", "All", "/desks/all.g2", null, views);
    assertThat(read(G2.list(list, LINKS)))
        .extracting(NewsItem::getUri)
        .containsExactlyElementsOf(views.stream().map(PublicView::uri).toList());
  }

  @Test
  void aKillComesBackAsAKillOfThatItem() throws IOException {
    NewsItem item = usable().get(0);
    PublishedItem killed =
        record(item, PublicState.CANCELED).setReason("Wrong.").setSequence(2).build();
    NewsItem back = only(read(G2.item(PublicView.of(killed, NOW).orElseThrow(), LINKS)));
    assertThat(back.getUri()).isEqualTo(item.getUri());
    assertThat(back.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(back.getText()).isEmpty();
  }

  /** CI gives the schema of the IPTC, which is not part of this project. */
  @Test
  @EnabledIfSystemProperty(named = "wiredesk.newsmlg2.schema", matches = ".+")
  void everySampleIsValidByTheSchemaOfTheIptc() throws Exception {
    File file = new File(System.getProperty("wiredesk.newsmlg2.schema"));
    Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file);
    List<PublicView> views = new ArrayList<>();
    for (NewsItem item : usable()) {
      views.add(view(item));
      views.add(
          PublicView.of(record(item, PublicState.WITHHELD).setReason("Wait.").build(), NOW)
              .orElseThrow());
    }
    for (PublicView view : views) {
      validate(schema, G2.item(view, LINKS));
    }
    validate(schema, G2.list(new OutputList("urn:a:b", "All", "/x.g2", null, views), LINKS));
  }

  private static void validate(Schema schema, String xml) throws IOException {
    try {
      schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    } catch (org.xml.sax.SAXException e) {
      throw new AssertionError(e.getMessage() + "\n" + xml, e);
    }
  }

  /** What a reader of the item goes by. */
  private static String facts(NewsItem item) {
    return String.join(
        "\n",
        item.getUri(),
        item.getType(),
        String.valueOf(item.getHeadlines().stream().map(TextValue::getValue).toList()),
        withoutByline(item),
        String.valueOf(item.getSlugline()),
        String.valueOf(item.getBy()),
        String.valueOf(item.getLocated()),
        String.valueOf(item.getLanguage()),
        String.valueOf(item.getUrgency()),
        item.getVersionCreated().toString(),
        String.valueOf(item.getFirstCreated()),
        item.getPubStatus().toString(),
        provider(item),
        item.getKeywords().toString(),
        item.getSubjects().stream().map(c -> c.getName() + " " + c.getUri()).toList().toString(),
        item.getPeople().stream().map(c -> c.getName() + " " + c.getUri()).toList().toString(),
        String.valueOf(item.getCopyrightNotice()),
        String.valueOf(item.getUsageTerms()));
  }

  /** The reader takes a byline that the body repeats out of the body. */
  private static String withoutByline(NewsItem item) {
    return item.getText().replaceFirst("(By|Par) " + item.getBy() + "\n\n", "");
  }

  /** G2 asks for a provider: of an item without one it says the feed. */
  private static String provider(NewsItem item) {
    String provider = item.getSource().getProvider();
    return provider == null ? item.getSource().getFeed() : provider;
  }

  private static List<NewsItem> usable() throws IOException {
    List<NewsItem> items = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (READER.read(Files.readAllBytes(file), NOW) instanceof WireReader.Result.Read read) {
          read.items().stream()
              .filter(i -> i.getPubStatus() == PubStatus.USABLE)
              .forEach(items::add);
        }
      }
    }
    return items;
  }

  private static PublicView view(NewsItem item) {
    return PublicView.of(record(item, PublicState.PUBLISHED).build(), Instant.MAX).orElseThrow();
  }

  private static PublishedItem.Builder record(NewsItem item, PublicState state) {
    return PublishedItem.newBuilder()
        .setUri(item.getUri())
        .setState(state)
        .setItem(item)
        .setSequence(1)
        .setReleasedAt(NOW);
  }

  private static List<NewsItem> read(String xml) {
    WireReader.Result result = READER.read(xml.getBytes(StandardCharsets.UTF_8), NOW);
    assertThat(result).as(xml).isInstanceOf(WireReader.Result.Read.class);
    return ((WireReader.Result.Read) result).items();
  }

  private static NewsItem only(List<NewsItem> items) {
    assertThat(items).hasSize(1);
    return items.get(0);
  }
}
