package org.linli.partner.survey;

/** How a question is answered. */
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
