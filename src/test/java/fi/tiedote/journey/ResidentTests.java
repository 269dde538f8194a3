package fi.tiedote.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fi.tiedote.kit.Browser;
import fi.tiedote.kit.Node;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the front page to the last letter, as the default set-up has it: database, mailbox and inbox of this machine. */
class ResidentTests {
    private static final String RESIDENT = "resident@example.org";
    private static final String NEIGHBOUR = "neighbour@example.org";

    private static final String STRANGER = "stranger@example.org";

    private static final Pattern CONFIRM = Pattern.compile("/confirm/\\w+");
    private static final Pattern DROP = Pattern.compile("```sh\n   (cat > data/inbox/.*?)\n   ```", Pattern.DOTALL);

    @TempDir
    private Path home;

    @Test
    void aResidentSubscribesReceivesAndLeavesAndNothingIsGatheredOrMailedTwice() throws Exception {
        var data = home.resolve("data");
        try (var node = Node.start(data)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> titles(node) == 42);
            assertThat(node.get("/mailbox/api/messages").body())
                    .as("the first import mails nothing")
                    .isEqualTo("[]");
            subscribe(node, RESIDENT);
            subscribe(node, NEIGHBOUR);

            drop(node, "valot", "Katuvalot vaihtuvat ledeihin");
            receive(node, RESIDENT, "Katuvalot vaihtuvat ledeihin");
            assertThat(node.get("/feeds/releases.atom").body()).contains("Katuvalot vaihtuvat ledeihin");

            leaveByOneClick(node, RESIDENT);
            drop(node, "puisto", "Puiston penkit kunnostetaan");
            receive(node, NEIGHBOUR, "Puiston penkit kunnostetaan");
            assertThat(new Mailbox(node).letters(RESIDENT)).hasSize(2);
            followTheReadme(node);
            node.kill();
        }
        try (var again = Node.start(data)) {
            drop(again, "silta", "Silta suljetaan yöksi");
            receive(again, NEIGHBOUR, "Silta suljetaan yöksi");
            assertThat(new Mailbox(again).letters(NEIGHBOUR)).hasSize(4);
            assertThat(titles(again)).isEqualTo(46);
        }
    }

    /** On the page, and by the link and the button that the confirmation leads to. */
    private static void subscribe(Node node, String address) {
        try (var page = Browser.open(360, ColorScheme.LIGHT)) {
            page.navigate(node.at("/?ui=fi").toString());
            page.getByLabel("Sähköpostiosoite").fill(address);
            page.getByLabel("heti").check();
            press(page, "Tilaa");
            assertThat(page.locator("h1")).containsText("sähköposti");

            page.navigate(
                    node.at("/mailbox/" + new Mailbox(node).newest(address, 1).id())
                            .toString());
            page.locator("section[aria-labelledby=as-text] a[href*='/confirm/']")
                    .click();
            press(page, "Vahvista tilaus");
            assertThat(page.locator("h1")).containsText("voimassa");
        }
    }

    /** Reads English, and does what the README says. */
    private void followTheReadme(Node node) throws Exception {
        node.post("/subscribe", "email=stranger%40example.org&lang=en&cadence=immediate");
        var mailbox = new Mailbox(node);
        var parts = (Multipart) mailbox.open(mailbox.newest(STRANGER, 1)).getContent();
        var link = CONFIRM.matcher((String) parts.getBodyPart(0).getContent());
        assertThat(link.find()).isTrue();
        node.post(link.group(), "");

        var command = DROP.matcher(Files.readString(Path.of("README.md")));
        assertThat(command.find()).isTrue();
        var exit = new ProcessBuilder("sh", "-c", command.group(1).replace("\n   ", "\n"))
                .directory(home.toFile())
                .start()
                .waitFor();
        assertThat(exit).isZero();
        assertThat(mailbox.newest(STRANGER, 2).subject()).isEqualTo("Footbridge opens to cyclists");
    }

    private static void receive(Node node, String address, String title) {
        var mailbox = new Mailbox(node);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> mailbox.letters(address).get(0).subject().equals(title));
        try (var page = Browser.open(360, ColorScheme.DARK)) {
            page.navigate(
                    node.at("/mailbox/" + mailbox.letters(address).get(0).id()).toString());
            var letter = page.frameLocator("iframe");
            assertThat(letter.locator("h1")).hasText(title);
            assertThat(letter.getByText("Peru tilaus")).isVisible();
        }
    }

    private static void leaveByOneClick(Node node, String address) throws Exception {
        var mailbox = new Mailbox(node);
        var header = mailbox.open(mailbox.letters(address).get(0)).getHeader("List-Unsubscribe")[0];
        var link = URI.create(header.replaceAll("[<>]", ""));
        assertThat(node.get(link.getPath()).statusCode()).isEqualTo(200);

        var answer = node.post(link.getPath(), "List-Unsubscribe=One-Click");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "location");
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void drop(Node node, String name, String title) throws IOException {
        Files.writeString(node.inbox().resolve(name + ".fi.txt"), """
                %s

                24.11.2026

                Työt alkavat maanantaina ja kestävät viikon. Niistä ei ole haittaa liikenteelle.

                Lisätietoja:

                kunnossapitopäällikkö Antero Hana, Esimerkkilän kaupunki, puh. 040 000 0142
                """.formatted(title));
    }

    private static int titles(Node node) {
        return node.get("/feeds/releases.json?limit=200").body().split("\"urn:uuid:", -1).length - 1;
    }
}
