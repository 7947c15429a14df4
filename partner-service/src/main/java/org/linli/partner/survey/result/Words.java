package org.linli.partner.survey.result;

/** Words of residents as others read them. */
final class Words {

    private Words() {}

    /** Long numbers name people, such as those of telephones and identity cards. */
    static String withoutNumbers(String text) {
        return text.replaceAll("[0-9０-９][0-9０-９Xx\\s-]{5,}[0-9０-９Xx]", "•••");
    }
}
