package io.wiredesk.schemas;

import static io.wiredesk.schemas.NinjsView.put;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renditions and associations as ninjs. Stateless. */
final class NinjsMedia {

  private NinjsMedia() {}

  static List<Object> renditions(List<Rendition> renditions) {
    List<Object> views = new ArrayList<>();
    for (Rendition rendition : renditions) {
      Map<String, Object> view = new LinkedHashMap<>();
      view.put("name", rendition.getName());
      String href = rendition.getHref();
      boolean legal = href != null && NinjsUris.isLegal(href);
      put(view, "href", legal ? href : null);
      put(view, "contentType", rendition.getContentType());
      put(view, "title", rendition.getTitle() == null && !legal ? href : rendition.getTitle());
      put(view, "width", rendition.getWidth());
      put(view, "height", rendition.getHeight());
      put(view, "sizeInBytes", rendition.getSizeInBytes());
      views.add(view);
    }
    return views;
  }

  static List<Object> associations(List<Association> associations) {
    List<Object> views = new ArrayList<>();
    associations.forEach(association -> views.add(association(association)));
    return views;
  }

  private static Map<String, Object> association(Association association) {
    Map<String, Object> view = new LinkedHashMap<>();
    String uri = association.getUri();
    boolean legal = NinjsUris.isLegal(uri);
    view.put("name", association.getName());
    put(view, "rel", association.getRel());
    view.put("uri", legal ? uri : NinjsUris.urn("urn:wiredesk:association:", uri));
    String type = association.getType();
    put(view, "type", type != null && NinjsView.TYPES.contains(type) ? type : null);
    put(view, "descriptions", text("caption", association.getCaption()));
    put(view, "headlines", text("main", association.getHeadline()));
    if (association.getCredit() != null) {
      view.put("infoSources", List.of(Map.of("name", association.getCredit())));
    }
    put(view, "renditions", renditions(association.getRenditions()));
    if (!legal) {
      view.put("altIds", List.of(NinjsView.altId("uri", uri)));
    }
    return view;
  }

  private static List<Object> text(String role, @Nullable String value) {
    if (value == null) {
      return List.of();
    }
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("role", role);
    view.put("value", value);
    return List.of(view);
  }
}
