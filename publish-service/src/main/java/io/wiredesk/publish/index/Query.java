package io.wiredesk.publish.index;

import io.wiredesk.schemas.PublicState;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which items a list holds: for each name that has values, one of them must match. Immutable.
 *
 * @param states states wanted, never empty
 * @param sections house names of sections
 * @param entities entity uris, or names in any case
 * @param languages language tags in any case; {@code en} also finds {@code en-GB}
 * @param providers providers in any case
 * @param desks names of desks
 * @param before only items after this one in the list, null for its head
 * @param limit most items
 */
public record Query(
    Set<PublicState> states,
    Set<String> sections,
    Set<String> entities,
    Set<String> languages,
    Set<String> providers,
    Set<String> desks,
    @Nullable Cursor before,
    int limit) {

  boolean matches(Shown shown) {
    Shown.Facets facets = shown.facets();
    return states.contains(shown.state())
        && (sections.isEmpty() || sections.stream().anyMatch(facets.sections()::contains))
        && (entities.isEmpty() || entities.stream().anyMatch(e -> names(facets, e)))
        && (languages.isEmpty() || languages.stream().anyMatch(l -> speaks(facets, l)))
        && (desks.isEmpty() || desks.stream().anyMatch(facets.desks()::contains))
        && (providers.isEmpty()
            || providers.stream().anyMatch(p -> facets.providers().contains(lower(p))));
  }

  private static boolean names(Shown.Facets facets, String entity) {
    return facets.entities().contains(entity) || facets.entities().contains(lower(entity));
  }

  private static boolean speaks(Shown.Facets facets, String language) {
    String own = facets.language();
    String wanted = lower(language);
    return own != null && (own.equals(wanted) || own.startsWith(wanted + "-"));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
