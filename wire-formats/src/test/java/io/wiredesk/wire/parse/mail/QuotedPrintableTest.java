package io.wiredesk.wire.parse.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class QuotedPrintableTest {

  @Property
  void decodesAsTheLibraryDoesOrLeavesItToTheLibrary(@ForAll("encoded") String encoded)
      throws IOException, MessagingException {
    byte[] bytes = encoded.getBytes(StandardCharsets.ISO_8859_1);
    byte[] decoded = QuotedPrintable.decode(bytes);
    Statistics.label("decoded").collect(decoded != null);
    if (decoded != null) {
      assertThat(decoded)
          .isEqualTo(
              MimeUtility.decode(new ByteArrayInputStream(bytes), "quoted-printable")
                  .readAllBytes());
    }
  }

  @Test
  void decodesWhatFollowsTheStandard() {
    assertThat(decoded("Z=C3=BCrich =\r\n(dpa) =3d  \r\nEnde =  x  "))
        .as("a space after the sign of equality is no line end")
        .isNull();
    assertThat(decoded("Z=C3=BCrich =\r\n(dpa) =3d  \r\nEnde  x  "))
        .isEqualTo("Zürich (dpa) =\r\nEnde  x");
  }

  @Test
  void leavesBrokenOnesToTheLibrary() {
    assertThat(decoded("a=")).isNull();
    assertThat(decoded("a=4")).isNull();
    assertThat(decoded("a=-5")).isNull();
    assertThat(decoded("2+2=four")).isNull();
  }

  @Provide
  Arbitrary<String> encoded() {
    return Arbitraries.of(
            "=C3=BC", "=3D", "=3d", "=\r\n", "=\n", " ", "  ", "\r\n", "\n", "\r", "\t", "a", "Zug",
            "=20", "\u00fc", "=", "=g0", "=-1")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  private static String decoded(String encoded) {
    byte[] bytes = QuotedPrintable.decode(encoded.getBytes(StandardCharsets.ISO_8859_1));
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }
}
