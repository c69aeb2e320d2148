package vn.lienthong.citizen.register;

import java.util.List;
import vn.lienthong.evidence.Message;

/** What came of a question. {@code messages} are the bytes that crossed the wall for it, to be kept as evidence. */
public sealed interface RegisterAnswer {
    /** The bytes behind it. */
    List<Message> messages();

    /** The same with these bytes behind it. */
    RegisterAnswer with(List<Message> bytes);

    /** The register holds this person. */
    record Held(HeldPerson person, List<Message> messages) implements RegisterAnswer {
        @Override
        public RegisterAnswer with(List<Message> bytes) {
            return new Held(person, bytes);
        }
    }

    /** The register says yes: number, name and birth date belong together. */
    record Confirmed(List<Message> messages) implements RegisterAnswer {
        @Override
        public RegisterAnswer with(List<Message> bytes) {
            return new Confirmed(bytes);
        }
    }

    /** The register holds nobody with this number, name and birth date together. */
    record NotHeld(List<Message> messages) implements RegisterAnswer {
        @Override
        public RegisterAnswer with(List<Message> bytes) {
            return new NotHeld(bytes);
        }
    }

    /** No answer that may be believed. {@code detail} is for the log and holds no personal data. */
    record Untold(Trouble trouble, String detail, List<Message> messages) implements RegisterAnswer {
        @Override
        public RegisterAnswer with(List<Message> bytes) {
            return new Untold(trouble, detail, bytes);
        }
    }

    /** Nothing to be believed, and no bytes. */
    static RegisterAnswer untold(Trouble trouble, String detail) {
        return new Untold(trouble, detail, List.of());
    }
}
