package io.wiredesk.registry.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wiredesk.registry.CompatibilityLevel;
import io.wiredesk.registry.RegistryException;
import io.wiredesk.registry.RegistryMode;
import io.wiredesk.registry.store.LogBackedRegistry;
import io.wiredesk.registry.store.SubjectConfig;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Levels and modes, of subjects and globally. Safe for many threads. */
final class SettingRoutes {
  /** Settings of Confluent's that would change what is checked or kept. */
  private static final List<String> REFUSED =
      List.of(
          "compatibilityGroup",
          "compatibilityPolicy",
          "alias",
          "validateFields",
          "validateNames",
          "defaultMetadata",
          "overrideMetadata",
          "defaultRuleSet",
          "overrideRuleSet");

  private final LogBackedRegistry registry;
  private final Operator operator;

  SettingRoutes(LogBackedRegistry registry, Operator operator) {
    this.registry = registry;
    this.operator = operator;
  }

  List<Route> table() {
    return List.of(
        Route.of("GET", "/config", r -> config(registry.config(null, true))),
        Route.of("PUT", "/config", this::setConfig),
        Route.of("DELETE", "/config", this::clearConfig),
        Route.of("GET", "/config/{subject}", this::configOfSubject),
        Route.of("PUT", "/config/{subject}", this::setConfig),
        Route.of("DELETE", "/config/{subject}", this::clearConfig),
        Route.of("GET", "/mode", r -> mode(registry.mode(null, true))),
        Route.of("PUT", "/mode", this::setMode),
        Route.of("DELETE", "/mode", this::clearMode),
        Route.of("GET", "/mode/{subject}", this::modeOfSubject),
        Route.of("PUT", "/mode/{subject}", this::setMode),
        Route.of("DELETE", "/mode/{subject}", this::clearMode));
  }

  private static @Nullable String subject(Request r) {
    return r.path().containsKey("subject") ? r.subject() : null;
  }

  private JsonNode configOfSubject(Request r) {
    return config(registry.config(r.subject(), r.flag("defaultToGlobal")));
  }

  private JsonNode setConfig(Request r) {
    String subject = subject(r);
    if (subject != null) {
      r.requireValidSubject();
    }
    for (String name : REFUSED) {
      if (r.body().hasNonNull(name)) {
        throw new RegistryException(422, 42203, "The setting " + name + " is not supported here");
      }
    }
    SubjectConfig change = new SubjectConfig(level(r.body()), normalize(r.body()));
    if (!isInForce(subject, change)) {
      operator.require(r.isOperator(), subject);
    }
    registry.setConfig(subject, change);
    ObjectNode answer = Answers.object();
    if (change.level() != null) {
      answer.put("compatibility", change.level().name());
    }
    if (change.normalize() != null) {
      answer.put("normalize", change.normalize());
    }
    return answer;
  }

  private boolean isInForce(@Nullable String subject, SubjectConfig change) {
    SubjectConfig now;
    try {
      now = registry.config(subject, false);
    } catch (RegistryException e) { // none of its own
      now = new SubjectConfig(null, null);
    }
    return (change.level() == null || change.level() == now.level())
        && (change.normalize() == null || change.normalize().equals(now.normalize()));
  }

  private static @Nullable CompatibilityLevel level(JsonNode body) {
    JsonNode name =
        body.hasNonNull("compatibility")
            ? body.path("compatibility")
            : body.path("compatibilityLevel");
    if (name.isMissingNode() || name.isNull()) {
      return null;
    }
    try {
      return CompatibilityLevel.valueOf(name.asText().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new RegistryException(
          422,
          42203,
          "Invalid compatibility level. Valid values are none, backward, forward, full,"
              + " backward_transitive, forward_transitive, and full_transitive");
    }
  }

  private static @Nullable Boolean normalize(JsonNode body) {
    return body.path("normalize").isBoolean() ? body.path("normalize").asBoolean() : null;
  }

  private JsonNode clearConfig(Request r) {
    String subject = subject(r);
    SubjectConfig untouched = new SubjectConfig(registry.defaultLevel(), null);
    if (subject != null || !registry.config(null, true).equals(untouched)) {
      operator.require(r.isOperator(), subject);
    }
    return config(registry.clearConfig(subject));
  }

  private JsonNode modeOfSubject(Request r) {
    return mode(registry.mode(r.subject(), r.flag("defaultToGlobal")));
  }

  private JsonNode setMode(Request r) {
    String subject = subject(r);
    if (subject != null) {
      r.requireValidSubject();
    }
    RegistryMode mode;
    try {
      mode = RegistryMode.valueOf(r.body().path("mode").asText().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new RegistryException(
          422,
          42204,
          "Invalid mode. Valid values are READWRITE, READONLY, READONLY_OVERRIDE, and IMPORT");
    }
    operator.require(r.isOperator(), subject);
    registry.setMode(subject, mode, r.flag("force"));
    return mode(mode);
  }

  private JsonNode clearMode(Request r) {
    String subject = subject(r);
    if (subject != null || registry.mode(null, true) != RegistryMode.READWRITE) {
      operator.require(r.isOperator(), subject);
    }
    return mode(registry.clearMode(subject));
  }

  private static JsonNode config(SubjectConfig config) {
    ObjectNode json = Answers.object();
    if (config.level() != null) {
      json.put("compatibilityLevel", config.level().name());
    }
    if (config.normalize() != null) {
      json.put("normalize", config.normalize());
    }
    return json;
  }

  private static JsonNode mode(RegistryMode mode) {
    return Answers.object().put("mode", mode.name());
  }
}
