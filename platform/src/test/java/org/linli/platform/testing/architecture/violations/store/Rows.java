package org.linli.platform.testing.architecture.violations.store;

public class Rows {}
