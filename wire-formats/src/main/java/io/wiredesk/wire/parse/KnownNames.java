package io.wiredesk.wire.parse;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made of the names of fields and elements: the same few hundred come with every item, so
 * the last ones are remembered. Safe to share: a place is replaced as a whole.
 */
public final class KnownNames<T> {

  private static final int EXPONENT = 13;
  private static final int LONGEST = 64;

  private record Known<T>(String name, T value) {}

  private final @Nullable Known<T>[] known;
  private final Function<String, T> make;

  /**
   * @param make what a name becomes, always the same for the same
   */
  @SuppressWarnings({
    "unchecked",
    "rawtypes"
  }) // an array of a generic type cannot be made otherwise
  public KnownNames(Function<String, T> make) {
    this.known = new Known[1 << EXPONENT];
    this.make = make;
  }

  public T of(String name) {
    int place = NameBits.slot(name, EXPONENT);
    Known<T> there = known[place];
    if (there != null && there.name.equals(name)) {
      return there.value;
    }
    T made = make.apply(name);
    if (name.length() <= LONGEST) {
      known[place] = new Known<>(name, made);
    }
    return made;
  }
}
