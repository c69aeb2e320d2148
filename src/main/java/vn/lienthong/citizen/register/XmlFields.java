package vn.lienthong.citizen.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.lienthong.citizen.person.PersonName;

/** The children of an element by their names; each at most once, all of the register's data namespace. */
final class XmlFields {
    static final String DATA = "http://www.mic.gov.vn/dancu/1.0";

    private final Map<String, Element> children = new HashMap<>();

    static XmlFields of(Element parent) throws Unreadable {
        XmlFields fields = new XmlFields();
        for (Element child : elements(parent)) {
            if (!DATA.equals(child.getNamespaceURI())) {
                throw new Unreadable("namespace of " + child.getLocalName());
            }
            if (fields.children.put(child.getLocalName(), child) != null) {
                throw new Unreadable("twice " + child.getLocalName());
            }
        }
        return fields;
    }

    /** The element children in order. */
    static List<Element> elements(Node parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    /** The text of a child; empty where it is not there. */
    String text(String name) {
        Element child = children.get(name);
        return child == null ? "" : PersonName.tidy(child.getTextContent());
    }

    /** The children of a child; null where it is not there or empty. */
    @Nullable
    XmlFields inside(String name) throws Unreadable {
        Element child = children.get(name);
        return child == null || elements(child).isEmpty() ? null : of(child);
    }
}
