package org.linli.gateway.part;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/** Which path belongs to which part; paths are forwarded as they are. The first that fits wins. */
@Configuration(proxyBeanMethods = false)
public class Routes {

    /** Key of a route's metadata: how long to wait for the head of an answer, a Duration. */
    public static final String WAIT = "linli.wait";

    private static final String BULK = "{act:batch|import|export|rebuilds}";

    @Bean
    RouteLocator partRoutes(RouteLocatorBuilder locator, PartProperties parts, WaitProperties wait, Breakers breakers) {
        Drawing routes = new Drawing(locator.routes(), parts, breakers);
        routes.draw(Part.COMPANY_HQ, "company-hq-bulk", wait.bulk(), bulk("/api/company/consolidation"));
        routes.draw(Part.COMPANY_HQ, "company-hq", wait.answer(), "/api/company/consolidation/**");
        routes.draw(Part.COMPANY, "company-bulk", wait.bulk(), bulk("/api/company"));
        routes.draw(Part.COMPANY, "company", wait.answer(), "/api/company/**");
        routes.draw(Part.FUND, "fund-bulk", wait.bulk(), bulk("/api/fund"));
        routes.draw(Part.FUND, "fund", wait.answer(), "/api/fund/**");
        routes.draw(Part.PARTNER, "partner-bulk", wait.bulk(), bulk("/api/partner"));
        routes.draw(Part.PARTNER, "partner", wait.answer(), "/api/partner/**");
        return routes.builder().build();
    }

    private static String[] bulk(String root) {
        return new String[] {root + "/" + BULK, root + "/*/" + BULK, root + "/*/*/" + BULK};
    }

    private record Drawing(RouteLocatorBuilder.Builder builder, PartProperties parts, Breakers breakers) {

        void draw(Part part, String id, Duration wait, String... paths) {
            PartGuard guard = new PartGuard(part, breakers);
            builder.route(
                    id,
                    route -> route.path(paths)
                            .filters(filters -> filters.filter(guard))
                            .metadata(WAIT, wait)
                            .uri(parts.of(part)));
        }
    }
}
