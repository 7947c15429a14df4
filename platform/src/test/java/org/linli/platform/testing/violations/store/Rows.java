package org.linli.platform.testing.violations.store;

public class Rows {}
