package vn.lienthong.signing.internal;

import eu.europa.esig.dss.xml.common.DocumentBuilderFactoryBuilder;
import eu.europa.esig.dss.xml.common.TransformerFactoryBuilder;
import eu.europa.esig.dss.xml.common.XmlDefinerUtils;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;

/**
 * Makes the library's secure XML factories once for each thread: it makes them anew for each parsing, which takes a third of the
 * time of an XML signature. Factories are not promised to be shareable between threads.
 */
public final class XmlFactories {
    private XmlFactories() {}

    /** From now on, for the whole process. */
    public static void keep() {
        XmlDefinerUtils.getInstance().setDocumentBuilderFactoryBuilder(new Builders());
        XmlDefinerUtils.getInstance().setTransformerFactoryBuilder(new Transformers());
    }

    private static final class Builders extends DocumentBuilderFactoryBuilder {
        private static final ThreadLocal<DocumentBuilderFactory> MADE = ThreadLocal.withInitial(
                () -> getSecureDocumentBuilderFactoryBuilder().build());

        @Override
        public DocumentBuilderFactory build() {
            return MADE.get();
        }
    }

    private static final class Transformers extends TransformerFactoryBuilder {
        private static final ThreadLocal<TransformerFactory> MADE =
                ThreadLocal.withInitial(() -> getSecureTransformerBuilder().build());

        @Override
        public TransformerFactory build() {
            return MADE.get();
        }
    }
}
