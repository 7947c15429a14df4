package org.linli.company;

import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.openapi.OpenApiContract;

@LinliTest
class OpenApiIT extends OpenApiContract {

    OpenApiIT() {
        super("company");
    }
}
