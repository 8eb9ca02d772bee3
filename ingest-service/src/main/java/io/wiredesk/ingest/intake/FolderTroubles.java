package io.wiredesk.ingest.intake;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies in a hot folder and is not taken, or was taken and stays: counted anew in every look,
 * said in the log once for each folder. One thread notes; thread-safe to read.
 */
final class FolderTroubles {

  private static final Logger LOG = LoggerFactory.getLogger(FolderTroubles.class);
  private static final int FORGET_ABOVE = 10_000;

  private final Set<String> said = new HashSet<>();
  private Map<Kind, Found> now = new EnumMap<>(Kind.class);
  private volatile String sentence = "";

  /** A kind of trouble, and what is said of so many files of it. */
  enum Kind {
    FOLDER("the folder itself"),
    SPECIAL("no regular file, and not taken"),
    NAME("under a name that cannot be read here, and not taken"),
    UNREADABLE("not to be read, and tried again"),
    STAYS("taken, and not to be moved: it stays, and is not taken again");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** How many there are, and the first of them. */
  private record Found(int count, String first) {}

  /** A look at the folder begins; what the one before it found is what is shown. */
  void look() {
    sentence =
        now.entrySet().stream()
            .map(each -> sentence(each.getKey(), each.getValue()))
            .collect(Collectors.joining("; "));
    now = new EnumMap<>(Kind.class);
  }

  /**
   * This look found something.
   *
   * @param reason in words; empty: the kind says all
   */
  void note(Kind kind, Path path, String reason) {
    String what = path + (reason.isEmpty() ? "" : " (" + reason + ")");
    now.merge(kind, new Found(1, what), (one, other) -> new Found(one.count() + 1, one.first()));
    if (said.size() > FORGET_ABOVE) {
      said.clear();
    }
    if (said.add(kind + " " + path.getParent())) {
      LOG.warn("{} is {}", what, kind.words);
    }
  }

  /** What somebody should see; empty where all is well. */
  String sentence() {
    return sentence;
  }

  private static String sentence(Kind kind, Found found) {
    String others = found.count() == 1 ? "" : " and " + (found.count() - 1) + " more";
    return kind.words + ": " + found.first() + others;
  }
}
