package io.wiredesk.cli.tail;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What lines go to: a terminal gets colours and no line wider than it is, anything else the line as
 * it is. {@code bin/wiredesk} says by the system property {@code wiredesk.columns} how wide the
 * terminal is; {@code NO_COLOR} turns colours off. Immutable.
 */
final class Screen {

  /** How a part of a line looks. */
  enum Look {
    PLAIN(""),
    FAINT("\u001b[2m"),
    STRONG("\u001b[1m"),
    ALERT("\u001b[1;31m"),
    GONE("\u001b[1;37;41m");

    private final String on;

    Look(String on) {
      this.on = on;
    }
  }

  private static final String OFF = "\u001b[0m";

  private final int columns;
  private final boolean colours;

  /**
   * A screen.
   *
   * @param columns 0: no terminal
   */
  Screen(int columns, boolean colours) {
    this.columns = columns;
    this.colours = colours;
  }

  /** No terminal: lines as they are. */
  static Screen none() {
    return new Screen(0, false);
  }

  /** Where standard output goes. */
  static Screen standard() {
    return of(
        Integer.getInteger("wiredesk.columns", 0),
        System.getenv("NO_COLOR"),
        System.getenv("TERM"));
  }

  static Screen of(int columns, @Nullable String noColor, @Nullable String term) {
    boolean colours = columns > 0 && (noColor == null || noColor.isEmpty()) && !"dumb".equals(term);
    return new Screen(Math.max(0, columns), colours);
  }

  /** The line of these parts; all but the first look plain where no look is given. */
  String line(String start, Look startLook, String rest, Look restLook) {
    String begin = cut(start, columns);
    String end = columns == 0 ? rest : cut(rest, columns - width(begin));
    return dressed(begin, startLook) + dressed(end, restLook);
  }

  private String dressed(String text, Look look) {
    return !colours || look == Look.PLAIN || text.isEmpty() ? text : look.on + text + OFF;
  }

  /** As much as goes into so many columns; what is cut off is an ellipsis. */
  private String cut(String text, int most) {
    if (columns == 0 || width(text) <= most) {
      return text;
    }
    if (most < 1) {
      return "";
    }
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    int end = 0;
    for (int next = letters.next(); next != BreakIterator.DONE; next = letters.next()) {
      if (width(text.substring(0, next)) > most - 1) {
        break;
      }
      end = next;
    }
    return text.substring(0, end) + "…";
  }

  /** Columns of the text: signs of East Asia take two, marks none. */
  private static int width(String text) {
    return text.codePoints().map(Screen::width).sum();
  }

  private static int width(int sign) {
    int type = UCharacter.getType(sign);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    int wide = UCharacter.getIntPropertyValue(sign, UProperty.EAST_ASIAN_WIDTH);
    return wide == UCharacter.EastAsianWidth.WIDE || wide == UCharacter.EastAsianWidth.FULLWIDTH
        ? 2
        : 1;
  }
}
