package io.wiredesk.wire.parse.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Fields of JSON are found by name, however they are spelt and however many there are. */
class FieldsByNameTest {

  @Property(tries = 500)
  void fieldsOfAnyNumberAreFoundByTheFirstOfTheirName(
      @ForAll @IntRange(max = 400) int size, @ForAll @IntRange(min = 1, max = 400) int apart) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < size; i++) {
      object.put("_".repeat(i / apart) + "name" + i % apart, i);
    }
    Fields fields = new Fields(object);
    for (int i = 0; i < apart; i++) {
      JsonNode found = fields.node("name" + i);
      assertThat(found).isEqualTo(i < size ? object.get("name" + i) : null);
    }
    assertThat(fields.node("nobody")).isNull();
  }

  @Property(tries = 2_000)
  void fieldsAreFoundHoweverTheyAreSpelt(@ForAll("names") List<String> names) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < names.size(); i++) {
      object.put(names.get(i), i);
    }
    Fields fields = new Fields(object);
    for (String wanted : List.of("versioncreated", "bodyhtml", "id", "uri")) {
      String first =
          object.properties().stream()
              .map(java.util.Map.Entry::getKey)
              .filter(name -> plain(name).equals(wanted))
              .findFirst()
              .orElse(null);
      assertThat(fields.node(wanted)).isEqualTo(first == null ? null : object.get(first));
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
  }

  @Provide
  Arbitrary<List<String>> names() {
    return Arbitraries.of(
            "versioncreated",
            "versionCreated",
            "version_created",
            "VERSION-CREATED",
            "body_html",
            "bodyhtml",
            "id",
            "_id",
            "uri",
            "URI",
            "İd",
            "a",
            "b",
            "c",
            "d",
            "e",
            "f")
        .list()
        .ofMaxSize(14);
  }
}
