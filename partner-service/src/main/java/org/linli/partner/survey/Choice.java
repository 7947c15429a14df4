package org.linli.partner.survey;

import io.swagger.v3.oas.annotations.media.Schema;

/** What can be ticked. */
@Schema(name = "Choice")
public record Choice(String code, String text) {}
