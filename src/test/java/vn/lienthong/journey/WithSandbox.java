package vn.lienthong.journey;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the shared {@link Sandbox} to tests, starts it for the first and ends it after the last; heals the portal after each. */
final class WithSandbox implements ParameterResolver, AfterEachCallback {
    private static final Namespace HERE = Namespace.create(WithSandbox.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        shared(context).portal().heal();
        shared(context).portal().readBack("rich");
    }

    private static Sandbox shared(ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent("sandbox", name -> new Shared(Sandbox.start()), Shared.class)
                .sandbox();
    }

    private record Shared(Sandbox sandbox) implements CloseableResource {
        @Override
        public void close() {
            sandbox.close();
        }
    }
}
