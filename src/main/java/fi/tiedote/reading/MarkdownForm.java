package fi.tiedote.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a release in Markdown (CommonMark, with tables), perhaps with {@link FrontMatter} before it. */
class MarkdownForm {
    private static final List<org.commonmark.Extension> EXTENSIONS =
            List.of(TablesExtension.create(), AutolinkExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private MarkdownForm() {}

    static Reading read(String text, Origin origin) {
        var block = FrontMatter.BLOCK.matcher(text);
        var isThere = block.find();
        try {
            var front = isThere ? FrontMatter.of(block.group(1)) : FrontMatter.NONE;
            return read(front, isThere ? text.substring(block.end()) : text, origin);
        } catch (YAMLException broken) {
            return new Unreadable("what stands before its text is no YAML: " + told(broken));
        }
    }

    private static Reading read(FrontMatter front, String markdown, Origin origin) {
        var problems = new ArrayList<String>();
        var html = html(Lines.cut(markdown, problems::add));
        if (html.isEmpty()) {
            return new Unreadable("too many of its quotations, lists or marks are within each other");
        }
        var body = Jsoup.parseBodyFragment(Tags.cut(html.get(), problems::add)).body();
        return new Composed(Format.MARKDOWN, origin, front).reading(body, List.of(), problems);
    }

    /** The library goes as deep as the text does. Nothing is shared, so that nothing is left half done where that is too deep. */
    private static Optional<String> html(String markdown) {
        try {
            return Optional.of(RENDERER.render(PARSER.parse(markdown)));
        } catch (StackOverflowError tooDeep) {
            return Optional.empty();
        }
    }

    private static String told(YAMLException broken) {
        return broken instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                ? "line %d: %s".formatted(marked.getProblemMark().getLine() + 2, marked.getProblem())
                : String.valueOf(broken.getMessage());
    }
}
