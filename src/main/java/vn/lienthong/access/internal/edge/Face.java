package vn.lienthong.access.internal.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Which conversation a request belongs to, and so how a failure must look there. */
public enum Face {
    /** RFC 9457. */
    NATIVE,
    /** The national protocol: {@code error_code} and {@code message}. */
    COMPATIBLE,
    /** RFC 6749. */
    TOKENS,
    /** A SOAP fault of the caller's version. */
    SOAP;

    static Face of(HttpServletRequest request) {
        String path = path(request);
        if (path.startsWith("/compat/")) {
            return COMPATIBLE;
        }
        if (path.startsWith("/services/") && request.getMethod().equals("POST")) {
            return SOAP;
        }
        return path.startsWith("/oauth2/") ? TOKENS : NATIVE;
    }

    String contentType() {
        return this == NATIVE ? "application/problem+json" : "application/json";
    }

    /** Programs always get JSON; a person's browser elsewhere gets a page. */
    public static boolean isForPerson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        String path = path(request);
        return accept != null
                && accept.contains("text/html")
                && !path.startsWith("/v1/")
                && !path.startsWith("/compat/")
                && !path.startsWith("/services/")
                && !path.startsWith("/oauth2/");
    }

    /** The path first asked for, also while the error page is being made. */
    static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String first
                ? first
                : request.getRequestURI();
    }
}
