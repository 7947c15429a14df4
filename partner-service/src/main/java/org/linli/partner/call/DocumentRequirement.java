package org.linli.partner.call;

import io.swagger.v3.oas.annotations.media.Schema;

/** A document that a proposal brings along, or has to. */
@Schema(name = "DocumentAsked")
public record DocumentRequirement(String code, String name, boolean required) {}
