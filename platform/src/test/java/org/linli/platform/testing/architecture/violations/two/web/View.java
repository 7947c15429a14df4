package org.linli.platform.testing.architecture.violations.two.web;

public class View {}
