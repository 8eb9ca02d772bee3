package io.wiredesk.schemas;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Tells Avro that the classes of this package may be found by name. Without it the builders and
 * copies of the generated records fail (Avro trusts no package by itself since 1.12.1).
 * Thread-safe.
 */
public final class TrustedClasses {
  private static final ClassSecurityPredicate CONTRACT =
      type -> type.getPackageName().equals(TrustedClasses.class.getPackageName());

  private TrustedClasses() {}

  /**
   * Adds this package to what Avro trusts in this JVM; called by every program that builds or
   * copies records, once, before the first. The JVM option {@code
   * -Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.wiredesk.schemas} does the same.
   */
  public static synchronized void trust() {
    ClassSecurityPredicate global = ClassSecurityValidator.getGlobal();
    if (!global.isTrusted(NewsItem.class)) {
      ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(global, CONTRACT));
    }
  }
}
