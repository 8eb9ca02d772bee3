package io.wiredesk.publish.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.wiredesk.publish.kill.OpenKills;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /kills}: kills of the wire that wait for an editor, each with the commands that settle
 * it; for those who may give orders, as it names what may never have been public. Thread-safe.
 */
public final class KillRoutes {

  private final OrderAccess access;
  private final OpenKills kills;

  public KillRoutes(OrderAccess access, OpenKills kills) {
    this.access = access;
    this.kills = kills;
  }

  /** Adds the route. */
  public void addTo(JavalinConfig config) {
    config.routes.get("/kills", this::list);
  }

  private void list(Context ctx) {
    access.requireReader(ctx);
    List<Map<String, @Nullable Object>> open = kills.open().stream().map(KillRoutes::view).toList();
    ctx.header("Cache-Control", "no-store").json(Map.of("kills", open));
  }

  private static Map<String, @Nullable Object> view(OpenKills.OpenKill open) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("id", open.id());
    view.put("reason", open.reason());
    view.put("message", open.message());
    view.put("feed", open.feed());
    view.put("uri", open.kill().getUri());
    view.put("provider", open.kill().getProvider());
    view.put("made", open.kill().getMade().toString());
    view.put("named", open.kill().getNamed());
    view.put("candidates", open.kill().getCandidates());
    view.put("held", open.kill().getHeld());
    view.put("commands", open.commands());
    return view;
  }
}
