package fi.tiedote.kit;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real browser without a window, started with the first test that needs it. Not thread-safe. */
public class Browser {
    private static final com.microsoft.playwright.Browser CHROMIUM = start();

    private Browser() {}

    /** A new window with no cookies. Close it. */
    public static Page open(int width, ColorScheme colours) {
        var page = CHROMIUM.newPage(new com.microsoft.playwright.Browser.NewPageOptions()
                .setViewportSize(width, 800)
                .setColorScheme(colours)
                .setLocale("fi"));
        page.setDefaultTimeout(10_000);
        return page;
    }

    private static com.microsoft.playwright.Browser start() {
        var found = Chromium.find();
        try {
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment(found)));
            var browser = playwright.chromium().launch(options(found));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return browser;
        } catch (PlaywrightException e) {
            throw new IllegalStateException(
                    "no browser can be started: install Chromium or Chrome, or name one in CHROME_PATH", e);
        }
    }

    /** Playwright downloads its own browser only where there is none. */
    private static Map<String, String> environment(Optional<Path> found) {
        return found.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
    }

    private static LaunchOptions options(Optional<Path> found) {
        var options = new LaunchOptions().setHeadless(true);
        if (Chromium.isRoot()) {
            options.setArgs(List.of("--no-sandbox"));
        }
        return found.map(options::setExecutablePath).orElse(options);
    }
}
