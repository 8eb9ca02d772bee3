package io.wiredesk.publish.output;

import static io.wiredesk.publish.NewsItems.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.NewsItems;
import io.wiredesk.publish.Published;
import io.wiredesk.publish.gate.PublicView;
import io.wiredesk.schemas.PublicState;
import io.wiredesk.schemas.PublishedItem;
import io.wiredesk.schemas.TextValue;
import java.io.StringReader;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The rules of RFC 4287 and RFC 6721 on lists of items with awkward texts. */
class AtomRulesTest {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
  private static final Links LINKS = new Links("https://news.example:8443");
  private static final List<String> AWKWARD =
      List.of(
          "]]>", "&amp;", "<b>", "\u0000", "\u000b", "\ud800", "😀", "\uffff", "Ünïcode", "'\"",
          "  ", "");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void listsKeepTheRules(long seed) throws Exception {
    Random random = new Random(seed);
    List<PublicView> views = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String uri = random.nextInt(3) == 0 ? "not a uri " + i : "urn:test:" + i;
      views.add(PublicView.of(record(uri, random), NOON.plusSeconds(9_000)).orElseThrow());
    }
    OutputList list =
        new OutputList("urn:wiredesk:desk:a", "A & B", "/desks/a.atom", "/desks/a.atom?x=1", views);
    Element feed = parse(new AtomOutput().list(list, LINKS)).getDocumentElement();
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    oneOf(feed, "id");
    oneOf(feed, "title");
    oneOf(feed, "updated");
    Set<String> ids = new HashSet<>();
    NodeList entries = feed.getElementsByTagNameNS(ATOM, "entry");
    NodeList deleted = feed.getElementsByTagNameNS(TOMBSTONES, "deleted-entry");
    assertThat(entries.getLength() + deleted.getLength()).isEqualTo(40);
    for (int i = 0; i < entries.getLength(); i++) {
      Element entry = (Element) entries.item(i);
      assertThat(ids.add(checkEntry(entry))).isTrue();
    }
    for (int i = 0; i < deleted.getLength(); i++) {
      Element each = (Element) deleted.item(i);
      assertThat(URI.create(each.getAttribute("ref")).isAbsolute()).isTrue();
      assertThat(ids.add(each.getAttribute("ref"))).isTrue();
      OffsetDateTime.parse(each.getAttribute("when"));
    }
  }

  @Test
  void anEmptyListIsAFeedThatStaysTheSame() throws Exception {
    OutputList list = new OutputList("urn:x:y", "None", "/desks/a.atom", null, List.of());
    Element feed = parse(new AtomOutput().list(list, LINKS)).getDocumentElement();
    assertThat(oneOf(feed, "updated").getTextContent()).isEqualTo("1970-01-01T00:00:00Z");
  }

  /** RFC 4287 §4.1.2: what an entry must have, once; §4.2.6: an id is an absolute IRI. */
  private static String checkEntry(Element entry) {
    String id = oneOf(entry, "id").getTextContent();
    assertThat(URI.create(id).isAbsolute()).isTrue();
    assertThat(oneOf(entry, "title").getTextContent()).isNotBlank();
    OffsetDateTime.parse(oneOf(entry, "updated").getTextContent());
    assertThat(oneOf(oneOf(entry, "author"), "name").getTextContent()).isNotBlank();
    assertThat(oneOf(entry, "content").getAttribute("type")).isIn("html", "text");
    NodeList links = entry.getElementsByTagNameNS(ATOM, "link");
    Set<String> alternates = new HashSet<>();
    for (int i = 0; i < links.getLength(); i++) {
      Element link = (Element) links.item(i);
      assertThat(URI.create(link.getAttribute("href")).isAbsolute()).isTrue();
      if (link.getAttribute("rel").equals("alternate")) {
        assertThat(alternates.add(link.getAttribute("type"))).isTrue();
      }
    }
    return id;
  }

  private static Element oneOf(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < parent.getChildNodes().getLength(); i++) {
      if (parent.getChildNodes().item(i) instanceof Element child
          && name.equals(child.getLocalName())) {
        found.add(child);
      }
    }
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  private static PublishedItem record(String uri, Random random) {
    if (random.nextInt(4) == 0) {
      PublishedItem back = Published.takenBack(uri, PublicState.CANCELED, random.nextInt(60));
      back.setReason("Because " + awkward(random));
      return back;
    }
    PublishedItem story = Published.story(uri, random.nextInt(60));
    String headline = awkward(random);
    story
        .getItem()
        .setHeadlines(
            headline.isEmpty() ? List.of() : List.of(new TextValue(null, null, headline)));
    story.getItem().setTitle(null);
    story.getItem().setSlugline(random.nextBoolean() ? null : awkward(random));
    story.getItem().setLanguage(random.nextBoolean() ? "en" : "no language");
    story.getItem().setKeywords(List.of(awkward(random), awkward(random)));
    story.getItem().setBy(random.nextBoolean() ? null : awkward(random) + "x");
    story.getItem().setSource(NewsItems.source(random.nextBoolean() ? null : "AGY"));
    if (random.nextBoolean()) {
      story.getItem().setBodies(List.of());
      story.getItem().setText(awkward(random));
    }
    return story;
  }

  private static String awkward(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(AWKWARD.get(random.nextInt(AWKWARD.size())));
    }
    return text.toString();
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }
}
