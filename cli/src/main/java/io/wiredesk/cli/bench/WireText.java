package io.wiredesk.cli.bench;

import java.util.Locale;
import java.util.stream.Collectors;

/** Stories as wires of the formats of a {@link Mix}. Stateless. */
final class WireText {

  private static final String[] TOPICS = {
    "04000000", "11000000", "15000000", "07000000", "13000000", "03000000", "16000000", "06000000"
  };

  private WireText() {}

  /**
   * What a wire says of itself.
   *
   * @param name of the item, the same for all its versions
   * @param number of the item within its run
   * @param version from 1
   */
  record Head(String name, int number, int version, boolean urgent, boolean coded) {

    String topic() {
      return TOPICS[Math.floorMod(number, TOPICS.length)];
    }

    int urgency() {
      return urgent ? 1 : 4;
    }

    /** The time that the wire states, a second a version after a fixed one: no clock is read. */
    String time() {
      return "2026-03-12T%02d:%02d:%02d"
          .formatted(10 + version / 3600, version / 60 % 60, version % 60);
    }
  }

  static String of(Mix.Format format, Head head, Story story) {
    return switch (format) {
      case NINJS -> ninjs(head, story);
      case NITF -> nitf(head, story);
      case NEWSML_G2 -> newsMlG2(head, story);
      case IPTC_7901 -> iptc7901(head, story);
    };
  }

  private static String ninjs(Head head, Story story) {
    String text = String.join("\\n\\n", story.paragraphs()).replace("\"", "\\\"");
    String subject =
        head.coded()
            ? "\"subjects\": [{\"uri\": \"http://cv.iptc.org/newscodes/mediatopic/%s\"}],%n "
                .formatted(head.topic())
            : "";
    return """
        {"standard": {"name": "ninjs", "version": "3.1"}, "uri": "urn:bench:%s", "version": "%d", "type": "text",
         "language": "en", "versionCreated": "%sZ", "urgency": %d,
         %s"headlines": [{"role": "main", "value": "%s"}],
         "bodies": [{"role": "main", "contentType": "text/plain", "value": "%s"}]}
        """
        .formatted(
            head.name(),
            head.version(),
            head.time(),
            head.urgency(),
            subject,
            story.headline(),
            text);
  }

  private static String nitf(Head head, Story story) {
    String subject =
        head.coded()
            ? "<tobject tobject.type=\"news\"><tobject.subject tobject.subject.refnum=\"%s\"/></tobject>"
                .formatted(head.topic())
            : "";
    String time = head.time().replace("-", "").replace(":", "") + "Z";
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" baselang="en">
          <head><title>%s</title>%s
            <docdata management-status="usable"><doc-id regsrc="bench.example.org" id-string="%s"/>
              <urgency ed-urg="%d"/><date.issue norm="%s"/></docdata></head>
          <body><body.head><hedline><hl1>%s</hl1></hedline></body.head>
            <body.content>%s</body.content></body>
        </nitf>
        """
        .formatted(
            story.headline(),
            subject,
            head.name(),
            head.urgency(),
            time,
            story.headline(),
            paragraphs(story));
  }

  private static String newsMlG2(Head head, Story story) {
    String subject =
        head.coded()
            ? "<subject type=\"cpnat:abstract\" qcode=\"medtop:%s\"/>".formatted(head.topic())
            : "";
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:bench.example.org:20260312:%s"
            version="%d" standard="NewsML-G2" standardversion="2.33" conformance="power" xml:lang="en">
          <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml"/>
          <itemMeta><itemClass qcode="ninat:text"/><provider literal="bench"/>
            <versionCreated>%sZ</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
          <contentMeta><urgency>%d</urgency><language tag="en"/>%s<headline>%s</headline></contentMeta>
          <contentSet><inlineXML contenttype="application/xhtml+xml">
            <html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>%s</body></html>
          </inlineXML></contentSet>
        </newsItem>
        """
        .formatted(
            head.name(),
            head.version(),
            head.time(),
            head.urgency(),
            subject,
            story.headline(),
            paragraphs(story));
  }

  private static String iptc7901(Head head, Story story) {
    String copy =
        story.paragraphs().stream().map(p -> "   " + p + "\r\n").collect(Collectors.joining());
    return "\u0001bnc%04d %d i %d bnc %04d\r\n\r\nBench/%s/\r\n%s =\r\n\u0002%s\u0003\r\n121000 GMT MAR 26\r\n"
        .formatted(
            head.number() % 10_000,
            head.urgency(),
            copy.split(" ").length,
            head.number() % 10_000,
            head.name().toLowerCase(Locale.ROOT),
            story.headline(),
            copy);
  }

  private static String paragraphs(Story story) {
    return story.paragraphs().stream().map(p -> "<p>" + p + "</p>").collect(Collectors.joining());
  }
}
