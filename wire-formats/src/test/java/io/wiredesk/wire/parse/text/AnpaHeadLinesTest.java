package io.wiredesk.wire.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnpaHeadLinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BC-EU--Ferries, 1st Ld,525|BC-EU--Ferries, 1st Ld",
        "BC-EU--Ferries, 12345|BC-EU--Ferries",
        "BC-EU--Ferries,123456|BC-EU--Ferries,123456",
        "BC-EU--Ferries 525|BC-EU--Ferries 525"
      })
  void theTitleIsTheKeywordLineWithoutItsWordCount(String line, String title) {
    assertThat(read("^" + line + "<\n").get(Field.TITLE)).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Photo XMP101 of Jan. 2.", "AP Photo NY1", "Kyodo Graphic 7", "GFX12 map"})
  void linesOfPicturesAreNotes(String line) {
    WireItem item = read("^BC-EU--Ferries,525<\n^" + line + "<\n^Ferries sail again<\n\tCopy.\n");
    assertThat(item.edNotes).extracting(note -> note.getValue()).containsExactly(line);
    assertThat(item.headlines.get(0).getValue()).isEqualTo("Ferries sail again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Photographers strike", "Graphic novels boom", "Photo finish at sea"})
  void aHeadlineThatBeginsLikeOneIsAHeadline(String line) {
    WireItem item = read("^BC-EU--Ferries,525<\n^" + line + "<\n\tCopy.\n");
    assertThat(item.edNotes).isEmpty();
    assertThat(item.headlines.get(0).getValue()).isEqualTo(line);
  }

  private static WireItem read(String text) {
    WireItem item = new WireItem();
    new AnpaBody(item, text, 1).read();
    return item;
  }
}
