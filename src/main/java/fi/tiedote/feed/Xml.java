package fi.tiedote.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.LineSeparator;
import org.jdom2.output.XMLOutputter;

/** Short ways to say what both XML formats are made of. */
class Xml {
    static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");

    private Xml() {}

    static Element text(Element parent, String name, Namespace namespace, String text) {
        var element = new Element(name, namespace).setText(text);
        parent.addContent(element);
        return element;
    }

    /** Nothing where there is nothing to say. */
    static void texts(Element parent, String name, Namespace namespace, String text) {
        if (!text.isBlank()) {
            text(parent, name, namespace, text);
        }
    }

    /** Each argument after the relation is an attribute's name or its value, by turns. */
    static void link(Element parent, Namespace atom, String relation, String address, String... attributes) {
        var link = new Element("link", atom).setAttribute("rel", relation).setAttribute("href", address);
        for (var i = 0; i < attributes.length; i += 2) {
            link.setAttribute(attributes[i], attributes[i + 1]);
        }
        parent.addContent(link);
    }

    /** UTF-8, with all white space as it is: the raw format neither trims nor indents, so {@code <pre>} survives. */
    static byte[] bytes(Element root) {
        var bytes = new ByteArrayOutputStream(1 << 16);
        var raw = Format.getRawFormat().setLineSeparator(LineSeparator.UNIX).setEncoding("UTF-8");
        try {
            new XMLOutputter(raw).output(new Document(root), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
