package org.linli.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

import java.io.IOException;
import java.time.Duration;

/**
 * The sign-in form without a session before it: where to go back to and the form's token lie in the browser's cookies, so
 * that whoever only asks takes no memory. The session begins with the sign-in.
 */
final class SignInForm {

    private static final String AUTHORIZE = "/oauth2/authorize";

    /** In characters: in Base64 it has to fit into the header of an answer, and of all later requests. */
    private static final int LONGEST_QUERY = 2_000;

    private SignInForm() {}

    /** Goes back to a page that asks for a code, and to nothing else. */
    static RequestCache askedBefore() {
        CookieRequestCache cookies = new CookieRequestCache();
        cookies.setRequestMatcher(request -> {
            String query = request.getQueryString();
            return HttpMethod.GET.matches(request.getMethod())
                    && request.getRequestURI().equals(AUTHORIZE)
                    && (query == null || query.length() <= LONGEST_QUERY);
        });
        cookies.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return cookies;
    }

    /** @param port cookies do not know ports: see the session's in application.yaml */
    static CookieCsrfTokenRepository formTokens(String port) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("LINLI_CSRF_" + port);
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    static void configure(FormLoginConfigurer<HttpSecurity> form, RequestCache asked, Duration lifetime) {
        form.successHandler(new Opened(asked, lifetime));
        form.withObjectPostProcessor(new ObjectPostProcessor<UsernamePasswordAuthenticationFilter>() {
            @Override
            public <F extends UsernamePasswordAuthenticationFilter> F postProcess(F filter) {
                SimpleUrlAuthenticationFailureHandler refused =
                        new SimpleUrlAuthenticationFailureHandler("/login?error");
                refused.setAllowSessionCreation(false);
                filter.setAuthenticationFailureHandler(refused);
                return filter;
            }
        });
    }

    /** Whoever is signed in refreshes tokens without showing the cookie: the session lasts a working day. */
    private static final class Opened extends SavedRequestAwareAuthenticationSuccessHandler {

        private final RequestCache asked;
        private final int seconds;

        Opened(RequestCache asked, Duration lifetime) {
            this.asked = asked;
            this.seconds = Math.toIntExact(lifetime.toSeconds());
            setRequestCache(asked);
        }

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication person)
                throws ServletException, IOException {
            request.getSession().setMaxInactiveInterval(seconds);
            // Before the answer is on its way; the request still shows it.
            asked.removeRequest(request, response);
            super.onAuthenticationSuccess(request, response, person);
        }
    }
}
