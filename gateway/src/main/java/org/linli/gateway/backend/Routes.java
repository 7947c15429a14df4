package org.linli.gateway.backend;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/** Which path belongs to which part; paths are forwarded as they are. The first that fits wins. */
@Configuration(proxyBeanMethods = false)
public class Routes {

    /** Key of a route's metadata: how its bodies come in, a {@link Bodies}. */
    static final String BODIES = "linli.bodies";

    /** How the bodies of a route come in. */
    public enum Bodies {
        /** Waited for as a whole, up to the ordinary size. */
        ORDINARY,
        /** Waited for as a whole, as large as any. */
        BULK,
        /** Passed on as they come, since what came of a broken one counts. */
        STREAMED
    }

    private static final String BULK = "{act:batch|import|export|rebuilds}";

    @Bean
    RouteLocator partRoutes(
            RouteLocatorBuilder locator,
            BackendProperties parts,
            WaitProperties wait,
            Breakers breakers,
            BufferedBody arrived) {
        RouteTable routes = new RouteTable(locator.routes(), parts, breakers, arrived);
        routes.draw(
                Backend.COMPANY_HQ, "company-hq-bulk", wait.bulk(), Bodies.BULK, bulk("/api/company/consolidation"));
        routes.draw(Backend.COMPANY_HQ, "company-hq", wait.answer(), Bodies.ORDINARY, "/api/company/consolidation/**");
        routes.draw(Backend.COMPANY, "company-bulk", wait.bulk(), Bodies.BULK, bulk("/api/company"));
        routes.draw(Backend.COMPANY, "company", wait.answer(), Bodies.ORDINARY, "/api/company/**");
        routes.draw(Backend.FUND, "fund-bulk", wait.bulk(), Bodies.BULK, bulk("/api/fund"));
        routes.draw(Backend.FUND, "fund", wait.answer(), Bodies.ORDINARY, "/api/fund/**");
        routes.draw(Backend.PARTNER, "partner-bulk", wait.bulk(), Bodies.BULK, bulk("/api/partner"));
        routes.draw(Backend.PARTNER, "partner-upload", wait.bulk(), Bodies.STREAMED, "/api/partner/uploads/*");
        routes.draw(Backend.PARTNER, "partner", wait.answer(), Bodies.ORDINARY, "/api/partner/**");
        return routes.builder().build();
    }

    private static String[] bulk(String root) {
        return new String[] {root + "/" + BULK, root + "/*/" + BULK, root + "/*/*/" + BULK};
    }

    private record RouteTable(
            RouteLocatorBuilder.Builder builder, BackendProperties parts, Breakers breakers, BufferedBody arrived) {

        void draw(Backend part, String id, Duration wait, Bodies bodies, String... paths) {
            PartProblems problems = new PartProblems(part, breakers.pause());
            BackendGuard guard = new BackendGuard(part, breakers, bodies == Bodies.STREAMED);
            builder.route(
                    id,
                    route -> route.path(paths)
                            .filters(filters ->
                                    filters.filter(arrived).filter(problems).filter(guard))
                            .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, wait.toMillis())
                            .metadata(BODIES, bodies)
                            .uri(parts.of(part)));
        }
    }
}
