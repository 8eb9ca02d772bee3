package io.wiredesk.ingest.line;

import io.wiredesk.ingest.intake.Delivery;
import io.wiredesk.ingest.intake.Intake;
import io.wiredesk.schemas.Transport;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileMessage;

/**
 * One remote file onto the log, whole or not at all: what has another length than the listing said
 * was cut off or is being written, and is read again later. Used by the one thread that polls.
 */
final class FileTaker implements Processor {

  private final String feed;
  private final Transport transport;
  private final Intake intake;

  FileTaker(String feed, Transport transport, Intake intake) {
    this.feed = feed;
    this.transport = transport;
    this.intake = intake;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    GenericFile<?> file = exchange.getIn(GenericFileMessage.class).getGenericFile();
    Delivery delivery = new Delivery(feed, transport, file.getRelativeFilePath(), null);
    long size = file.getFileLength();
    boolean tooLarge = size > intake.maxBytes();
    byte[] bytes = read(file, tooLarge ? intake.maxBytes() : intake.maxBytes() + 1);
    if (tooLarge) {
      intake.refuseTooLarge(delivery, bytes, size);
      exchange.setProperty(TakenFiles.REFUSED, true);
      return;
    }
    if (bytes.length != size) {
      throw new IOException(
          file.getRelativeFilePath()
              + " was cut off or changed while it was read ("
              + bytes.length
              + " of "
              + size
              + " bytes); it is read again");
    }
    exchange.setProperty(SecondReading.DIGEST, intake.receive(delivery, bytes).sha256());
  }

  private static byte[] read(GenericFile<?> file, int most) throws IOException {
    if (file.getBody() instanceof InputStream in) {
      return in.readNBytes(most); // closed by releaseRetrievedFileResources
    }
    throw new IOException("no stream of " + file.getRelativeFilePath());
  }
}
