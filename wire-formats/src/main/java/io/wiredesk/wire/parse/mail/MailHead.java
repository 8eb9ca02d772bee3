package io.wiredesk.wire.parse.mail;

import io.wiredesk.schemas.AltId;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.schemas.EditorNote;
import io.wiredesk.wire.charset.WireText;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Header fields of a mail as fields of its items. Stateless. */
final class MailHead {

  private MailHead() {}

  /**
   * Offers what the header says.
   *
   * @param own true for the mail's own text; false for wire copy that it carries, which keeps its
   *     identity and byline
   */
  static void offer(MimeMessage mail, WireItem item, WireInput input, boolean own)
      throws MessagingException {
    item.set(Field.TYPE, "text", "mail");
    String id = header(mail, "Message-ID");
    if (id != null) {
      String bare = MailParts.bareId(id);
      item.set(Field.URI, own ? "mid:" + bare : null, "Message-ID");
      item.altIds.add(new AltId("message-id", bare));
    }
    String subject = header(mail, "Subject");
    if (own) {
      item.headline("main", subject == null ? null : Forwarded.subject(subject));
    } else if (subject != null) {
      item.extras.put("mail/subject", subject);
      // "KILL: …" above an attached story means that story
      item.edNotes.add(new EditorNote("subject", Forwarded.subject(subject), false));
    }
    item.readTime(Field.VERSION_CREATED, header(mail, "Date"), input.profile().time(), "Date");
    item.set(Field.LANGUAGE, header(mail, "Content-Language"), "Content-Language");
    item.set(Field.PROVIDER, header(mail, "Organization"), "Organization");
    from(header(mail, "From"), item, own);
    for (String name : List.of("Keywords", "Importance", "X-Priority", "In-Reply-To", "List-Id")) {
      String value = header(mail, name);
      if (value != null && name.equals("Keywords")) {
        item.keywords.addAll(List.of(value.split("\\s*,\\s*")));
      } else if (value != null) {
        item.extras.put("mail/" + name, value);
      }
    }
  }

  private static void from(@Nullable String from, WireItem item, boolean own) {
    if (from == null) {
      return;
    }
    String name = from;
    String address = null;
    try {
      InternetAddress[] parsed = InternetAddress.parse(from, false);
      if (parsed.length > 0) {
        address = parsed[0].getAddress();
        String personal = parsed[0].getPersonal();
        name = personal == null || personal.isBlank() ? address : personal.strip();
      }
    } catch (AddressException odd) {
      // the sender's name as it stands
      name = from.replaceAll("\\s*<.*", "").strip();
    }
    if (own) {
      item.set(Field.BY, name, "From");
    }
    item.infoSources.add(new Concept(name, null, address, "sender", Creator.WIRE, null, null));
    if (address != null && address.indexOf('@') > 0) {
      item.set(Field.PROVIDER, address.substring(address.indexOf('@') + 1), "From");
    }
  }

  /**
   * A field's first value: encoded words decoded, raw 8-bit text read by its bytes; null if none.
   */
  private static @Nullable String header(MimeMessage mail, String name) throws MessagingException {
    String[] values = mail.getHeader(name);
    if (values == null || values.length == 0 || values[0].isBlank()) {
      return null;
    }
    String unfolded = MimeUtility.unfold(values[0]);
    boolean raw = unfolded.chars().anyMatch(c -> c > 0x7f && c < 0x100);
    String text =
        raw ? WireText.of(unfolded.getBytes(StandardCharsets.ISO_8859_1), null).value() : unfolded;
    return EncodedWords.decoded(text).strip();
  }
}
