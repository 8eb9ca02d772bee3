package io.wiredesk.wire.parse.xml;

import io.wiredesk.wire.parse.Parsed;
import java.util.List;

/** Outcome of {@link XmlReader#read}. */
public sealed interface XmlDocument {

  /**
   * A well-formed document.
   *
   * @param root its root element
   * @param repairs what had to be repaired to read it, one sentence each
   */
  record Tree(XmlNode root, List<String> repairs) implements XmlDocument {
    public Tree {
      repairs = List.copyOf(repairs);
    }
  }

  /**
   * No document.
   *
   * @param reason MALFORMED or REFUSED
   * @param message what is wrong, with line and column
   */
  record Broken(Parsed.Reason reason, String message) implements XmlDocument {}
}
