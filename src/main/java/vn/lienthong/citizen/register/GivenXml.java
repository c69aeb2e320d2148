package vn.lienthong.citizen.register;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A look at an envelope before any parser sees it: what a register has no business to send is not parsed at all. */
final class GivenXml {
    private GivenXml() {}

    /** The same bytes; refuses what is not UTF-8 and whatever declares a document type or an entity. */
    static byte[] checked(byte[] bytes) throws CarriageFailed {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new CarriageFailed(Trouble.REGISTER_UNREADABLE, "not UTF-8");
        }
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            throw new CarriageFailed(Trouble.REGISTER_UNREADABLE, "declares a document type");
        }
        if (text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0) {
            throw new CarriageFailed(Trouble.REGISTER_UNREADABLE, "holds characters that stand for lost ones");
        }
        return bytes;
    }
}
