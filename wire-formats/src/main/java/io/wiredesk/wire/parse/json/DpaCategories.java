package io.wiredesk.wire.parse.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * dpa's {@code categories}, each with a type (dnltype:…), and the lists of names that repeat them,
 * which count where there are no categories of their type. Stateless.
 */
final class DpaCategories {

  private DpaCategories() {}

  static void read(Fields f, WireItem item) {
    for (JsonNode node : Fields.elements(f.take("categories"))) {
      Fields category = new Fields(node);
      String type = category.text("type");
      String name = category.text("name");
      if (name != null || category.has("qcode")) {
        take(type == null ? "" : type.substring(type.lastIndexOf(':') + 1), name, category, item);
      }
    }
    List<String> keywords = f.texts("keywordnames");
    if (item.keywords.isEmpty()) {
      item.keywords.addAll(keywords);
    }
    fallback(item.subjects, f.list("dpasubjectnames"), "dpasubject");
    fallback(item.subjects, f.list("desknames"), "desk");
    fallback(item.places, f.list("geosubjectnames"), "geosubject");
    fallback(item.genres, f.list("genrenames"), "genre");
    fallback(item.organisations, f.list("poinames"), "poi");
    f.list("rubricnames");
    f.list("currentrubricnames");
    f.list("scopenames");
  }

  private static void take(String type, @Nullable String name, Fields f, WireItem item) {
    switch (type) {
      case "keyword" -> {
        if (name != null) {
          item.keywords.add(name);
        }
      }
      case "geosubject", "location", "place" -> item.places.add(concept(name, f, type));
      case "person" -> item.people.add(concept(name, f, type));
      case "organisation", "poi", "company" -> item.organisations.add(concept(name, f, type));
      case "genre" -> item.genres.add(concept(name, f, type));
      case "creator", "contributor" -> item.infoSources.add(concept(name, f, type));
      case "infosource" -> {
        item.infoSources.add(concept(name, f, type));
        item.set(Field.PROVIDER, name, "categories/infosource");
      }
      case "wire", "rubric", "scope" ->
          item.extras.merge("categories/" + type, name(name, f), (a, b) -> a + "\n" + b);
      case "pubstatus" -> States.status(item, f.text("qcode", "name"), "categories/pubstatus");
      case "signal" -> States.signal(item, f.text("qcode", "name"), "categories/signal");
      default -> item.subjects.add(concept(name, f, type.isEmpty() ? null : type));
    }
  }

  private static void fallback(List<Concept> concepts, List<JsonNode> names, String rel) {
    for (Concept concept : concepts) {
      if (rel.equals(concept.getRel())) {
        return;
      }
    }
    Concepts.addAll(concepts, names, rel);
  }

  private static Concept concept(@Nullable String name, Fields f, @Nullable String rel) {
    return new Concept(name, null, f.text("qcode"), rel, Creator.WIRE, null, null);
  }

  private static String name(@Nullable String name, Fields f) {
    return name == null ? String.valueOf(f.text("qcode")) : name;
  }
}
