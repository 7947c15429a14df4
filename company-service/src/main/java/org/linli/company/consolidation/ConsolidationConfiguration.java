package org.linli.company.consolidation;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything of the HQ role; imported where {@code linli.roles} names {@code hq}. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ConsolidationConfiguration {}
