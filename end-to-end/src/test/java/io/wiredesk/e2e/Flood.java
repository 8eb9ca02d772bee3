package io.wiredesk.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Many small wires of several formats, some of them broken, some sent twice; written for the tests.
 */
final class Flood {

  /** One wire. */
  record Wire(String name, byte[] bytes, boolean broken) {}

  private static final String NITF =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <nitf version="-//IPTC//DTD NITF 3.5//EN">
        <head><title>%2$s</title>
          <docdata><doc-id id-string="%1$s"/><urgency ed-urg="5"/><date.issue norm="20260301T100000Z"/></docdata></head>
        <body><body.head><hedline><hl1>%2$s</hl1></hedline></body.head>
          <body.content>
            <p>Dock workers in Lisbon stopped work on Monday, the port authority said, and ships waited off the coast.</p>
            <hl2>Talks go on</hl2>
            <p>%3$s</p>
          </body.content>
        </body>
      </nitf>
      """;
  private static final String NINJS =
      """
      {"standard": {"name": "ninjs", "version": "3.1"},
       "uri": "urn:flood:%1$s", "version": "1", "type": "text", "language": "en", "versionCreated": "2026-03-01T10:00:00Z",
       "headlines": [{"role": "main", "value": "%2$s"}],
       "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>The bank raised its rate on Thursday.</p><p>%3$s</p>"}]}
      """;
  private static final String TELEX =
      "\u0001atl%4$04d 4 pl 80 flood/%1$s/\r\n\n"
          + "\u0002%2$s =\r\n"
          + "   HORTA, March 1 - The harbour opened on Monday, the port office said.\r\n"
          + "   %3$s\r\n"
          + "\u0003011000 mar 26\r\n"
          + "\u0004";

  private static final String MAIL =
      """
      From: Port Office <press@port.example>
      To: desk@wire.example
      Subject: Notice %2$d of the port to %1$s
      Message-ID: <%1$s-%2$d@port.example>
      Date: Sun, 1 Mar 2026 10:00:00 +0000
      Content-Type: text/plain; charset=us-ascii

      The harbour opened on Monday, the port office said.

      %3$s
      """;

  private static final String WORDS =
      "the port and its cranes stood still while ministers met for talks about pay and hours of"
          + " work ";

  private final Random random;

  Flood(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Wires of one line.
   *
   * @param broken share that no parser reads, 0–1
   * @param repeated share that repeats the bytes of one before, 0–1
   */
  List<Wire> line(String feed, int count, double broken, double repeated) {
    List<Wire> wires = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      double lot = random.nextDouble();
      if (lot < broken) {
        wires.add(broken(feed, n));
      } else if (lot < broken + repeated && n > 0) {
        Wire before = wires.get(random.nextInt(n));
        String name = "%06d-again%s".formatted(n, before.name.substring(before.name.indexOf('.')));
        wires.add(new Wire(name, before.bytes, before.broken));
      } else {
        wires.add(whole(feed, n));
      }
    }
    return wires;
  }

  /** The n-th wire of a line: one in twenty broken, one story in twenty in two takes. */
  Wire one(String feed, int n) {
    if (n % 20 == 7 || n % 20 == 8) {
      return take(feed, n / 20, n % 20 - 6);
    }
    return random.nextInt(20) == 0 ? broken(feed, n) : whole(feed, n);
  }

  private static Wire take(String feed, int story, int number) {
    String id = feed + "-story-" + story;
    String mark = number == 1 ? "(MORE)" : "END";
    String title = "\"title\": \"%s, take %d of 2\", \"type\"".formatted(id, number);
    String text = NINJS.formatted(id + "-" + number, "River " + story + " of " + feed, mark);
    return new Wire(
        "%06d-take%d.json".formatted(story, number),
        bytes(text.replaceFirst("\"type\"", title)),
        false);
  }

  /** The n-th mail of a line, as a server has it. */
  Wire mail(String feed, int n) {
    String text = WORDS.repeat(5 + random.nextInt(20)) + random.nextLong();
    return wire(n, ".eml", MAIL.formatted(feed, n, text).replace("\n", "\r\n"), false);
  }

  /** A wire that can be read; no two of a feed are alike. */
  Wire whole(String feed, int n) {
    String id = feed + "-" + n;
    String headline = "Story " + n + " of the line " + feed;
    String text = WORDS.repeat(5 + random.nextInt(20)) + random.nextLong();
    int kind = random.nextInt(10);
    if (kind < 6) {
      return wire(n, ".xml", NITF.formatted(id, headline, text), false);
    }
    // the number of a telex counts to 9999 and then repeats
    return kind < 9 || n > 9_999
        ? wire(n, ".json", NINJS.formatted(id, headline, text), false)
        : wire(n, ".7901", TELEX.formatted(id, headline, text, n), false);
  }

  private Wire broken(String feed, int n) {
    Wire whole = whole(feed, n);
    String text = new String(whole.bytes, StandardCharsets.UTF_8);
    return switch (random.nextInt(3)) {
      case 0 -> wire(n, ".xml", "<nitf><head/><body " + feed + n + "</body></nitf>", true);
      case 1 -> wire(n, ".json", "{\"uri\": urn:" + feed + n + ", \"headlines\": ]}", true);
      default -> wire(n, ".cut.xml", text.isEmpty() ? "" : cut(feed, n), true);
    };
  }

  /** Ends in the middle of a word, as after a lost connection. */
  private static String cut(String feed, int n) {
    String text = NITF.formatted(feed + "-" + n, "Cut " + n, WORDS);
    return text.substring(0, text.length() - 70);
  }

  private static Wire wire(int n, String ending, String text, boolean broken) {
    return new Wire("%06d%s".formatted(n, ending), bytes(text), broken);
  }

  /** Writes them into a new folder, which may then be moved into the hot folder as a whole. */
  static void write(Path folder, List<Wire> wires) throws IOException {
    Files.createDirectories(folder);
    for (Wire wire : wires) {
      Files.write(folder.resolve(wire.name), wire.bytes);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
