package org.linli.fund.funding.application;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Types of event that a deployment lets out once each of its consumers can read them: a consumer passes over for good
 * what it does not know.
 *
 * @param fundingReversed whether {@code linli.fund.return-obligation.funding-reversed.v1} is told; no by default
 */
@ConfigurationProperties("linli.fund.events")
record FundEvents(boolean fundingReversed) {}
