package io.wiredesk.wire.parse.newsml;

import io.wiredesk.schemas.Concept;
import io.wiredesk.wire.parse.Digits;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.parse.xml.NewsCodes;
import io.wiredesk.wire.parse.xml.XmlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Topics that a document declares, in whatever TopicSet: names for their codes, and by their
 * TopicType what they are, so that a TopicOccurrence of a person is a person (NewsML 1.2 functional
 * specification §5.6). References are by Duid; a code without a scheme means the first Topic that
 * has it. Immutable.
 */
final class N1Topics {

  private static final Pattern ORGANISATION =
      Pattern.compile("compan|organi[sz]ation|corporat|institution");
  private static final Pattern PLACE =
      Pattern.compile("countr|city|location|place|region|geo|state|province|continent");

  private final Map<String, Topic> byKey;

  private N1Topics(Map<String, Topic> byKey) {
    this.byKey = byKey;
  }

  /**
   * @param code FormalName, empty where it has none
   * @param name description for people, English or in no language first; null where none
   * @param type TopicType, lower case; empty where none
   */
  record Topic(String code, @Nullable String name, String type) {

    Concept concept(@Nullable String rel) {
      boolean iptc = Digits.are(code, 8, 8);
      return iptc
          ? NewsCodes.subject(code, name, rel)
          : NewsCodes.concept(name == null ? code : name, null, name == null ? null : code, rel);
    }
  }

  /** All Topics at or below an element. */
  static N1Topics of(XmlNode root) {
    Map<String, Topic> byKey = new HashMap<>();
    for (XmlNode node : root.below("Topic")) {
      Topic topic = topic(node);
      if (!node.attrOr("Duid").isBlank()) {
        byKey.putIfAbsent("#" + node.attrOr("Duid").strip(), topic);
      }
      if (!topic.code().isEmpty()) {
        byKey.putIfAbsent(topic.code(), topic);
      }
    }
    return new N1Topics(Map.copyOf(byKey));
  }

  private static Topic topic(XmlNode node) {
    String code = node.all("FormalName").stream().map(XmlNode::line1).findFirst().orElse("");
    String name =
        node.all("Description").stream()
            .filter(d -> !d.attrOr("Variant").equalsIgnoreCase("Category"))
            .sorted((a, b) -> Boolean.compare(!isEnglish(a), !isEnglish(b)))
            .map(XmlNode::line1)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(null);
    String type = node.first("TopicType").map(N1::value).orElse("");
    return new Topic(code, name, type.toLowerCase(Locale.ROOT));
  }

  private static boolean isEnglish(XmlNode description) {
    return description.attrOr("xml:lang").startsWith("en");
  }

  /** Name for a code or a reference, null where no Topic gives one. */
  @Nullable String name(String key) {
    Topic topic = byKey.get(key);
    return topic == null ? null : topic.name();
  }

  /** Adds what the reference names to the list for its type; false where no Topic has it. */
  boolean occurs(String reference, WireItem item) {
    Topic topic = byKey.get(reference.strip());
    if (topic == null || (topic.code().isEmpty() && topic.name() == null)) {
      return false;
    }
    List<Concept> list = list(topic.type(), item);
    Concept concept = topic.concept(topic.type().contains("event") ? "event" : null);
    if (!list.contains(concept)) {
      list.add(concept);
    }
    return true;
  }

  /** Types are the IPTC's (Person, Company, Country, …) or say the same in a provider's words. */
  private static List<Concept> list(String type, WireItem item) {
    if (type.contains("person") || type.contains("people")) {
      return item.people;
    }
    if (ORGANISATION.matcher(type).find()) {
      return item.organisations;
    }
    if (PLACE.matcher(type).find()) {
      return item.places;
    }
    return type.equals("genre") ? item.genres : item.subjects;
  }

  /** Descriptions of an item's own TopicSets that are not the name, by their code. */
  static void leftovers(XmlNode component, WireItem item) {
    for (XmlNode node : component.path("TopicSet", "Topic")) {
      Topic topic = topic(node);
      for (XmlNode description : node.all("Description")) {
        if (!description.line1().isEmpty() && !description.line1().equals(topic.name())) {
          G2Extras.put(item, description.path() + "/" + topic.code(), description.line1());
        }
      }
    }
  }
}
