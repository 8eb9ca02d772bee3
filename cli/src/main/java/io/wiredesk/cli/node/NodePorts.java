package io.wiredesk.cli.node;

/**
 * The ports of one node; 0 means any free one.
 *
 * @param http first of four: publish, registry, ingest, enrich
 * @param kafka broker
 */
public record NodePorts(int http, int kafka) {

  int publish() {
    return http;
  }

  int registry() {
    return http == 0 ? 0 : http + 1;
  }

  int ingest() {
    return http == 0 ? 0 : http + 2;
  }

  int enrich() {
    return http == 0 ? 0 : http + 3;
  }
}
