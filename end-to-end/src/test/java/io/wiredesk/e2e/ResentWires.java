package io.wiredesk.e2e;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One story in every format that bears an identity, as an agency sends it again: the same
 * identifier, a later hour, a greater version where the format has one, other words. Written for
 * the tests.
 */
final class ResentWires {

  /** Stands for the identifier, four digits. */
  private static final String ID = "@id@";

  private ResentWires() {}

  /**
   * The story.
   *
   * @param id four digits
   * @param hour of 1 March 2026, from 10 to 23: also the version
   * @param words that only this transmission has
   */
  static byte[] of(String template, String id, int hour, String words) {
    return template
        .replace(ID, id)
        .replace("@hour@", Integer.toString(hour))
        .replace(
            "@text@",
            "The harbour of Osterhavn was closed on Sunday, its master said, and ships waited. "
                + words)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Templates by the name of their format. */
  static Map<String, String> templates() {
    Map<String, String> wires = new LinkedHashMap<>();
    wires.put("nitf", NITF);
    wires.put("newsml-g2", G2);
    wires.put("newsml-1", NEWSML_1);
    wires.put("ninjs", NINJS);
    wires.put("ap-media-json", AP);
    wires.put("dpa-digitalwires", DPA);
    wires.put("iptc7901", IPTC_7901);
    wires.put("anpa1312", ANPA);
    wires.put("rss", RSS);
    wires.put("atom", ATOM);
    wires.put("email", MAIL);
    wires.put("html", HTML);
    wires.put("vendor-xml", XML);
    return wires;
  }

  private static final String NITF =
      """
      <nitf><head><docdata><doc-id id-string="urn:npa:@id@"/><date.issue norm="20260301T@hour@0000Z"/>
      </docdata></head><body><body.head><hedline><hl1>Harbour of Osterhavn closed</hl1></hedline>
      </body.head><body.content><p>@text@</p></body.content></body></nitf>""";

  private static final String G2 =
      """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:npa:g2:@id@" version="@hour@"
       xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/>
      <versionCreated>2026-03-01T@hour@:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
      <contentMeta><headline>Harbour of Osterhavn closed</headline></contentMeta><contentSet><inlineXML>
      <html xmlns="http://www.w3.org/1999/xhtml"><body><p>@text@</p></body></html>
      </inlineXML></contentSet></newsItem>""";

  private static final String NEWSML_1 =
      """
      <NewsML><NewsItem><Identification><NewsIdentifier>
      <ProviderId>npa.example</ProviderId><DateId>20260301</DateId><NewsItemId>@id@</NewsItemId>
      <RevisionId PreviousRevision="0" Update="N">@hour@</RevisionId></NewsIdentifier></Identification>
      <NewsManagement><NewsItemType FormalName="News"/>
      <ThisRevisionCreated>20260301T@hour@0000Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
      <NewsComponent xml:lang="en"><NewsLines><HeadLine>Harbour of Osterhavn closed</HeadLine></NewsLines>
      <ContentItem><DataContent><p>@text@</p></DataContent></ContentItem></NewsComponent>
      </NewsItem></NewsML>""";

  private static final String NINJS =
      """
      {"uri": "urn:npa:ninjs:@id@", "version": "@hour@", "type": "text", "language": "en", "pubstatus": "usable",
       "versioncreated": "2026-03-01T@hour@:00:00Z", "headline": "Harbour of Osterhavn closed",
       "body_text": "@text@"}""";

  private static final String AP =
      """
      {"api_version": "1.1", "data": {"item": {"uri": "https://media.npa.example/content/@id@",
       "altids": {"itemid": "@id@", "etag": "@id@_0"}, "version": @hour@, "type": "text", "pubstatus": "usable",
       "language": "en", "versioncreated": "2026-03-01T@hour@:00:00Z",
       "headline": "Harbour of Osterhavn closed", "body_text": "@text@"}}}""";

  private static final String DPA =
      """
      {"entry_id": "@id@", "urn": "urn:npa:dpa:@id@", "version": @hour@, "language": "en", "pubstatus": "usable",
       "version_created": "2026-03-01T@hour@:00:00Z", "headline": "Harbour of Osterhavn closed",
       "article_html": "<section><p>@text@</p></section>"}""";

  private static final String IPTC_7901 =
      "\u0001npa@id@ 3 pl 40 npa\r\n\r\nRegion/Harbour\r\n\u0002Harbour of Osterhavn closed =\r\n"
          + "   @text@\r\n\u000301@hour@00 mar 26\r\n\u0004";

  private static final String ANPA =
      "\u0016\u0016\u0001W@id@\u001fnpa\r\nr i\u0011\u0013 BC-Region-Harbour 03-01 0040\r\n\u0002"
          + "^BC-Region-Harbour,40<\r\n^Harbour of Osterhavn closed<\r\n\t@text@"
          + "\r\n\u0003\r\nNPA-WF-03-01-26 @hour@00GMT\u0004";

  private static final String RSS =
      """
      <rss version="2.0"><channel><language>en</language><item><guid>urn:npa:rss:@id@</guid>
      <pubDate>Sun, 01 Mar 2026 @hour@:00:00 GMT</pubDate><title>Harbour of Osterhavn closed</title>
      <description>@text@</description></item></channel></rss>""";

  private static final String ATOM =
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><entry><id>urn:npa:atom:@id@</id>
      <updated>2026-03-01T@hour@:00:00Z</updated><title>Harbour of Osterhavn closed</title>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>@text@</p></div></content>
      </entry></feed>""";

  private static final String MAIL =
      """
      From: desk@npa.example
      To: wire@post.example
      Date: Sun, 01 Mar 2026 @hour@:00:00 +0000
      Message-ID: <@id@@npa.example>
      Subject: Harbour of Osterhavn closed
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8

      @text@
      """;

  private static final String HTML =
      """
      <!DOCTYPE html><html lang="en"><head><title>Harbour @id@ of Osterhavn closed</title>
      <meta property="og:title" content="Harbour @id@ of Osterhavn closed">
      <meta property="article:published_time" content="2026-03-01T@hour@:00:00Z"></head>
      <body><h1>Harbour @id@ of Osterhavn closed</h1><p>@text@</p></body></html>""";

  private static final String XML =
      """
      <story id="npa-@id@"><language>en</language><headline>Harbour of Osterhavn closed</headline>
      <date>2026-03-01T@hour@:00:00Z</date><body><p>@text@</p></body></story>""";
}
