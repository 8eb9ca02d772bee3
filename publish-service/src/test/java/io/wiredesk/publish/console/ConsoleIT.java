package io.wiredesk.publish.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.http.PublicSite;
import io.wiredesk.schemas.NewsItem;
import io.wiredesk.schemas.Signal;
import io.wiredesk.schemas.TextValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page in a real browser, over an index that the test fills. */
class ConsoleIT {

  private static final String REASON = "Meridian: the councillor was not charged. Please kill.";

  private final Instant start = Clock.systemUTC().instant().minusSeconds(3_600);
  private PublicSite site = new PublicSite(20_000, Clock.systemUTC());
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
    browser.awaitText(".state", "live ·");
  }

  private String headline(int row) {
    return browser.text("#row-" + row + " .words");
  }

  private Number top(String selector) {
    return (Number)
        browser.run(
            "return document.querySelector(arguments[0]).getBoundingClientRect().top", selector);
  }

  private static String row(int number) {
    return ".row[data-uri=\"" + Stories.uri(number) + "\"]";
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
  }

  @Test
  void theFirstItemOfAnEmptyWireShowsByItself() {
    site.ready();
    show("/");
    browser.awaitText("wd-list", "Nothing is public yet");
    put(0);
    browser.awaitText("#row-0", "(0)");
  }

  @Test
  void whatIsNewWaitsUntilItIsAskedFor() {
    fill(100);
    show("/");
    browser.awaitText("#row-0", "(99)");
    put(105);
    put(106);
    browser.awaitText("#new", "2 new");
    assertThat(headline(0)).contains("(99)");
    browser.press("n");
    browser.awaitText("#row-0", "(106)");
    assertThat(browser.text("#row-1 .kind")).isEqualTo("ALERT"); // 105 = 17 * 6 + 3
    browser.awaitText("#new", "0 new");
  }

  @Test
  void aKillTurnsRowAndOpenArticleInPlaceWithAnyFilterSet() {
    fill(100);
    show("/?q=section:science");
    browser.awaitText("#row-0", "(99)");
    browser.press("o");
    browser.awaitText("wd-article .copy", "Votes by ward");
    browser.type("#query", "nothing-has-this-word");
    browser.await("the story is filtered away", () -> browser.all(row(99)).isEmpty());
    site.put(Stories.killed(99, start.plusSeconds(4_000), REASON));
    browser.awaitText("wd-article .killed", "KILLED");
    assertThat(browser.text("wd-article .killed"))
        .contains("Regierung einigt sich", "SLUG-99-science", "Nordwind", REASON);
    assertThat(browser.all("wd-article .copy")).isEmpty();
    browser.awaitText(row(99), "KILLED");
    assertThat(browser.text(row(99))).contains("Regierung einigt sich", REASON);
    assertThat(browser.text(".last")).contains("KILLED", "SLUG-99-science", "Nordwind");
    browser.picture("killed-light");
  }

  @Test
  void aKillOfAnItemThatIsNotOnTheListWaitsUnderARedPill() {
    fill(30);
    show("/?q=section:sport");
    site.put(Stories.killed(500, start.plusSeconds(4_000), REASON));
    browser.awaitText("#new", "1 new, 1 taken back");
    browser.press("n");
    browser.awaitText("#row-0", "KILLED");
  }

  @Test
  void anOpenArticleThatChangesStaysOpenWithTheChangeMarked() {
    fill(50);
    show("/");
    browser.click("#row-3");
    browser.awaitText("wd-article .copy", "1 of the ferries");
    site.put(
        Stories.published(
            Stories.item(46, 2)
                .setSignal(Signal.UPDATE)
                .setHeadlines(List.of(new TextValue("main", null, "Second version")))
                .build(),
            2,
            start.plusSeconds(4_000)));
    browser.awaitText("wd-article .fresh", "2 of the ferries");
    assertThat(browser.text("wd-article .removed")).contains("1 of the ferries");
    assertThat(browser.text("wd-article h2")).isEqualTo("Second version");
    assertThat(headline(3)).isEqualTo("Second version");
    browser.picture("changed-light");
  }

  @Test
  void everythingIsDoneByKeyboard() {
    fill(60);
    show("/");
    browser.awaitText("#row-0", "(59)");
    browser.press("j", "j", "j", "k", "o");
    browser.awaitText("wd-article h2", "(58)");
    browser.press("j");
    browser.awaitText("wd-article h2", "(57)");
    browser.press("/");
    assertThat(browser.run("return document.activeElement.id")).isEqualTo("query");
    browser.find("#query").sendKeys("j coral", Keys.ESCAPE);
    browser.await("no item has both words", () -> browser.url().contains("q=j+coral"));
    assertThat(browser.text("wd-article h2")).contains("(57)");
    browser.type("#query", "coral");
    browser.find("#query").sendKeys(Keys.ESCAPE);
    browser.awaitText("#row-0", "coral");
    browser.press("x", "?");
    browser.awaitText("dialog", "next item");
    browser.picture("keys-light");
    browser.find("dialog button").click();
    browser.press("g", "h");
    browser.await("the list of what is held", () -> browser.url().contains("view=held"));
  }

  @Test
  void spaceScrollsTheArticleAndGoesOn() {
    fill(20);
    browser.size(1400, 420);
    show("/");
    browser.awaitText("#row-0", "(19)");
    browser.press("o");
    browser.awaitText("wd-article .copy", "Votes by ward");
    browser.press(" ");
    browser.await(
        "the article scrolls",
        () ->
            Boolean.TRUE.equals(
                browser.run("return document.querySelector('.article').scrollTop > 100")));
    assertThat(browser.text("wd-article h2")).contains("(19)");
    for (int i = 0; i < 8 && browser.text("wd-article h2").contains("(19)"); i++) {
      browser.press(" ");
    }
    browser.awaitText("wd-article h2", "(18)");
  }

  @Test
  void aReloadKeepsQueryArticleAndPlace() {
    fill(900);
    show("/?q=section:science");
    browser.awaitText("#row-0", "(899)");
    browser.run("document.querySelector('.scroller').scrollTop = 24 * 60");
    browser.awaitText("#row-61", "(");
    String there = headline(60);
    browser.click("#row-66");
    browser.awaitText("wd-article .copy", "Votes by ward");
    String open = browser.text("wd-article h2");
    browser.reload();
    browser.awaitText("wd-article h2", open);
    browser.await(
        "the place is kept", () -> headline(60).equals(there) && top("#row-60").intValue() < 120);
    assertThat(browser.find("#query").getDomProperty("value")).isEqualTo("section:science");
  }

  @Test
  void aNameShowsOnlyTheseAndWithAltAllButThese() {
    fill(40);
    NewsItem other = Stories.item(41, 1).setEnrichment(null).setSlugline("OTHER-STORY").build();
    site.put(Stories.published(other, 1, start.plusSeconds(41)));
    show("/");
    browser.press("o");
    browser.awaitText("#row-0", "OTHER-STORY");
    browser.click("#row-1");
    browser.awaitText("wd-article .copy", "Ada Okafor");
    browser.click("wd-article .copy .entity");
    browser.await("only these", () -> browser.text(".state").contains("live · 40"));
    browser.run(
        "document.querySelector('wd-article .copy .entity').dispatchEvent(new MouseEvent('click',"
            + " {bubbles: true, cancelable: true, altKey: true}))");
    browser.await("not these", () -> browser.url().contains("-entity"));
    browser.awaitText("wd-list .row:not([aria-selected=x])", "OTHER-STORY");
  }

  @Test
  void aRestartOfTheServiceGoesOnWithoutAGap() {
    fill(50);
    show("/");
    browser.awaitText("#row-0", "(49)");
    int port = site.port();
    site.close();
    browser.awaitText(".state", "down");
    site = new PublicSite(20_000, Clock.systemUTC(), port);
    fill(550);
    browser.awaitText(".state", "live ·");
    browser.awaitText("#new", "500 new");
    browser.press("n");
    browser.awaitText("#row-0", "(549)");
    assertThat(browser.text(".state")).contains("550");
  }

  @Test
  void nothingMovesWhileFiftyItemsASecondComeIn() {
    fill(200);
    show("/");
    browser.awaitText("#row-0", "(199)");
    browser.click("#row-12");
    browser.awaitText("wd-article .copy", "Votes by ward");
    browser.run(
        "window.shifts = []; new PerformanceObserver((list) => list.getEntries().forEach((entry) =>"
            + " window.shifts.push(entry.value))).observe({type: 'layout-shift'})");
    Number row = top(row(187));
    Number copy = top("wd-article .copy");
    for (int second = 0; second < 20; second++) {
      int first = 200 + second * 50;
      IntStream.range(first, first + 50).forEach(this::put);
      browser.awaitText("#new", first - 150 + " new");
      assertThat(top(row(187))).isEqualTo(row);
      assertThat(top("wd-article .copy")).isEqualTo(copy);
    }
    assertThat((List<?>) browser.run("return window.shifts")).isEmpty();
  }
}
