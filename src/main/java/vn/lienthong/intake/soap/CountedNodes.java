package vn.lienthong.intake.soap;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Counts whatever will take memory in a tree, of every kind, and lets nothing pass that no message needs. */
final class CountedNodes extends StreamReaderDelegate {
    private static final int MOST = 50_000;

    private int nodes;

    CountedNodes(XMLStreamReader reader) {
        super(reader);
    }

    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while ((event == XMLStreamConstants.CHARACTERS && isWhiteSpace()) || event == XMLStreamConstants.SPACE) {
            event = next();
        }
        return event;
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        nodes++;
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> nodes += getAttributeCount() + getNamespaceCount();
            case XMLStreamConstants.PROCESSING_INSTRUCTION,
                    XMLStreamConstants.COMMENT,
                    XMLStreamConstants.DTD,
                    XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("not for messages");
            default -> {}
        }
        if (nodes > MOST) {
            throw new XMLStreamException("too many nodes");
        }
        return event;
    }
}
