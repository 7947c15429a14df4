package org.linli.local.chaos;

/** A city for each of 495 seeds in a row, within five provinces that there are. */
final class InventedCity {

    private static final int PROVINCES = 5;
    private static final int IN_EACH = 99;

    private InventedCity() {}

    /** @param firstProvince the first of five that follow one another, such as 50 */
    static String of(int firstProvince, long seed) {
        int place = Math.floorMod(seed, PROVINCES * IN_EACH);
        return Integer.toString((firstProvince + place / IN_EACH) * 100 + 1 + place % IN_EACH);
    }
}
