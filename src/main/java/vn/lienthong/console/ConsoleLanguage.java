package vn.lienthong.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import vn.lienthong.access.RequestLanguage;

/** Lets templates speak the language that the rest of the gateway answers in. */
@Configuration(proxyBeanMethods = false)
class ConsoleLanguage {
    @Bean
    LocaleResolver localeResolver() {
        return new LocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return Locale.forLanguageTag(RequestLanguage.of(request));
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                throw new UnsupportedOperationException("The language is chosen at /preferences");
            }
        };
    }
}
