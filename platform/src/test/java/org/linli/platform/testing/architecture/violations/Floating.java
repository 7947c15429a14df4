package org.linli.platform.testing.architecture.violations;

record Floating(double yuan) {}
