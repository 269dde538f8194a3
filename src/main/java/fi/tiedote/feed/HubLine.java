package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.tiedote.city.City;
import fi.tiedote.network.PublicOnly;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Calls subscribers, within limits of time, size and addresses, and follows no redirects. */
@Component
class HubLine implements DisposableBean {
    /** Most bytes of an answer that are read: a challenge is shorter. */
    static final int LARGEST_ANSWER = 256;

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout SILENCE = Timeout.ofSeconds(10);

    private static final Http1Config HEADERS = Http1Config.custom()
            .setMaxLineLength(16 << 10)
            .setMaxHeaderCount(200)
            .build();

    private final CloseableHttpClient client;
    private final Duration deadline;
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "hub-deadline");
        thread.setDaemon(true);
        return thread;
    });

    @Autowired
    HubLine(HubSettings settings, City city) {
        this(settings, city, SystemDefaultDnsResolver.INSTANCE);
    }

    /** @param names who knows what a name means */
    HubLine(HubSettings settings, City city, DnsResolver names) {
        this.deadline = settings.deadline();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(settings.intranet() ? names : new PublicOnly(names))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEADERS)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(SILENCE)
                        .build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent("Tiedote (WebSub; " + city.baseUrl().toASCIIString() + ")")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /**
     * @param status 0 where nobody answered
     * @param text how the answer to a question begins; of one to a push, the status says all
     */
    record Answer(int status, String text) {
        boolean isSilence() {
            return status == 0;
        }

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    Answer call(HttpUriRequestBase request) {
        var end = alarm.schedule(request::cancel, deadline.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return answer(request);
        } catch (IOException | HttpException | RuntimeException failed) {
            return new Answer(0, String.valueOf(failed.getMessage()));
        } finally {
            end.cancel(false);
        }
    }

    @Override
    public void destroy() throws IOException {
        alarm.shutdownNow();
        client.close();
    }

    /** Cancelled before it is closed, a longer answer costs the connection; to close it alone would read the rest. */
    private Answer answer(HttpUriRequestBase request) throws IOException, HttpException {
        var response = client.executeOpen(RoutingSupport.determineHost(request), request, null);
        try {
            return request instanceof HttpGet ? read(response) : new Answer(response.getCode(), "");
        } finally {
            request.cancel();
            Closer.closeQuietly(response);
        }
    }

    private static Answer read(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        var bytes = entity == null ? new byte[0] : entity.getContent().readNBytes(LARGEST_ANSWER);
        return new Answer(response.getCode(), new String(bytes, UTF_8));
    }
}
