package vn.lienthong.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes this request: an agency's or platform's system, or a person at the operator's desk. A controller method
 * that declares a parameter of this type receives it. {@code clientId} is the client's id or the operator's user name;
 * {@code agency} is null for a platform and for operators; {@code role} is null for all but operators and their scripts.
 */
public record Caller(
        String clientId,
        String displayName,
        @Nullable String agency,
        Set<String> scopes,
        @Nullable OperatorRole role,
        Kind kind) {
    /** How the caller proved who it is. */
    public enum Kind {
        /** A program with its client secret or token. */
        CLIENT,
        /** A person signed in at the console. */
        OPERATOR
    }

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** True if the caller was given this scope. */
    public boolean has(String scope) {
        return scopes.contains(scope);
    }

    /** One name for logs and the audit: {@code client:H15.24133} or {@code operator:lead}. */
    public String name() {
        return (kind == Kind.CLIENT ? "client:" : "operator:") + clientId;
    }
}
