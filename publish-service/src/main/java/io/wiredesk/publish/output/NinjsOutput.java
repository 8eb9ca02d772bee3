package io.wiredesk.publish.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wiredesk.publish.gate.PublicView;
import io.wiredesk.schemas.NinjsView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * IPTC ninjs 3.1. A notice is an item with {@code pubStatus} canceled or withheld and no copy but
 * the headline that was last public, where it may still be said. A list, for which ninjs has no
 * form, is an object with the array {@code items} and the link {@code next}.
 */
final class NinjsOutput implements OutputFormat {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String extension() {
    return "ninjs";
  }

  @Override
  public String listType() {
    return "application/json; charset=utf-8";
  }

  @Override
  public String item(PublicView view, Links links) {
    return write(view(view));
  }

  @Override
  public String list(OutputList list, Links links) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("title", list.title());
    answer.put("items", list.views().stream().map(NinjsOutput::view).toList());
    if (list.next() != null) {
      answer.put("next", links.at(list.next()));
    }
    return write(answer);
  }

  private static Map<String, Object> view(PublicView view) {
    Map<String, Object> ninjs = NinjsView.of(view.about());
    if (view instanceof PublicView.Notice notice) {
      if (notice.label().getHeadline() != null) {
        ninjs.put(
            "headlines", List.of(Map.of("role", "main", "value", notice.label().getHeadline())));
      }
      ninjs.put("edNote", notice.reason());
    }
    return ninjs;
  }

  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps, lists and strings are always JSON", e);
    }
  }
}
