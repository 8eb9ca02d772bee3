package io.wiredesk.wire.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnpaKeywordTest {

  private static final Pattern FIELD =
      Pattern.compile(
          "(?:(BC|AM|PM|AP|EX)-)?(\\S+)(?:[ \\t]+(.*?))??[ \\t]*"
              + "(?:[ \\t](\\d{1,2})-(\\d{1,2}))?(?:[ \\t]+(\\d{1,5}))?[ \\t]*");
  private static final String[] PIECES = {
    "BC-", "AM-", "C-A", "EX", "-", "1", "03-12", "0525", "123456", "x", "Ld", " ", " ", "  ", "\t",
    "\f", "\u0085", "\u2028", "\u00a0", ","
  };

  @Test
  void readsCycleSlugVersionDateAndCount() {
    assertThat(AnpaKeyword.of("BC-EU--Carrow-Ferries 1stLd-Writethru   03-12 0525"))
        .isEqualTo(
            new AnpaKeyword("BC", "EU--Carrow-Ferries", "1stLd-Writethru", "03", "12", "0525"));
    assertThat(AnpaKeyword.of("Ferries 2 12"))
        .isEqualTo(new AnpaKeyword(null, "Ferries", "2", null, null, "12"));
    assertThat(AnpaKeyword.of("")).isNull();
  }

  @Property(tries = 10_000)
  void readsAsThePatternDoes(@ForAll("made") String made) {
    String field = made.strip();
    assertThat(AnpaKeyword.of(field)).isEqualTo(byPattern(field));
  }

  private static @Nullable AnpaKeyword byPattern(String field) {
    Matcher m = FIELD.matcher(field);
    return m.matches()
        ? new AnpaKeyword(
            m.group(1),
            m.group(2),
            m.group(3) == null || m.group(3).isBlank() ? null : m.group(3).strip(),
            m.group(4),
            m.group(5),
            m.group(6))
        : null;
  }

  @Provide
  Arbitrary<String> made() {
    return Pieces.joined(11, PIECES);
  }
}
