package io.shiporskip.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.view.AbstractView;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An answer that is an Atom feed, after <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>. */
public final class AtomFeed extends AbstractView {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final String title;
    private final String subtitle;
    private final String address;
    private final String page;
    private final String author;
    private final Instant updated;
    private final List<Entry> entries;

    /**
     * What a feed has to tell.
     *
     * @param address its page, which is also what it is known by
     * @param title one line of plain text
     * @param published when it was published
     * @param updated when it changed last
     * @param summary plain text
     * @param html all of it, as safe HTML with full addresses
     */
    public record Entry(String address, String title, Instant published, Instant updated, String summary,
            String html) {}

    /**
     * A feed.
     *
     * @param title its name
     * @param subtitle what is in it
     * @param address its own full address, which is also what it is known by
     * @param page the full address of the page that shows the same
     * @param author who writes it
     * @param updated when its newest entry changed
     * @param entries the newest first
     */
    public AtomFeed(String title, String subtitle, String address, String page, String author, Instant updated,
            List<Entry> entries) {
        this.title = title;
        this.subtitle = subtitle;
        this.address = address;
        this.page = page;
        this.author = author;
        this.updated = updated;
        this.entries = List.copyOf(entries);
        setContentType("application/atom+xml;charset=UTF-8");
    }

    @Override
    protected void renderMergedOutputModel(Map<String, Object> model, HttpServletRequest request,
            HttpServletResponse response) throws Exception {
        setResponseContentType(request, response);
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(response.getOutputStream(), "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element(xml, "id", address);
        element(xml, "title", title);
        element(xml, "subtitle", subtitle);
        element(xml, "updated", updated.toString());
        link(xml, "self", address, "application/atom+xml");
        link(xml, "alternate", page, "text/html");
        xml.writeStartElement("author");
        element(xml, "name", author);
        xml.writeEndElement();
        for (Entry entry : entries) {
            write(xml, entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", entry.address());
        element(xml, "title", entry.title());
        element(xml, "published", entry.published().toString());
        element(xml, "updated", entry.updated().toString());
        link(xml, "alternate", entry.address(), "text/html");
        element(xml, "summary", entry.summary());
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        text(xml, entry.html());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String to, String type) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", to);
    }

    private static void element(XMLStreamWriter xml, String name, String said) throws XMLStreamException {
        xml.writeStartElement(name);
        text(xml, said);
        xml.writeEndElement();
    }

    /** Characters that XML 1.0 does not know would make the whole feed unreadable, so they are left out. */
    private static void text(XMLStreamWriter xml, String said) throws XMLStreamException {
        StringBuilder known = new StringBuilder(said.length());
        said.codePoints().filter(AtomFeed::isCharacter).forEach(known::appendCodePoint);
        xml.writeCharacters(known.toString());
    }

    /** <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, section 2.2</a>. */
    private static boolean isCharacter(int code) {
        return code == 0x9 || code == 0xA || code == 0xD || code >= 0x20 && code <= 0xD7FF
                || code >= 0xE000 && code <= 0xFFFD || code >= 0x10000;
    }
}
