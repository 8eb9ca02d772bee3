package io.wiredesk.publish.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.wiredesk.publish.desk.Desk;
import io.wiredesk.publish.desk.DeskSet;
import io.wiredesk.publish.desk.Desks;
import io.wiredesk.publish.feed.ItemJson;
import io.wiredesk.publish.index.PublicIndex;
import io.wiredesk.publish.output.OutputFormat;
import io.wiredesk.publish.query.QueryRefused;
import io.wiredesk.schemas.Topic;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /desks}: the desks as they run, and what is wrong with the file; {@code GET
 * /desks/{desk}} one of them; {@code GET /desks/{desk}/items} leads to the list of items, {@code
 * GET /desks/{desk}.atom} and the other formats to its newest ones. Thread-safe.
 */
public final class DeskRoutes {

  private final Desks desks;
  private final PublicIndex index;
  private final ItemJson json;
  private final OutputRoutes outputs;

  public DeskRoutes(Desks desks, PublicIndex index, ItemJson json, OutputRoutes outputs) {
    this.desks = desks;
    this.index = index;
    this.json = json;
    this.outputs = outputs;
  }

  /** Adds the routes. */
  public void addTo(JavalinConfig config) {
    config.routes.get("/desks", this::list);
    config.routes.get("/desks/{desk}", this::one);
    config.routes.get("/desks/{desk}/items", this::items);
  }

  private void list(Context ctx) {
    ItemRoutes.requireReady(index);
    DeskSet set = desks.current();
    Map<String, Long> counts = index.itemsByDesk();
    List<Map<String, Object>> list = new ArrayList<>();
    set.entries().values().forEach(entry -> list.add(view(entry, counts)));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("desks", list);
    List<String> errors = new ArrayList<>();
    if (desks.problem() != null) {
      errors.add(desks.problem());
    }
    set.nameless().forEach(fault -> errors.add(fault.toString()));
    if (!errors.isEmpty()) {
      answer.put("errors", errors);
    }
    answer(ctx, answer);
  }

  private void one(Context ctx) {
    ItemRoutes.requireReady(index);
    String name = ctx.pathParam("desk");
    OutputFormat format = OutputRoutes.format(name);
    if (format == null) {
      answer(ctx, view(entry(name), index.itemsByDesk()));
    } else {
      outputs.desk(ctx, entry(OutputRoutes.without(name, format)).name(), format);
    }
  }

  private void items(Context ctx) {
    String name = entry(ctx.pathParam("desk")).name();
    String query = ctx.queryString();
    ctx.redirect(
        "/items?desk="
            + URLEncoder.encode(name, StandardCharsets.UTF_8)
            + (query == null ? "" : "&" + query));
  }

  private DeskSet.Entry entry(String name) {
    DeskSet.Entry entry = desks.current().entries().get(name);
    if (entry == null) {
      throw new NotFoundResponse("There is no such desk; /desks lists them.");
    }
    return entry;
  }

  private static Map<String, Object> view(DeskSet.Entry entry, Map<String, Long> counts) {
    Map<String, Object> view = new LinkedHashMap<>();
    Desk running = entry.running();
    view.put("name", entry.name());
    if (running != null) {
      view.put("title", running.title());
      view.put("queries", running.queries().stream().map(Desk.Query::text).toList());
      view.put("readAs", running.queries().stream().map(DeskRoutes::asRead).toList());
    }
    view.put("topic", Topic.DESK_PREFIX + entry.name());
    view.put("state", state(entry));
    if (entry.fault() != null) {
      view.put("error", entry.fault().toString());
    }
    view.put("items", counts.getOrDefault(entry.name(), 0L));
    return view;
  }

  /** The same query with every operator and bracket. */
  private static String asRead(Desk.Query query) {
    try {
      return query.read().asRead();
    } catch (QueryRefused e) {
      throw new IllegalStateException("a query that runs is refused: " + query.text(), e);
    }
  }

  private static String state(DeskSet.Entry entry) {
    if (entry.running() == null) {
      return "refused";
    }
    return entry.fault() == null ? "running" : "running as before";
  }

  private void answer(Context ctx, Object value) {
    ctx.header("Cache-Control", "no-store");
    ctx.contentType("application/json; charset=utf-8").result(json.write(value));
  }
}
