package io.wiredesk.wire.normalise.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.Block;
import io.wiredesk.schemas.BlockType;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTest {

  private static final String SCRAPED =
      """
      The harbour authority will open the new lock on Tuesday, two years later than planned, its director said in a statement on Monday.

      Ships of up to 300 metres can then reach the inner docks, where the grain terminals have been waiting for them since the spring.

      Costs have doubled

      The lock was to cost 420 million crowns. By the end of last year the bill had reached 840 million, according to the audit office.

      “Nobody can be proud of that,” the auditor wrote. The ministry rejected the report.

      What happens next?

      Parliament will debate the report on Thursday. A vote is expected in the following week, once the committee has heard the builders.

      HarbourTimes24

      Welcome to HarbourTimes24, your trusted source for news from the coast. We’re committed to bringing you the best.

      Leave a Comment""";

  @Test
  void findsHeadingsThatNobodyMarked() {
    assertThat(texts(SCRAPED, BlockType.CROSSHEAD))
        .containsExactly("Costs have doubled", "What happens next?");
  }

  @Test
  void setsTheSitesOwnTailApartFromItsName() {
    assertThat(texts(SCRAPED, BlockType.BOILERPLATE))
        .containsExactly(
            "HarbourTimes24",
            "Welcome to HarbourTimes24, your trusted source for news from the coast. We’re"
                + " committed to bringing you the best.",
            "Leave a Comment");
  }

  @Test
  void leavesShortLinesOfWireCopyAlone() {
    String wire =
        """
        OSTERHAVN, May 4 (NPA) - The harbour authority will open the new lock on Tuesday, its director said.

        By Jane Doe

        The lock was to cost 420 million crowns, according to the audit office in the capital.

        Photo: Jane Doe/NPA

        Results:

        - Grain terminal, 12 ships

        - Oil terminal, 3 ships

        (Reporting by Jane Doe; Editing by John Roe)""";
    assertThat(texts(wire, BlockType.CROSSHEAD)).isEmpty();
    assertThat(texts(wire, BlockType.LIST_ITEM)).hasSize(2);
    assertThat(texts(wire, BlockType.CREDIT)).hasSize(2);
    assertThat(texts(wire, BlockType.BYLINE)).containsExactly("By Jane Doe");
  }

  @Test
  void leavesHalfSentencesAndRhetoricAlone() {
    String copy = "The harbour authority will open the new lock on Tuesday, its director said.";
    for (String line :
        List.of(
            "All that is needed are",
            "But at what cost?",
            "The most important thing is the",
            "Read more: Lock opens",
            "Photo: Jane Doe",
            "NNNN",
            "(NPA)",
            "OSTERHAVN, May 4 (NPA)",
            "Yours sincerely,",
            "Osterhavn 2 Nordby 1, 3-2, 4-1")) {
      String text = copy + "\n\n" + line + "\n\n" + copy;
      assertThat(texts(text, BlockType.CROSSHEAD)).as(line).isEmpty();
    }
  }

  @Test
  void takesNoTitleAboveTheStoryForAHeadingInIt() {
    String text =
        "Lock opens on Tuesday\n\nThe harbour authority will open the new lock on Tuesday, its director said.";
    assertThat(texts(text, BlockType.CROSSHEAD)).isEmpty();
  }

  @Test
  void leavesAPageOfNothingButFurnitureAsItIs() {
    assertThat(texts("Leave a Reply\n\nSubscribe", BlockType.BOILERPLATE)).isEmpty();
  }

  private static List<String> texts(String text, BlockType type) {
    return Blocks.ofPlainText(text).stream()
        .filter(block -> block.getType() == type)
        .map((Block block) -> text.substring(block.getStart(), block.getEnd()))
        .toList();
  }
}
