package io.wiredesk.wire.normalise.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.schemas.BlockType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignOffsTest {

  private static final String COPY = "The ferry sailed again on Friday after two days in port.";

  private static List<BlockType> typesOf(String... texts) {
    List<Paragraph> paragraphs = new ArrayList<>(Stream.of(texts).map(Paragraph::plain).toList());
    SignOffs.mark(paragraphs);
    return paragraphs.stream().map(Paragraph::type).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ATL JM 0715 GMT", "sw/hv 1015 gmt", "XYZ 261015 UTC", "burs-sw/jm", "abc/def"})
  void theDesksInitialsAreACredit(String signOff) {
    assertThat(typesOf(COPY, signOff)).containsExactly(BlockType.PARAGRAPH, BlockType.CREDIT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kick-off 1930 GMT, all times local",
        "The match begins at 1930 GMT",
        "AC/DC",
        "1-0",
        "sold-out shows"
      })
  void aLineOfCopyIsNone(String line) {
    assertThat(typesOf(COPY, line)).containsOnly(BlockType.PARAGRAPH);
  }

  @Test
  void initialsCloseAnItemOnly() {
    assertThat(typesOf(COPY, "abc/def", COPY, COPY)).containsOnly(BlockType.PARAGRAPH);
  }

  @Test
  void aMailsSignatureIsNoCopy() {
    assertThat(
            typesOf(
                COPY,
                "--",
                "Island News Cooperative, 4 Quay Road",
                "Not for publication: 555-0107"))
        .containsExactly(
            BlockType.PARAGRAPH,
            BlockType.BOILERPLATE,
            BlockType.BOILERPLATE,
            BlockType.BOILERPLATE);
    assertThat(typesOf(COPY, "-- \nJane Doe\nNight desk"))
        .containsExactly(BlockType.PARAGRAPH, BlockType.BOILERPLATE);
  }

  @Test
  void initialsAboveASignatureAreFound() {
    assertThat(typesOf(COPY, "abc/def", "--", "Night desk"))
        .containsExactly(
            BlockType.PARAGRAPH, BlockType.CREDIT, BlockType.BOILERPLATE, BlockType.BOILERPLATE);
  }

  @Test
  void partsBetweenDashesStayCopy() {
    assertThat(typesOf(COPY, "--", COPY)).containsOnly(BlockType.PARAGRAPH);
    assertThat(typesOf(COPY, "--", "Short", "--", "Shorter")).containsOnly(BlockType.PARAGRAPH);
    assertThat(typesOf("--", "Night desk")).containsOnly(BlockType.PARAGRAPH);
  }
}
