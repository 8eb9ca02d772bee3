package io.wiredesk.wire.parse.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Fields of JSON are found by name, however they are spelt; of two the first. */
class FieldsByNameTest {

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
