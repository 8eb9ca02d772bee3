package io.wiredesk.enrich.section;

import java.util.List;

/**
 * A Media Topic of the IPTC and what it is in the house. Immutable.
 *
 * @param code eight digits
 * @param section house section, see {@code NewsSection.section}
 * @param name the IPTC's English name
 * @param examples what copy on the topic reads like, never empty
 */
record MediaTopic(String code, String section, String name, List<String> examples) {

  MediaTopic {
    examples = List.copyOf(examples);
  }

  /** {@code http://cv.iptc.org/newscodes/mediatopic/NNNNNNNN}. */
  String uri() {
    return "http://cv.iptc.org/newscodes/mediatopic/" + code;
  }

  /** One of the seventeen. */
  boolean isTopLevel() {
    return code.endsWith("000000");
  }
}
