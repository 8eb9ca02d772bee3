package io.wiredesk.publish.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.publish.http.PublicSite;
import io.wiredesk.schemas.GateOrder;
import io.wiredesk.schemas.OrderAction;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a person does on the page that others see: marks, notes, orders. */
class ConsoleTogetherIT {

  private final PublicSite site = new PublicSite(1_000, Clock.systemUTC());
  private Browser browser;

  @BeforeEach
  void open() {
    Instant start = Clock.systemUTC().instant().minusSeconds(3_600);
    IntStream.range(0, 20).forEach(n -> site.put(Stories.story(n, start.plusSeconds(n))));
    site.ready();
    browser = Browser.open(1400, 900);
    browser.go(site.url() + "/");
    browser.awaitText("#row-0", "(19)");
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
    site.close();
  }

  @Test
  void whoTookAnItemAndNotesAreSeenInAnotherBrowser() {
    try (Browser other = Browser.open(1400, 900)) {
      other.go(site.url() + "/?item=" + Stories.uri(18));
      other.awaitText("wd-article .copy", "Votes by ward");
      browser.press("j", "j", "t");
      browser.awaitText("dialog h2", "Who are you?");
      browser.find("dialog input").sendKeys("Ana", Keys.ENTER);
      browser.awaitText("#row-1", "Ana");
      other.awaitText("#row-1", "Ana");
      other.awaitText("wd-article nav", "Taken by Ana");
      browser.press("o");
      browser.awaitText("wd-article .copy", "Votes by ward");
      browser.find("wd-article [name=note]").sendKeys("Mine for the two o'clock.", Keys.ENTER);
      other.awaitText("wd-article .notes", "Mine for the two o'clock.");
      other.awaitText("wd-article .notes", "seen by Ana");
      browser.find("wd-article [name=note]").sendKeys(Keys.ESCAPE);
      browser.press("t");
      other.await("given back", () -> !other.text("wd-article nav").contains("Taken"));
    }
  }

  @Test
  void anOrderSaysWhereTheItemWentAndWhatItDid() {
    browser.press("j", "e");
    browser.awaitText("dialog.orders", "went to");
    browser.find("dialog.orders [name=reason]").sendKeys("Wrong man.");
    browser.find("dialog.orders [name=by]").sendKeys("Ana");
    browser.picture("orders-light");
    browser.click("dialog.orders button.danger");
    browser.awaitText("dialog.orders [role=status]", "The item was PUBLISHED when the order came");
    GateOrder order = (GateOrder) site.written().get(0);
    assertThat(order.getAction()).isEqualTo(OrderAction.KILL);
    assertThat(order.getUri()).isEqualTo(Stories.uri(19));
    assertThat(order.getReason()).isEqualTo("Wrong man.");
    browser.click("dialog.orders [value=release]");
    browser.find("dialog.orders button.strong").click();
    browser.awaitText("dialog.orders [role=status]", "the order has no effect");
  }
}
