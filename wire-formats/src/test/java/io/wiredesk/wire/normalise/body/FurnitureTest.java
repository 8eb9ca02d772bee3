package io.wiredesk.wire.normalise.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FurnitureTest {

  private static final List<String> COPY =
      List.of(
          "The harbour authority will open the new lock on Tuesday, two years later than planned, its director said.",
          "Ships of up to 300 metres can then reach the inner docks, where terminals have been waiting for them since spring.",
          "Costs have doubled",
          "The lock was to cost 420 million crowns. By the end of last year the bill had reached 840 million, auditors said.");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tags: harbour, lock|About the Author|Jane Doe|Jane Doe covers ports for the Harbour Times.|Related Posts|Grain prices fall|Ferry line to close|© 2026 Harbour Times. All rights reserved.|Privacy Policy",
        "Harbour Daily News|Harbour Daily News is a leading source of independent news from the coast. Founded in 1990.|Follow us on Facebook and Twitter.|No comments yet",
        "READ ALSO: Grain prices fall|Subscribe to our newsletter|Copyright © 2026. All rights reserved. This material may not be published.",
        "Mehr zum Thema|Kornpreise fallen|Kommentare (12)|Schreiben Sie einen Kommentar|Ihre E-Mail-Adresse wird nicht veröffentlicht.|Impressum",
        "Partager|Laisser un commentaire|Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *|Nom *",
        "What do you think? Let us know in the comments below.|Also read|Grain prices fall by a tenth in a week as traders fear new tariffs|View comments",
        "Thank you for reading!|You have 2 free articles left this month.|Already a subscriber? Log in",
        "PortBlog24|Welcome to PortBlog24, your go-to source for everything afloat.|Leave a Reply"
      })
  void setsTheTailOfAPageApart(String tail) {
    List<String> lines = Arrays.asList(tail.split("\\|"));
    List<String> page = new ArrayList<>(COPY);
    page.addAll(lines);
    assertThat(furniture(page)).isEqualTo(lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Skip to content|Home|News|Politics|Sport",
        "This website uses cookies to ensure you get the best experience.|Accept|Decline",
        "Share|Facebook|Twitter|3 min read"
      })
  void setsTheHeadOfAPageApart(String head) {
    List<String> lines = Arrays.asList(head.split("\\|"));
    List<String> page = new ArrayList<>(lines);
    page.addAll(COPY);
    assertThat(furniture(page)).isEqualTo(lines);
  }

  @Test
  void leavesAHeadlineAmongTheFurnitureAlone() {
    List<String> page =
        new ArrayList<>(List.of("Home", "Lock opens on Tuesday after long delay", "Share"));
    page.addAll(COPY);
    assertThat(furniture(page)).containsExactly("Home", "Share");
  }

  @Test
  void leavesAnArticleThatGoesOnBelowAWidgetAlone() {
    List<String> page = new ArrayList<>(COPY);
    page.add("Related Posts");
    page.addAll(COPY);
    page.addAll(COPY);
    assertThat(furniture(page)).isEmpty();
  }

  @Test
  void leavesWireCopyAlone() {
    List<String> page = new ArrayList<>(COPY);
    page.addAll(
        List.of(
            "“We share this view,” she said.",
            "Comments by the minister were not available.",
            "Home win for Rovers",
            "(NPA)"));
    assertThat(furniture(page)).isEmpty();
  }

  private static List<String> furniture(List<String> page) {
    String text = String.join("\n\n", page);
    return Blocks.ofPlainText(text).stream()
        .filter(block -> block.getType() == BlockType.BOILERPLATE)
        .map((Block block) -> text.substring(block.getStart(), block.getEnd()))
        .toList();
  }
}
