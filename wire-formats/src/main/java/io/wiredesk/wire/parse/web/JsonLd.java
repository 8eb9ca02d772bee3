package io.wiredesk.wire.parse.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wiredesk.schemas.Association;
import io.wiredesk.schemas.Concept;
import io.wiredesk.schemas.Creator;
import io.wiredesk.wire.parse.Field;
import io.wiredesk.wire.parse.WireInput;
import io.wiredesk.wire.parse.WireItem;
import io.wiredesk.wire.time.TimeRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * schema.org's NewsArticle and its kin in a page's JSON-LD. Blocks that are broken are passed over:
 * the page has the same in other places. Stateless.
 */
final class JsonLd {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(100).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private static final Pattern ARTICLE = Pattern.compile("(\\S+[/:])?\\w*(Article|Posting|Report)");

  /** Marks of a comment or a CDATA section around a script. */
  private static final Pattern WRAPPED =
      Pattern.compile("(?://|/\\*)?\\s{0,9}(?:<!\\[CDATA\\[|\\]\\]>|<!--|-->)\\s{0,9}(?:\\*/)?");

  private static final int LEVELS = 4;

  private JsonLd() {}

  /** Takes the page's article, the first of them where there are several. */
  static void read(Document page, WireItem item, WireInput input) {
    List<JsonNode> documents = new ArrayList<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      try {
        documents.add(JSON.readTree(WRAPPED.matcher(script.data()).replaceAll("").strip()));
      } catch (JsonProcessingException broken) {
        item.repairs.add("JSON-LD left out, it is broken: " + broken.getOriginalMessage());
      }
    }
    for (JsonNode document : documents) {
      JsonNode article = article(document, LEVELS);
      if (article != null) {
        Map<String, JsonNode> known = new HashMap<>();
        documents.forEach(each -> index(each, LEVELS, known));
        take(withReferences(article, known), item, input);
        return;
      }
    }
  }

  /** What other nodes may refer to by its id. */
  private static void index(JsonNode node, int levels, Map<String, JsonNode> known) {
    if (levels == 0) {
      return;
    }
    if (node.isObject() && node.size() > 1 && node.path("@id").isTextual()) {
      known.putIfAbsent(node.path("@id").asText(), node);
    }
    node.forEach(child -> index(child, levels - 1, known));
  }

  /** The article with its people and publishers in place of references to them. */
  private static JsonNode withReferences(JsonNode article, Map<String, JsonNode> known) {
    ObjectNode whole = article.deepCopy();
    for (String name : List.of("author", "publisher", "copyrightHolder", "image")) {
      JsonNode value = whole.path(name);
      ArrayNode resolved = JSON.createArrayNode();
      for (JsonNode each : value.isArray() ? value : List.of(value)) {
        JsonNode found = known.get(each.path("@id").asText());
        resolved.add(each.size() == 1 && found != null ? found : each);
      }
      if (!value.isMissingNode()) {
        whole.set(name, resolved);
      }
    }
    return whole;
  }

  private static @Nullable JsonNode article(JsonNode node, int levels) {
    if (node.isObject() && isArticle(node.path("@type"))) {
      return node;
    }
    if (levels == 0) {
      return null;
    }
    JsonNode below = node.isObject() ? node.path("@graph") : node;
    for (JsonNode each : below) {
      JsonNode found = article(each, levels - 1);
      if (found != null) {
        return found;
      }
    }
    JsonNode main = node.path("mainEntity");
    return main.isObject() ? article(main, levels - 1) : null;
  }

  private static boolean isArticle(JsonNode type) {
    boolean any = ARTICLE.matcher(type.asText()).matches();
    for (JsonNode each : type) {
      any |= ARTICLE.matcher(each.asText()).matches();
    }
    return any;
  }

  private static void take(JsonNode ld, WireItem item, WireInput input) {
    TimeRules times = input.profile().time();
    item.headline("main", text(ld, "headline"));
    item.headline("main", item.headlines.isEmpty() ? text(ld, "name") : null);
    item.headline("alternative", text(ld, "alternativeHeadline"));
    item.description("summary", text(ld, "description"));
    item.readTime(Field.FIRST_CREATED, text(ld, "datePublished"), times, "ld datePublished");
    item.readTime(Field.VERSION_CREATED, text(ld, "dateModified"), times, "ld dateModified");
    item.readTime(Field.CONTENT_CREATED, text(ld, "dateCreated"), times, "ld dateCreated");
    item.readTime(Field.EXPIRES, text(ld, "expires"), times, "ld expires");
    item.set(Field.URI, PageMeta.notHome(address(ld)), "ld url");
    item.set(Field.LANGUAGE, text(ld, "inLanguage"), "ld inLanguage");
    item.set(Field.BY, String.join(", ", names(ld.path("author"))), "ld author");
    item.set(Field.PROVIDER, first(names(ld.path("publisher"))), "ld publisher");
    item.set(Field.LOCATED, text(ld, "dateline"), "ld dateline");
    item.set(Field.LOCATED, first(names(ld.path("locationCreated"))), "ld locationCreated");
    item.set(
        Field.COPYRIGHT_HOLDER, first(names(ld.path("copyrightHolder"))), "ld copyrightHolder");
    item.set(Field.COPYRIGHT_NOTICE, text(ld, "copyrightNotice"), "ld copyrightNotice");
    item.set(Field.USAGE_TERMS, text(ld, "usageInfo"), "ld usageInfo");
    item.set(Field.VERSION, text(ld, "version"), "ld version");
    for (String section : names(ld.path("articleSection"))) {
      item.subjects.add(new Concept(section, null, null, "section", Creator.WIRE, null, null));
    }
    for (String keywords : names(ld.path("keywords"))) {
      for (String keyword : keywords.split(",")) {
        if (!keyword.isBlank()) {
          item.keywords.add(keyword.strip());
        }
      }
    }
    image(ld.path("image"), item);
    about(ld, item);
  }

  private static void about(JsonNode ld, WireItem item) {
    for (String name : List.of("about", "mentions")) {
      JsonNode node = ld.path(name);
      for (JsonNode each : node.isArray() ? node : List.of(node)) {
        String called = text(each, "name");
        if (called != null) {
          String same = text(each, "sameAs");
          item.subjects.add(new Concept(called, same, null, name, Creator.WIRE, null, null));
        }
      }
    }
  }

  private static void image(JsonNode image, WireItem item) {
    JsonNode first = image.isArray() ? image.path(0) : image;
    String url = first.isTextual() ? first.asText() : text(first, "url");
    String address = url == null ? text(first, "contentUrl") : url;
    if (address != null && !address.isBlank()) {
      item.associations.add(
          new Association(
              "featureimage",
              address,
              "picture",
              null,
              text(first, "name"),
              text(first, "caption"),
              text(first, "creditText"),
              List.of()));
    }
  }

  private static @Nullable String address(JsonNode ld) {
    JsonNode page = ld.path("mainEntityOfPage");
    String main = page.isTextual() ? page.asText() : text(page, "@id");
    String url = text(ld, "url");
    return url != null ? url : main != null ? main : text(ld, "@id");
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    JsonNode scalar = value.isArray() ? value.path(0) : value;
    if (scalar.isObject()) {
      scalar = scalar.path(scalar.has("@value") ? "@value" : "name");
    }
    return scalar.isValueNode() && !scalar.isNull() && !scalar.asText().isBlank()
        ? org.jsoup.parser.Parser.unescapeEntities(scalar.asText().strip(), false)
        : null;
  }

  /** Names of one or several persons, organisations, or plain words. */
  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    for (JsonNode each : node.isArray() ? node : List.of(node)) {
      String name = each.isObject() ? text(each, "name") : each.asText().strip();
      if (name != null && !name.isEmpty() && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static @Nullable String first(List<String> names) {
    return names.isEmpty() ? null : names.get(0);
  }
}
