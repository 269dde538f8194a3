package fi.tiedote.kit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * A page in a real browser that notices what runs in it, asks for something, or is called as a script might call it.
 * Nothing leaves the machine.
 */
public class Canary implements AutoCloseable {
    private static final Pattern NEST = Pattern.compile("/canary-(\\d+)");
    private static final int LAST = 999_999;
    private static final String FRAME = "<iframe loading=eager srcdoc=\"%s\"></iframe>\n";

    /** Does what a reader could do, and looks at what changed; whatever it finds it tells as the script would have. */
    private static final String PROVOKE = """
            () => {
              // By the prototypes: what the page names otherwise must not mislead us.
              const names = element => Element.prototype.getAttributeNames.call(element);
              const is = (element, css) => Element.prototype.matches.call(element, css);
              const happens = (element, event) => EventTarget.prototype.dispatchEvent.call(element, event);
              const find = (page, css) => [...Document.prototype.querySelectorAll.call(page, css)];
              const click = () => new MouseEvent('click', {bubbles: true, cancelable: true});
              const leaves = element => /^(https?|mailto|tel):/.test(element.href);
              for (const [number, frame] of find(document, 'iframe').entries()) {
                const page = frame.contentDocument;
                if (!page) continue;
                const part = find(page, '.release .body')[0] || page.documentElement;
                const all = find(page, '*').filter(element => part.contains(element));
                for (const element of all) {
                  names(element).filter(name => name.startsWith('on')).forEach(name => happens(element, new Event(name.slice(2))));
                }
                all.filter(element => is(element, '[href]') && !leaves(element)).forEach(element => happens(element, click()));
                all.filter(element => is(element, 'button, input, summary')).forEach(element => happens(element, click()));
                const clobbered = page.defaultView.canary || typeof page.getElementById != 'function';
                const moved = page.baseURI != document.baseURI;
                const kept = all.some(element => is(element, 'form, style, link, meta, [style], [id], [name]'));
                if (clobbered || moved || kept) alert(number);
              }
            }
            """;

    private final FakeSource server = new FakeSource();
    private final Page page = Browser.open(1280, ColorScheme.LIGHT);
    private final Set<Integer> noticed = new TreeSet<>();

    public Canary() {
        page.onDialog(dialog -> {
            noticed.add(Integer.valueOf(dialog.message()));
            dialog.dismiss();
        });
        page.route("**/*", this::watch);
    }

    /** @return the numbers of those that did something, from 0 */
    public Set<Integer> notices(List<String> pieces) {
        var frames = new StringBuilder("<!doctype html><title>Canary</title>\n");
        for (var number = 0; number < pieces.size(); number++) {
            frames.append(FRAME.formatted(HtmlUtils.htmlEscape(armed(pieces.get(number), number))));
        }
        noticed.clear();
        server.shows("/page", "text/html; charset=utf-8", frames.toString());
        page.navigate(server.url().resolve("/page").toString());
        page.evaluate(PROVOKE);
        waitForTheLast();
        return Set.copyOf(noticed);
    }

    /** What was before it in the queues of the browser has happened when this has. */
    private void waitForTheLast() {
        var last = armed("<img src=x onerror=alert(1)><meta http-equiv=refresh content='0;url=CANARY'>", LAST);
        page.evaluate(
                "html => document.body.append(Object.assign(document.createElement('iframe'), {srcdoc: html}))", last);
        page.waitForCondition(() -> noticed.contains(LAST) && noticed.contains(LAST + 1));
        noticed.removeAll(Set.of(LAST, LAST + 1));
    }

    private String armed(String piece, int number) {
        var nest = server.url()
                .resolve("/canary-" + (number == LAST ? LAST + 1 : number))
                .toString();
        return piece.replace("alert(1)", "alert(" + number + ")").replace("CANARY", Matcher.quoteReplacement(nest));
    }

    private void watch(Route route) {
        var url = route.request().url();
        var nest = NEST.matcher(url);
        if (nest.find()) {
            noticed.add(Integer.valueOf(nest.group(1)));
            route.fulfill(new Route.FulfillOptions().setStatus(404).setHeaders(Map.of()));
        } else if (url.startsWith(server.url().resolve("/page").toString())) {
            route.resume();
        } else {
            route.abort();
        }
    }

    @Override
    public void close() {
        page.close();
        server.close();
    }
}
