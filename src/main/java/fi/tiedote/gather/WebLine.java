package fi.tiedote.gather;

import fi.tiedote.city.City;
import fi.tiedote.network.NotPublicException;
import fi.tiedote.network.PublicOnly;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Asks a server once. Sources of the own network have a client of their own: a connection of its pool must not serve a
 * redirect from outside. Proxies that the environment names are not asked: the address that is checked would be theirs.
 */
@Component
class WebLine implements DisposableBean {
    private static final String FEEDS =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";

    private final CloseableHttpClient internet;
    private final CloseableHttpClient intranet;
    private final ScheduledExecutorService alarm;
    private final Clock clock;

    @Autowired
    WebLine(City city, GatherSettings limits, Clock clock) {
        this(city, limits, clock, SystemDefaultDnsResolver.INSTANCE);
    }

    /** @param names who knows what the name of a host means */
    WebLine(City city, GatherSettings limits, Clock clock, DnsResolver names) {
        this.clock = clock;
        this.internet = Dialling.client(city, limits, new PublicOnly(names));
        this.intranet = Dialling.client(city, limits, names);
        this.alarm = alarm();
    }

    /** A deadline that is no longer waited for must not hold its request in memory until then. */
    private static ScheduledExecutorService alarm() {
        var alarm = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "fetch-deadline");
            thread.setDaemon(true);
            return thread;
        });
        alarm.setRemoveOnCancelPolicy(true);
        return alarm;
    }

    /** @param largest an answer with more bytes, decompressed or not, is refused */
    Answer get(Target target, Outcome.Validators known, DataSize largest, Budget budget) {
        return get(new Receiving(target, known, largest, false, clock.instant()), budget);
    }

    /** @param largest what follows is left out */
    Answer getStart(Target target, DataSize largest, Budget budget) {
        return get(new Receiving(target, Outcome.Validators.NONE, largest, true, clock.instant()), budget);
    }

    /** @return the status of the answer; 0 where there was none. Redirects are not followed. */
    int post(URI url, List<NameValuePair> form, boolean inIntranet, Budget budget) {
        var request = new HttpPost(url);
        request.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
        if (new Passage(url, Errand.alone(url, inIntranet)).refusal(url).isPresent()) {
            return 0;
        }
        var deadline = alarm.schedule(request::cancel, budget.left(), TimeUnit.NANOSECONDS);
        try {
            return status(request, inIntranet);
        } catch (IOException | HttpException | RuntimeException failed) {
            return 0;
        } finally {
            deadline.cancel(false);
        }
    }

    private int status(HttpPost request, boolean inIntranet) throws IOException, HttpException {
        var client = inIntranet ? intranet : internet;
        var response = client.executeOpen(RoutingSupport.determineHost(request), request, null);
        try {
            return response.getCode();
        } finally {
            request.cancel();
            Closer.closeQuietly(response);
        }
    }

    private Answer get(Receiving receiving, Budget budget) {
        var target = receiving.target();
        var known = receiving.known();
        var request = new HttpGet(target.url());
        request.setHeader(HttpHeaders.ACCEPT, FEEDS);
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, Unpacking.OFFERED);
        condition(request, HttpHeaders.IF_NONE_MATCH, known.etag());
        condition(request, HttpHeaders.IF_MODIFIED_SINCE, known.lastModified());
        var begun = System.nanoTime();
        var deadline = alarm.schedule(request::cancel, budget.left(), TimeUnit.NANOSECONDS);
        try {
            return get(request, receiving);
        } catch (NotPublicException inside) {
            return new Answer.Refused(reason(inside, target), Duration.ZERO);
        } catch (IOException | HttpException | RuntimeException failed) {
            var late = System.nanoTime() - begun >= budget.left();
            return new Answer.Refused(reason(failed, late, budget), Duration.ZERO);
        } finally {
            deadline.cancel(false);
            budget.spend(System.nanoTime() - begun);
        }
    }

    @Override
    public void destroy() {
        alarm.shutdownNow();
        Closer.closeQuietly(internet);
        Closer.closeQuietly(intranet);
    }

    /** A connection on which there is more than we read is cut: to close its stream would read the rest. */
    private Answer get(HttpGet request, Receiving receiving) throws IOException, HttpException {
        var client = receiving.target().intranet() ? intranet : internet;
        var response = client.executeOpen(RoutingSupport.determineHost(request), request, null);
        var spent = false;
        try {
            var answer = receiving.answer(response);
            spent = receiving.isSpent(answer, response);
            return answer;
        } finally {
            if (!spent) {
                request.cancel();
            }
            Closer.closeQuietly(response);
        }
    }

    private static String reason(NotPublicException inside, Target target) {
        return inside.getMessage() + (target.moved() == null ? "" : " (a redirect led there)")
                + "; for a source in your own network set intranet: true, which opens the host of its url only";
    }

    private static String reason(Exception failed, boolean late, Budget budget) {
        if (late) {
            return "it took longer than " + budget.whole().toSeconds() + " s";
        }
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }

    private static void condition(HttpGet request, String header, @Nullable String value) {
        if (value != null) {
            request.setHeader(header, value);
        }
    }
}
