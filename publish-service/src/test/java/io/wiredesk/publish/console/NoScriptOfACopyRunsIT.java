package io.wiredesk.publish.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.http.PublicSite;
import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.schemas.Enrichment;
import io.wiredesk.schemas.Entity;
import io.wiredesk.schemas.EntityType;
import io.wiredesk.schemas.Mention;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Rendition;
import io.wiredesk.schemas.Source;
import io.wiredesk.schemas.TextValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever an agency, a file name, a feed's name or an address holds is shown as text: scripts.txt,
 * one vector a line, each of which would call {@code alert}.
 */
class NoScriptOfACopyRunsIT {

  private static final List<String> VECTORS = vectors();

  private final Instant start = Clock.systemUTC().instant().minusSeconds(3_600);
  private final PublicSite site = new PublicSite(1_000, Clock.systemUTC());
  private Browser browser;

  @BeforeEach
  void open() {
    browser = Browser.open(1400, 900);
    browser.inEveryPage(
        "window.ran = []; window.alert = window.confirm = (x) => window.ran.push(String(x));");
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
    site.close();
  }

  @Test
  void noVectorRunsInAnyView() {
    assertThat(VECTORS).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
    for (int i = 0; i < VECTORS.size(); i++) {
      site.put(Stories.published(item(i), 1, start.plusSeconds(i)));
    }
    site.put(Stories.killed(1_000, start.plusSeconds(5_000), VECTORS.get(0)));
    site.ready();
    browser.go(site.url() + "/");
    browser.awaitText(".state", "live · " + (VECTORS.size() + 1));
    browser.press("j", "o");
    for (int i = 0; i < VECTORS.size(); i++) {
      browser.press("j");
    }
    browser.awaitText("wd-article h2", VECTORS.get(0));
    requireNothingRan("list and articles");
  }

  @Test
  void eachVectorIsShownAsItStandsInAnArticle() {
    site.ready();
    for (int i = 0; i < VECTORS.size(); i += 5) {
      site.put(Stories.published(item(i), 1, start.plusSeconds(i)));
      browser.go(site.url() + "/?item=" + encode(Stories.uri(i)));
      String vector = VECTORS.get(i);
      browser.await(
          vector,
          () ->
              Boolean.TRUE.equals(
                  browser.run(
                      "return document.querySelector('wd-article .copy')?.textContent"
                          + ".includes(arguments[0])",
                      vector)));
      browser.run("document.querySelectorAll('details').forEach((each) => each.open = true)");
      requireNothingRan(vector);
    }
  }

  @Test
  void noVectorRunsAsAnAddress() {
    site.put(Stories.story(1, start)).ready();
    for (int i = 0; i < VECTORS.size(); i++) {
      String vector = encode(VECTORS.get(i));
      browser.go(site.url() + "/?q=" + vector + "&desk=" + vector + "&view=" + vector);
      if (i % 10 == 0) {
        browser.awaitText(".state", "live");
        browser.press("g", "s");
        browser.await("the dialog of searches", () -> !browser.all("dialog").isEmpty());
      }
      requireNothingRan(VECTORS.get(i));
    }
  }

  @Test
  void noVectorRunsOnTheBoardOfLines() {
    for (int i = 0; i < VECTORS.size(); i++) {
      String vector = VECTORS.get(i);
      site.put(Stories.published(item(i), 1, start.plusSeconds(i)));
      site.put(Stories.letter(vector, vector, vector, start.plusSeconds(i)));
    }
    site.ready();
    browser.go(site.url() + "/?view=lines");
    browser.awaitText("wd-lines", VECTORS.get(VECTORS.size() - 1));
    browser.run("document.querySelectorAll('wd-lines td button').forEach((each) => each.click())");
    browser.await("bytes are shown", () -> !browser.all("wd-lines pre").isEmpty());
    requireNothingRan("lines");
  }

  private void requireNothingRan(String where) {
    assertThat((List<?>) browser.run("return window.ran")).as(where).isEmpty();
    Object made =
        browser.run(
            "return [...document.querySelectorAll('wd-app *, dialog *')].filter((each) =>"
                + " ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'BASE', 'META', 'LINK', 'STYLE',"
                + " 'MATH', 'MARQUEE'].includes(each.tagName) || [...each.attributes].some((a) =>"
                + " a.name.startsWith('on') || /^\\s*(javascript|data|vbscript):/i.test(a.value)"
                + " && ['href', 'src'].includes(a.name))).map((each) => each.outerHTML)");
    assertThat((List<?>) made).as(where).isEmpty();
  }

  private static NewsItem item(int number) {
    String vector = VECTORS.get(number);
    String text = "Before " + vector + " after";
    Entity entity =
        Entity.newBuilder()
            .setType(EntityType.PERSON)
            .setName(vector)
            .setUri("urn:wiredesk:entity:" + number)
            .setMentions(List.of(new Mention(7, 7 + vector.length())))
            .build();
    Rendition rendition =
        Rendition.newBuilder().setName(vector).setHref("javascript:alert(1)").build();
    Association picture =
        Association.newBuilder()
            .setName(vector)
            .setUri("urn:test:picture:" + number)
            .setType("picture")
            .setCaption(vector)
            .setRenditions(List.of(rendition))
            .build();
    Source source =
        Source.newBuilder(Stories.item(number, 1).getSource())
            .setFeed(vector)
            .setProvider(vector)
            .setSourceName(vector)
            .setFormat(vector)
            .setRepairs(List.of(vector))
            .build();
    return Stories.item(number, 1)
        .setHeadlines(List.of(new TextValue("main", null, vector)))
        .setSlugline(vector)
        .setBy(vector)
        .setLocated(vector)
        .setUsageTerms(vector)
        .setCopyrightNotice(vector)
        .setText(text)
        .setBlocks(List.of(new Block(BlockType.PARAGRAPH, 0, text.length(), null)))
        .setBodies(List.of(new TextValue(null, "text/html", vector)))
        .setEdNotes(List.of(new EditorNote(null, vector, true)))
        .setKeywords(List.of(vector))
        .setAltIds(List.of(new AltId(null, vector)))
        .setAssociations(List.of(picture))
        .setSource(source)
        .setEnrichment(
            Enrichment.newBuilder().setLanguage("en").setEntities(List.of(entity)).build())
        .build();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> vectors() {
    try (InputStream in =
        Objects.requireNonNull(NoScriptOfACopyRunsIT.class.getResourceAsStream("scripts.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
