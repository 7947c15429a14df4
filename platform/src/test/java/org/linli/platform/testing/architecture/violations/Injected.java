package org.linli.platform.testing.architecture.violations;

import org.springframework.beans.factory.annotation.Autowired;

class Injected {

    @Autowired
    Floating floating;
}
