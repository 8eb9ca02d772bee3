package io.wiredesk.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One story with a headline, a note to editors and a text, as each format would carry it. What the
 * structure could say besides is left out: only the texts speak. Stateless.
 */
final class StoryWires {

  /**
   * What the story says.
   *
   * @param language of all of it, BCP 47
   * @param headline on one line
   * @param note to editors, empty where there is none
   * @param body one paragraph
   */
  record Story(String language, String headline, String note, String body) {}

  private StoryWires() {}

  /** Each format's id and how it writes a story. */
  static Map<String, Function<Story, byte[]>> all() {
    Map<String, Function<Story, byte[]>> wires = new LinkedHashMap<>();
    wires.put("nitf", s -> utf8(nitf(s)));
    wires.put("newsml-g2", s -> utf8(g2(s)));
    wires.put("newsml-1.2", s -> utf8(newsMl1(s)));
    wires.put("ninjs", s -> utf8(ninjs(s)));
    wires.put("ap-media-json", s -> utf8(ap(s)));
    wires.put("dpa-digitalwires", s -> utf8(dpa(s)));
    wires.put("iptc7901", s -> utf8(iptc7901(s)));
    wires.put("anpa1312", s -> utf8(anpa(s)));
    wires.put("rss", s -> utf8(rss(s)));
    wires.put("atom", s -> utf8(atom(s)));
    wires.put("email", s -> utf8(mail(s)));
    wires.put("html", s -> utf8(html(s)));
    wires.put("text", s -> utf8(text(s)));
    wires.put("xml", s -> utf8(xml(s)));
    return wires;
  }

  private static String nitf(Story s) {
    return """
        <nitf><head><docdata><doc-id id-string="npa-1"/><date.issue norm="20260314T100000Z"/>
        <ed-msg info="%s"/></docdata></head><body xml:lang="%s"><body.head><hedline><hl1>%s</hl1>
        </hedline></body.head><body.content><p>%s</p></body.content></body></nitf>"""
        .formatted(s.note(), s.language(), s.headline(), s.body());
  }

  private static String g2(Story s) {
    return """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:npa:1" version="1"
         xml:lang="%s"><itemMeta><itemClass qcode="ninat:text"/>
        <versionCreated>2026-03-14T10:00:00Z</versionCreated><edNote>%s</edNote></itemMeta>
        <contentMeta><headline>%s</headline></contentMeta><contentSet><inlineXML>
        <html xmlns="http://www.w3.org/1999/xhtml"><body><p>%s</p></body></html>
        </inlineXML></contentSet></newsItem>"""
        .formatted(s.language(), s.note(), s.headline(), s.body());
  }

  private static String newsMl1(Story s) {
    return """
        <NewsML><NewsItem><Comment>%s</Comment><Identification><NewsIdentifier>
        <ProviderId>npa.example</ProviderId><DateId>20260314</DateId><NewsItemId>1</NewsItemId>
        <RevisionId PreviousRevision="0" Update="N">1</RevisionId></NewsIdentifier></Identification>
        <NewsManagement><NewsItemType FormalName="News"/>
        <ThisRevisionCreated>20260314T100000Z</ThisRevisionCreated></NewsManagement>
        <NewsComponent xml:lang="%s"><NewsLines><HeadLine>%s</HeadLine></NewsLines>
        <ContentItem><DataContent><p>%s</p></DataContent></ContentItem></NewsComponent>
        </NewsItem></NewsML>"""
        .formatted(s.note(), s.language(), s.headline(), s.body());
  }

  private static String ninjs(Story s) {
    return """
        {"uri": "urn:npa:1", "version": "1", "type": "text", "language": "%s",
         "versioncreated": "2026-03-14T10:00:00Z", "ednote": "%s", "headline": "%s",
         "body_text": "%s"}"""
        .formatted(s.language(), s.note(), s.headline(), s.body());
  }

  private static String ap(Story s) {
    return """
        {"api_version": "1.1", "data": {"item": {"uri": "https://media.npa.example/content/1",
         "altids": {"itemid": "1", "etag": "1_0"}, "version": 1, "type": "text",
         "language": "%s", "versioncreated": "2026-03-14T10:00:00Z", "ednote": "%s",
         "headline": "%s", "body_text": "%s"}}}"""
        .formatted(s.language(), s.note(), s.headline(), s.body());
  }

  private static String dpa(Story s) {
    return """
        {"entry_id": "1", "urn": "urn:npa:1", "version": 1, "language": "%s",
         "version_created": "2026-03-14T10:00:00Z", "ednotes": [{"ednote": "%s"}],
         "headline": "%s", "article_html": "<section><p>%s</p></section>"}"""
        .formatted(s.language(), s.note(), s.headline(), s.body());
  }

  private static String iptc7901(Story s) {
    String note = s.note().isEmpty() ? "" : "(" + s.note() + ")\r\n";
    return "\u0001npa0001 3 pl 40 npa\r\n\r\nRegion/Ferry\r\n\u0002"
        + s.headline()
        + " =\r\n"
        + note
        + "   "
        + s.body()
        + "\r\n\u0003141000 mar 26\r\n\u0004";
  }

  private static String anpa(Story s) {
    String note = s.note().isEmpty() ? "" : "^Eds: " + s.note() + "<\r\n";
    return "\u0016\u0016\u0001W0001\u001fnpa\r\nr i\u0011\u0013 BC-Region-Ferry 03-14 0040\r\n\u0002"
        + "^BC-Region-Ferry,40<\r\n^"
        + s.headline()
        + "<\r\n"
        + note
        + "\t"
        + s.body()
        + "\r\n\u0003\r\nNPA-WF-03-14-26 1000GMT\u0004";
  }

  private static String rss(Story s) {
    return """
        <rss version="2.0"><channel><language>%s</language><item><guid>urn:npa:1</guid>
        <pubDate>Sat, 14 Mar 2026 10:00:00 GMT</pubDate><title>%s</title>
        <description>%s</description></item></channel></rss>"""
        .formatted(s.language(), s.headline(), noteThenBody(s));
  }

  private static String atom(Story s) {
    return """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="%s"><entry><id>urn:npa:1</id>
        <updated>2026-03-14T10:00:00Z</updated><title>%s</title><content type="xhtml">
        <div xmlns="http://www.w3.org/1999/xhtml">%s<p>%s</p></div></content></entry></feed>"""
        .formatted(
            s.language(),
            s.headline(),
            s.note().isEmpty() ? "" : "<p>(" + s.note() + ")</p>",
            s.body());
  }

  private static String mail(Story s) {
    String encoded =
        java.util.Base64.getEncoder().encodeToString(s.headline().getBytes(StandardCharsets.UTF_8));
    return """
        From: desk@npa.example
        To: wire@post.example
        Date: Sat, 14 Mar 2026 10:00:00 +0000
        Message-ID: <1@npa.example>
        Subject: =?utf-8?B?%s?=
        MIME-Version: 1.0
        Content-Language: %s
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        %s
        """
        .formatted(encoded, s.language(), noteThenBody(s));
  }

  private static String html(Story s) {
    return """
        <!DOCTYPE html><html lang="%s"><head><title>%s</title>
        <meta property="og:title" content="%s">
        <meta property="article:published_time" content="2026-03-14T10:00:00Z"></head>
        <body><h1>%s</h1>%s<p>%s</p></body></html>"""
        .formatted(
            s.language(),
            s.headline(),
            s.headline(),
            s.headline(),
            s.note().isEmpty() ? "" : "<p>(" + s.note() + ")</p>",
            s.body());
  }

  private static String text(Story s) {
    return s.headline() + "\n\n" + noteThenBody(s) + "\n";
  }

  private static String xml(Story s) {
    return """
        <story id="npa-1"><language>%s</language><headline>%s</headline>
        <date>2026-03-14T10:00:00Z</date><editorsnote>%s</editorsnote>
        <body><p>%s</p></body></story>"""
        .formatted(s.language(), s.headline(), s.note(), s.body());
  }

  private static String noteThenBody(Story s) {
    return s.note().isEmpty() ? s.body() : "(" + s.note() + ")\n\n" + s.body();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
