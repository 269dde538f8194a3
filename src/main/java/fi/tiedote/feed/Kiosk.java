package fi.tiedote.feed;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
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
    private static final HttpField EVERYBODY = new PreEncodedHttpField("Access-Control-Allow-Origin", "*");
    private static final HttpField NO_SNIFF = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final HttpField CACHING = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, Exchange.PUBLIC);
    private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");
    private static final HttpField GZIP = new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");

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
        var headers = response.getHeaders();
        headers.add(EVERYBODY);
        headers.add(NO_SNIFF);
        headers.add(new HttpField(HttpHeader.ETAG, edition.etag(gzip)));
        headers.add(new HttpField(HttpHeader.LAST_MODIFIED, edition.date()));
        headers.add(CACHING);
        headers.add(VARY);
        if (conditions.knows(edition)) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            response.write(true, null, callback);
        } else {
            var bytes = edition.bytes(gzip);
            describe(headers, edition, gzip, bytes.length);
            response.write(true, HttpMethod.HEAD.is(request.getMethod()) ? null : ByteBuffer.wrap(bytes), callback);
        }
        return true;
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

    private static void describe(HttpFields.Mutable headers, Edition edition, boolean gzip, int length) {
        if (!edition.link().isEmpty()) {
            headers.add(new HttpField(HttpHeader.LINK, edition.link()));
        }
        headers.add(new HttpField(HttpHeader.CONTENT_TYPE, edition.contentType()));
        if (gzip) {
            headers.add(GZIP);
        }
        headers.add(new HttpField.LongValueHttpField(HttpHeader.CONTENT_LENGTH, length));
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
