package io.wiredesk.cli.option;

import io.wiredesk.cli.CommandFailure;
import io.wiredesk.ingest.intake.Delivery;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What may stand in an option: picocli says the sentence with the option's name before it. */
public final class Wanted {

  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern BROKER =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.%]+]):(\\d{1,5})");
  private static final Pattern DESK = Pattern.compile("[A-Za-z0-9._-]{1,200}");

  private Wanted() {}

  /** A port that something listens on. */
  public static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return whole(value, 1, HIGHEST_PORT);
    }
  }

  /** The first of four ports in a row to listen on; 0 for any free ones. */
  public static final class FirstOfFourPorts implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return whole(value, 0, HIGHEST_PORT - 3);
    }
  }

  /** A port to listen on; 0 for any free one. */
  public static final class PortOrAny implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return whole(value, 0, HIGHEST_PORT);
    }
  }

  /** A number of things, 1 or more. */
  public static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return whole(value, 1, Integer.MAX_VALUE);
    }
  }

  /** A number of things that may be none. */
  public static final class CountOrNone implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return whole(value, 0, Integer.MAX_VALUE);
    }
  }

  /**
   * How many times as fast, or how many a second: above nothing, and no more than a machine does.
   */
  public static final class Rate implements ITypeConverter<Double> {

    private static final double SLOWEST = 0.01;
    private static final double FASTEST = 10_000;

    @Override
    public Double convert(String value) {
      double rate = number(value);
      if (!(rate >= SLOWEST && rate <= FASTEST)) {
        throw new TypeConversionException("must be from 0.01 to 10000, not " + value);
      }
      return rate;
    }
  }

  /** Items a second of a measurement; 0: as fast as they are taken. */
  public static final class RateOrMost implements ITypeConverter<Double> {

    private static final double FASTEST = 100_000;

    @Override
    public Double convert(String value) {
      double rate = number(value);
      if (!(rate >= 0 && rate <= FASTEST)) {
        throw new TypeConversionException("must be from 0 to 100000, not " + value);
      }
      return rate;
    }
  }

  /** The name of a feed, as the ingest service takes it. */
  public static final class FeedName implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      if (!Delivery.isFeedName(value)) {
        throw new TypeConversionException(
            "a feed name has letters, digits, dots, hyphens and underscores, at most 100, and"
                + " begins with a letter or digit, not '"
                + value
                + "'");
      }
      return value;
    }
  }

  /** What a topic's name is made of. */
  public static final class TopicName implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      if (!DESK.matcher(value).matches()) {
        throw new TypeConversionException(
            "must be letters, digits, dots, hyphens and underscores, not '" + value + "'");
      }
      return value;
    }
  }

  /** Address of a service: http or https, host and perhaps port. No slash at the end. */
  public static final class Url implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return url(value);
    }
  }

  /** Addresses of brokers, separated by commas. */
  public static final class Brokers implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return brokers(value);
    }
  }

  /** Addresses of a registry, separated by commas. */
  public static final class Urls implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return urls(value);
    }
  }

  /**
   * A file that can be read.
   *
   * @throws CommandFailure where it is absent, a directory or not ours to read
   */
  public static Path file(Path file) {
    if (!Files.exists(file)) {
      throw new CommandFailure("No such file: " + file);
    }
    if (Files.isDirectory(file)) {
      throw new CommandFailure(file + " is a directory: name the files in it.");
    }
    if (!Files.isReadable(file)) {
      throw new CommandFailure(file + " cannot be read: look at its owner and mode.");
    }
    return file;
  }

  static String url(String value) {
    try {
      URI uri = new URI(value.strip());
      boolean http =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (http && uri.getHost() != null && uri.getPort() <= HIGHEST_PORT) {
        return value.strip().replaceAll("/+$", "");
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new TypeConversionException("must be as http://127.0.0.1:8080, not '" + value + "'");
  }

  static String urls(String value) {
    for (String url : value.split(",", -1)) {
      url(url);
    }
    return value;
  }

  static String brokers(String value) {
    for (String broker : value.split(",", -1)) {
      var matcher = BROKER.matcher(broker.strip());
      if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > HIGHEST_PORT) {
        throw new TypeConversionException(
            "must be host:port, several with commas between, not '" + value + "'");
      }
    }
    return value;
  }

  private static int whole(String value, int least, int most) {
    try {
      long number = Long.parseLong(value.strip());
      if (number >= least && number <= most) {
        return (int) number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new TypeConversionException(
        "must be a whole number "
            + (most == Integer.MAX_VALUE
                ? "of " + least + " or more"
                : "from " + least + " to " + most)
            + ", not "
            + value);
  }

  private static double number(String value) {
    try {
      return Double.parseDouble(value.strip());
    } catch (NumberFormatException e) {
      throw new TypeConversionException("must be a number, not " + value);
    }
  }
}
