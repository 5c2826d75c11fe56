package org.onrecord.search.web;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A page of results as a feed (RFC 4287). */
final class AtomFeed {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter xml;

    private AtomFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * @param self the URL asked for
     * @param next the URL of the next page, or null
     */
    static String of(String title, String self, @Nullable String next, Instant now, List<FeedEntry> entries) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new AtomFeed(xml).feed(title, self, next, now, entries);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private void feed(String title, String self, @Nullable String next, Instant now, List<FeedEntry> entries)
            throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        element("id", self);
        element("title", title);
        element(
                "updated",
                entries.stream()
                        .map(FeedEntry::updated)
                        .max(Instant::compareTo)
                        .orElse(now)
                        .toString());
        link("self", self);
        if (next != null) {
            link("next", next);
        }
        author("OnRecord");
        for (FeedEntry entry : entries) {
            entry(entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(FeedEntry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", "urn:uuid:" + entry.id());
        element("title", entry.title());
        element("updated", entry.updated().toString());
        if (entry.published() != null) {
            element("published", entry.published().toString());
        }
        if (entry.link() != null) {
            link("alternate", entry.link());
        }
        if (entry.author() != null) {
            author(entry.author());
        }
        if (entry.summary() != null) {
            element("summary", entry.summary());
        }
        xml.writeEndElement();
    }

    private void author(String name) throws XMLStreamException {
        xml.writeStartElement("author");
        element("name", name);
        xml.writeEndElement();
    }

    private void link(String relation, String url) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", sayable(url));
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(sayable(text));
        xml.writeEndElement();
    }

    /** Without the characters XML 1.0 has no way to write. */
    private static String sayable(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c != 0xFFFE && c != 0xFFFF)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
