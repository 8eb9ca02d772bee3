package io.wiredesk.publish.webhook;

import io.wiredesk.publish.output.OutputFormat;
import io.wiredesk.publish.output.Outputs;
import io.wiredesk.runtime.yaml.Environment;
import io.wiredesk.runtime.yaml.YamlMap;
import io.wiredesk.runtime.yaml.YamlProblem;
import io.wiredesk.runtime.yaml.YamlText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code subscriptions.yml} says: the subscriptions that are described well, and what is wrong
 * with the others. Immutable.
 *
 * @param subscriptions by distinct names, in the order of the file
 * @param faults one sentence each, with the line; a wrong entry does not harm the others
 */
public record SubscriptionsFile(List<Subscription> subscriptions, List<Fault> faults) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");
  private static final Set<String> KEYS =
      Set.of("name", "url", "desk", "format", "secret", "allow-private", "2xx-is-receipt", "from");

  public SubscriptionsFile {
    subscriptions = List.copyOf(subscriptions);
    faults = List.copyOf(faults);
  }

  /**
   * Why an entry is refused.
   *
   * @param name of the subscription, empty where it has none that can be used
   * @param line of the file, from 1
   */
  public record Fault(String name, int line, String message) {
    @Override
    public String toString() {
      return "line " + line + ": " + message;
    }
  }

  /**
   * Reads the file's text.
   *
   * @param environment variables that the file may name
   * @throws YamlProblem where it cannot be said which subscriptions there are
   */
  public static SubscriptionsFile parse(String text, Environment environment) {
    YamlMap top = YamlMap.parse(text);
    for (String key : top.keys()) {
      if (!key.equals("subscriptions")) {
        throw new YamlProblem(
            top.line(key), "Only subscriptions: stands at the top, not " + key + ":.");
      }
    }
    if (!top.isList("subscriptions")) {
      throw new YamlProblem(
          top.line("subscriptions"),
          "A list is expected: subscriptions: and below it - name: …; [] for none.");
    }
    Reading reading = new Reading(environment);
    top.maps("subscriptions").forEach(reading::take);
    return new SubscriptionsFile(reading.subscriptions, reading.faults);
  }

  /** Collects; used once. */
  private static final class Reading {
    final List<Subscription> subscriptions = new ArrayList<>();
    final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Environment environment;

    Reading(Environment environment) {
      this.environment = environment;
    }

    void take(YamlMap map) {
      String name = "";
      try {
        name = name(map);
        subscriptions.add(subscription(name, map));
      } catch (YamlProblem e) {
        faults.add(new Fault(name, e.line(), e.getMessage()));
      }
    }

    private String name(YamlMap map) {
      YamlText name = required(map, "name");
      if (!NAME.matcher(name.value()).matches()) {
        throw new YamlProblem(
            name.line(), "A name has small letters, digits, - and _, at most 100 characters.");
      }
      Integer before = lines.putIfAbsent(name.value(), name.line());
      if (before != null) {
        throw new YamlProblem(
            name.line(), "There is a subscription " + name.value() + " in line " + before + ".");
      }
      return name.value();
    }

    private Subscription subscription(String name, YamlMap map) {
      for (String key : map.keys()) {
        if (!KEYS.contains(key)) {
          throw new YamlProblem(
              map.line(key),
              "A subscription has no "
                  + key
                  + ": it has "
                  + KEYS.stream().sorted().collect(Collectors.joining(", "))
                  + ".");
        }
      }
      return new Subscription(
          name,
          url(required(map, "url")),
          map.text("desk").map(YamlText::value).orElse(null),
          format(map),
          secrets(map),
          flag(map, "allow-private"),
          flag(map, "2xx-is-receipt"),
          fromStart(map));
    }

    private static YamlText required(YamlMap map, String key) {
      return map.text(key)
          .orElseThrow(() -> new YamlProblem(map.line(), "A subscription needs " + key + "."));
    }

    private static URI url(YamlText text) {
      try {
        URI url = new URI(text.value().strip());
        String scheme = String.valueOf(url.getScheme());
        if ((scheme.equals("https") || scheme.equals("http")) && url.getHost() != null) {
          return url;
        }
      } catch (URISyntaxException e) {
        // said below
      }
      throw new YamlProblem(text.line(), "url must be an address such as https://example.org/in.");
    }

    private static OutputFormat format(YamlMap map) {
      YamlText text = map.text("format").orElse(null);
      String format = text == null ? "ninjs" : text.value();
      return Outputs.of(format)
          .orElseThrow(
              () ->
                  new YamlProblem(
                      map.line("format"),
                      "There is no format "
                          + format
                          + "; there are "
                          + Outputs.all().stream()
                              .map(OutputFormat::extension)
                              .collect(Collectors.joining(", "))
                          + "."));
    }

    private List<byte[]> secrets(YamlMap map) {
      List<byte[]> secrets = new ArrayList<>();
      for (YamlText text : map.texts("secret")) {
        String value = environment.secret("secret", text.value().strip(), text.line());
        try {
          secrets.add(WebhookSignature.key(value.strip()));
        } catch (IllegalArgumentException e) {
          throw new YamlProblem(text.line(), text.value().strip() + " " + e.getMessage());
        }
      }
      if (secrets.isEmpty()) {
        throw new YamlProblem(map.line(), "A subscription needs a secret, to sign what it sends.");
      }
      return secrets;
    }

    private static boolean flag(YamlMap map, String key) {
      String value = map.text(key).map(YamlText::value).orElse("false");
      if (!value.equals("true") && !value.equals("false")) {
        throw new YamlProblem(map.line(key), key + " is true or false.");
      }
      return value.equals("true");
    }

    private static boolean fromStart(YamlMap map) {
      String from = map.text("from").map(YamlText::value).orElse("now");
      if (!from.equals("now") && !from.equals("start")) {
        throw new YamlProblem(map.line("from"), "from is now or start.");
      }
      return from.equals("start");
    }
  }
}
