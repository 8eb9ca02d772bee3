package io.wiredesk.wire.parse.mail;

import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.wire.parse.Parsed;
import io.wiredesk.wire.parse.Parsed.Reason;
import io.wiredesk.wire.parse.WireBody;
import io.wiredesk.wire.parse.WireFormat;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.WireParser;
import io.wiredesk.wire.parse.WireParsers;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads RFC 5322 and MIME mail. Where the text is itself wire copy (ANPA, IPTC 7901, telex, NITF,
 * JSON, pasted or forwarded), its items are the mail's, and so are those of attachments that hold
 * wire copy; otherwise the mail is one item, its text the HTML part where that carries all of the
 * plain one. Plain text attachments are added to the copy, pictures and other files become
 * associations. Archives are never unpacked; nesting beyond {@value MailParts#DEPTH} levels or
 * {@value MailParts#PARTS} parts is refused. Stateless.
 */
public final class MailParser implements WireParser {

  static {
    // the library looks its streams up anew for every part, in every jar, unless they are named
    System.setProperty(
        "jakarta.mail.util.StreamProvider",
        System.getProperty(
            "jakarta.mail.util.StreamProvider",
            org.eclipse.angus.mail.util.MailStreamProvider.class.getName()));
  }

  private static final Session NO_SESSION = Session.getInstance(new Properties());
  private static final int FORWARDS = 5;
  private static final Pattern NO_COPY =
      Pattern.compile("(?:image|audio|video|font)/.*|text/(?:calendar|x-?vcard|vcard|directory).*");

  private static final int LONGEST_NOTE = 300;

  private final WireParsers copies;

  /**
   * @param copies reads wire copy within mails: the dispatcher over all other formats
   */
  public MailParser(WireParsers copies) {
    this.copies = copies;
  }

  @Override
  public Parsed parse(WireInput input) {
    return parse(input, FORWARDS);
  }

  private Parsed parse(WireInput input, int forwards) {
    try {
      byte[] bytes = withoutEnvelope(input.bytes());
      MimeMessage mail = new MimeMessage(NO_SESSION, new ByteArrayInputStream(bytes));
      MailParts parts = MailParts.of(mail, bytes);
      return parts.refusal() == null
          ? read(mail, parts, input, forwards)
          : rejected(Reason.REFUSED, parts.refusal());
    } catch (MessagingException broken) {
      return rejected(Reason.MALFORMED, "mail cannot be read: " + broken.getMessage());
    }
  }

  private Parsed read(MimeMessage mail, MailParts parts, WireInput input, int forwards)
      throws MessagingException {
    List<WireItem> items = new ArrayList<>(copy(parts.text(), input));
    boolean own = items.isEmpty();
    WireItem item = new WireItem();
    if (own) {
      MailText.fill(item, parts, input);
    }
    for (MailParts.Attachment attachment : parts.attachments()) {
      List<WireItem> found = attached(attachment, item, input, forwards);
      if (own && attachment.type().equals("message/rfc822") && isNote(item, found)) {
        // what a colleague wrote above the story is for the desk
        String note = item.bodies.get(0).content();
        found.forEach(each -> each.edNotes.add(new EditorNote("cover", note, false)));
        item.bodies.clear();
      }
      items.addAll(found);
    }
    if (own && (!item.bodies.isEmpty() || items.isEmpty())) {
      items.add(0, item);
    }
    for (WireItem each : items) {
      MailHead.offer(mail, each, input, each == item);
      each.repairs.addAll(parts.repairs());
    }
    boolean alone = items.size() == 1 && items.get(0) == item;
    if (alone && item.bodies.isEmpty() && parts.unread() != null) {
      return rejected(
          Reason.NO_ITEM, "the mail's text is in " + parts.unread() + ", which cannot be read");
    }
    return alone && item.bodies.isEmpty() && item.headlines.isEmpty()
        ? rejected(Reason.NO_ITEM, "a mail without subject, text or wire copy")
        : new Parsed.Accepted(WireFormat.EMAIL, items);
  }

  /** A few words above an attached message that has more of them. */
  private static boolean isNote(WireItem own, List<WireItem> attached) {
    int note = length(own);
    return own.bodies.size() == 1
        && note <= LONGEST_NOTE
        && attached.stream().anyMatch(item -> length(item) > note);
  }

  private static int length(WireItem item) {
    return item.bodies.stream().mapToInt(body -> body.content().length()).sum();
  }

  /** Items of a text that is wire copy; none where it is ordinary prose. */
  private List<WireItem> copy(@Nullable String text, WireInput input) {
    if (text == null) {
      return List.of();
    }
    String plain = Forwarded.plain(text);
    List<WireItem> items = wire(Forwarded.bare(plain), input);
    Forwarded.Cover cover = items.isEmpty() ? Forwarded.cover(plain) : null;
    if (cover != null) {
      items = wire(cover.copy(), input);
      // what a colleague wrote above the copy is for the desk
      items.forEach(item -> item.edNotes.add(new EditorNote("cover", cover.note(), false)));
    }
    return items;
  }

  private List<WireItem> wire(String bare, WireInput input) {
    if (bare.isBlank()) {
      return List.of();
    }
    byte[] bytes = bare.getBytes(StandardCharsets.UTF_8);
    WireFormat format = copies.detect(bytes).format();
    return format != null
            && isWire(format, bare)
            && copies.parse(within(bytes, input)) instanceof Parsed.Accepted found
        ? found.items()
        : List.of();
  }

  private static boolean isWire(WireFormat format, String text) {
    boolean telex = format == WireFormat.TEXT && text.stripLeading().startsWith("ZCZC");
    return telex
        || (format != WireFormat.TEXT && format != WireFormat.HTML && format != WireFormat.EMAIL);
  }

  private List<WireItem> attached(
      MailParts.Attachment attachment, WireItem item, WireInput input, int forwards) {
    String type = attachment.type();
    if (type.equals("message/rfc822") && forwards > 0) {
      Parsed inner = parse(within(attachment.bytes(), input), forwards - 1);
      return inner instanceof Parsed.Accepted found ? found.items() : List.of();
    }
    if (!NO_COPY.matcher(type).matches()) {
      Parsed inner = copies.parse(within(attachment.bytes(), input));
      if (inner instanceof Parsed.Accepted found && found.format() != WireFormat.TEXT) {
        return found.items();
      }
      if (type.startsWith("text/") && inner instanceof Parsed.Accepted found) {
        for (WireItem text : found.items()) {
          for (WireBody body : text.bodies) {
            item.bodies.add(new WireBody(body.html(), body.content(), "attachment"));
          }
        }
        return List.of();
      }
    }
    item.associations.add(association(attachment));
    return List.of();
  }

  private static Association association(MailParts.Attachment attachment) {
    String kind = attachment.type().replaceAll("/.*", "");
    String type =
        switch (kind) {
          case "image" -> "picture";
          case "audio", "video" -> kind;
          default -> null;
        };
    return new Association(
        attachment.name(),
        attachment.uri(),
        type,
        "attachment",
        attachment.name(),
        null,
        null,
        List.of());
  }

  private static WireInput within(byte[] bytes, WireInput mail) {
    return new WireInput(bytes, null, mail.sourceName(), mail.receivedAt(), mail.profile());
  }

  /** Without empty lines in front and without an mbox's "From " line. */
  private static byte[] withoutEnvelope(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && (bytes[at] <= ' ' && bytes[at] >= 0)) {
      at++;
    }
    String head = new String(bytes, at, Math.min(5, bytes.length - at), StandardCharsets.US_ASCII);
    if (head.equals("From ")) {
      while (at < bytes.length && bytes[at] != '\n') {
        at++;
      }
      at = Math.min(bytes.length, at + 1);
    }
    return java.util.Arrays.copyOfRange(bytes, behindBrokenLine(bytes, at), bytes.length);
  }

  /** A first line of the head that is no header line is none of the mail. */
  private static int behindBrokenLine(byte[] bytes, int from) {
    int end = from;
    boolean colon = false;
    while (end < bytes.length && bytes[end] != '\n') {
      colon |= bytes[end] == ':';
      end++;
    }
    return colon || end == bytes.length ? from : end + 1;
  }

  private static Parsed rejected(Reason reason, String message) {
    return new Parsed.Rejected(WireFormat.EMAIL, reason, message);
  }
}
