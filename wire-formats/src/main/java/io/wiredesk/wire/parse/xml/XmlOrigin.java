package io.wiredesk.wire.parse.xml;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stood, for people: path and line. Written out only where somebody asks, which
 * {@code parse --explain} does and the services do not.
 *
 * @param place of the element
 * @param attribute its attribute that had the value, null where its text had
 */
record XmlOrigin(XmlPlace place, @Nullable String attribute) implements CharSequence {

  @Override
  public int length() {
    return toString().length();
  }

  @Override
  public char charAt(int index) {
    return toString().charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return toString().subSequence(start, end);
  }

  @Override
  public String toString() {
    return place.path() + (attribute == null ? "" : "/@" + attribute) + " line " + place.line();
  }
}
