package org.linli.partner.agreement;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * That somebody has signed.
 *
 * @param by subject of their token
 * @param evidence id of the signed paper, where there is one
 */
public record Signature(String by, Instant at, @Nullable String evidence) {}
