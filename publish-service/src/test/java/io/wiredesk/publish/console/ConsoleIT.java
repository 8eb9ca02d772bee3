package io.wiredesk.publish.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.http.PublicSite;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page in a real browser, over an index that the test fills. */
class ConsoleIT {

  private final Instant start = Clock.systemUTC().instant().minusSeconds(3_600);
  private final PublicSite site = new PublicSite(20_000, Clock.systemUTC());
  private Browser browser;

  @BeforeEach
  void open() {
    browser = Browser.open(1400, 900);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
    site.close();
  }

  private void fill(int count) {
    IntStream.range(0, count).forEach(this::put);
    site.ready();
  }

  private void put(int number) {
    site.put(Stories.story(number, start.plusSeconds(number)));
  }

  private void show(String address) {
    browser.go(site.url() + address);
  }

  private String headline(int row) {
    return browser.text("#row-" + row + " .words");
  }

  @Test
  void theListIsDenseAndNewestFirst() {
    fill(400);
    show("/");
    browser.awaitText("#row-0", "(399)");
    long inSight =
        browser.all("wd-list .row").stream()
            .filter(row -> row.getRect().y >= 0 && row.getRect().y + row.getRect().height <= 900)
            .count();
    assertThat(inSight).isGreaterThanOrEqualTo(25);
    assertThat(headline(1)).contains("(398)");
    assertThat(browser.errors()).isEmpty();
    browser.picture("wire-light");
    browser.press("j", "j", "o");
    browser.awaitText("wd-article .copy", "Votes by ward");
    browser.picture("article-light");
    browser.dark(true);
    browser.picture("article-dark");
    browser.size(390, 844);
    browser.picture("article-390-dark");
    browser.dark(false);
    browser.press(Keys.ESCAPE);
    browser.picture("wire-390-light");
  }
}
