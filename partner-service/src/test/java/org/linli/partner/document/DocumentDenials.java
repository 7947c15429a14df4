package org.linli.partner.document;

import org.linli.partner.PartnerSteps;
import org.linli.platform.testing.Call;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.Route;
import org.springframework.http.HttpMethod;

import java.util.List;

import static org.linli.platform.security.Role.PARTNER;

/** Uploads and documents belong to the partner that the caller acts for. */
public final class DocumentDenials {

    private static final String UPLOADS = "/api/partner/uploads";
    private static final String DOCUMENTS = "/api/partner/documents";

    private DocumentDenials() {}

    public static List<Route> rows(PartnerSteps steps, Owner owner) {
        steps.partner(owner.street());
        UploadSteps upload = new UploadSteps(steps.http().base(), owner.street());
        String id = upload.upload("营业执照.pdf", Samples.pdf(1000, 1));
        return List.of(
                Route.of(HttpMethod.OPTIONS, UPLOADS).open("tells what the protocol can do, of nobody's file"),
                Route.of(HttpMethod.OPTIONS, UPLOADS + "/{id}")
                        .call((who, role) -> Call.with(id))
                        .open("tells what the protocol can do, of nobody's file"),
                Route.post(UPLOADS)
                        .allowed(PARTNER)
                        .call((who, role) ->
                                tus().header("Upload-Length", "10").header("Upload-Metadata", "filename YS5wZGY="))
                        .belongsToAll("makes one of the caller's own"),
                Route.of(HttpMethod.HEAD, UPLOADS + "/{id}").allowed(PARTNER).call((who, role) -> tus(begun(upload))),
                Route.of(HttpMethod.PATCH, UPLOADS + "/{id}")
                        .allowed(PARTNER)
                        .call((who, role) -> tus(begun(upload))
                                .bytes(new byte[] {1}, "application/offset+octet-stream")
                                .header("Upload-Offset", "0")),
                Route.delete(UPLOADS + "/{id}").allowed(PARTNER).call((who, role) -> tus(begun(upload))),
                Route.get(DOCUMENTS).allowed(PARTNER).showsOnlyOwn(id),
                Route.get(DOCUMENTS + "/{id}").allowed(PARTNER).call((who, role) -> Call.with(id)),
                Route.get(DOCUMENTS + "/{id}/content").allowed(PARTNER).call((who, role) -> Call.with(id)));
    }

    private static String begun(UploadSteps upload) {
        String path = upload.begin("a.pdf", 10);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Call tus(String... variables) {
        return Call.with(variables).header("Tus-Resumable", "1.0.0");
    }
}
