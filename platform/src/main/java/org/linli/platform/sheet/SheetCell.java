package org.linli.platform.sheet;

/**
 * A cell as it is stored.
 *
 * @param column counted from 0
 * @param type of its value, as the file names it
 * @param format of its number
 * @param text its value, empty where there is none
 * @param formula whether its value was computed
 */
record SheetCell(int column, String type, NumberFormat format, String text, boolean formula) {

    /** A formula that was never computed; one that gives empty text is an empty cell. */
    boolean isUnknown() {
        return formula && text.isEmpty() && !type.equals("str");
    }
}
