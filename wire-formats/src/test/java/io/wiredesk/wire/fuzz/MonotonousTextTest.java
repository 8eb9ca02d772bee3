package io.wiredesk.wire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.wiredesk.wire.AllFormats;
import io.wiredesk.wire.parse.Parsed;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A megabyte of the same neither overflows a stack nor takes time that grows squared. */
class MonotonousTextTest {

  /** Milliseconds of this thread's processor time; what grows squared takes minutes. */
  private static final long MOST_MILLIS = 10_000;

  private static final Map<String, UnaryOperator<String>> FORMATS =
      new TreeMap<>(
          Map.of(
              "text",
              text -> text,
              "telex",
              text ->
                  "ZCZC ABC123 4 OV\n\nHeadline here\n\nLONDON, May 1 (Agency) - "
                      + text
                      + "\nNNNN\n",
              "ninjs",
              text ->
                  "{\"uri\":\"urn:a\",\"type\":\"text\",\"headline\":\"H\",\"body_text\":\""
                      + json(text)
                      + "\"}",
              "nitf",
              text ->
                  "<nitf><head><title>T</title></head><body><body.content><p>"
                      + xml(text)
                      + "</p></body.content></body></nitf>",
              "html",
              text ->
                  "<!DOCTYPE html><html><body><article><h1>H</h1><p>"
                      + text
                      + "</p></article></body></html>",
              "mail",
              text -> "From: a@b.c\nSubject: S\nDate: Fri, 1 May 2026 08:00:00 +0000\n\n" + text));

  @Test
  void aMegabyteOfTheSameIsReadInTimeThatGrowsWithSize() {
    AllFormats.parsers().parse(Limits.input("Once.".getBytes(StandardCharsets.UTF_8)));
    List<String> slow = new ArrayList<>();
    FORMATS.forEach(
        (format, wrap) ->
            MonotonousText.UNITS.forEach(
                unit -> {
                  byte[] wire =
                      wrap.apply(MonotonousText.of(unit)).getBytes(StandardCharsets.UTF_8);
                  long before = cpuMillis();
                  String fault = fault(wire);
                  long took = cpuMillis() - before;
                  if (took > MOST_MILLIS || !fault.isEmpty()) {
                    slow.add(format + " of " + unit + ": " + took + " ms " + fault);
                  }
                }));
    assertThat(slow).isEmpty();
  }

  private static String fault(byte[] wire) {
    try {
      Parsed parsed = AllFormats.parsers().parse(Limits.input(wire));
      return parsed == null ? "nothing" : "";
    } catch (RuntimeException | StackOverflowError e) {
      StackTraceElement[] stack = e.getStackTrace();
      for (StackTraceElement each : stack) {
        if (each.getClassName().startsWith("io.wiredesk")) {
          return e + " at " + each;
        }
      }
      return e.toString();
    }
  }

  private static long cpuMillis() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
