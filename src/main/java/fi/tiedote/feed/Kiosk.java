package fi.tiedote.feed;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the feeds that are ready, ahead of the servlet container, which would take longer than the answer does. All
 * else goes on to the {@link FeedFilter}, whose answers these are, too.
 */
class Kiosk extends Handler.Wrapper {
    private final Editions editions;

    Kiosk(Editions editions) {
        this.editions = editions;
    }

    /** Puts it in front of everything, whatever others put there while the server was made. */
    void standIn(Server server) {
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                setHandler(server.getHandler());
                server.setHandler(Kiosk.this);
            }
        });
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var edition = ready(request);
        if (edition == null) {
            request.getComponents().getExecutor().execute(() -> passOn(request, response, callback));
            return true;
        }
        var conditions = conditions(request.getHeaders());
        var gzip = conditions.takesGzip();
        if (conditions.knows(edition)) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            put(edition.label(gzip).known(), response);
            response.write(true, null, callback);
        } else {
            put(edition.label(gzip).whole(), response);
            var head = HttpMethod.HEAD.is(request.getMethod());
            response.write(true, head ? null : ByteBuffer.wrap(edition.bytes(gzip)), callback);
        }
        return true;
    }

    private static void put(List<HttpField> fields, Response response) {
        var headers = response.getHeaders();
        for (var field : fields) {
            headers.add(field);
        }
    }

    /** What others do may take its time. */
    private void passOn(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable failed) {
            Response.writeError(request, response, callback, failed);
        }
    }

    /** What is ready is answered by the thread that hears the request: to wake another one takes longer. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    private @Nullable Edition ready(Request request) {
        var headers = request.getHeaders();
        var reads = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        if (!reads || headers.contains(HttpHeader.CONTENT_LENGTH) || headers.contains(HttpHeader.TRANSFER_ENCODING)) {
            return null;
        }
        var path = request.getHttpURI().getPathQuery();
        if (path == null || !path.startsWith(Address.FOLDER)) {
            return null;
        }
        var fresh = editions.fresh(path);
        return fresh != null && fresh.isThere() ? fresh : null;
    }

    private static Conditions conditions(HttpFields headers) {
        return new Conditions(
                header(headers, HttpHeader.IF_NONE_MATCH),
                header(headers, HttpHeader.IF_MODIFIED_SINCE),
                header(headers, HttpHeader.ACCEPT_ENCODING));
    }

    private static String header(HttpFields headers, HttpHeader name) {
        return headers.contains(name)
                ? String.join(",", headers.getValuesList(name)).strip()
                : "";
    }
}
