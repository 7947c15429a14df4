package org.linli.platform.testing.violations;

record Floating(double yuan) {}
