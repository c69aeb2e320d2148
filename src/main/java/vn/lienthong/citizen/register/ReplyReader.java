package vn.lienthong.citizen.register;

import java.util.List;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.lienthong.citizen.person.PersonField;

/** Reads what the population register says, and believes it only where it is about whom it was asked. */
@Component
class ReplyReader {
    private final CitizenReader citizens;

    ReplyReader(OldUnits units) {
        this.citizens = new CitizenReader(units);
    }

    RegisterAnswer read(Node content, Question question) {
        try {
            Element root = content instanceof Document document ? document.getDocumentElement() : (Element) content;
            if (root == null) {
                throw new Unreadable("an empty body");
            }
            return question.operation() == Operation.VERIFY ? verdict(root) : persons(collection(root), question);
        } catch (Unreadable form) {
            return RegisterAnswer.untold(Trouble.REGISTER_UNREADABLE, String.valueOf(form.getMessage()));
        }
    }

    private RegisterAnswer persons(Element collection, Question question) throws Unreadable {
        List<Element> found = XmlFields.elements(collection);
        if (found.isEmpty()) {
            return new RegisterAnswer.NotHeld(List.of());
        }
        if (found.size() > 1) {
            return RegisterAnswer.untold(Trouble.REGISTER_EXTRA_PERSONS, found.size() + " persons");
        }
        Element only = found.getFirst();
        if (!isData(only, "CongDan")) {
            throw new Unreadable("CongDan");
        }
        XmlFields fields = XmlFields.of(only);
        HeldPerson person = citizens.read(fields);
        String asked = question.person().number().value();
        String told =
                question.person().number().oldCard() ? fields.text("SoCMND") : person.text(PersonField.PERSONAL_ID);
        return asked.equals(told)
                ? new RegisterAnswer.Held(person, List.of())
                : RegisterAnswer.untold(Trouble.REGISTER_OTHER_PERSON, "another number");
    }

    private static RegisterAnswer verdict(Element root) throws Unreadable {
        ours(root);
        for (Element child : XmlFields.elements(root)) {
            if ("KetQua".equals(child.getLocalName())) {
                return switch (child.getTextContent().strip()) {
                    case "true", "1" -> new RegisterAnswer.Confirmed(List.of());
                    case "false", "0" -> new RegisterAnswer.NotHeld(List.of());
                    default -> throw new Unreadable("KetQua");
                };
            }
        }
        throw new Unreadable("KetQua");
    }

    /** The collection, bare or inside the operation's answer. */
    private static Element collection(Element root) throws Unreadable {
        if (isData(root, "CongdanCollection")) {
            return root;
        }
        ours(root);
        List<Element> inside = XmlFields.elements(root);
        if (inside.size() != 1 || !isData(inside.getFirst(), "CongdanCollection")) {
            throw new Unreadable("CongdanCollection");
        }
        return inside.getFirst();
    }

    private static void ours(Element root) throws Unreadable {
        if (!RequestWriter.NAMESPACE.equals(root.getNamespaceURI())) {
            throw new Unreadable("namespace of the body");
        }
    }

    private static boolean isData(Element element, String name) {
        return XmlFields.DATA.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }
}
