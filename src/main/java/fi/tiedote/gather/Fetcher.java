package fi.tiedote.gather;

import fi.tiedote.city.City;
import fi.tiedote.network.PublicOnly;
import java.io.IOException;
import java.net.URI;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Fetches over HTTP, within limits of time, size, redirects and addresses. Sources of the own network have a client of
 * their own: a connection of its pool must not serve a redirect from outside.
 */
@Component
class Fetcher implements DisposableBean {
    private static final int MOST_REDIRECTS = 5;
    private static final String FEEDS =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";

    private final CloseableHttpClient internet;
    private final CloseableHttpClient intranet;
    private final ScheduledExecutorService alarm;
    private final GatherSettings limits;
    private final Clock clock;

    Fetcher(City city, GatherSettings limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.internet = client(city, limits, new PublicOnly());
        this.intranet = client(city, limits, SystemDefaultDnsResolver.INSTANCE);
        this.alarm = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "fetch-deadline");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A conditional GET where validators are given; redirects are followed. */
    Answer fetch(URI url, Outcome.Validators known, boolean fromIntranet) {
        var end = System.nanoTime() + limits.deadline().toNanos();
        var from = url;
        var permanently = true;
        for (var redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var moved = permanently && redirects > 0 ? from : null;
            var answer = fetchOne(new Target(from, moved, fromIntranet), known, end);
            if (!(answer instanceof Answer.Redirected redirected)) {
                return answer;
            }
            from = redirected.location();
            permanently &= redirected.permanently();
        }
        return new Answer.Refused("it redirects more than " + MOST_REDIRECTS + " times", Duration.ZERO);
    }

    @Override
    public void destroy() throws IOException {
        alarm.shutdownNow();
        internet.close();
        intranet.close();
    }

    private Answer fetchOne(Target target, Outcome.Validators known, long end) {
        if (!Links.isWeb(target.url())) {
            return new Answer.Refused("its address is neither http nor https: " + target.url(), Duration.ZERO);
        }
        var request = new HttpGet(target.url());
        request.setHeader(HttpHeaders.ACCEPT, FEEDS);
        condition(request, HttpHeaders.IF_NONE_MATCH, known.etag());
        condition(request, HttpHeaders.IF_MODIFIED_SINCE, known.lastModified());
        var deadline = alarm.schedule(request::cancel, end - System.nanoTime(), TimeUnit.NANOSECONDS);
        try {
            return (target.intranet() ? intranet : internet)
                    .execute(request, new Receiving(target, limits.largestFetch(), clock.instant()));
        } catch (IOException | RuntimeException failed) {
            return new Answer.Refused(reason(failed, request.isCancelled()), Duration.ZERO);
        } finally {
            deadline.cancel(false);
        }
    }

    private String reason(Exception failed, boolean late) {
        if (late) {
            return "it took longer than " + limits.deadline().toSeconds() + " s";
        }
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }

    private static void condition(HttpGet request, String header, @Nullable String value) {
        if (value != null) {
            request.setHeader(header, value);
        }
    }

    private static CloseableHttpClient client(City city, GatherSettings limits, DnsResolver resolver) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connectTimeout()))
                        .setSocketTimeout(Timeout.of(limits.readTimeout()))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent(userAgent(city))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** Headers are ASCII. */
    private static String userAgent(City city) {
        var named = "Tiedote (%s; %s; %s)".formatted(city.names().en(), city.baseUrl(), city.sender());
        return Normalizer.normalize(named, Normalizer.Form.NFD).replaceAll("[^ -~]", "");
    }

    /** @param moved the same address where only permanent redirects led to it */
    record Target(URI url, @Nullable URI moved, boolean intranet) {}
}
