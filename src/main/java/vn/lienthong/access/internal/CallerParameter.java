package vn.lienthong.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vn.lienthong.access.Caller;
import vn.lienthong.access.Callers;
import vn.lienthong.access.internal.token.AccessProblems;
import vn.lienthong.kernel.ProblemException;

/** Gives a controller method its {@link Caller}; a method that asks for one is never reached without. */
final class CallerParameter implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return Callers.current(SecurityContextHolder.getContext().getAuthentication())
                .orElseThrow(() -> new ProblemException(AccessProblems.tokenMissing()));
    }
}
