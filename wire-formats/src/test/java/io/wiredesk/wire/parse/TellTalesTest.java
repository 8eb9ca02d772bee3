package io.wiredesk.wire.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The detector's rows decide as the patterns that they spare would. */
class TellTalesTest {

  private static final Pattern MAIL =
      Pattern.compile(
          "\\s*(From \\S+ [^\\n]*\\n|("
              + "(return-path|received|received-spf|from|to|subject|date|x-[a-z0-9-]+|list-[a-z]+)"
              + ":[^\\n]*\\n(?:[ \\t][^\\n]*+\\n)*+){2})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ANPA =
      Pattern.compile(
          "^[\\x00\\x16\\s]*\\x01?\\s*[A-Za-z]\\d{4}[^\\r\\n\\x1f]{0,16}\\x1f"
              + "|^[\\x00\\x16\\s]*\\x01?\\s*[A-Za-z]\\d{4}[^\\r\\n]{0,40}\\r?\\n"
              + "[a-z] [a-z]{1,3}[\\s\\x11-\\x14]+(BC|AM|PM|AP|EX)-");
  private static final Pattern IPTC_7901 =
      Pattern.compile(
          "^[\\x00\\x16\\s]*\\x01?\\s*[A-Za-z]{1,6} ?\\d{2,6} +[1-9] +\\p{L}{1,4} +\\d{1,5}\\b");
  private static final Pattern KEY = Pattern.compile("\"([A-Za-z_]{1,40})\"\\s*:");

  private final FormatDetector detector = new FormatDetector();

  @Property(tries = 5_000)
  void mailHasTwoHeaderLinesOrAMailboxLine(@ForAll("mails") String text) {
    assertThat(MailTellTale.isMail(text)).isEqualTo(MAIL.matcher(text).lookingAt());
  }

  @Property(tries = 5_000)
  void agencyHeadersStandAtTheVeryBeginning(@ForAll("headers") String header) {
    // some beginnings look like UTF-16
    String text = Head.of(header.getBytes(StandardCharsets.ISO_8859_1)).text();
    boolean anpa = ANPA.matcher(text).lookingAt();
    boolean iptc = !anpa && IPTC_7901.matcher(text).lookingAt();
    WireFormat format = detect(header).format();
    assertThat(format == WireFormat.ANPA_1312).isEqualTo(anpa);
    assertThat(format == WireFormat.IPTC_7901).isEqualTo(iptc);
  }

  @Property(tries = 5_000)
  void keysDecideHoweverTheyAreSpelt(@ForAll("objects") String text) {
    Set<String> keys =
        KEY.matcher(text)
            .results()
            .map(key -> key.group(1).toLowerCase(Locale.ROOT).replace("_", ""))
            .collect(Collectors.toSet());
    boolean dpa = keys.contains("entryid") || keys.contains("dpaid");
    boolean ap =
        keys.contains("apiversion")
            || keys.contains("apimode")
            || keys.containsAll(Set.of("item", "altids", "etag"));
    assertThat(detect(text).format())
        .isEqualTo(
            dpa ? WireFormat.DPA_DIGITALWIRES : ap ? WireFormat.AP_MEDIA_JSON : WireFormat.NINJS);
  }

  private Detection detect(String text) {
    return detector.detect(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Provide
  Arbitrary<String> mails() {
    return joined(
        Arbitraries.of(
            "From ",
            "from",
            "FROM: a",
            "To",
            "subject: ",
            "Date:",
            "X-a1-b:",
            "X-:",
            "list-Id: <x>",
            "List-1:",
            "Received-SPF: ",
            "received :",
            "other: ",
            ":",
            "\n",
            "\n",
            "\n",
            " ",
            "\t",
            "\r\n",
            "a@example.org",
            " more"));
  }

  @Provide
  Arbitrary<String> headers() {
    return joined(
        Arbitraries.of(
            "\0",
            "\u0016",
            "\u0001",
            " ",
            "\r\n",
            "\n",
            "w1234",
            "abc",
            "12",
            "1234567",
            " 4",
            " pl",
            " 120",
            " ",
            "\u001f",
            "r w\u0014",
            "BC-",
            "q",
            "r abc",
            "\u0011",
            "é",
            "x",
            "\u00fc 1"));
  }

  @Provide
  Arbitrary<String> objects() {
    return joined(
            Arbitraries.of(
                "\"entry_id\"",
                "\"EntryId\"",
                "\"dpa__id",
                "\"",
                "\"apiversion\"",
                "\"API_mode\"",
                "\"item\"",
                "\"_altids_\"",
                "\"eTag\"",
                "\"etags\"",
                "\"ite\"",
                ":",
                ":",
                " :",
                "\n:",
                "\"text\"",
                ",",
                "{",
                "}",
                "1",
                "_",
                "\"a b\""))
        .map(text -> "{\"uri\":" + text);
  }

  private static Arbitrary<String> joined(Arbitrary<String> pieces) {
    return pieces.list().ofMaxSize(10).map(all -> String.join("", all));
  }
}
