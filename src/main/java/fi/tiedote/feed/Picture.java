package fi.tiedote.feed;

import fi.tiedote.release.Attachment;
import org.jdom2.Element;

/** A picture of a release by Media RSS, which Atom and RSS share. */
class Picture {
    private Picture() {}

    static boolean is(Attachment attachment) {
        return attachment.type().startsWith("image/");
    }

    static Element media(Attachment picture) {
        var content = new Element("content", Xml.MEDIA)
                .setAttribute("url", picture.url().toASCIIString())
                .setAttribute("type", picture.type())
                .setAttribute("medium", "image");
        if (picture.bytes() > 0) {
            content.setAttribute("fileSize", Long.toString(picture.bytes()));
        }
        if (!picture.alt().isEmpty()) {
            Xml.text(content, "description", Xml.MEDIA, picture.alt()).setAttribute("type", "plain");
        }
        if (!picture.credit().isEmpty()) {
            Xml.text(content, "credit", Xml.MEDIA, picture.credit());
        }
        return content;
    }
}
