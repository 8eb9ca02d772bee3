package io.wiredesk.registry.store;

import io.wiredesk.registry.RegistryException;
import java.io.IOException;
import java.util.List;

/** Every refusal with the code that Confluent's REST interface gives it. Stateless. */
final class RegistryErrors {
  private RegistryErrors() {}

  static RegistryException subjectNotFound(String subject) {
    return new RegistryException(404, 40401, "Subject '" + subject + "' not found.");
  }

  static RegistryException versionNotFound(int version) {
    return new RegistryException(404, 40402, "Version " + version + " not found.");
  }

  static RegistryException schemaNotFound() {
    return new RegistryException(404, 40403, "Schema not found");
  }

  static RegistryException schemaNotFound(int id) {
    return new RegistryException(404, 40403, "Schema " + id + " not found");
  }

  static RegistryException subjectSoftlyDeleted(String subject) {
    return new RegistryException(
        404,
        40404,
        "Subject '" + subject + "' is softly deleted already; permanent=true removes it");
  }

  static RegistryException subjectNotSoftlyDeleted(String subject) {
    return new RegistryException(
        404, 40405, "Subject '" + subject + "' must be deleted softly before permanently");
  }

  static RegistryException versionSoftlyDeleted(String subject, int version) {
    return new RegistryException(
        404,
        40406,
        "Version "
            + version
            + " of subject '"
            + subject
            + "' is softly deleted already; "
            + "permanent=true removes it");
  }

  static RegistryException versionNotSoftlyDeleted(String subject, int version) {
    return new RegistryException(
        404,
        40407,
        "Version "
            + version
            + " of subject '"
            + subject
            + "' must be deleted softly before "
            + "permanently");
  }

  static RegistryException noLevelOfItsOwn(String subject) {
    return new RegistryException(
        404, 40408, "Subject '" + subject + "' has no compatibility level of its own");
  }

  static RegistryException noModeOfItsOwn(String subject) {
    return new RegistryException(404, 40409, "Subject '" + subject + "' has no mode of its own");
  }

  static RegistryException incompatible(String subject, List<String> details) {
    return new RegistryException(
        409,
        40901,
        "Schema being registered is incompatible with an earlier schema for subject \""
            + subject
            + "\", details: "
            + details);
  }

  static RegistryException invalidSchema(String why) {
    return new RegistryException(422, 42201, why);
  }

  static RegistryException invalidVersion(String version) {
    return new RegistryException(
        422,
        42202,
        "The version " + version + " is not valid: it must be 1 to 2147483647 or \"latest\"");
  }

  static RegistryException notPermitted(String why) {
    return new RegistryException(422, 42205, why);
  }

  static RegistryException referenceExists(String subject, int version) {
    return new RegistryException(
        422,
        42206,
        "Version " + version + " of subject '" + subject + "' is referred to by other schemas");
  }

  static RegistryException idDoesNotMatch(int id, int other) {
    return new RegistryException(
        422, 42207, "Schema is registered with id " + other + " instead of " + id);
  }

  static RegistryException storeFailed(IOException e) {
    RegistryException error =
        new RegistryException(500, 50001, "The schema log cannot be used now: " + e.getMessage());
    error.initCause(e);
    return error;
  }
}
