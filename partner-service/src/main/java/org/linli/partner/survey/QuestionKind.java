package org.linli.partner.survey;

import io.swagger.v3.oas.annotations.media.Schema;

/** How a question is answered. */
@Schema(name = "QuestionKind")
public enum QuestionKind {
    /** One of the options. */
    SINGLE,
    /** As many of the options as hold, or none. */
    MULTIPLE,
    /** 1 to 5. */
    SCALE,
    /** A few words. */
    TEXT
}
