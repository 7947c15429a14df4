package org.linli.identity;

import org.apache.catalina.session.StandardManager;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Browsers' sessions are so many at most; {@link NoRoomForSessions} answers for the next one. */
final class SessionLimit implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final StandardManager sessions = new StandardManager();

    SessionLimit(int most) {
        sessions.setMaxActiveSessions(most);
        sessions.setPathname(null);
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> context.setManager(sessions));
    }

    StandardManager sessions() {
        return sessions;
    }
}
