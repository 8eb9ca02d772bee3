package io.wiredesk.publish.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.http.PublicSite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/**
 * Every view, light, dark and 390 pixels wide: no serious violation of axe's rules, no error on the
 * console, and a picture for people below {@code target/console}.
 */
class ConsoleViewsIT {

  private static final String SERIOUS =
      "const done = arguments[arguments.length - 1]; axe.run(document, {resultTypes: ['violations']})"
          + ".then((r) => done(r.violations.filter((v) => ['serious', 'critical'].includes(v.impact))"
          + ".map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html + ' ' +"
          + " n.failureSummary).join(' | '))), (e) => done([String(e)]));";

  private final Instant start = Clock.systemUTC().instant().minusSeconds(3_600);
  private final PublicSite site = new PublicSite(20_000, Clock.systemUTC());
  private Browser browser;

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
    site.close();
  }

  @Test
  void everyViewIsSoundLightDarkAndNarrow() {
    IntStream.range(0, 60).forEach(n -> site.put(Stories.story(n, start.plusSeconds(n))));
    site.put(Stories.killed(55, start.plusSeconds(70), "The agency withdraws the story."));
    site.put(Stories.letter("atlantis", "31-strike.xml", "<nitf><head>", start.plusSeconds(80)));
    site.ready();
    browser = Browser.open(1400, 900);
    String item = "item=urn:test:story:";
    Map<String, String> views = new LinkedHashMap<>();
    views.put("wire", "/");
    views.put("article", "/?q=section:world&" + item + 50);
    views.put("killed", "/?" + item + 55);
    views.put("held", "/?view=held");
    views.forEach(this::look);
    browser.go(site.url() + "/");
    browser.awaitText("#row-0", "KILLED");
    look("keys", "?", "Keys");
    look("choices", "gc", "Choices");
    look("orders", "e", "Order on");
    look("searches", "gs", "Searches");
    browser.press("g", "l");
    browser.awaitText("wd-lines", "31-strike.xml");
    browser.find("wd-lines pre, wd-lines td button").click();
    browser.awaitText("wd-lines pre", "<nitf><head>");
    inEveryLight("lines");
  }

  private void look(String view, String address) {
    browser.go(site.url() + address);
    browser.awaitText(".state", "live ·");
    browser.await("rows", () -> !browser.all("wd-list .row").isEmpty());
    if (address.contains("item=")) {
      browser.await("the article", () -> browser.text("wd-article").length() > 200);
    }
    inEveryLight(view);
  }

  private void look(String view, String keys, String title) {
    browser.press("j");
    browser.press(keys.split(""));
    browser.awaitText("dialog h2", title);
    inEveryLight(view);
    browser.press(Keys.ESCAPE);
    browser.await("the dialog is closed", () -> browser.all("dialog").isEmpty());
  }

  private void inEveryLight(String view) {
    for (boolean dark : new boolean[] {false, true}) {
      browser.dark(dark);
      for (int width : new int[] {1400, 390}) {
        browser.size(width, width == 390 ? 844 : 900);
        String name = view + "-" + width + (dark ? "-dark" : "-light");
        browser.run(axe());
        assertThat((List<?>) browser.runUntilDone(SERIOUS)).as(name).isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
            .as(name + " fits its width")
            .isEqualTo(true);
        browser.picture(name);
      }
    }
    browser.dark(false);
    browser.size(1400, 900);
    assertThat(browser.errors().stream().filter(e -> !e.contains("/items/")).toList())
        .as(view)
        .isEmpty();
  }

  private static String axe() {
    try (InputStream in =
        Objects.requireNonNull(ConsoleViewsIT.class.getResourceAsStream("/axe.min.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
