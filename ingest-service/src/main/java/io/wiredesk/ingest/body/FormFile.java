package io.wiredesk.ingest.body;

import io.javalin.http.BadRequestResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.StreamSupport;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/**
 * The file of a form upload, as {@code curl -F} and pages send it. Immutable; the bytes are not to
 * be changed.
 *
 * @param name of the file, where it was given
 * @param type of its content, where it was given
 */
public record FormFile(@Nullable String name, @Nullable String type, byte[] bytes) {

  private static final int MOST_PARTS = 20;

  /**
   * Reads a form.
   *
   * @return empty where the content type is not that of a form upload
   * @throws BadRequestResponse where it cannot be read, or has not one file
   */
  public static Optional<FormFile> of(@Nullable String contentType, byte[] body) {
    if (contentType == null
        || !contentType.strip().toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      return Optional.empty();
    }
    String boundary = MultiPart.extractBoundary(contentType);
    if (boundary == null) {
      throw new BadRequestResponse("The form has no boundary; nothing was taken.");
    }
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setMaxParts(MOST_PARTS);
    parser.setMaxLength(-1);
    parser.setMaxFileSize(-1);
    parser.setMaxMemoryFileSize(-1); // it is in memory already
    CompletableFuture<MultiPartFormData.Parts> parsed = new CompletableFuture<>();
    parser.parse(Content.Source.from(ByteBuffer.wrap(body)), Promise.Invocable.toPromise(parsed));
    try (MultiPartFormData.Parts parts = parsed.join()) {
      return Optional.of(file(parts));
    } catch (CompletionException | IOException | IllegalArgumentException e) {
      throw new BadRequestResponse("The form cannot be read to its end; nothing was taken.");
    }
  }

  private static FormFile file(MultiPartFormData.Parts form) throws IOException {
    List<MultiPart.Part> parts = StreamSupport.stream(form.spliterator(), false).toList();
    List<MultiPart.Part> files = parts.stream().filter(part -> part.getFileName() != null).toList();
    List<MultiPart.Part> candidates = files.isEmpty() ? parts : files;
    if (candidates.size() != 1) {
      throw new BadRequestResponse(
          "A form upload has one file, this one has "
              + files.size()
              + "; nothing was taken, send each by itself.");
    }
    MultiPart.Part part = candidates.get(0);
    ByteBuffer content = Content.Source.asByteBuffer(part.createContentSource());
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    String name = part.getFileName();
    return new FormFile(
        name == null || name.isBlank() ? null : name,
        part.getHeaders().get(HttpHeader.CONTENT_TYPE),
        bytes);
  }
}
