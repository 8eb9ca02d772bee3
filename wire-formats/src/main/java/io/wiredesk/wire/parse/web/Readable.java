package io.wiredesk.wire.parse.web;

import io.wiredesk.wire.parse.AsciiSpace;
import java.util.List;
import kotlin.Pair;
import net.dankito.readability4j.extended.Readability4JExtended;
import net.dankito.readability4j.extended.processor.ArticleGrabberExtended;
import net.dankito.readability4j.extended.processor.PostprocessorExtended;
import net.dankito.readability4j.extended.util.RegExUtilExtended;
import net.dankito.readability4j.model.ArticleGrabberOptions;
import net.dankito.readability4j.model.ArticleMetadata;
import net.dankito.readability4j.model.ReadabilityOptions;
import net.dankito.readability4j.processor.MetadataParser;
import net.dankito.readability4j.processor.Preprocessor;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Readability's choice of the article in a page, by the library's own steps. Left out is what it
 * does for its log, which nobody reads: it writes out the article three times, and every element
 * that it removes. The page is written out only where a second attempt needs it. Used by one
 * thread, once.
 */
final class Readable extends ArticleGrabberExtended {

  private static final ReadabilityOptions OPTIONS = new ReadabilityOptions();

  private static final Patterns PATTERNS = new Patterns();

  private Readable() {
    super(OPTIONS, PATTERNS);
  }

  /**
   * The article; null where there is none.
   *
   * @param page is used up
   * @param address base of relative addresses
   */
  static @Nullable Element article(Document page, String address) {
    return new Readability4JExtended(
            address,
            page,
            OPTIONS,
            PATTERNS,
            new Quiet(),
            new MetadataParser(PATTERNS),
            new Readable(),
            new PostprocessorExtended())
        .parse()
        .getArticleContent();
  }

  /** An article that is too short is looked for again with one rule less at a time. */
  @Override
  public @Nullable Element grabArticle(
      Document page,
      ArticleMetadata metadata,
      ArticleGrabberOptions rules,
      @Nullable Element unused) {
    Document untouched = page.clone();
    Element body = page.body();
    Element article = attempt(page, body, metadata, rules);
    int length = length(article);
    String html = length < getWordThreshold() ? untouched.html() : "";
    while (length < getWordThreshold() && loosen(rules)) {
      body.html(html);
      article = attempt(page, body, metadata, rules);
      length = length(article);
    }
    return length == 0 ? null : article;
  }

  private Element attempt(
      Document page, Element body, ArticleMetadata metadata, ArticleGrabberOptions rules) {
    List<Element> candidates = scoreElements(prepareNodes(page, rules), rules);
    Pair<Element, Boolean> top = getTopCandidate(body, candidates, rules);
    Element article = createArticleContent(page, top.getFirst(), false);
    prepArticle(article, rules, metadata);
    Element frame = top.getSecond() ? top.getFirst() : page.createElement("div");
    frame.attr("id", "readability-page-1");
    frame.addClass("page");
    if (!top.getSecond()) {
      for (Node child : List.copyOf(article.childNodes())) {
        frame.appendChild(child);
      }
      article.appendChild(frame);
    }
    return article;
  }

  /** Takes one rule off; false where none is left. */
  private static boolean loosen(ArticleGrabberOptions rules) {
    if (rules.getStripUnlikelyCandidates()) {
      rules.setStripUnlikelyCandidates(false);
    } else if (rules.getWeightClasses()) {
      rules.setWeightClasses(false);
    } else if (rules.getCleanConditionally()) {
      rules.setCleanConditionally(false);
    } else {
      return false;
    }
    return true;
  }

  private int length(Element article) {
    return getInnerText(article, PATTERNS, true).length();
  }

  /** Where no link is, the text need not be counted. */
  @Override
  protected double getLinkDensity(Element element) {
    int linked = 0;
    for (Element link : element.getElementsByTag("a")) {
      linked += length(link);
    }
    int all = linked == 0 ? 0 : length(element);
    return all == 0 ? 0 : linked / (double) all;
  }

  /** The text need not be written out where a letter is met first. */
  @Override
  protected boolean isElementWithoutContent(Element node) {
    return !PageCopy.isIn(node) && super.isElementWithoutContent(node);
  }

  /** The same without a list of children for every step. */
  @Override
  protected @Nullable Element getNextNode(Element node, boolean ignoreSelfAndKids) {
    Element child = ignoreSelfAndKids ? null : node.firstElementChild();
    if (child != null) {
      return child;
    }
    for (Element at = node; at != null; at = at.parent()) {
      Element next = at.nextElementSibling();
      if (next != null) {
        return next;
      }
    }
    return null;
  }

  @Override
  protected void logNodeInfo(Node node, String reason) {
    // would write out the node
  }

  /** The step before, without its log. */
  private static final class Quiet extends Preprocessor {

    Quiet() {
      super(PATTERNS);
    }

    @Override
    protected void logNodeInfo(Node node, String reason) {
      // would write out the node
    }
  }

  /** The library's patterns, compiled once, and tried where they can match. */
  private static final class Patterns extends RegExUtilExtended {

    Patterns() {
      super(
          UnlikelyCandidatesDefaultPattern,
          OkMaybeItsACandidateDefaultPattern,
          PositiveDefaultPattern,
          NegativeDefaultPattern + NegativeDefaultPatternExtended,
          ExtraneousDefaultPattern,
          BylineDefaultPattern,
          ReplaceFontsDefaultPattern,
          NormalizeDefaultPattern,
          VideosDefaultPattern,
          NextLinkDefaultPattern,
          PrevLinkDefaultPattern,
          WhitespaceDefaultPattern,
          HasContentDefaultPattern,
          RemoveImageDefaultPattern);
    }

    /** Most elements have neither class nor id. */
    @Override
    public boolean isUnlikelyCandidate(String classAndId) {
      return !classAndId.isBlank() && super.isUnlikelyCandidate(classAndId);
    }

    @Override
    public boolean isByline(String classAndId) {
      return !classAndId.isBlank() && super.isByline(classAndId);
    }

    /** jsoup has made one space of each run outside preformatted text already. */
    @Override
    public String normalize(String text) {
      return hasRun(text) ? super.normalize(text) : text;
    }

    private static boolean hasRun(String text) {
      boolean space = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean next = AsciiSpace.is(c);
        if (space && next) {
          return true;
        }
        space = next;
      }
      return false;
    }
  }
}
