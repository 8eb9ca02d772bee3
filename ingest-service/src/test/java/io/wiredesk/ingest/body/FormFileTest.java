package io.wiredesk.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.BadRequestResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FormFileTest {

  private static final String TYPE = "multipart/form-data; boundary=----x";
  private static final String STORY = "<nitf>\r\n--not the end\r\n</nitf>\r\n";
  private static final String FILE =
      part("name=\"file\"; filename=\"story.xml\"", "Content-Type: application/xml\r\n", STORY);
  private static final String FIELD = part("name=\"note\"", "", "urgent");

  @Test
  void aFormGivesItsFileAndLeavesItsFields() {
    FormFile file = FormFile.of(TYPE, form(FIELD + FILE + FIELD)).orElseThrow();
    assertThat(file.name()).isEqualTo("story.xml");
    assertThat(file.type()).isEqualTo("application/xml");
    assertThat(file.bytes()).asString(StandardCharsets.UTF_8).isEqualTo(STORY);
  }

  @Test
  void bytesAreKeptAsTheyAre() {
    byte[] head = form(part("name=\"f\"; filename=\"a\"", "", "")).clone();
    int at = new String(head, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
    byte[] all = new byte[head.length + 256];
    System.arraycopy(head, 0, all, 0, at);
    for (int i = 0; i < 256; i++) {
      all[at + i] = (byte) i;
    }
    System.arraycopy(head, at, all, at + 256, head.length - at);
    byte[] file = FormFile.of(TYPE, all).orElseThrow().bytes();
    assertThat(file).hasSize(256);
    assertThat(file[200]).isEqualTo((byte) 200);
  }

  @Test
  void anOnlyFieldIsTakenWhereThereIsNoFile() {
    assertThat(FormFile.of(TYPE, form(FIELD)).orElseThrow().bytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("urgent");
  }

  @Test
  void otherBodiesAreNoForms() {
    assertThat(FormFile.of(null, form(FILE))).isEmpty();
    assertThat(FormFile.of("text/plain", form(FILE))).isEmpty();
    assertThat(FormFile.of("multipart/mixed; boundary=----x", form(FILE))).isEmpty();
  }

  @Test
  void twoFilesNoneOrAnEndThatIsMissingAreRefused() {
    assertRefused(TYPE, form(FILE + FILE), "this one has 2");
    assertRefused(TYPE, form(FIELD + FIELD), "this one has 0");
    assertRefused(TYPE, (FIELD + FILE).getBytes(StandardCharsets.UTF_8), "cannot be read");
    assertRefused(TYPE, "no form".getBytes(StandardCharsets.UTF_8), "cannot be read");
    assertRefused("multipart/form-data", form(FILE), "no boundary");
    assertRefused(TYPE, form(FIELD.repeat(100)), "cannot be read");
  }

  private static void assertRefused(String type, byte[] body, String sentence) {
    assertThatThrownBy(() -> FormFile.of(type, body))
        .isInstanceOf(BadRequestResponse.class)
        .hasMessageContaining(sentence);
  }

  private static String part(String disposition, String headers, String content) {
    return "------x\r\nContent-Disposition: form-data; "
        + disposition
        + "\r\n"
        + headers
        + "\r\n"
        + content
        + "\r\n";
  }

  private static byte[] form(String parts) {
    return (parts + "------x--\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
