package io.wiredesk.wire.parse.newsml;

import io.wiredesk.schemas.EditorNote;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.NewsCodes;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Notes to editors. Not public is a note with a {@code pubconstraint}, with a role such as private
 * or contacts, and any part of a note with mark-up whose class says so (dpa's notepad). Stateless.
 */
final class G2Notes {

  private static final Pattern CLOSED =
      Pattern.compile(
          "non-?public|private|internal|confidential|contact", Pattern.CASE_INSENSITIVE);

  private G2Notes() {}

  static void read(XmlNode note, WireItem item) {
    String role = NewsCodes.local(note.attr("role"));
    String constraint = note.attrOr("pubconstraint");
    boolean open = constraint.isBlank() && !isClosed(note.attr("role"));
    List<XmlNode> closedParts = note.outermost(n -> isClosed(n.attr("class")));
    if (open && !closedParts.isEmpty()) {
      add(item, role, without(note, closedParts), true);
      closedParts.forEach(part -> add(item, role, part.line1(), false));
    } else {
      add(item, role, note.line1(), open);
    }
  }

  private static boolean isClosed(@Nullable String said) {
    return said != null && CLOSED.matcher(said).find();
  }

  private static void add(WireItem item, @Nullable String role, String value, boolean open) {
    EditorNote note =
        new EditorNote(role == null ? null : role.toLowerCase(Locale.ROOT), value, open);
    if (!value.isEmpty() && !item.edNotes.contains(note)) {
      item.edNotes.add(note);
    }
  }

  private static String without(XmlNode note, List<XmlNode> leftOut) {
    StringBuilder text = new StringBuilder();
    collect(note, leftOut, text);
    return text.toString().replaceAll("\\s+", " ").strip();
  }

  private static void collect(XmlNode node, List<XmlNode> leftOut, StringBuilder into) {
    for (XmlNode child : node.content()) {
      if (child.isText()) {
        into.append(child.text());
      } else if (!leftOut.contains(child)) {
        into.append(' ');
        collect(child, leftOut, into);
        into.append(' ');
      }
    }
  }
}
